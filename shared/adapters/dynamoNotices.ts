import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { StoredCase } from '../case/caseStore.ts';
import type { Notice } from '../notice/notice.ts';
import { NOTICE_TASKS } from '../notice/noticeTask.ts';
import { indexes } from './coreTable.ts';

/** DynamoDB reads at most this many items in one call. */
const BATCH = 100;

/** The notices as the indexes of the core table list them. The rows themselves are read strongly consistent. */
export class DynamoNotices {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** The notices of one draw, in the order of their numbers. */
  async ofDraw(draw: string): Promise<readonly StoredCase<Notice>[]> {
    const keys = await this.#list(`LS#NT#${draw}`);
    return this.#load(keys.map((item) => String(item['pk'])));
  }

  /** Notices that a person has still to serve, the longest waiting first. */
  async open(limit: number): Promise<readonly StoredCase<Notice>[]> {
    const keys = await this.#list(NOTICE_TASKS, limit);
    return this.#load(keys.map((item) => String(item['pk'])));
  }

  async countOpen(): Promise<number> {
    const page = await this.#client.send(
      new QueryCommand({ ...this.#query(NOTICE_TASKS), Select: 'COUNT', Limit: 1000 }),
    );
    return page.Count ?? 0;
  }

  #query(partition: string): QueryCommandInput {
    return {
      TableName: this.#table,
      IndexName: indexes.list,
      KeyConditionExpression: 'glpk = :list',
      ExpressionAttributeValues: { ':list': partition },
    };
  }

  async #list(partition: string, limit?: number): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          ...this.#query(partition),
          ...(limit === undefined ? {} : { Limit: limit }),
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      items.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start !== undefined && (limit === undefined || items.length < limit));
    return items;
  }

  async #load(ids: readonly string[]): Promise<readonly StoredCase<Notice>[]> {
    const found = new Map<string, StoredCase<Notice>>();
    for (let from = 0; from < ids.length; from += BATCH) {
      let keys: Record<string, unknown>[] = ids.slice(from, from + BATCH).map((pk) => ({ pk, sk: 'META' }));
      while (keys.length > 0) {
        const page = await this.#client.send(
          new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: keys, ConsistentRead: true } } }),
        );
        for (const item of page.Responses?.[this.#table] ?? []) {
          found.set(String(item['pk']), storedNotice(item));
        }
        keys = page.UnprocessedKeys?.[this.#table]?.Keys ?? [];
      }
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}

function storedNotice(item: Record<string, unknown>): StoredCase<Notice> {
  return {
    caseId: String(item['pk']),
    status: String(item['status']),
    version: Number(item['version']),
    auditSeq: Number(item['auditSeq']),
    auditHash: String(item['auditHash']),
    state: item['state'] as Notice,
  };
}
