import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { OwnRowRequest, OwnRowRequests } from '../notice/ownRowRequest.ts';
import { indexes } from './coreTable.ts';

const QUEUE = 'Q#OWNROW';
/** A request is kept this long, so that it is recognised when it is repeated in its hour. */
const KEPT_SECONDS = 2 * 86_400;

const keyOf = ({ draw, uscc, hour }: OwnRowRequest) => ({ pk: `LR#${draw}#${uscc}#${hour}`, sk: 'META' });

/** Requests for links in the core table. */
export function dynamoOwnRowRequests(client: DynamoDBDocumentClient, table: string): OwnRowRequests {
  return {
    async put(request) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...keyOf(request),
              request,
              ttl: Date.parse(request.at) / 1000 + KEPT_SECONDS,
              gqpk: QUEUE,
              gqsk: request.at,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async waiting(now, limit) {
      const { Items: found = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: indexes.queue,
          KeyConditionExpression: 'gqpk = :queue AND gqsk <= :now',
          ExpressionAttributeValues: { ':queue': QUEUE, ':now': now },
          Limit: Math.min(limit, 100),
        }),
      );
      if (found.length === 0) return [];
      // What is left unread by a throttled batch stands in the queue and is read by the next run.
      const { Responses: rows } = await client.send(
        new BatchGetCommand({
          RequestItems: {
            [table]: { Keys: found.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: true },
          },
        }),
      );
      return (rows?.[table] ?? []).map((row) => row['request'] as OwnRowRequest);
    },

    async answered(request) {
      await client
        .send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(request),
            UpdateExpression: 'REMOVE gqpk, gqsk',
            // Deleted by its time to live meanwhile: an update must not bring an empty row back.
            ConditionExpression: 'attribute_exists(pk)',
          }),
        )
        .catch((error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        });
    },
  };
}
