import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Agency } from '../register/agency.ts';
import { searchAgencies } from '../register/commands/agencySearch.ts';
import {
  historyEntries,
  type Key,
  layouts,
  lockKey,
  lockPut,
  rosterPartitions,
  storedRow,
  type TableRows,
  tableRows,
} from '../register/commands/registerRows.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import type { Inspector } from '../register/inspector.ts';
import type { Practitioner } from '../register/practitioner.ts';
import {
  type AgencyFilters,
  type BulkOrigin,
  type HistoryEntry,
  type Kept,
  type KeptRelation,
  NO_LOCK,
  type Page,
  type PageRequest,
  type RegisterKind,
  type RegisterLock,
  type RegisterRows,
  type RegisterSnapshot,
  type RegisterStore,
  type RowWrite,
} from '../register/registerStore.ts';
import type { Relation } from '../register/relation.ts';

type Item = Readonly<Record<string, unknown>>;
type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** DynamoDB takes 100 actions a transaction; one is the condition on the lock. */
const ACTIONS = 99;
/** And 4 MB of rows; a checklist, in the row, the roster and the history, can be a few hundred kilobytes. */
const BYTES = 3_000_000;
/** A batch is written again for at most about a quarter of a minute. */
const ATTEMPTS = 14;
/** Another worker writes the same rows, or the table's fuse against runaway costs slows us down. */
const PASSING = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
]);
/** How often a snapshot is read again because somebody edited the register meanwhile. */
const SNAPSHOT_READS = 5;

