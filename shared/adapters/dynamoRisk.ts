import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RiskLedger } from '../risk/ledger.ts';
import type { QueuedRiskEvent, RiskLists, StoredLedger } from '../risk/ports.ts';
import { RISK_QUEUE, type RiskEvent } from '../risk/riskEvent.ts';
import { RISK_DUE_QUEUE, RISK_PREFIX, RISK_REVIEW_LIST } from '../risk/riskRows.ts';
import { CaseLists } from './caseLists.ts';

/** The queues of the ledgers in the core table. */
export class DynamoRisk implements RiskLists {
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#lists = new CaseLists(client, table);
  }

  async waiting(limit: number): Promise<readonly QueuedRiskEvent[]> {
    const rows = await this.#lists.rows(await this.#lists.queue(RISK_QUEUE, undefined, limit));
    return rows.flatMap(({ pk, gqsk, event }) =>
      gqsk === undefined ? [] : [{ pk: String(pk), queued: String(gqsk), event: event as RiskEvent }],
    );
  }

  taken({ pk, queued }: QueuedRiskEvent): Promise<void> {
    return this.#lists.dequeue(pk, queued);
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const keys = await this.#lists.queue(RISK_DUE_QUEUE, now, limit);
    return keys.map(({ pk }) => String(pk).slice(RISK_PREFIX.length));
  }

  postpone(looked: StoredLedger, until: string): Promise<void> {
    return this.#lists.postpone(looked, until);
  }

  reviews(): Promise<readonly StoredLedger[]> {
    return this.#lists.listed<RiskLedger>(RISK_REVIEW_LIST);
  }
}
