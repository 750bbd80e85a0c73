import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { addressPartition, LOST_QUEUE, lostKey } from '../complaint/complaintRows.ts';
import { type LostRequests, lostRequestSchema } from '../complaint/lostCode.ts';
import { mailDigest } from '../complaint/mailAddress.ts';
import { indexes } from './coreTable.ts';

interface LostVault {
  readonly client: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly keyId: string;
  readonly core: string;
  readonly vault: string;
}

/** An identity of no case: it opens nothing that belongs to one. */
const CONTEXT = { purpose: 'complaint-identity', case: 'lost' };
/** A request that nobody could answer for so long is forgotten. */
const KEPT_SECONDS = 2 * 86_400;

/** Requests for a new receipt: what was asked for in the vault, that something waits in the core table. */
export function dynamoLostRequests({ client, kms, keyId, core, vault }: LostVault): LostRequests {
  return {
    async put(request) {
      const { CiphertextBlob: cipher } = await kms.send(
        new EncryptCommand({
          KeyId: keyId,
          Plaintext: new TextEncoder().encode(JSON.stringify(request)),
          EncryptionContext: CONTEXT,
        }),
      );
      if (cipher === undefined) throw new Error('KMS gave no ciphertext');
      const key = lostKey(request.id);
      const ttl = Date.parse(request.at) / 1000 + KEPT_SECONDS;
      const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: vault, Item: { ...key, cipher, ttl }, ...absent } },
              {
                Put: {
                  TableName: core,
                  Item: { ...key, request: request.id, ttl, gqpk: LOST_QUEUE, gqsk: request.at },
                  ...absent,
                },
              },
            ],
          }),
        );
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
        // Asked again within the hour, or at the same moment: it waits already.
        if (codes.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
          return false;
        throw error;
      }
    },

    async waiting(now, limit) {
      const { Items: found = [] } = await client.send(
        new QueryCommand({
          TableName: core,
          IndexName: indexes.queue,
          KeyConditionExpression: 'gqpk = :queue AND gqsk <= :now',
          ExpressionAttributeValues: { ':queue': LOST_QUEUE, ':now': now },
          Limit: limit,
        }),
      );
      return found.map(({ pk }) => String(pk).slice(lostKey('').pk.length));
    },

    async read(id) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: vault, Key: lostKey(id), ConsistentRead: true }),
      );
      const cipher: unknown = item?.['cipher'];
      if (!(cipher instanceof Uint8Array)) return undefined;
      const { Plaintext: plain } = await kms.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: cipher, EncryptionContext: CONTEXT }),
      );
      if (plain === undefined) throw new Error('KMS gave no plaintext');
      return lostRequestSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
    },

    async answered(id) {
      const Key = lostKey(id);
      // It leaves the queue and stays, without the address, so that its hour brings no second mail.
      const UpdateExpression = 'REMOVE gqpk, gqsk';
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Delete: { TableName: vault, Key } },
            { Update: { TableName: core, Key, UpdateExpression } },
          ],
        }),
      );
    },
  };
}

/** Ids of the cases that were filed under a mail address, by its digest. */
export function casesOfAddress(options: {
  readonly client: DynamoDBDocumentClient;
  readonly vault: string;
  readonly mailDigestKey: () => Promise<Uint8Array>;
}): (address: string) => Promise<readonly string[]> {
  return async (address) => {
    const ids: string[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await options.client.send(
        new QueryCommand({
          TableName: options.vault,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: {
            ':pk': addressPartition(mailDigest(await options.mailDigestKey(), address)),
          },
          ConsistentRead: true,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      ids.push(...(page.Items ?? []).map(({ sk }) => String(sk)));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return ids;
  };
}
