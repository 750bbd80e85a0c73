import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ComplaintCase } from '../complaint/complaintCase.ts';
import {
  agencyList,
  COMPLAINT_PREFIX,
  complaintCaseId,
  ERASURE_QUEUE,
  FILE_QUEUE,
  type FilerMessage,
  handlerKey,
  listOfMonth,
  MESSAGE_PREFIX,
  OPEN_QUEUE,
  PAPER_QUEUE,
  type QueuedPaper,
  REVEAL_QUEUE,
  receiptKey,
  receiptOfCaseKey,
  samenessList,
} from '../complaint/complaintRows.ts';
import type { ComplaintLists, StoredComplaint } from '../complaint/ports.ts';
import { CaseLists, type Item } from './caseLists.ts';

/** The lists and queues of complaints and reports in the core table. */
export class DynamoComplaints implements ComplaintLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#lists = new CaseLists(client, table);
  }

  ofMonth(month: string): Promise<readonly StoredComplaint[]> {
    return this.#lists.listed<ComplaintCase>(listOfMonth(month));
  }

  ofHandler(userId: string): Promise<readonly StoredComplaint[]> {
    return this.#lists.assigned<ComplaintCase>(handlerKey(userId));
  }

  ofAgency(uscc: string): Promise<readonly StoredComplaint[]> {
    return this.#lists.listed<ComplaintCase>(agencyList(uscc));
  }

  ofSameness(sameness: string): Promise<readonly StoredComplaint[]> {
    return this.#lists.listed<ComplaintCase>(samenessList(sameness));
  }

  async openCases(): Promise<readonly StoredComplaint[]> {
    return this.#lists.load<ComplaintCase>((await this.#lists.queue(OPEN_QUEUE)).map(caseOf));
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    return (await this.#lists.queue(OPEN_QUEUE, now, limit)).map(idOf);
  }

  async erasableBy(day: string): Promise<readonly StoredComplaint[]> {
    return this.#lists.load<ComplaintCase>((await this.#lists.queue(ERASURE_QUEUE, day)).map(caseOf));
  }

  async revealsAsked(): Promise<readonly StoredComplaint[]> {
    const ids = new Set((await this.#lists.queue(REVEAL_QUEUE)).map(caseOf));
    return this.#lists.load<ComplaintCase>([...ids]);
  }

  postpone(looked: StoredComplaint, until: string): Promise<void> {
    return this.#lists.postpone(looked, until);
  }

  async messages(id: string): Promise<readonly FilerMessage[]> {
    const items = await this.#lists.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': complaintCaseId(id), ':prefix': MESSAGE_PREFIX },
      ConsistentRead: true,
    });
    return items.map((item) => item['message'] as FilerMessage);
  }

  async papers(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    const keys = await this.#lists.queue(PAPER_QUEUE, now, limit);
    return (await this.#lists.rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone({ complaint, key }: QueuedPaper): Promise<void> {
    return this.#lists.delete(`OB#CPPAPER#${complaint}#${key}`);
  }

  async quarantined(): Promise<readonly string[]> {
    const rows = await this.#lists.rows(await this.#lists.queue(FILE_QUEUE));
    return rows.map((item) => String(item['complaint']));
  }

  fileDone(id: string): Promise<void> {
    return this.#lists.delete(`OB#CPFILE#${id}`);
  }

  async ofReceipt(hash: string): Promise<readonly string[] | undefined> {
    return (await this.#get(receiptKey(hash)))?.['cases'] as readonly string[] | undefined;
  }

  async receiptOf(id: string): Promise<string | undefined> {
    return (await this.#get(receiptOfCaseKey(id)))?.['hash'] as string | undefined;
  }

  async #get(key: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item;
  }
}

const caseOf = (item: Item) => String(item['pk']);
const idOf = (item: Item) => caseOf(item).slice(COMPLAINT_PREFIX.length);
