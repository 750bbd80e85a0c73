import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ChainHead } from '../audit/verifyChain.ts';

/** Where every case says its chain ends and what status it is in, by case id. */
export async function caseHeads(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<ReadonlyMap<string, ChainHead>> {
  const heads = new Map<string, ChainHead>();
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        FilterExpression: 'attribute_exists(auditSeq)',
        ProjectionExpression: 'pk, auditSeq, auditHash, #status',
        ExpressionAttributeNames: { '#status': 'status' },
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      heads.set(item['pk'], {
        auditSeq: item['auditSeq'],
        auditHash: item['auditHash'],
        status: item['status'],
      });
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return heads;
}