/** The registers in the core table. */
export class DynamoRegister implements RegisterStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  agencies(): Promise<readonly Agency[]> {
    return this.#roster('agency');
  }

  agency(uscc: string): Promise<Kept<Agency> | undefined> {
    return this.#kept('agency', [uscc]);
  }

  async search(filters: AgencyFilters, page: PageRequest): Promise<Page<Agency>> {
    return searchAgencies(await this.agencies(), filters, page);
  }

  inspectors(): Promise<readonly Inspector[]> {
    return this.#roster('inspector');
  }

  inspector(id: string): Promise<Kept<Inspector> | undefined> {
    return this.#kept('inspector', [id]);
  }

  items(): Promise<readonly InspectionItem[]> {
    return this.#roster('item');
  }

  item(code: string, version: number): Promise<Kept<InspectionItem> | undefined> {
    return this.#kept('item', [code, String(version)]);
  }

  relations(): Promise<readonly Relation[]> {
    return this.#roster('relation');
  }

  relation(inspectorId: string, agencyUscc: string): Promise<KeptRelation | undefined> {
    return this.#kept('relation', [inspectorId, agencyUscc]);
  }

  async practitioners(agencyUscc: string): Promise<readonly Practitioner[]> {
    const items = await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `AG#${agencyUscc}`, ':prefix': 'PR#' },
    });
    return items.map((item) => item['row'] as Practitioner);
  }

  allPractitioners(): Promise<readonly Practitioner[]> {
    return this.#roster('practitioner');
  }

  async history(kind: RegisterKind, key: readonly string[]): Promise<readonly HistoryEntry[]> {
    const { pk, prefix } = layouts[kind].history(key);
    const items = await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
    });
    return items.flatMap(historyEntries);
  }

  async lock(): Promise<RegisterLock> {
    const item = await this.#get(lockKey);
    if (item === undefined) return NO_LOCK;
    return { holder: item['holder'] as string, rev: item['rev'] as number };
  }

  async snapshot(): Promise<RegisterSnapshot | undefined> {
    for (let read = 0; read < SNAPSHOT_READS; read++) {
      const before = await this.lock();
      if (before.holder !== '') return undefined;
      const [agencies, inspectors, relations] = await Promise.all([
        this.agencies(),
        this.inspectors(),
        this.relations(),
      ]);
      const after = await this.lock();
      if (after.rev === before.rev && after.holder === '') {
        return { lock: after, agencies, inspectors, relations, unchanged: lockPut(after, after) };
      }
    }
    return undefined;
  }

  /**
   * One transaction after the other, each of which moves the lock's own count of rows on: a worker that was
   * killed leaves off where the next begins, two at once take turns, and one that was thought dead and comes
   * back after the end can change nothing.
   */
  async write(rows: readonly RowWrite[], { importId, ...origin }: BulkOrigin): Promise<boolean> {
    let done = await this.#writtenOf(importId);
    while (done !== undefined && done < rows.length) {
      const batch: Operation[] = [];
      let next = done;
      let bytes = 0;
      for (; next < rows.length; next++) {
        const row = rows[next];
        if (row === undefined) break;
        const operations = this.#operations(tableRows(row, { ...origin, source: importId }));
        bytes += Buffer.byteLength(JSON.stringify(operations));
        if (batch.length > 0 && (batch.length + operations.length > ACTIONS || bytes > BYTES)) break;
        batch.push(...operations);
      }
      const moved = await this.#transact([this.#moveOn(importId, done, next), ...batch]);
      done = moved ? next : await this.#writtenOf(importId);
    }
    return done !== undefined;
  }

  /** How many rows of the import stand already; `undefined` when it does not hold the lock. */
  async #writtenOf(importId: string): Promise<number | undefined> {
    const item = await this.#get(lockKey);
    if (item?.['holder'] !== importId) return undefined;
    return typeof item['done'] === 'number' ? item['done'] : 0;
  }

  #moveOn(importId: string, done: number, next: number): Operation {
    return {
      Update: {
        TableName: this.#table,
        Key: lockKey,
        UpdateExpression: 'SET #done = :next',
        ConditionExpression: `#holder = :holder AND ${done === 0 ? 'attribute_not_exists(#done)' : '#done = :done'}`,
        ExpressionAttributeNames: { '#holder': 'holder', '#done': 'done' },
        ExpressionAttributeValues: {
          ':holder': importId,
          ':next': next,
          ...(done === 0 ? {} : { ':done': done }),
        },
      },
    };
  }

  #operations({ own, others, gone }: TableRows): Operation[] {
    const puts = [own, ...others].map((row) => ({ Put: { TableName: this.#table, Item: row } }));
    if (gone === undefined) return puts;
    return [...puts, { Delete: { TableName: this.#table, Key: { pk: gone.pk, sk: gone.sk } } }];
  }

  /** False when the condition on the lock, the first action, fails. Waits out conflicts and throttling. */
  async #transact(operations: Operation[]): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems: operations }));
        return true;
      } catch (error) {
        const reasons = cancellations(error);
        if (reasons[0] === 'ConditionalCheckFailed') return false;
        if (attempt === ATTEMPTS || !reasons.some((reason) => PASSING.has(reason))) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 25 * 2 ** attempt)));
      }
    }
  }

  async #get(key: Key): Promise<Item | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item;
  }

  async #kept<K extends RegisterKind>(kind: K, id: readonly string[]) {
    const item = await this.#get(layouts[kind].own(id));
    if (item === undefined) return undefined;
    const withdrawnOn = item['withdrawnOn'];
    return {
      value: storedRow(kind, item['row']),
      rev: item['rev'] as number,
      ...(typeof withdrawnOn === 'string' ? { withdrawnOn } : {}),
    };
  }

  /** The shards are read side by side and put into one order, whatever their number. */
  async #roster<K extends RegisterKind>(kind: K): Promise<readonly RegisterRows[K][]> {
    const shards = await Promise.all(
      rosterPartitions(kind).map((pk) =>
        this.#query({ KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }),
      ),
    );
    return shards
      .flat()
      .filter((item) => item['withdrawnOn'] === undefined)
      .sort((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1))
      .map((item) => storedRow(kind, JSON.parse(String(item['json']))));
  }

  async #query(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          ...input,
          TableName: this.#table,
          ConsistentRead: true,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      items.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }
}

/** Why a transaction did not go through: one code per action, or the name of the error. */
function cancellations(error: unknown): readonly string[] {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
  }
  return error instanceof Error ? [error.name] : [];
}
