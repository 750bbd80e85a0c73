import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Edition, Editions } from '../statistics/editions.ts';
import { putAnnounced } from './announcedRow.ts';

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

    put(edition, at) {
      const row = { pk: PARTITION, sk: edition.id, edition };
      return putAnnounced(client, table, row, { subject: SUBJECT, at });
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
