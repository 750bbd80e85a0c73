import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { type AuditEntry, entryDigest, isAuditEntry, NO_ENTRY, nextEntry } from '../audit/entry.ts';
import type {
  CaseCommit,
  CaseHead,
  CaseStore,
  CommitOutcome,
  RowPut,
  StoredCase,
} from '../case/caseStore.ts';

export interface CaseTables {
  readonly core: string;
  readonly audit: string;
  /** Left out by functions that keep nothing there. */
  readonly vault?: string;
}

/** Sort key of the case's own row; its other rows stand beside it under the same partition key. */
const META = 'META';
/** Sort key of an audit entry: its number, so that the chain reads in order. */
const sequence = (seq: number) => String(seq).padStart(10, '0');
/** DynamoDB's own limit. */
const MOST_ITEMS = 100;

/** The case store on DynamoDB: one TransactWriteItems per command. */
export class DynamoCaseStore implements CaseStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: CaseTables;

  constructor(client: DynamoDBDocumentClient, tables: CaseTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async load<State>(caseId: string): Promise<StoredCase<State> | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tables.core,
        Key: { pk: caseId, sk: META },
        ConsistentRead: true,
      }),
    );
    if (item === undefined) return undefined;
    return {
      caseId,
      status: item['status'],
      version: item['version'],
      auditSeq: item['auditSeq'],
      auditHash: item['auditHash'],
      state: item['state'],
    };
  }

  async commit<State>(commit: CaseCommit<State>): Promise<CommitOutcome<State>> {
    const own = this.#written(commit);
    const items = [own, ...(commit.linked ?? []).map((linked) => this.#written(linked))].flatMap(
      (written) => written.items,
    );
    if (items.length > MOST_ITEMS) throw new RangeError(`${items.length} items in one commit`);
    try {
      await this.#client.send(new TransactWriteCommand({ TransactItems: items }));
    } catch (error) {
      return refusal(error, own.items.length);
    }
    return { ok: true, case: own.after };
  }

  /** The case's row, its audit entry and its rows, in this order. */
  #written<State>(commit: CaseCommit<State>) {
    const before: CaseHead = commit.before ?? {
      caseId: commit.caseId,
      status: '',
      version: 0,
      auditSeq: -1,
      auditHash: NO_ENTRY,
    };
    const entry = nextEntry(commit.caseId, before, commit.audit);
    const after: StoredCase<State> = {
      caseId: commit.caseId,
      status: commit.status,
      version: before.version + 1,
      auditSeq: entry.seq,
      auditHash: entryDigest(entry),
      state: commit.state,
    };
    const entryPut = {
      TableName: this.#tables.audit,
      Item: { pk: entry.case, sk: sequence(entry.seq), entry },
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    const rows = (commit.rows ?? []).map((put) => ({ Put: this.#rowPut(put) }));
    return { after, items: [{ Put: this.#casePut(commit, after) }, { Put: entryPut }, ...rows] };
  }

  async chain(caseId: string): Promise<readonly AuditEntry[]> {
    const entries: AuditEntry[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#tables.audit,
          KeyConditionExpression: 'pk = :case',
          ExpressionAttributeValues: { ':case': caseId },
          ConsistentRead: true,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      entries.push(...(page.Items ?? []).map((item) => item['entry']).filter(isAuditEntry));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return entries;
  }

  #vault(): string {
    if (this.#tables.vault === undefined) throw new Error('this function keeps nothing in the vault');
    return this.#tables.vault;
  }

  #casePut(commit: CaseCommit<unknown>, after: StoredCase<unknown>) {
    const put = {
      TableName: this.#tables.core,
      Item: {
        ...commit.index,
        pk: commit.caseId,
        sk: META,
        status: after.status,
        version: after.version,
        auditSeq: after.auditSeq,
        auditHash: after.auditHash,
        state: after.state,
      },
    };
    if (commit.before === undefined) return { ...put, ConditionExpression: 'attribute_not_exists(pk)' };
    return {
      ...put,
      ConditionExpression: '#version = :version AND #status = :status',
      ExpressionAttributeNames: { '#version': 'version', '#status': 'status' },
      ExpressionAttributeValues: { ':version': commit.before.version, ':status': commit.before.status },
    };
  }

  #rowPut({ row, expect, table }: RowPut) {
    const put = { TableName: table === undefined ? this.#tables.core : this.#vault(), Item: row };
    if (expect === 'any') return put;
    if (expect === 'absent') return { ...put, ConditionExpression: 'attribute_not_exists(pk)' };
    const names = Object.keys(expect);
    return {
      ...put,
      ConditionExpression: names.map((_, i) => `#e${i} = :e${i}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#e${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:e${i}`, expect[name]])),
    };
  }
}

/** The rows stand after the case and its audit entry; a failed condition of those two means `stale`. */
const ROWS_FROM = 2;

function refusal(
  error: unknown,
  ownItems: number,
): { ok: false; reason: 'stale' } | { ok: false; reason: 'row'; index: number } {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  const failed = reasons.indexOf('ConditionalCheckFailed');
  if (failed >= ROWS_FROM && failed < ownItems)
    return { ok: false, reason: 'row', index: failed - ROWS_FROM };
  if (failed >= 0 || reasons.includes('TransactionConflict')) return { ok: false, reason: 'stale' };
  throw error;
}
