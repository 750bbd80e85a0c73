import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { LEAD_QUEUE, type Lead } from '../lead/lead.ts';
import type { LeadQueue, QueuedLead } from '../lead/leadQueue.ts';
import { CaseLists } from './caseLists.ts';

/** The leads that wait in the core table. */
export class DynamoLeads implements LeadQueue {
  readonly #lists: CaseLists;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#lists = new CaseLists(client, table);
  }

  async waiting(limit: number): Promise<readonly QueuedLead[]> {
    const rows = await this.#lists.rows(await this.#lists.queue(LEAD_QUEUE, undefined, limit));
    return rows.flatMap(({ pk, gqsk, lead }) =>
      gqsk === undefined ? [] : [{ pk: String(pk), queued: String(gqsk), lead: lead as Lead }],
    );
  }

  taken({ pk, queued }: QueuedLead): Promise<void> {
    return this.#lists.dequeue(pk, queued);
  }
}
