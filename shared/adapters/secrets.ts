import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type AppSecrets, type AppSecretValues, parseAppSecrets } from '../access/appSecrets.ts';

/** A changed secret is picked up within five minutes. Milliseconds. */
const cacheLifetime = 5 * 60_000;

/** The application secret in Secrets Manager, read at most once in five minutes. A failed read is not kept. */
export function secretsManagerAppSecrets(options: {
  readonly client: Pick<SecretsManagerClient, 'send'>;
  readonly secretArn: string;
  readonly now?: () => number;
}): AppSecrets {
  const now = options.now ?? Date.now;
  let cached: { readonly until: number; readonly value: Promise<AppSecretValues> } | undefined;
  const read = async (): Promise<AppSecretValues> => {
    const { SecretString } = await options.client.send(
      new GetSecretValueCommand({ SecretId: options.secretArn }),
    );
    return parseAppSecrets(SecretString ?? '');
  };
  return {
    get() {
      if (cached !== undefined && now() < cached.until) return cached.value;
      const value = read();
      cached = { until: now() + cacheLifetime, value };
      value.catch(() => {
        cached = undefined;
      });
      return value;
    },
  };
}
