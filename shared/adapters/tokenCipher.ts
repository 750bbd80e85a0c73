import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { TokenCipher } from './dynamoTasks.ts';

/** Task tokens under the vault key, bound to their case by the encryption context. */
export function kmsTokenCipher(kms: KMSClient, keyId: string): TokenCipher {
  const context = (caseId: string) => ({ purpose: 'task-token', case: caseId });
  return {
    async encrypt(caseId, token) {
      const { CiphertextBlob: blob } = await kms.send(
        new EncryptCommand({
          KeyId: keyId,
          Plaintext: new TextEncoder().encode(token),
          EncryptionContext: context(caseId),
        }),
      );
      if (blob === undefined) throw new Error('KMS gave no ciphertext');
      return blob;
    },
    async decrypt(caseId, cipher) {
      const { Plaintext: plain } = await kms.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: cipher, EncryptionContext: context(caseId) }),
      );
      if (plain === undefined) throw new Error('KMS gave no plaintext');
      return new TextDecoder().decode(plain);
    },
  };
}
