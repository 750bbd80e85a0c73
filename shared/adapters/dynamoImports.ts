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

  waiting(limit: number): Promise<readonly string[]> {
    return this.#keys(indexes.queue, 'gqpk', IMPORT_QUEUE, true, limit);
  }

  async newest(limit: number): Promise<readonly StoredCase<ImportCase>[]> {
    const ids = await this.#keys(indexes.list, 'glpk', IMPORT_LIST, false, limit);
    const cases = await Promise.all(ids.map((id) => this.#cases.load<ImportCase>(id)));
    return cases.filter((stored) => stored !== undefined);
  }

  async #keys(index: string, attribute: string, partition: string, forward: boolean, limit: number) {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: index,
        KeyConditionExpression: '#partition = :partition',
        ExpressionAttributeNames: { '#partition': attribute },
        ExpressionAttributeValues: { ':partition': partition },
        ProjectionExpression: 'pk',
        ScanIndexForward: forward,
        Limit: limit,
      }),
    );
    return (page.Items ?? []).map((item) => String(item['pk']));
  }
}
