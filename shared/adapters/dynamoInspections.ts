import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
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
import { CaseLists, type Item } from './caseLists.ts';

/** The lists and queues of inspections in the core table; the cases are read strongly consistent by their keys. */
export class DynamoInspections implements InspectionLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#lists = new CaseLists(client, table);
  }

  ofYear(year: string): Promise<readonly StoredInspection[]> {
    return this.#lists.listed<InspectionCase>(listOfYear(year));
  }

  ofAgency(uscc: string): Promise<readonly StoredInspection[]> {
    return this.#lists.listed<InspectionCase>(agencyList(uscc));
  }

  ofInspector(inspectorId: string): Promise<readonly StoredInspection[]> {
    return this.#lists.assigned<InspectionCase>(assigneeKey(inspectorId));
  }

  async underWay(): Promise<readonly StoredInspection[]> {
    const found = await Promise.all([OPEN_QUEUE, PUBLIC_QUEUE].map((queue) => this.#lists.queue(queue)));
    return this.#lists.load<InspectionCase>(found.flat().map((item) => String(item['pk'])));
  }

  async open(): Promise<readonly string[]> {
    return (await this.#lists.queue(OPEN_QUEUE)).map(numberOf);
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const found = await Promise.all(
      [OPEN_QUEUE, PUBLIC_QUEUE].map((queue) => this.#lists.queue(queue, now, limit)),
    );
    return found.flat().map(numberOf);
  }

  postpone(looked: StoredInspection, until: string): Promise<void> {
    return this.#lists.postpone(looked, until);
  }

  async answers(number: string): Promise<readonly { readonly key: string; readonly answer: unknown }[]> {
    const items = await this.#lists.query({
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
    const keys = await this.#lists.queue(PAPER_QUEUE, now, limit);
    return (await this.#lists.rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone({ inspection, key }: QueuedPaper): Promise<void> {
    return this.#lists.delete(`OB#PAPER#${inspection}#${key}`);
  }

  async replacements(): Promise<readonly QueuedReplacement[]> {
    const rows = await this.#lists.rows(await this.#lists.queue(REPLACE_QUEUE));
    return rows.map((item) => ({ inspection: String(item['inspection']), request: String(item['request']) }));
  }

  replacementDone({ inspection, request }: QueuedReplacement): Promise<void> {
    return this.#lists.delete(`OB#REPLACE#${inspection}#${request}`);
  }
}

const numberOf = (item: Item) => String(item['pk']).slice(INSPECTION_PREFIX.length);
