import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ListedAgency } from '../complaint/form/agencySearch.ts';
import { rosterPartitions } from '../register/commands/registerRows.ts';
import { districts } from '../register/district.ts';
import { agencyKinds, codesOf } from '../register/vocabulary.ts';

/** What the public form shows of an agency, and no more. */
const shown = z.object({
  uscc: z.string(),
  name: z.string(),
  kinds: z.array(codesOf(agencyKinds)),
  district: codesOf(districts),
});

/** A new import is found within this time. Milliseconds. */
const LIFETIME = 5 * 60_000;

/** The agencies of the register for a search by name; read at most once in five minutes. A failed read is not kept. */
export function agencyRoster(
  client: DynamoDBDocumentClient,
  table: string,
  now: () => number = Date.now,
): () => Promise<readonly ListedAgency[]> {
  const shard = async (pk: string): Promise<readonly ListedAgency[]> => {
    const found: ListedAgency[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      for (const item of page.Items ?? []) {
        if (item['withdrawnOn'] !== undefined) continue;
        found.push({ listed: true, ...shown.parse(JSON.parse(String(item['json']))) });
      }
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return found;
  };
  let cached: { readonly until: number; readonly value: Promise<readonly ListedAgency[]> } | undefined;
  return () => {
    if (cached !== undefined && now() < cached.until) return cached.value;
    const value = Promise.all(rosterPartitions('agency').map(shard)).then((shards) =>
      shards.flat().sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    );
    cached = { until: now() + LIFETIME, value };
    value.catch(() => {
      cached = undefined;
    });
    return value;
  };
}
