import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Breaker, closedBreaker } from '../credit/breaker.ts';
import { CREDIT_PREFIX, CREDIT_QUEUE, creditCaseId, ENTRY_PREFIX } from '../credit/creditEntry.ts';
import type { CreditItem } from '../credit/creditItem.ts';
import {
  asItWas,
  BREAKER_KEY,
  DIFFERENCE_PREFIX,
  DIFFERENCE_QUEUE,
  HELD_QUEUE,
  itemOf,
  itemRow,
  LEDGER_LIST,
  LOCK_KEY,
  REPORTS,
} from '../credit/creditRows.ts';
import type { CreditDesk } from '../credit/desk.ts';
import type { CreditDifference } from '../credit/differences.ts';
import type { CreditLedger, StoredLedger } from '../credit/ledger.ts';
import type { AgencyBook, CreditOutbox, ItemChange, StoredBreaker, WaitingEntries } from '../credit/ports.ts';
import type { CreditBooks, CreditReport } from '../credit/reconciling.ts';
import { CaseLists, type Item } from './caseLists.ts';
import { indexes } from './coreTable.ts';

/** DynamoDB reads at most this many items in one call. */
const BATCH = 100;

const usccOf = (item: Item) => String(item['pk']).slice(CREDIT_PREFIX.length);

/** The ledgers of what was said to the credit system, in the core table. */
export class DynamoCredit implements CreditOutbox, CreditBooks, CreditDesk {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #lists: CaseLists;
  readonly #owner: string;

  /** @param owner tells this sender from others; only who locked unlocks */
  constructor(client: DynamoDBDocumentClient, table: string, owner = 'reader') {
    this.#client = client;
    this.#table = table;
    this.#lists = new CaseLists(client, table);
    this.#owner = owner;
  }

  async agenciesDue(now: string): Promise<readonly string[]> {
    return [...new Set((await this.#lists.queue(CREDIT_QUEUE, now)).map(usccOf))];
  }

  async book(uscc: string): Promise<AgencyBook> {
    const rows = await this.#lists.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': creditCaseId(uscc) },
      ConsistentRead: true,
    });
    const head = rows.find(({ sk }) => sk === 'META');
    const items = rows.filter(({ sk }) => String(sk).startsWith(ENTRY_PREFIX)).map(itemOf);
    return { ledger: head === undefined ? undefined : ledgerOf(head), items };
  }

  async items(uscc: string): Promise<readonly CreditItem[]> {
    return (await this.#rows(uscc, ENTRY_PREFIX)).map(itemOf);
  }

  async differences(uscc: string): Promise<readonly CreditDifference[]> {
    return (await this.#rows(uscc, DIFFERENCE_PREFIX)).map((row) => row['difference'] as CreditDifference);
  }

  #rows(uscc: string, prefix: string): Promise<Item[]> {
    return this.#lists.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': creditCaseId(uscc), ':prefix': prefix },
      ConsistentRead: true,
    });
  }

  async write(changes: readonly ItemChange[]): Promise<boolean> {
    const puts = changes.map(({ before, after }) => {
      const was = Object.entries(asItWas(before));
      return {
        Put: {
          TableName: this.#table,
          Item: itemRow(after),
          ConditionExpression: was.map((_, i) => `#e${i} = :e${i}`).join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(was.map(([name], i) => [`#e${i}`, name])),
          ExpressionAttributeValues: Object.fromEntries(was.map(([, value], i) => [`:e${i}`, value])),
        },
      };
    });
    try {
      await this.#client.send(new TransactWriteCommand({ TransactItems: puts }));
      return true;
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;
      const changed = ['ConditionalCheckFailed', 'TransactionConflict'];
      if (reasons?.some(({ Code }) => changed.includes(Code ?? '')) === true) return false;
      throw error;
    }
  }

