import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import { IMPORT_LIST, IMPORT_QUEUE, type ImportCase } from '../register/commands/importCase.ts';
import type { ImportLists } from '../register/commands/importPorts.ts';
import { indexes } from './coreTable.ts';

/** The imports, as the indexes of the core table list them. */
export class DynamoImports implements ImportLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #cases: CaseStore;

  constructor(client: DynamoDBDocumentClient, table: string, cases: CaseStore) {
    this.#client = client;
    this.#table = table;
    this.#cases = cases;
  }

  async waiting(before: string, limit: number): Promise<readonly string[]> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.queue,
        KeyConditionExpression: 'gqpk = :queue AND gqsk <= :before',
        ExpressionAttributeValues: { ':queue': IMPORT_QUEUE, ':before': before },
        Limit: limit,
      }),
    );
    return (page.Items ?? []).map((item) => String(item['pk']));
  }

  async newest(limit: number): Promise<readonly StoredCase<ImportCase>[]> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.list,
        KeyConditionExpression: 'glpk = :list',
        ExpressionAttributeValues: { ':list': IMPORT_LIST },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    const ids = (page.Items ?? []).map((item) => String(item['glsk']));
    const cases = await Promise.all(ids.map((id) => this.#cases.load<ImportCase>(id)));
    return cases.filter((stored) => stored !== undefined);
  }
}
