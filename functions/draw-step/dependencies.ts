import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { drawDeps, workerKick } from '../../shared/adapters/drawDeps.ts';
import { s3DrawFiles } from '../../shared/adapters/drawFiles.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { inspectionKick } from '../../shared/adapters/inspectionDeps.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { vaultPoolKeys } from '../../shared/adapters/poolKeys.ts';
import { fastMatcher } from '../../shared/draw/teams/fastMatcher.ts';
import type { StepDeps } from './steps.ts';

export const dependencies = once((): StepDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    ...drawDeps(workerKick()),
    registers: new DynamoRegister(client, core),
    files: s3DrawFiles(new S3Client({ forcePathStyle: true }), environment('RECORDS_BUCKET')),
    keys: vaultPoolKeys({
      client,
      kms: new KMSClient(),
      table: environment('VAULT_TABLE'),
      keyId: environment('VAULT_KEY_ID'),
    }),
    calendar: loadedCalendar(client, core),
    office: officeFromEnvironment(),
    suites: nodeSuites,
    matcher: fastMatcher,
    startInspections: inspectionKick({ start: 'INSPECTION_RECONCILER' }).start,
  };
});