  async breaker(): Promise<StoredBreaker> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: BREAKER_KEY, ConsistentRead: true }),
    );
    return {
      breaker: (item?.['breaker'] as Breaker | undefined) ?? closedBreaker,
      revision: Number(item?.['revision'] ?? 0),
    };
  }

  keepBreaker(breaker: Breaker, revision: number): Promise<boolean> {
    return unlessChanged(
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...BREAKER_KEY, breaker, revision: revision + 1 },
          ...(revision === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'revision = :revision',
                ExpressionAttributeValues: { ':revision': revision },
              }),
        }),
      ),
    );
  }

  lock(now: string, until: string): Promise<boolean> {
    return unlessChanged(
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: LOCK_KEY,
          UpdateExpression: 'SET lockedUntil = :until, lockOwner = :owner',
          ConditionExpression: 'attribute_not_exists(lockedUntil) OR lockedUntil <= :now',
          ExpressionAttributeValues: { ':until': until, ':owner': this.#owner, ':now': now },
        }),
      ),
    );
  }

  async unlock(): Promise<void> {
    await unlessChanged(
      this.#client.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: LOCK_KEY,
          ConditionExpression: 'lockOwner = :owner',
          ExpressionAttributeValues: { ':owner': this.#owner },
        }),
      ),
    );
  }

  async agencies(): Promise<readonly string[]> {
    const [ledgers, waiting] = await Promise.all([
      this.#lists.query({
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': LEDGER_LIST },
      }),
      this.#lists.queue(CREDIT_QUEUE),
    ]);
    return [...new Set([...ledgers, ...waiting].map(usccOf))];
  }

  async keepReport(report: CreditReport): Promise<void> {
    await this.#client.send(
      new PutCommand({ TableName: this.#table, Item: { pk: REPORTS, sk: report.day, report } }),
    );
  }

  async reports(most: number): Promise<readonly CreditReport[]> {
    const rows = await this.#lists.query(
      {
        KeyConditionExpression: 'pk = :reports',
        ExpressionAttributeValues: { ':reports': REPORTS },
        ScanIndexForward: false,
      },
      most,
    );
    return rows.map((row) => row['report'] as CreditReport);
  }

  async report(day: string): Promise<CreditReport | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { pk: REPORTS, sk: day } }),
    );
    return item?.['report'] as CreditReport | undefined;
  }

  async waiting(most: number): Promise<WaitingEntries> {
    const keys = await this.#lists.queue(CREDIT_QUEUE);
    const rows = await this.#load(keys.slice(0, most));
    return {
      count: keys.length,
      agencies: new Set(keys.map(({ pk }) => pk)).size,
      shown: rows.map(itemOf),
    };
  }

  async held(): Promise<readonly StoredLedger[]> {
    const keys = await this.#lists.queue(HELD_QUEUE);
    return this.#lists.load<CreditLedger>(keys.map(({ pk }) => String(pk)));
  }

  async openDifferences(): Promise<readonly CreditDifference[]> {
    const rows = await this.#load(await this.#lists.queue(DIFFERENCE_QUEUE));
    return rows.map((row) => row['difference'] as CreditDifference);
  }

  async countForPeople(): Promise<{ readonly entries: number; readonly differences: number }> {
    const [held, differences] = await Promise.all([
      this.#lists.queue(HELD_QUEUE),
      this.#lists.queue(DIFFERENCE_QUEUE),
    ]);
    return { entries: held.length, differences: differences.length };
  }

  /** The rows of these keys, in their order; several stand under one partition key. */
  async #load(keys: readonly Item[]): Promise<readonly Item[]> {
    const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
    const found = new Map<string, Item>();
    for (let from = 0; from < keys.length; from += BATCH) {
      let left: Record<string, unknown>[] = keys.slice(from, from + BATCH).map(({ pk, sk }) => ({ pk, sk }));
      while (left.length > 0) {
        const page = await this.#client.send(
          new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: left, ConsistentRead: true } } }),
        );
        for (const item of page.Responses?.[this.#table] ?? []) found.set(nameOf(item), item);
        left = page.UnprocessedKeys?.[this.#table]?.Keys ?? [];
      }
    }
    return keys.map((key) => found.get(nameOf(key))).filter((item) => item !== undefined);
  }
}

function ledgerOf(item: Item): StoredLedger {
  return {
    caseId: String(item['pk']),
    status: String(item['status']),
    version: Number(item['version']),
    auditSeq: Number(item['auditSeq']),
    auditHash: String(item['auditHash']),
    state: item['state'] as CreditLedger,
  };
}

async function unlessChanged(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
