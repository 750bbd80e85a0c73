import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoImports } from '../../shared/adapters/dynamoImports.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { S3Uploads } from '../../shared/adapters/uploads.ts';
import type { ImportWorkerDeps } from './work.ts';

export const dependencies = once((): ImportWorkerDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const cases = new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') });
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient({ maxAttempts: 3 }),
    secretArn: environment('APP_SECRET_ARN'),
  });
  return {
    cases,
    register: new DynamoRegister(client, core),
    lists: new DynamoImports(client, core, cases),
    uploads: new S3Uploads(new S3Client({ forcePathStyle: true }), environment('UPLOADS_BUCKET')),
    auditKey: async () => (await secrets.get()).auditKey,
    kick: async () => {},
    now: () => new Date(),
  };
});
