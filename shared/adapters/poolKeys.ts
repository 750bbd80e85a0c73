import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { PoolKeys } from '../draw/ceremony/ports.ts';

const KEY_BYTES = 32;

/** Keys of blinded pools in the vault table, under the vault key, bound to draw and snapshot. */
export function vaultPoolKeys(options: {
  readonly client: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly table: string;
  readonly keyId: string;
}): PoolKeys {
  const { client, kms, table, keyId } = options;
  return {
    async of(number, snapshot) {
      const key = { pk: `DR#${number}`, sk: `KEYS#${snapshot}` };
      const context = { purpose: 'draw-secret', draw: number, snapshot: String(snapshot) };
      const read = async () => {
        const { Item: item } = await client.send(
          new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
        );
        return item?.['cipher'] as Uint8Array | undefined;
      };
      let cipher = await read();
      if (cipher === undefined) {
        const sealed = await kms.send(
          new EncryptCommand({
            KeyId: keyId,
            Plaintext: randomBytes(2 * KEY_BYTES),
            EncryptionContext: context,
          }),
        );
        await keepFirst(client, table, { ...key, cipher: sealed.CiphertextBlob });
        cipher = await read();
      }
      const { Plaintext: plain } = await kms.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: cipher, EncryptionContext: context }),
      );
      if (plain?.length !== 2 * KEY_BYTES) throw new Error(`the pool keys of ${number} cannot be read`);
      return { pool: plain.slice(0, KEY_BYTES), salt: plain.slice(KEY_BYTES) };
    },
  };
}

/** Whoever writes first has made the keys; everybody else reads them. */
async function keepFirst(client: DynamoDBDocumentClient, table: string, item: object): Promise<void> {
  try {
    await client.send(
      new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
