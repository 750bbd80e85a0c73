import { EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import {
  RELEASE_CONTEXT,
  RELEASE_QUEUE,
  type ReleaseQueue,
  releaseRowKey,
} from '../complaint/form/release.ts';

/** Mails that release a draft: the mail in the vault, encrypted, and its place in the queue in core, together. */
export function vaultReleases(on: {
  readonly client: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly keyId: string;
  readonly core: string;
  readonly vault: string;
}): ReleaseQueue {
  return {
    async put(draft, mail, at) {
      const { CiphertextBlob: cipher } = await on.kms.send(
        new EncryptCommand({
          KeyId: on.keyId,
          Plaintext: new TextEncoder().encode(JSON.stringify(mail)),
          EncryptionContext: RELEASE_CONTEXT,
        }),
      );
      if (cipher === undefined) throw new Error('KMS gave no ciphertext');
      const key = releaseRowKey(draft);
      await on.client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: on.vault, Item: { ...key, cipher } } },
            { Put: { TableName: on.core, Item: { ...key, gqpk: RELEASE_QUEUE, gqsk: at } } },
          ],
        }),
      );
    },
  };
}
