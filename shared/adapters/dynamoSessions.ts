import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { forgetAt, type SessionStore } from '../access/session.ts';

const stored = z.object({
  id: z.string(),
  iss: z.string(),
  sub: z.string(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
});

const keyOf = (id: string) => ({ pk: `SS#${id}`, sk: 'META' });

// TTL is housekeeping only and counted in seconds: whether a session counts is checked on every request.
const ttlAt = (milliseconds: number) => Math.ceil(milliseconds / 1000);

/** Sessions in the core table under the hash of their cookie. */
export function dynamoSessions(client: DynamoDBDocumentClient, table: string): SessionStore {
  return {
    async create(session) {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...keyOf(session.id), ...session, ttl: ttlAt(forgetAt(session)) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },

    async get(id) {
      const { Item } = await client.send(
        // A revoked session must not be seen any more, not even for a moment.
        new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : stored.parse(Item);
    },

    async touch(id, at) {
      await ignoringFailedCondition(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(id),
            UpdateExpression: 'SET lastSeenAt = :at',
            ConditionExpression: 'attribute_exists(pk) AND lastSeenAt < :at',
            ExpressionAttributeValues: { ':at': at },
          }),
        ),
      );
    },

    async revoke(id) {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(id) }));
    },

    async useOnce(id, until) {
      return ignoringFailedCondition(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { pk: `SS#once#${id}`, sk: 'META', ttl: ttlAt(until) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    },
  };
}

async function ignoringFailedCondition(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
