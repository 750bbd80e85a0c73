import type { Lead } from './lead.ts';

/** A lead that waits. `queued` names this handing over: decided again meanwhile, it waits again. */
export interface QueuedLead {
  readonly pk: string;
  readonly queued: string;
  readonly lead: Lead;
}

export interface LeadQueue {
  /** What waits to be taken up, oldest first. */
  waiting(limit: number): Promise<readonly QueuedLead[]>;
  /** Takes a lead out of the queue; its row stays, so that it is seen what was handed over. */
  taken(lead: QueuedLead): Promise<void>;
}
