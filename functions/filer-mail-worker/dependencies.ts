import { createHmac } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AppSecretValues } from '../../shared/access/appSecrets.ts';
import { signLink } from '../../shared/access/signedLink.ts';
import { complaintKick } from '../../shared/adapters/complaintDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { casesOfAddress, dynamoLostRequests } from '../../shared/adapters/dynamoLostRequests.ts';
import { DynamoMailQueue } from '../../shared/adapters/dynamoOutbox.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { vaultAskedMails } from '../../shared/adapters/vaultAskedMails.ts';
import { identityReader } from '../../shared/adapters/vaultIdentities.ts';
import {
  RELEASE_CONTEXT,
  RELEASE_QUEUE,
  releaseMailSchema,
  releaseRowKey,
} from '../../shared/complaint/form/release.ts';
import { answerLostCode, type LostCodeDeps, type LostRequest } from '../../shared/complaint/lostCode.ts';
import { mailConfirmationClaim, mailConfirmationPath } from '../../shared/complaint/mailConfirmation.ts';
import type { FilerMailDeps } from '../../shared/complaint/papers/deliverFilerMails.ts';
import { FILER_MAIL_QUEUE } from '../../shared/complaint/papers/filerMail.ts';
import type { AskedRelease } from '../../shared/complaint/papers/plainFilerMails.ts';
import { canonicalJson } from '../../shared/draw/canonicalJson.ts';
import type { Mailer } from '../../shared/notice/mailPort.ts';

/** What a run is made of, once per process. */
export const fixed = once(() => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const vault = environment('VAULT_TABLE');
  const keyId = environment('VAULT_KEY_ID');
  const kms = new KMSClient();
  return {
    secrets: secretsManagerAppSecrets({
      client: new SecretsManagerClient({ maxAttempts: 3 }),
      secretArn: environment('APP_SECRET_ARN'),
    }),
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    lists: new DynamoComplaints(client, core),
    calendar: loadedCalendar(client, core),
    queue: new DynamoMailQueue(client, core, FILER_MAIL_QUEUE),
    identities: identityReader({ client, kms, table: vault, keyId }),
    lost: dynamoLostRequests({ client, kms, keyId, core, vault }),
    casesOf: (mailDigestKey: Uint8Array) =>
      casesOfAddress({ client, vault, mailDigestKey: async () => mailDigestKey }),
    releases: vaultAskedMails<AskedRelease>(
      { client, kms, keyId, core, vault },
      {
        queue: RELEASE_QUEUE,
        key: releaseRowKey,
        context: RELEASE_CONTEXT,
        parse: (id, plain) => {
          const { mail, link, lang } = releaseMailSchema.parse(plain);
          return { id, address: mail, link, lang };
        },
      },
    ),
    office: officeFromEnvironment(),
    publicUrl: environment('PUBLIC_URL').replace(/\/$/, ''),
    from: environment('MAIL_FROM'),
  };
});

/** What the mails of one run need. */
export function filerMailDeps(
  parts: ReturnType<typeof fixed>,
  values: Pick<AppSecretValues, 'auditKey' | 'linkKey'>,
  mailer: Mailer,
): FilerMailDeps {
  const { publicUrl, from } = parts;
  return {
    ...parts,
    mailer,
    mailDomain: from.slice(from.indexOf('@') + 1),
    confirmLink: confirmLink(publicUrl, values.linkKey),
    digest: (value) => createHmac('sha256', values.auditKey).update(canonicalJson(value)).digest('hex'),
    now: () => new Date(),
    random: Math.random,
  };
}

/** Gives new codes for a lost one. The mail that carries them is all that tells of it. */
export function renewCodes(
  parts: ReturnType<typeof fixed>,
  values: Pick<AppSecretValues, 'auditKey' | 'mailDigestKey' | 'receiptPepper'>,
) {
  const deps: LostCodeDeps = {
    cases: parts.cases,
    kick: complaintKick({}),
    calendar: parts.calendar,
    auditKey: async () => values.auditKey,
    now: () => new Date(),
    lists: parts.lists,
    casesOf: parts.casesOf(values.mailDigestKey),
    receiptPepper: async () => values.receiptPepper,
  };
  return async (request: LostRequest): Promise<readonly string[]> => {
    const renewed = await answerLostCode(deps, request);
    if (!renewed.ok) throw new Error(renewed.problems.map(({ code }) => code).join(', '));
    return renewed.value.map(({ code }) => code);
  };
}

/** The link that confirms an address; counted from the order, so that every attempt sends the same. */
export function confirmLink(publicUrl: string, linkKey: Uint8Array): FilerMailDeps['confirmLink'] {
  const hmac = (message: Uint8Array) =>
    new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
  return (complaint, orderedAt) => {
    const claim = mailConfirmationClaim(complaint, new Date(orderedAt));
    return `${publicUrl}${mailConfirmationPath(signLink(claim, hmac))}`;
  };
}
