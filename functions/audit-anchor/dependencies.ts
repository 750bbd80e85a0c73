import { S3Client } from '@aws-sdk/client-s3';
import { anchorStore } from '../../shared/adapters/anchorStore.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';

export const dependencies = once(() =>
  anchorStore({
    client: documentClient(),
    s3: new S3Client({ forcePathStyle: true }),
    core: environment('CORE_TABLE'),
    audit: environment('AUDIT_TABLE'),
    records: environment('RECORDS_BUCKET'),
    publicity: environment('PUBLICITY_BUCKET'),
  }),
);
