import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Row } from '../case/caseStore.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';

/**
 * Puts a row that is published once and never changed, together with the order to rebuild its pages.
 *
 * @param subject what the publicity outbox calls those pages
 * @returns whether it was new; what is there already stays, and orders nothing
 */
export async function putAnnounced(
  client: DynamoDBDocumentClient,
  table: string,
  row: Row,
  { subject, at }: { readonly subject: string; readonly at: string },
): Promise<boolean> {
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
          { Put: { TableName: table, Item: publicityRow(subject, at).row } },
        ],
      }),
    );
    return true;
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;
    if (reasons?.[0]?.Code === 'ConditionalCheckFailed') return false;
    throw error;
  }
}
