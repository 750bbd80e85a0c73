import { visitScripts } from 'double-random:visit-scripts';
import { createHmac } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  answeringComplaintKick,
  complaintDeps,
  complaintMails,
} from '../../shared/adapters/complaintDeps.ts';
import { drawDeps, fullKick, resumeDeps } from '../../shared/adapters/drawDeps.ts';
import { s3DrawFiles } from '../../shared/adapters/drawFiles.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { dynamoCasePapers } from '../../shared/adapters/dynamoCasePapers.ts';
import { dynamoComplaintPapers } from '../../shared/adapters/dynamoComplaintPapers.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { DynamoHolidays } from '../../shared/adapters/dynamoHolidays.ts';
import { DynamoImports } from '../../shared/adapters/dynamoImports.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoNotices } from '../../shared/adapters/dynamoNotices.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoPlans } from '../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { dynamoSessions } from '../../shared/adapters/dynamoSessions.ts';
import { DynamoTargetedOrders } from '../../shared/adapters/dynamoTargetedOrders.ts';
import { dynamoUsers, userRow } from '../../shared/adapters/dynamoUsers.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { answeringKick, inspectionDeps, pagesAndMails } from '../../shared/adapters/inspectionDeps.ts';
import { kickWorker } from '../../shared/adapters/kick.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { answeringPenaltyKick, penaltyDeps, penaltyWorkers } from '../../shared/adapters/penaltyDeps.ts';
import { s3Evidence } from '../../shared/adapters/s3Evidence.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { S3Uploads } from '../../shared/adapters/uploads.ts';
import { identitySealer } from '../../shared/adapters/vaultIdentities.ts';
import { PENALTY_PREFIX } from '../../shared/penalty/penaltyRows.ts';
import type { ConsoleParts } from './consoleApp.ts';

/** Everything the console works with, from the environment of the function. */
export const dependencies = once((): Pick<ConsoleParts, 'deps' | 'sessions'> => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const draws = drawDeps(fullKick());
  const s3 = new S3Client({ forcePathStyle: true });
  const lambda = new LambdaClient();
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  const kick = answeringKick(resumeDeps(), { ...pagesAndMails, replace: 'REPLACEMENT_WORKER' });
  const calendar = loadedCalendar(client, core);
  return {
    deps: {
      draws,
      drawFiles: s3DrawFiles(s3, environment('RECORDS_BUCKET')),
      plans: new DynamoPlans(client, core, draws.cases),
      register: new DynamoRegister(client, core),
      imports: new DynamoImports(client, core, draws.cases),
      notices: new DynamoNotices(client, core),
      complaintPapers: dynamoComplaintPapers(client, core),
      inspections: inspectionDeps(kick),
      inspectionLists: new DynamoInspections(client, core),
      complaints: complaintDeps(
        answeringComplaintKick(resumeDeps(), {
          ...complaintMails,
          start: ['COMPLAINT_RECONCILER'],
          files: ['COMPLAINT_FILE_WORKER'],
        }),
        environment('VAULT_TABLE'),
      ),
      complaintLists: new DynamoComplaints(client, core),
      penalties: penaltyDeps(
        answeringPenaltyKick(resumeDeps(), { ...penaltyWorkers, start: 'PENALTY_RECONCILER' }),
      ),
      penaltyLists: new DynamoPenalties(client, core),
      penaltyPapers: dynamoCasePapers(client, core, PENALTY_PREFIX),
      numberDesk: draws.desk,
      identitySealer: identitySealer({
        kms: new KMSClient(),
        keyId: environment('VAULT_KEY_ID'),
        mailDigestKey: async () => (await secrets.get()).mailDigestKey,
      }),
      receiptPepper: async () => (await secrets.get()).receiptPepper,
      publicUrl: environment('PUBLIC_URL').replace(/\/$/, ''),
      linkHmac: async () => {
        const { linkKey } = await secrets.get();
        return (message) => new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
      },
      visitScript: visitScripts.page.path,
      targetedOrders: new DynamoTargetedOrders(client, core, draws.cases),
      users: dynamoUsers(client, core),
      userRow,
      uploads: new S3Uploads(s3, environment('UPLOADS_BUCKET')),
      evidence: s3Evidence(s3, {
        uploads: environment('UPLOADS_BUCKET'),
        evidence: environment('EVIDENCE_BUCKET'),
      }),
      wakeImport: (importId) => kickWorker(lambda, environment('IMPORT_WORKER'), { importId }),
      holidays: new DynamoHolidays(client, core),
      calendar,
      office: officeFromEnvironment(),
      consoleUrl: environment('CONSOLE_URL').replace(/\/$/, ''),
      publicityUrl: environment('PUBLICITY_URL').replace(/\/$/, ''),
      suite: nodeSuites('sha256'),
    },
    sessions: dynamoSessions(client, core),
  };
});
