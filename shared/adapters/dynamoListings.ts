import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingCase } from '../listing/listingCase.ts';
import {
  agencyList,
  ENDED_LIST,
  entriesKey,
  LISTING_PREFIX,
  OPEN_LIST,
  OPEN_QUEUE,
  originKey,
  PAPER_QUEUE,
  type QueuedPaper,
  queuedPaperPk,
} from '../listing/listingRows.ts';
import type { ListingLists, StoredListing } from '../listing/ports.ts';
import type { AgencyEntries } from '../listing/standing.ts';
import { CaseLists, type Item } from './caseLists.ts';

/** The lists and queues of listings in the core table. */
export class DynamoListings implements ListingLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#lists = new CaseLists(client, table);
  }

  open(): Promise<readonly StoredListing[]> {
    return this.#lists.listed<ListingCase>(OPEN_LIST);
  }

  ended(): Promise<readonly StoredListing[]> {
    return this.#lists.listed<ListingCase>(ENDED_LIST);
  }

  ofAgency(uscc: string): Promise<readonly StoredListing[]> {
    return this.#lists.listed<ListingCase>(agencyList(uscc));
  }

  async entries(uscc: string): Promise<AgencyEntries> {
    const item = await this.#get(entriesKey(uscc));
    if (item === undefined) return { rev: 0, open: [] };
    return { rev: Number(item['rev']), open: item['open'] as AgencyEntries['open'] };
  }

  async madeFrom(origin: string): Promise<string | undefined> {
    const item = await this.#get(originKey(origin));
    return item === undefined ? undefined : String(item['id']);
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const found = await this.#lists.queue(OPEN_QUEUE, now, limit);
    return found.map((item) => String(item['pk']).slice(LISTING_PREFIX.length));
  }

  postpone(looked: StoredListing, until: string): Promise<void> {
    return this.#lists.postpone(looked, until);
  }

  async papers(now: string, limit: number): Promise<readonly QueuedPaper[]> {
    const keys = await this.#lists.queue(PAPER_QUEUE, now, limit);
    return (await this.#lists.rows(keys)).map((item) => item['paper'] as QueuedPaper);
  }

  paperDone(paper: QueuedPaper): Promise<void> {
    return this.#lists.delete(queuedPaperPk(paper));
  }

  async #get(key: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item;
  }
}
