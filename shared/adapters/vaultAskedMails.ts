import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { AskedMail, AskedMails } from '../complaint/papers/plainFilerMails.ts';
import { CaseLists } from './caseLists.ts';

interface Vault {
  readonly client: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly keyId: string;
  readonly core: string;
  readonly vault: string;
}

/** Where one kind of them stands: the mail encrypted in the vault, its place in the queue in core, under one key. */
interface Place<Asked extends AskedMail> {
  readonly queue: string;
  readonly key: (id: string) => { readonly pk: string; readonly sk: string };
  /** Encryption context of the row in the vault. */
  readonly context: Readonly<Record<string, string>>;
  /** Reads what was encrypted. @throws when it is nothing of the kind */
  readonly parse: (id: string, plain: unknown) => Omit<Asked, 'cipher'>;
}

/** What was read, with the ciphertext by which it is known again. */
export type Sealed<Asked extends AskedMail> = Asked & { readonly cipher: Uint8Array };

/** What waits in the vault to be answered by mail. */
export function vaultAskedMails<Asked extends AskedMail>(
  { client, kms, keyId, core, vault }: Vault,
  place: Place<Sealed<Asked>>,
): AskedMails<Sealed<Asked>> {
  const lists = new CaseLists(client, core);
  const prefix = place.key('').pk.length;
  return {
    async waiting(now, limit) {
      return (await lists.queue(place.queue, now, limit)).map(({ pk }) => String(pk).slice(prefix));
    },

    async read(id) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: vault, Key: place.key(id), ConsistentRead: true }),
      );
      const cipher: unknown = item?.['cipher'];
      if (!(cipher instanceof Uint8Array)) return undefined;
      const { Plaintext: plain } = await kms.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: cipher, EncryptionContext: { ...place.context } }),
      );
      if (plain === undefined) throw new Error('KMS gave no plaintext');
      const asked = place.parse(id, JSON.parse(new TextDecoder().decode(plain)));
      return { ...asked, cipher } as Sealed<Asked>;
    },

    async answered(id, asked) {
      const Key = place.key(id);
      const same =
        asked === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'cipher = :cipher',
              ExpressionAttributeValues: { ':cipher': asked.cipher },
            };
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Delete: { TableName: vault, Key, ...same } },
              { Delete: { TableName: core, Key } },
            ],
          }),
        );
      } catch (error) {
        // Another one has taken its place meanwhile, and waits to be answered itself.
        if (!(error instanceof TransactionCanceledException)) throw error;
        const replaced = error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed');
        if (replaced !== true) throw error;
      }
    },
  };
}
