import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { InspectionCase } from '../inspection/inspectionCase.ts';
import {
  ANSWER_PREFIX,
  agencyList,
  assigneeKey,
  countedKey,
  INSPECTION_PREFIX,
  inspectionCaseId,
  listOfYear,
  OPEN_QUEUE,
  PAPER_QUEUE,
  PUBLIC_QUEUE,
  type QueuedPaper,
  REPLACE_QUEUE,
} from '../inspection/inspectionRows.ts';
import type { InspectionLists, QueuedReplacement, StoredInspection } from '../inspection/ports.ts';
import { indexes } from './coreTable.ts';

/** DynamoDB reads at most this many items in one call. */
const BATCH = 100;

type Item = Readonly<Record<string, unknown>>;

/** The lists and queues of inspections in the core table; the cases are read strongly consistent by their keys. */
export class DynamoInspections implements InspectionLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  ofYear(year: string): Promise<readonly StoredInspection[]> {
    return this.#listed(listOfYear(year));
  }

  ofAgency(uscc: string): Promise<readonly StoredInspection[]> {
    return this.#listed(agencyList(uscc));
  }

  async ofInspector(inspectorId: string): Promise<readonly StoredInspection[]> {
    const items = await this.#query({
      IndexName: indexes.assignee,
      KeyConditionExpression: 'gapk = :who',
      ExpressionAttributeValues: { ':who': assigneeKey(inspectorId) },
      ScanIndexForward: false,
    });
    return this.#load(items.map((item) => String(item['pk'])));
  }

  async underWay(): Promise<readonly StoredInspection[]> {
    const found = await Promise.all(
      [OPEN_QUEUE, PUBLIC_QUEUE].map((queue) => this.#query(this.#queue(queue))),
    );
    return this.#load(found.flat().map((item) => String(item['pk'])));
  }

  async open(): Promise<readonly string[]> {
    const items = await this.#query(this.#queue(OPEN_QUEUE));
    return items.map(numberOf);
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const found = await Promise.all(
      [OPEN_QUEUE, PUBLIC_QUEUE].map((queue) => this.#query(this.#queue(queue, now), limit)),
    );
    return found.flat().map(numberOf);
  }

  async postpone({ caseId, version }: StoredInspection, until: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: caseId, sk: 'META' },
          UpdateExpression: 'SET gqsk = :until',
          // A command that came meanwhile may have begun a date that is earlier.
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

  async answers(number: string): Promise<readonly { readonly key: string; readonly answer: unknown }[]> {
    const items = await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': inspectionCaseId(number), ':prefix': ANSWER_PREFIX },
      ConsistentRead: true,
    });
    return items.map((item) => ({ key: String(item['key']), answer: item['answer'] }));
  }

  async visitCounted(number: string): Promise<boolean> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: countedKey(number), ConsistentRead: true }),
    );
    return item !== undefined;
  }

  async papers(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    const keys = await this.#query(this.#queue(PAPER_QUEUE, now), limit);
    return (await this.#rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone({ inspection, key }: QueuedPaper): Promise<void> {
    return this.#delete(`OB#PAPER#${inspection}#${key}`);
  }

  async replacements(): Promise<readonly QueuedReplacement[]> {
    const rows = await this.#rows(await this.#query(this.#queue(REPLACE_QUEUE)));
    return rows.map((item) => ({ inspection: String(item['inspection']), request: String(item['request']) }));
  }

  replacementDone({ inspection, request }: QueuedReplacement): Promise<void> {
    return this.#delete(`OB#REPLACE#${inspection}#${request}`);
  }

  async #listed(list: string): Promise<readonly StoredInspection[]> {
    const items = await this.#query({
      IndexName: indexes.list,
      KeyConditionExpression: 'glpk = :list',
      ExpressionAttributeValues: { ':list': list },
      ScanIndexForward: false,
    });
    return this.#load(items.map((item) => String(item['pk'])));
  }

  #queue(queue: string, until?: string): Omit<QueryCommandInput, 'TableName'> {
    return {
      IndexName: indexes.queue,
      KeyConditionExpression: until === undefined ? 'gqpk = :queue' : 'gqpk = :queue AND gqsk <= :until',
      ExpressionAttributeValues: { ':queue': queue, ...(until === undefined ? {} : { ':until': until }) },
    };
  }

  async #query(input: Omit<QueryCommandInput, 'TableName'>, limit?: number): Promise<Item[]> {
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

  async #load(ids: readonly string[]): Promise<readonly StoredInspection[]> {
    const rows = await this.#rows(ids.map((pk) => ({ pk, sk: 'META' })));
    return rows.map((item) => ({
      caseId: String(item['pk']),
      status: String(item['status']),
      version: Number(item['version']),
      auditSeq: Number(item['auditSeq']),
      auditHash: String(item['auditHash']),
      state: item['state'] as InspectionCase,
    }));
  }

  /** The rows of these keys, in their order; one that is gone is left out. */
  async #rows(keys: readonly Item[]): Promise<readonly Item[]> {
    const found = new Map<string, Item>();
    for (let from = 0; from < keys.length; from += BATCH) {
      let left: Record<string, unknown>[] = keys.slice(from, from + BATCH).map(({ pk, sk }) => ({ pk, sk }));
      while (left.length > 0) {
        const page = await this.#client.send(
          new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: left, ConsistentRead: true } } }),
        );
        for (const item of page.Responses?.[this.#table] ?? []) found.set(String(item['pk']), item);
        left = page.UnprocessedKeys?.[this.#table]?.Keys ?? [];
      }
    }
    return keys.map(({ pk }) => found.get(String(pk))).filter((item) => item !== undefined);
  }

  async #delete(pk: string): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#table, Key: { pk, sk: 'META' } }));
  }
}

const numberOf = (item: Item) => String(item['pk']).slice(INSPECTION_PREFIX.length);
