import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { SiteSigner } from '../publicity/ports.ts';

const secretSchema = z.object({ keyId: z.string(), privateKey: z.string().min(1) });

/**
 * The private key of the text of the secret: JSON with an Ed25519 key as PKCS#8, in PEM or base64 of DER.
 *
 * @throws without ever repeating the text
 */
export function readSigningKey(text: string): KeyObject {
  try {
    const { privateKey } = secretSchema.parse(JSON.parse(text));
    const key = privateKey.includes('-----BEGIN')
      ? createPrivateKey(privateKey)
      : createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The cause may quote the key.
  }
  throw new Error('The signing secret holds no Ed25519 key in PKCS#8');
}

/** Signs with the key in Secrets Manager, which is read once per process. */
export function secretsManagerSigner(
  client: Pick<SecretsManagerClient, 'send'>,
  secretArn: string,
): SiteSigner {
  let key: Promise<KeyObject> | undefined;
  const read = async (): Promise<KeyObject> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
    return readSigningKey(SecretString ?? '');
  };
  const get = () => {
    key ??= read().catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };
  return {
    sign: async (bytes) => new Uint8Array(sign(null, bytes, await get())),
    publicKey: async () =>
      createPublicKey(await get())
        .export({ type: 'spki', format: 'pem' })
        .toString(),
  };
}
