import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { RECEIPT_KEYS_SUBJECT, type ReceiptKey, type ReceiptKeys } from '../complaint/receiptKey.ts';
import { putAnnounced } from './announcedRow.ts';

const PARTITION = 'KEY#RECEIPT';

/** The public keys of proofs of filing in the core table, one row each. */
export function dynamoReceiptKeys(client: DynamoDBDocumentClient, table: string): ReceiptKeys {
  return {
    publish({ keyId, publicKey, since }) {
      const row = { pk: PARTITION, sk: keyId, publicKey, since };
      return putAnnounced(client, table, row, { subject: RECEIPT_KEYS_SUBJECT, at: since });
    },

    async all() {
      const { Items: items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :keys',
          ExpressionAttributeValues: { ':keys': PARTITION },
          ConsistentRead: true,
        }),
      );
      return items
        .map(
          (item): ReceiptKey => ({
            keyId: item['sk'],
            publicKey: item['publicKey'],
            since: item['since'],
          }),
        )
        .sort((a, b) => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1));
    },
  };
}
