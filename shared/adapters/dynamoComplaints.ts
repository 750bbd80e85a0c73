import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ComplaintCase } from '../complaint/complaintCase.ts';
import {
  agencyList,
  COMPLAINT_PREFIX,
  complaintCaseId,
  ERASURE_QUEUE,
  FILE_QUEUE,
  FILER_QUEUE,
  type FilerMessage,
  fileKey,
  handlerKey,
  listOfMonth,
  MESSAGE_PREFIX,
  PAPER_QUEUE,
  type QueuedPaper,
  RECEIVED_QUEUE,
  REVEAL_QUEUE,
  receiptKey,
  receiptOfCaseKey,
  samenessList,
  UNREAD_QUEUE,
  WORKED_QUEUE,
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
    const queues = await Promise.all(
      [WORKED_QUEUE, RECEIVED_QUEUE, UNREAD_QUEUE].map((queue) => this.#lists.queue(queue)),
    );
    // A case that moves between two reads stands in both.
    const ids = new Set(queues.flat().map(caseOf));
    return this.#lists.load<ComplaintCase>([...ids]);
  }

  async worked(): Promise<readonly string[]> {
    return (await this.#lists.queue(WORKED_QUEUE)).map(idOf);
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const worked = await this.#lists.queue(WORKED_QUEUE, now, limit);
    const left = limit - worked.length;
    const received = left > 0 ? await this.#lists.queue(RECEIVED_QUEUE, now, left) : [];
    return [...new Set([...worked, ...received].map(idOf))];
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

  papers(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    return this.#orders(PAPER_QUEUE, now, limit);
  }

  filerOrders(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    return this.#orders(FILER_QUEUE, now, limit);
  }

  async #orders(queue: string, now: string, limit: number): Promise<readonly QueuedPaper[]> {
    const keys = await this.#lists.queue(queue, now, limit);
    return (await this.#lists.rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone({ complaint, key }: QueuedPaper): Promise<void> {
    return this.#lists.delete(`OB#CPPAPER#${complaint}#${key}`);
  }

  async quarantined(since: string, limit: number): Promise<readonly string[]> {
    const keys = await this.#lists.queue(FILE_QUEUE, since, limit);
    return keys.map(({ pk }) => String(pk).slice(fileKey('').length));
  }

  fileDone(id: string): Promise<void> {
    return this.#lists.delete(fileKey(id));
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
