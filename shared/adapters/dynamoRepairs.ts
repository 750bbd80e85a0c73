import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { RepairLists, StoredRepair } from '../repair/ports.ts';
import type { RepairCase } from '../repair/repairCase.ts';
import {
  agencyList,
  listOfYear,
  OPEN_QUEUE,
  PAPER_QUEUE,
  PUBLIC_QUEUE,
  PUBLISHED_LIST,
  paperPk,
  type QueuedPaper,
  REPAIR_PREFIX,
  type SubjectLock,
  subjectKey,
} from '../repair/repairRows.ts';
import { CaseLists, type Item } from './caseLists.ts';

/** The lists and queues of applications for credit repair in the core table. */
export class DynamoRepairs implements RepairLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#lists = new CaseLists(client, table);
  }

  ofYear(year: number): Promise<readonly StoredRepair[]> {
    return this.#lists.listed<RepairCase>(listOfYear(year));
  }

  ofAgency(uscc: string): Promise<readonly StoredRepair[]> {
    return this.#lists.listed<RepairCase>(agencyList(uscc));
  }

  published(): Promise<readonly StoredRepair[]> {
    return this.#lists.listed<RepairCase>(PUBLISHED_LIST);
  }

  async openCases(): Promise<readonly StoredRepair[]> {
    return this.#lists.load<RepairCase>((await this.#lists.queue(OPEN_QUEUE)).map(caseOf));
  }

  async lastAbout(subject: string): Promise<SubjectLock | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: subjectKey(subject), ConsistentRead: true }),
    );
    return item === undefined ? undefined : { repair: String(item['repair']) };
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const open = await this.#lists.queue(OPEN_QUEUE, now, limit);
    const left = limit - open.length;
    const published = left > 0 ? await this.#lists.queue(PUBLIC_QUEUE, now, left) : [];
    return [...open, ...published].map(idOf);
  }

  postpone(looked: StoredRepair, until: string): Promise<void> {
    return this.#lists.postpone(looked, until);
  }

  async papers(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    const keys = await this.#lists.queue(PAPER_QUEUE, now, limit);
    return (await this.#lists.rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone(paper: QueuedPaper): Promise<void> {
    return this.#lists.delete(paperPk(paper));
  }
}

const caseOf = (item: Item) => String(item['pk']);
const idOf = (item: Item) => caseOf(item).slice(REPAIR_PREFIX.length);
