import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Party, PenaltyCase } from '../penalty/penaltyCase.ts';
import {
  agencyList,
  handlerKey,
  listOfYear,
  OPEN_QUEUE,
  PAPER_QUEUE,
  PENALTY_PREFIX,
  PUBLIC_QUEUE,
  PUBLISHED_LIST,
  paperKey,
  penaltyCaseId,
  type QueuedPaper,
  sourceKey,
} from '../penalty/penaltyRows.ts';
import type { PenaltyLists, StoredPenalty } from '../penalty/ports.ts';
import { CaseLists, type Item } from './caseLists.ts';

/** The lists and queues of penalty cases in the core table. */
export class DynamoPenalties implements PenaltyLists {
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#lists = new CaseLists(client, table);
  }

  ofYear(year: number): Promise<readonly StoredPenalty[]> {
    return this.#lists.listed<PenaltyCase>(listOfYear(year));
  }

  ofHandler(userId: string): Promise<readonly StoredPenalty[]> {
    return this.#lists.assigned<PenaltyCase>(handlerKey(userId));
  }

  ofAgency(uscc: string): Promise<readonly StoredPenalty[]> {
    return this.#lists.listed<PenaltyCase>(agencyList(uscc));
  }

  async ofSource(caseId: string, party: Pick<Party, 'uscc' | 'name'>): Promise<StoredPenalty | undefined> {
    const [row] = await this.#lists.rows([sourceKey(caseId, party)]);
    if (row === undefined) return undefined;
    return (await this.#lists.load<PenaltyCase>([penaltyCaseId(String(row['penalty']))]))[0];
  }

  published(): Promise<readonly StoredPenalty[]> {
    return this.#lists.listed<PenaltyCase>(PUBLISHED_LIST);
  }

  async openCases(): Promise<readonly StoredPenalty[]> {
    return this.#lists.load<PenaltyCase>((await this.#lists.queue(OPEN_QUEUE)).map(caseOf));
  }

  async open(): Promise<readonly string[]> {
    return (await this.#lists.queue(OPEN_QUEUE)).map(idOf);
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const open = await this.#lists.queue(OPEN_QUEUE, now, limit);
    const left = limit - open.length;
    const published = left > 0 ? await this.#lists.queue(PUBLIC_QUEUE, now, left) : [];
    return [...open, ...published].map(idOf);
  }

  postpone(looked: StoredPenalty, until: string): Promise<void> {
    return this.#lists.postpone(looked, until);
  }

  async papers(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    const keys = await this.#lists.queue(PAPER_QUEUE, now, limit);
    return (await this.#lists.rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone({ penalty, key }: QueuedPaper): Promise<void> {
    return this.#lists.delete(paperKey(penalty, key).pk);
  }
}

const caseOf = (item: Item) => String(item['pk']);
const idOf = (item: Item) => caseOf(item).slice(PENALTY_PREFIX.length);
