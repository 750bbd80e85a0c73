import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { dynamoSessions } from '../../shared/adapters/dynamoSessions.ts';
import { dynamoUsers } from '../../shared/adapters/dynamoUsers.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { personalData } from '../../shared/adapters/personalData.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { identityReader, identitySealer } from '../../shared/adapters/vaultIdentities.ts';
import { powertoolsLog } from '../web/kit/http/powertoolsLog.ts';
import type { IdentityParts } from './identityApp.ts';

/** Nothing that is commanded here moves a case on or orders a paper, so nobody is woken. */
const nobody = async (): Promise<void> => {};
const kick = { resume: nobody, start: nobody, mail: nobody, files: nobody, publish: nobody, leads: nobody };

/** Everything the pages about identities work with, from the environment of the function. */
export function runtimeParts(): Omit<IdentityParts, 'assets'> {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const vault = environment('VAULT_TABLE');
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  const key = {
    kms: new KMSClient(),
    keyId: environment('VAULT_KEY_ID'),
    mailDigestKey: async () => (await secrets.get()).mailDigestKey,
  };
  return {
    deps: {
      complaints: {
        cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE'), vault }),
        kick,
        calendar: loadedCalendar(client, core),
        auditKey: async () => (await secrets.get()).auditKey,
        now: () => new Date(),
        identities: { ...identitySealer(key), ...identityReader({ client, table: vault, ...key }) },
        personalData: personalData({
          client,
          vault,
          s3: new S3Client({ forcePathStyle: true }),
          evidence: environment('EVIDENCE_BUCKET'),
        }),
      },
      lists: new DynamoComplaints(client, core),
    },
    users: dynamoUsers(client, core),
    sessions: dynamoSessions(client, core),
    office: officeFromEnvironment(),
    log: powertoolsLog('identity'),
  };
}
