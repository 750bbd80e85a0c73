import { S3Client } from '@aws-sdk/client-s3';
import { drawDeps, resumeDeps, workerKick } from '../../shared/adapters/drawDeps.ts';
import { s3DrawFiles } from '../../shared/adapters/drawFiles.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { answeringKick, inspectionDeps, pagesAndMails } from '../../shared/adapters/inspectionDeps.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { once } from '../../shared/adapters/once.ts';
import { fastMatcher } from '../../shared/draw/teams/fastMatcher.ts';
import type { ReplacementDeps } from '../../shared/inspection/replacing.ts';

export const dependencies = once((): ReplacementDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    ...inspectionDeps(answeringKick(resumeDeps(), { ...pagesAndMails, start: 'INSPECTION_RECONCILER' })),
    lists: new DynamoInspections(client, core),
    draws: {
      ...drawDeps(workerKick()),
      registers: new DynamoRegister(client, core),
      files: s3DrawFiles(new S3Client({ forcePathStyle: true }), environment('RECORDS_BUCKET')),
      suites: nodeSuites,
      matcher: fastMatcher,
    },
  };
});
