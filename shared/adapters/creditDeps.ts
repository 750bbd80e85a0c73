import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AppSecrets } from '../access/appSecrets.ts';
import type { MappingContext } from '../credit/mapping/fieldRow.ts';
import type { CreditTransport } from '../credit/ports.ts';
import { creditConnection } from './creditConnection.ts';
import { creditFiles } from './creditFiles.ts';
import { creditHttp } from './creditHttp.ts';
import { environment } from './environment.ts';
import { officeFromEnvironment } from './officeFromEnvironment.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/** The office as the mapping names it. */
export function creditOffice(): MappingContext['office'] {
  return { name: officeFromEnvironment().name, uscc: environment('OFFICE_USCC') };
}

/** The way that the deployment has chosen; undefined while there is none. */
export async function creditTransport(secrets: AppSecrets): Promise<CreditTransport | undefined> {
  const now = () => new Date();
  switch (creditConnection()) {
    case 'none':
      return undefined;
    case 'files':
      return creditFiles({
        s3: new S3Client({ forcePathStyle: true }),
        bucket: environment('EVIDENCE_BUCKET'),
        now,
      });
    case 'https':
      return creditHttp({ url: environment('CREDIT_URL'), secret: (await secrets.get()).credit, now });
  }
}

export function creditSecrets(): AppSecrets {
  return secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
}
