import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Row } from '../case/caseStore.ts';
import {
  counterKey,
  drawCaseId,
  LIST_OF_DRAWS,
  LOG_PREFIX,
  lockKey,
  OBJECTION_PREFIX,
  SEALED_PREFIX,
  sealedKey,
  VISIT_PREFIX,
} from '../draw/ceremony/drawRows.ts';
import type { DrawDesk, MonthLock } from '../draw/ceremony/ports.ts';
import type { SealedRow, Visit } from '../draw/ceremony/visit.ts';
import type { Objection } from '../objection/objection.ts';
import { indexes } from './coreTable.ts';

/** DynamoDB takes 25 rows a batch; a few batches at once keep 4,000 rows under a second or two. */
const BATCH = 25;
const AT_ONCE = 8;

export class DynamoDrawDesk implements DrawDesk {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async lock(month: string): Promise<MonthLock | undefined> {
    const item = await this.#get(lockKey(month));
    if (item === undefined) return undefined;
    // Only the ceremony writes this row; the database gives it back without its type.
    const { draw, presses, voids } = item as unknown as MonthLock;
    return { draw, presses, voids };
  }

  async countPress(month: string): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: lockKey(month),
        UpdateExpression: 'ADD presses :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
  }

  async counter(sequence: string): Promise<number> {
    const item = await this.#get(counterKey(sequence));
    return item === undefined ? 0 : (item['n'] as number);
  }

  async numbers(): Promise<readonly string[]> {
    const items = await this.#query({
      IndexName: indexes.list,
      KeyConditionExpression: 'glpk = :list',
      ExpressionAttributeValues: { ':list': LIST_OF_DRAWS },
      ScanIndexForward: false,
    });
    return items.map((item) => item['glsk'] as string);
  }

  async visits(number: string): Promise<readonly Visit[]> {
    return (await this.#rows(number, VISIT_PREFIX)).map((item) => item['visit'] as Visit);
  }

  async objections(number: string): Promise<readonly Objection[]> {
    const items = await this.#rows(number, OBJECTION_PREFIX);
    const objections = items.map((item) => item['objection'] as Objection);
    return objections.sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  async log(number: string): Promise<readonly unknown[]> {
    return (await this.#rows(number, LOG_PREFIX)).map((item) => item['entry']);
  }

  async sealedRow(number: string, snapshot: number, id: string): Promise<SealedRow | undefined> {
    const item = await this.#get({ pk: drawCaseId(number), sk: sealedKey(snapshot, id) });
    return item?.['sealed'] as SealedRow | undefined;
  }

  async sealedRows(number: string, snapshot: number): Promise<readonly SealedRow[]> {
    const items = await this.#rows(number, `${SEALED_PREFIX}${snapshot}#`);
    return items.map((item) => item['sealed'] as SealedRow);
  }

  async writeRows(rows: readonly Row[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) =>
      rows.slice(i * BATCH, (i + 1) * BATCH),
    );
    const writer = async () => {
      for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) await this.#write(batch);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
  }

  async #write(batch: readonly Row[]): Promise<void> {
    let left: Record<string, object[]> = {
      [this.#table]: batch.map((row) => ({ PutRequest: { Item: row } })),
    };
    for (let attempt = 0; Object.keys(left).length > 0; attempt++) {
      if (attempt === 8) throw new Error('the database takes no more rows');
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 25 * Math.random()));
      const { UnprocessedItems: unprocessed } = await this.#client.send(
        new BatchWriteCommand({ RequestItems: left as never }),
      );
      left = (unprocessed ?? {}) as Record<string, object[]>;
    }
  }

  async #get(key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item;
  }

  async #rows(number: string, prefix: string): Promise<Record<string, unknown>[]> {
    return await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': drawCaseId(number), ':prefix': prefix },
      ConsistentRead: true,
    });
  }

  async #query(input: object): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#table,
          ...input,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        } as never),
      );
      items.push(...((page as { Items?: Record<string, unknown>[] }).Items ?? []));
      start = (page as { LastEvaluatedKey?: Record<string, unknown> }).LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }
}
