import { generateKeyPairSync } from 'node:crypto';
import * as z from 'zod';

/** Ports as distances from the base (8100): fixed, so that bookmarks and mails stay valid. */
export const PORT_OFFSETS = {
  console: 0,
  public: 1,
  publicity: 2,
  tools: 3,
  aws: 4,
  oidc: 5,
  credit: 6,
  smtp: 25,
} as const;

export type PortName = keyof typeof PORT_OFFSETS;

export const DEFAULT_PORT_BASE = 8100;

/** Keys of the local "account"; everything on the loopback endpoint takes them. */
export const LOCAL_KEYS = { accessKeyId: 'LOCALACCESSKEY', secretAccessKey: 'local-secret-key' } as const;

export const LOCAL_ACCOUNT = '000000000000';

/** The region whose partition the first users deploy to. */
export const DEFAULT_REGION = 'cn-north-1';

/** The key by which the credit-information system of this machine knows the office. */
export const LOCAL_CREDIT_KEY = { keyId: 'local', key: 'local-credit-key' } as const;

export const OIDC_CLIENT = { id: 'double-random', secret: 'local-client-secret' } as const;

/** Schedules that also run at every start on a seeded folder: executions live in memory and are gone after a stop. */
export const RECOVER_AT_START: ReadonlySet<string> = new Set([
  'reconciler',
  'inspection-reconciler',
  'complaint-reconciler',
  'penalty-reconciler',
]);

/** Schedules that run once at a start as well, so that nobody waits five minutes for the first public page. */
export const WARM_AT_START: ReadonlySet<string> = new Set([
  'mail-worker',
  'filer-mail-worker',
  'publicity-worker',
  'credit-worker',
  'lead-worker',
]);

/** Addresses once every port is bound. */
export interface Addresses {
  readonly console: string;
  readonly public: string;
  readonly publicity: string;
  /** Local console with the inbox. */
  readonly tools: string;
  readonly aws: string;
  readonly oidc: string;
  /** The credit-information system. */
  readonly credit: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly dynamodb: string;
}

/** What an office would enter as template parameters, for this machine. */
export function localParameters(addresses: Addresses): Record<string, string> {
  return {
    ConsoleUrl: addresses.console,
    PublicUrl: addresses.public,
    PublicityUrl: addresses.publicity,
    OidcIssuer: addresses.oidc,
    OidcClientId: OIDC_CLIENT.id,
    MailFrom: 'double-random@office.example',
    OperatorMail: 'operator@office.example',
    CreditUrl: addresses.credit,
    OfficeContactUnit: '知识产权保护处（试用）',
    OfficeContactPhone: '010-12345678',
    OfficeAddress: '北京市试用区示例路1号',
    BootstrapVersion: '/cdk-bootstrap/local/version',
  };
}

const object = z.record(z.string(), z.unknown());

/**
 * Fills in what an operator fills in after a deployment: the mail server, the client secret, the key of the credit
 * system and the signing key. Only keys that the generated secret has are touched; a signing key that is there stays.
 */
export function completeSecret(value: string, addresses: Addresses): string {
  let secret: Record<string, unknown>;
  try {
    secret = object.parse(JSON.parse(value));
  } catch {
    return value;
  }
  const { host, port } = addresses.smtp;
  if ('smtp' in secret) secret['smtp'] = { host, port, secure: false, user: '', password: '' };
  if ('credit' in secret) secret['credit'] = { ...LOCAL_CREDIT_KEY, bearer: '' };
  if ('oidcClientSecret' in secret) secret['oidcClientSecret'] = OIDC_CLIENT.secret;
  if (secret['privateKey'] === '') {
    const { privateKey } = generateKeyPairSync('ed25519');
    secret['privateKey'] = privateKey.export({ type: 'pkcs8', format: 'pem' });
    secret['keyId'] = 'local-1';
  }
  return JSON.stringify(secret);
}

/** The environment that Lambda would give to a function, pointing at this machine. Nothing of ours is inherited. */
export function functionEnvironment(
  name: string,
  memoryMb: number,
  region: string,
  addresses: Addresses,
): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: LOCAL_KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_KEYS.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: addresses.aws,
    AWS_ENDPOINT_URL_DYNAMODB: addresses.dynamodb,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
  };
}
