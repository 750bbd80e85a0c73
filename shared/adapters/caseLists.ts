import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { StoredCase } from '../case/caseStore.ts';
import { inParallel } from '../inParallel.ts';
import { indexes } from './coreTable.ts';

/** DynamoDB reads at most this many items in one call. */
const BATCH = 100;
/** Batches read at a time: a thousand cases in two rounds. */
const READERS = 5;

export type Item = Readonly<Record<string, unknown>>;
export type Query = Omit<QueryCommandInput, 'TableName'>;

/** What lists and queues of every kind of case have in common: an index gives the keys, the rows are read strongly. */
export class CaseLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** All rows of a query, or the first `limit`. */
  async query(input: Query, limit?: number): Promise<Item[]> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page: QueryCommandOutput = await this.#client.send(
        new QueryCommand({
          ...input,
          TableName: this.#table,
          ...(limit === undefined ? {} : { Limit: limit - items.length }),
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      items.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start !== undefined && (limit === undefined || items.length < limit));
    return items;
  }

  /** The keys of a queue, of what is due until an instant or of all. */
  queue(queue: string, until?: string, limit?: number): Promise<Item[]> {
    return this.query(
      {
        IndexName: indexes.queue,
        KeyConditionExpression: until === undefined ? 'gqpk = :queue' : 'gqpk = :queue AND gqsk <= :until',
        ExpressionAttributeValues: { ':queue': queue, ...(until === undefined ? {} : { ':until': until }) },
      },
      limit,
    );
  }

  /** The cases of a list, newest first. */
  async listed<State>(list: string): Promise<readonly StoredCase<State>[]> {
    return this.load(await this.#newest(indexes.list, 'glpk', list));
  }

  /** How long a list is, up to a page of it (1 MB of index rows). */
  async count(list: string): Promise<number> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': list },
        Select: 'COUNT',
      }),
    );
    return page.Count ?? 0;
  }

  /** The cases assigned to somebody, newest first. */
  async assigned<State>(who: string): Promise<readonly StoredCase<State>[]> {
    return this.load(await this.#newest(indexes.assignee, 'gapk', who));
  }

  /** The cases of these keys, in their order; one that is gone is left out. */
  async load<State>(ids: readonly string[]): Promise<readonly StoredCase<State>[]> {
    const rows = await this.rows(ids.map((pk) => ({ pk, sk: 'META' })));
    return rows.map((item) => ({
      caseId: String(item['pk']),
      status: String(item['status']),
      version: Number(item['version']),
      auditSeq: Number(item['auditSeq']),
      auditHash: String(item['auditHash']),
      state: item['state'] as State,
    }));
  }

  /** The rows of these keys, in their order; one that is gone is left out. */
  async rows(keys: readonly Item[]): Promise<readonly Item[]> {
    const found = new Map<string, Item>();
    const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, i) =>
      keys.slice(i * BATCH, (i + 1) * BATCH),
    );
    await inParallel(batches, READERS, async (batch) => {
      let left: Record<string, unknown>[] = batch.map(({ pk, sk }) => ({ pk, sk }));
      while (left.length > 0) {
        const page = await this.#client.send(
          new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: left, ConsistentRead: true } } }),
        );
        for (const item of page.Responses?.[this.#table] ?? []) found.set(String(item['pk']), item);
        left = page.UnprocessedKeys?.[this.#table]?.Keys ?? [];
      }
    });
    return keys.map(({ pk }) => found.get(String(pk))).filter((item) => item !== undefined);
  }

  /** Puts a case off in its queue, unless a command came meanwhile that may have begun an earlier date. */
  async postpone({ caseId, version }: StoredCase<unknown>, until: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: caseId, sk: 'META' },
          UpdateExpression: 'SET gqsk = :until',
          ConditionExpression: 'attribute_exists(gqpk) AND gqsk < :until AND #version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':until': until, ':version': version },
        }),
      );
    } catch (error) {
      // It has moved on meanwhile and stands in the queue where it belongs.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /**
   * Takes a row out of its queue; the row itself stays. One that was put in anew meanwhile waits again.
   *
   * @param queued the place in the queue at which it was read
   */
  async dequeue(pk: string, queued: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk, sk: 'META' },
          UpdateExpression: 'REMOVE gqpk, gqsk',
          ConditionExpression: 'gqsk = :queued',
          ExpressionAttributeValues: { ':queued': queued },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async delete(pk: string): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#table, Key: { pk, sk: 'META' } }));
  }

  async #newest(index: string, key: string, value: string): Promise<readonly string[]> {
    const items = await this.query({
      IndexName: index,
      KeyConditionExpression: `${key} = :value`,
      ExpressionAttributeValues: { ':value': value },
      ScanIndexForward: false,
    });
    return items.map((item) => String(item['pk']));
  }
}
