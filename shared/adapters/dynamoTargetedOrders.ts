import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { CaseStore } from '../case/caseStore.ts';
import { inParallel } from '../inParallel.ts';
import type { OrderLists } from '../targeted/ports.ts';
import {
  listOfOrders,
  type OrderStatus,
  orderCaseId,
  originKey,
  type StoredOrder,
  type TargetedOrder,
} from '../targeted/targetedOrder.ts';
import { indexes } from './coreTable.ts';

const AT_ONCE = 16;

/** The targeted orders in the core table: the index gives the numbers, the cases are read where they stand. */
export class DynamoTargetedOrders implements OrderLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #cases: CaseStore;

  constructor(client: DynamoDBDocumentClient, table: string, cases: CaseStore) {
    this.#client = client;
    this.#table = table;
    this.#cases = cases;
  }

  async ofYear(year: number): Promise<readonly StoredOrder[]> {
    const numbers: string[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': listOfOrders(year) },
        ScanIndexForward: false,
      },
    );
    for await (const page of pages) numbers.push(...(page.Items ?? []).map((item) => String(item['glsk'])));
    const found = new Map<string, StoredOrder>();
    await inParallel(numbers, AT_ONCE, async (number) => {
      const order = await this.#cases.load<TargetedOrder>(orderCaseId(number));
      if (order !== undefined) found.set(number, order);
    });
    return numbers.flatMap((number) => found.get(number) ?? []);
  }

  async count(year: number, status: OrderStatus): Promise<number> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        FilterExpression: '#status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':list': listOfOrders(year), ':status': status },
        Select: 'COUNT',
      },
    );
    let count = 0;
    for await (const page of pages) count += page.Count ?? 0;
    return count;
  }

  async madeFrom(origin: string): Promise<string | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: originKey(origin), ConsistentRead: true }),
    );
    return item === undefined ? undefined : String(item['number']);
  }
}
