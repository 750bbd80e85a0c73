import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { publicityRow } from '../draw/ceremony/drawRows.ts';
import type { Edition, Editions } from '../statistics/editions.ts';

const PARTITION = 'STAT#COMPLAINTS';
/** What the publicity outbox calls them. */
const SUBJECT = 'complaint-counts';

/** Published counts of complaints and reports in the core table, one row an edition. */
export function dynamoEditions(client: DynamoDBDocumentClient, table: string): Editions {
  return {
    async has(id) {
      const { Item: item } = await client.send(
        new GetCommand({
          TableName: table,
          Key: { pk: PARTITION, sk: id },
          ProjectionExpression: 'pk',
          ConsistentRead: true,
        }),
      );
      return item !== undefined;
    },

    async put(edition, at) {
      const { row } = publicityRow(SUBJECT, at);
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName: table,
                  Item: { pk: PARTITION, sk: edition.id, edition },
                  ConditionExpression: 'attribute_not_exists(pk)',
                },
              },
              { Put: { TableName: table, Item: row } },
            ],
          }),
        );
        return true;
      } catch (error) {
        const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;
        if (reasons?.[0]?.Code === 'ConditionalCheckFailed') return false;
        throw error;
      }
    },

    async all() {
      const { Items: items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :editions',
          ExpressionAttributeValues: { ':editions': PARTITION },
          ConsistentRead: true,
        }),
      );
      return items.map((item) => item['edition'] as Edition);
    },
  };
}
