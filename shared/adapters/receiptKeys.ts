import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { RECEIPT_KEYS_SUBJECT, type ReceiptKey, type ReceiptKeys } from '../complaint/receiptKey.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';

const PARTITION = 'KEY#RECEIPT';

/** The public keys of proofs of filing in the core table, one row each. */
export function dynamoReceiptKeys(client: DynamoDBDocumentClient, table: string): ReceiptKeys {
  return {
    async publish(key) {
      const { row } = publicityRow(RECEIPT_KEYS_SUBJECT, key.since);
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName: table,
                  Item: { pk: PARTITION, sk: key.keyId, publicKey: key.publicKey, since: key.since },
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
