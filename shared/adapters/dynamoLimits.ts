import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LimitCounter } from '../access/networkLimit.ts';

/** Counters of requests in the core table; the table's time to live deletes them. */
export function dynamoLimits(client: DynamoDBDocumentClient, table: string): LimitCounter {
  return {
    async take(counter, most, forgetAt) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: `RL#${counter}`, sk: 'COUNTER' },
            UpdateExpression: 'SET #ttl = :ttl ADD n :one',
            ConditionExpression: 'attribute_not_exists(n) OR n < :most',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: { ':ttl': forgetAt, ':one': 1, ':most': most },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
