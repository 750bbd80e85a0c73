import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { PublicityOrder, PublicityOutbox } from '../publicity/ports.ts';
import { indexes } from './coreTable.ts';

const PREFIX = 'OB#PUB#';
const LOCK = { pk: 'LOCK#PUB', sk: 'META' };

async function unlessConditionFails(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function waiting(client: DynamoDBDocumentClient, table: string): Promise<readonly PublicityOrder[]> {
  const orders: PublicityOrder[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: indexes.queue,
        KeyConditionExpression: 'gqpk = :queue',
        ExpressionAttributeValues: { ':queue': 'Q#PUB' },
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      orders.push({ subject: String(item['pk']).slice(PREFIX.length), at: String(item['gqsk']) });
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return orders;
}

/**
 * Marks the order as taken by this round. Whoever asks again writes the row anew without the mark, even within the
 * same second, and `done` then leaves it. The order stays in the queue: a crash loses nothing.
 */
async function claim(
  client: DynamoDBDocumentClient,
  table: string,
  { subject, at }: PublicityOrder,
): Promise<PublicityOrder | undefined> {
  const claimed = `${at.split('~')[0] ?? at}~${randomUUID()}`;
  const taken = await unlessConditionFails(
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: `${PREFIX}${subject}`, sk: 'META' },
        UpdateExpression: 'SET gqsk = :claimed',
        ConditionExpression: 'gqsk = :at',
        ExpressionAttributeValues: { ':claimed': claimed, ':at': at },
      }),
    ),
  );
  return taken ? { subject, at: claimed } : undefined;
}

/** The orders to rebuild, rows `OB#PUB#<subject>` of the core table, and the lock of who rebuilds. */
export function dynamoPublicityOutbox(
  client: DynamoDBDocumentClient,
  table: string,
  owner: string,
): PublicityOutbox {
  return {
    async pending() {
      const found = await waiting(client, table);
      const claimed = await Promise.all(found.map((order) => claim(client, table, order)));
      return claimed.filter((order) => order !== undefined);
    },
    async done({ subject, at }) {
      await unlessConditionFails(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: { pk: `${PREFIX}${subject}`, sk: 'META' },
            ConditionExpression: 'gqsk = :at',
            ExpressionAttributeValues: { ':at': at },
          }),
        ),
      );
    },
    lock: (now, until) =>
      unlessConditionFails(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: LOCK,
            UpdateExpression: 'SET lockedUntil = :until, lockOwner = :owner',
            ConditionExpression: 'attribute_not_exists(lockedUntil) OR lockedUntil <= :now',
            ExpressionAttributeValues: { ':until': until, ':owner': owner, ':now': now },
          }),
        ),
      ),
    async unlock() {
      await unlessConditionFails(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: LOCK,
            ConditionExpression: 'lockOwner = :owner',
            ExpressionAttributeValues: { ':owner': owner },
          }),
        ),
      );
    },
  };
}
