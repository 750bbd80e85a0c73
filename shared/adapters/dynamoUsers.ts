import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type User, type UserStore, userSchema } from '../access/user.ts';
import { indexes } from './coreTable.ts';

const listKey = 'LS#US';
const cursorSchema = z.object({ pk: z.string(), sk: z.string(), glpk: z.string(), glsk: z.string() });

/** `US#<sha256(iss)[0..32]>#<sub>`: an issuer's address is long and may contain the separator. */
export function userKey(iss: string, sub: string): { readonly pk: string; readonly sk: 'META' } {
  const issuer = createHash('sha256').update(iss).digest('hex').slice(0, 32);
  return { pk: `US#${issuer}#${sub}`, sk: 'META' };
}

/** A person as a row of the table: what the list index needs stands beside what is stored. */
export function userRow(user: User) {
  return { ...userKey(user.iss, user.sub), ...user, glpk: listKey, glsk: user.name };
}

/** The people of the office in the core table; index `list` lists them by name. */
export function dynamoUsers(client: DynamoDBDocumentClient, table: string): UserStore {
  return {
    async get(iss, sub) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: userKey(iss, sub), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : userSchema.parse(Item);
    },

    async put(user, expectedVersion) {
      const isNew = expectedVersion === 0;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: userRow(user),
            ConditionExpression: isNew ? 'attribute_not_exists(pk)' : '#version = :expected',
            ...(isNew
              ? {}
              : {
                  ExpressionAttributeNames: { '#version': 'version' },
                  ExpressionAttributeValues: { ':expected': expectedVersion },
                }),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async list({ limit, cursor }) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: indexes.list,
          KeyConditionExpression: 'glpk = :list',
          ExpressionAttributeValues: { ':list': listKey },
          Limit: limit,
          ...(cursor === undefined ? {} : { ExclusiveStartKey: readCursor(cursor) }),
        }),
      );
      // The index carries keys and a few attributes; the person is read from the table itself.
      const users = await Promise.all(
        Items.map(async ({ pk, sk }) => {
          const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk, sk } }));
          return Item === undefined ? [] : [userSchema.parse(Item)];
        }),
      );
      return {
        users: users.flat(),
        ...(LastEvaluatedKey === undefined
          ? {}
          : { cursor: Buffer.from(JSON.stringify(LastEvaluatedKey)).toString('base64url') }),
      };
    },
  };
}

// The cursor comes back from the address: only the keys of this list are let through.
function readCursor(cursor: string): Record<string, string> | undefined {
  try {
    const key = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return key.glpk === listKey ? key : undefined;
  } catch {
    return undefined;
  }
}
