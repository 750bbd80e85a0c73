import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type AuditEntry, isAuditEntry } from '../audit/entry.ts';

/** Every entry of the audit table, in no order across cases and in that of their numbers within a case. */
export async function* auditEntries(
  client: DynamoDBDocumentClient,
  table: string,
): AsyncGenerator<AuditEntry> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    yield* (page.Items ?? []).map((item) => item['entry']).filter(isAuditEntry);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}
