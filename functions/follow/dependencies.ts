import { createHmac } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AppSecrets } from '../../shared/access/appSecrets.ts';
import { type LimitCounter, overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { openLink } from '../../shared/access/signedLink.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { dynamoComplaintPapers } from '../../shared/adapters/dynamoComplaintPapers.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { dynamoLimits } from '../../shared/adapters/dynamoLimits.ts';
import { dynamoLostRequests } from '../../shared/adapters/dynamoLostRequests.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { lightKick } from '../../shared/adapters/lightKick.ts';
import { lightQuarantine } from '../../shared/adapters/lightQuarantine.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { calendarMessages } from '../../shared/calendar/messages.ts';
import type { LostRequests } from '../../shared/complaint/lostCode.ts';
import { MAIL_CONFIRMATION_PURPOSE } from '../../shared/complaint/mailConfirmation.ts';
import { complaintMessages } from '../../shared/complaint/messages.ts';
import type { ComplaintDeps } from '../../shared/complaint/ports.ts';
import { evidenceMessages } from '../../shared/evidence/messages.ts';
import { accessMessages } from '../../shared/messages/access.ts';
import { followMessages } from '../../shared/messages/follow.ts';
import { followCaseMessages } from '../../shared/messages/followCase.ts';
import { kitMessages } from '../../shared/messages/kit.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { receiptMessages } from '../../shared/messages/receipt.ts';
import { contactLine, type Office } from '../../shared/notice/office.ts';
import { ok } from '../../shared/problem.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import { powertoolsLog } from '../web/kit/http/powertoolsLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import type { FollowDeps } from './followDeps.ts';
import { followRoutes } from './followRoutes.tsx';

const hmacSha256 = (key: Uint8Array, message: Uint8Array) =>
  new Uint8Array(createHmac('sha256', key).update(message).digest());

/** Puts the parts together; the tests pass their own. */
export function followDeps(parts: {
  readonly complaints: ComplaintDeps;
  readonly lists: FollowDeps['lists'];
  readonly papers: FollowDeps['papers'];
  readonly evidence: FollowDeps['evidence'];
  readonly secrets: AppSecrets;
  readonly limits: LimitCounter;
  readonly lost: Pick<LostRequests, 'put'>;
  readonly publicUrl: string;
  readonly publicityUrl: string;
  readonly office: Office;
}): FollowDeps {
  const { secrets, complaints } = parts;
  return {
    complaints,
    lists: parts.lists,
    papers: parts.papers,
    evidence: parts.evidence,
    keys: () => secrets.get(),
    async overLimit(purpose, address, now) {
      const { linkKey } = await secrets.get();
      const deps = { counter: parts.limits, hmac: hmacSha256, key: linkKey };
      return overNetworkLimit(deps, purpose, address, now);
    },
    async confirmation(token, now) {
      const { linkKey } = await secrets.get();
      const opened = openLink(token, MAIL_CONFIRMATION_PURPOSE, now, (text) => hmacSha256(linkKey, text));
      return opened.ok ? ok(opened.value.subject) : opened;
    },
    async askLost(request) {
      // Woken for a repeated request too: the answer takes the same time.
      await parts.lost.put(request);
      await complaints.kick.mail();
    },
    publicUrl: parts.publicUrl,
    publicityUrl: parts.publicityUrl,
    contact: contactLine(parts.office),
  };
}

/** The texts of this function alone, so that its bundle stays small. */
export const followCatalogue = createCatalogue(
  kitMessages,
  accessMessages,
  calendarMessages,
  complaintMessages,
  evidenceMessages,
  followMessages,
  followCaseMessages,
  receiptMessages,
);

const nobody = async () => {};

/** What the function runs on, built once per process from its environment. */
export async function runtimeApp(links: readonly Pick<ServedAsset, 'path'>[]): Promise<WebApp<FollowDeps>> {
  const client = documentClient();
  const [core, vault] = [environment('CORE_TABLE'), environment('VAULT_TABLE')];
  const office = officeFromEnvironment();
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient({}),
    secretArn: environment('APP_SECRET_ARN'),
  });
  const evidence = lightQuarantine(environment('UPLOADS_BUCKET'));
  // Only the store's client knows its address; signing a form asks nobody.
  const uploadOrigin = new URL((await evidence.form('origin')).url).origin;
  return {
    routes: followRoutes,
    deps: followDeps({
      complaints: {
        cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
        // A filer accepts nothing: no execution begins here.
        kick: {
          resume: () => lightKick(environment('DEADLINE_SWEEPER')),
          start: nobody,
          mail: () => lightKick(environment('FILER_MAIL_WORKER')),
          files: (cases) => lightKick(environment('COMPLAINT_FILE_WORKER'), { complaints: cases }),
          publish: nobody,
          leads: nobody,
        },
        calendar: loadedCalendar(client, core),
        auditKey: async () => (await secrets.get()).auditKey,
        now: systemClock.now,
      },
      lists: new DynamoComplaints(client, core),
      papers: dynamoComplaintPapers(client, core),
      evidence,
      secrets,
      limits: dynamoLimits(client, core),
      lost: dynamoLostRequests({
        client,
        kms: new KMSClient(),
        keyId: environment('VAULT_KEY_ID'),
        core,
        vault,
      }),
      publicUrl: environment('PUBLIC_URL'),
      publicityUrl: environment('PUBLICITY_URL'),
      office,
    }),
    site: {
      office: { zh: office.name, en: office.nameEn },
      navigation: [],
      assets: [],
      linkedAssets: links,
      catalogue: followCatalogue,
      formActions: [uploadOrigin],
      connectSources: [uploadOrigin],
    },
    clock: systemClock,
    log: powertoolsLog('follow'),
  };
}
