import { createHmac, randomBytes } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { agencyRoster } from '../../shared/adapters/agencyRoster.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { dynamoDrafts } from '../../shared/adapters/dynamoDrafts.ts';
import { dynamoLimits } from '../../shared/adapters/dynamoLimits.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { lightKick } from '../../shared/adapters/lightKick.ts';
import { lightQuarantine } from '../../shared/adapters/lightQuarantine.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { onceInAWhile } from '../../shared/adapters/onceInAWhile.ts';
import { dynamoReceiptKeys } from '../../shared/adapters/receiptKeys.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { identitySealer } from '../../shared/adapters/vaultIdentities.ts';
import { vaultReleases } from '../../shared/adapters/vaultReleases.ts';
import { receiptKeyOf } from '../../shared/complaint/filingProof.ts';
import { sendingCap } from '../../shared/complaint/form/sendingLimits.ts';
import { publishedOnce } from '../../shared/complaint/receiptKey.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import { powertoolsLog } from '../web/kit/http/powertoolsLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import type { IntakeDeps } from './intakeDeps.ts';
import { START } from './paths.ts';
import { intakeRoutes } from './routes.ts';
import { intakeCatalogue } from './words.ts';

/**
 * Largest form in bytes: five thousand characters of a text as a browser encodes them, nine or twelve bytes each, and
 * a third more for the gateway's base64.
 */
export const MOST_FORM_BYTES = 128 * 1024;

/** Nobody works on a filing before a person accepts it. */
const nobody = async () => {};

/** What the function runs on, built once per process from its environment. */
export async function runtimeApp(
  links: readonly Pick<ServedAsset, 'path'>[],
  script: ServedAsset,
): Promise<WebApp<IntakeDeps>> {
  const client = documentClient();
  const kms = new KMSClient();
  const [core, vault, keyId] = [
    environment('CORE_TABLE'),
    environment('VAULT_TABLE'),
    environment('VAULT_KEY_ID'),
  ];
  const office = officeFromEnvironment();
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient({}),
    secretArn: environment('APP_SECRET_ARN'),
  });
  const writeToFilers = () => lightKick(environment('FILER_MAIL_WORKER'));
  const keepFiles = (complaints: readonly string[]) =>
    lightKick(environment('COMPLAINT_FILE_WORKER'), { complaints });
  const quarantine = lightQuarantine(environment('UPLOADS_BUCKET'));
  const uploadOrigin = new URL((await quarantine.form('origin')).url).origin;
  const ownScript = { ...script, path: `${START}${script.path}` };
  return {
    routes: intakeRoutes,
    deps: {
      drafts: dynamoDrafts(client, core),
      sending: {
        cases: new DynamoCaseStore(client, { core, vault, audit: environment('AUDIT_TABLE') }),
        kick: {
          resume: nobody,
          start: nobody,
          publish: nobody,
          leads: nobody,
          mail: onceInAWhile(writeToFilers),
          files: keepFiles,
        },
        calendar: loadedCalendar(client, core),
        auditKey: async () => (await secrets.get()).auditKey,
        now: systemClock.now,
        sealer: identitySealer({
          kms,
          keyId,
          mailDigestKey: async () => (await secrets.get()).mailDigestKey,
        }),
      },
      cap: sendingCap(),
      receipts: new DynamoComplaints(client, core),
      agencies: agencyRoster(client, core),
      quarantine,
      limits: dynamoLimits(client, core),
      hmac: (key, message) => new Uint8Array(createHmac('sha256', key).update(message).digest()),
      secrets,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      releases: vaultReleases({ client, kms, keyId, core, vault }),
      kickReleases: writeToFilers,
      publishKey: publishedOnce(
        dynamoReceiptKeys(client, core),
        async () =>
          receiptKeyOf(
            (await secrets.get()).receiptSigningSeed,
            `${systemClock.now().toISOString().slice(0, 19)}Z`,
          ),
        () => lightKick(environment('PUBLICITY_WORKER')),
      ),
      office,
      publicUrl: environment('PUBLIC_URL').replace(/\/$/, ''),
      publicityUrl: environment('PUBLICITY_URL'),
      script: ownScript.path,
    },
    site: {
      office: { zh: office.name, en: office.nameEn },
      navigation: [],
      assets: [ownScript],
      linkedAssets: links,
      catalogue: intakeCatalogue,
      formActions: [uploadOrigin],
      connectSources: [uploadOrigin],
    },
    clock: systemClock,
    log: powertoolsLog('intake'),
    maxBodyBytes: MOST_FORM_BYTES,
  };
}
