import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { holidayCaseId, type StoredHolidays } from '../calendar/holidayCase.ts';
import { HOLIDAY_LIST, type HolidayTables } from '../calendar/holidayStore.ts';
import { indexes } from './coreTable.ts';

/** The holiday tables of the office in the core table. */
export class DynamoHolidays implements HolidayTables {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async get(year: number): Promise<StoredHolidays | undefined> {
    const caseId = holidayCaseId(year);
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { pk: caseId, sk: 'META' }, ConsistentRead: true }),
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

  /** The index gives the years, the cases are read by their keys: one a year. */
  async list(): Promise<readonly StoredHolidays[]> {
    const { Items: items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': HOLIDAY_LIST },
      }),
    );
    const stored = await Promise.all(items.map((item) => this.get(Number(item['glsk']))));
    return stored.filter((found) => found !== undefined);
  }
}
