import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type DraftStore, draftRowKey } from '../complaint/form/draftRows.ts';

/** Drafts of the public form in the core table; the table's time to live deletes them. */
export function dynamoDrafts(client: DynamoDBDocumentClient, table: string): DraftStore {
  const met = async (write: Promise<unknown>): Promise<boolean> => {
    try {
      await write;
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    async get(id, now) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: draftRowKey(id), ConsistentRead: true }),
      );
      // The table deletes when it finds the time; until then the row is as good as gone.
      if (item === undefined || !(item['ttl'] > now.getTime() / 1000)) return undefined;
      return { version: item['version'], cipher: item['cipher'], released: item['released'] ?? 0 };
    },

    async create(id, cipher, ttl) {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...draftRowKey(id), version: 1, cipher, ttl },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },

    save: (id, before, cipher, ttl) =>
      met(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: draftRowKey(id),
            UpdateExpression: 'SET #version = :after, #cipher = :cipher, #ttl = :ttl',
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version', '#cipher': 'cipher', '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':before': before,
              ':after': before + 1,
              ':cipher': cipher,
              ':ttl': ttl,
            },
          }),
        ),
      ),

    release: (id, number) =>
      met(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: draftRowKey(id),
            UpdateExpression: 'SET released = :number',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':number': number },
          }),
        ),
      ),

    async remove(id) {
      await client.send(new DeleteCommand({ TableName: table, Key: draftRowKey(id) }));
    },
  };
}
