import { S3Client } from '@aws-sdk/client-s3';
import { complaintDeps, complaintKick } from '../../shared/adapters/complaintDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import { s3Evidence } from '../../shared/adapters/s3Evidence.ts';
import type { FileWorkerDeps } from './handler.ts';

export const dependencies = once(
  (): FileWorkerDeps => ({
    ...complaintDeps(complaintKick({})),
    lists: new DynamoComplaints(documentClient(), environment('CORE_TABLE')),
    evidence: s3Evidence(new S3Client({ forcePathStyle: true }), {
      uploads: environment('UPLOADS_BUCKET'),
      evidence: environment('EVIDENCE_BUCKET'),
    }),
  }),
);
