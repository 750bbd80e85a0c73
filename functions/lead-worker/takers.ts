import type { Lead, LeadTo } from '../../shared/lead/lead.ts';
import type { LeadQueue } from '../../shared/lead/leadQueue.ts';
import type { Result } from '../../shared/problem.ts';
import type { RiskDeps, RiskLists } from '../../shared/risk/ports.ts';
import { ageLedger, takeRiskEvent } from '../../shared/risk/taking.ts';

export interface LeadWorkerDeps {
  readonly risk: RiskDeps & { readonly lists: RiskLists };
  readonly leads: LeadQueue;
  /** Which procedure takes a lead up. A lead to one that is not here waits in the queue. */
  readonly procedures: Partial<Readonly<Record<LeadTo, (lead: Lead) => Promise<Result<unknown>>>>>;
}

/** Something that waits: taken up by its procedure, then out of its queue. Both may be repeated. */
export interface Waiting {
  readonly id: string;
  readonly take: () => Promise<Result<unknown>>;
  readonly done: () => Promise<void>;
}

/** Rows of a queue that one run takes; what is left is taken by the next. */
const MOST = 500;

/** What this worker does, queue by queue: one line for each. */
export const takers: readonly ((deps: LeadWorkerDeps) => Promise<readonly Waiting[]>)[] = [
  async ({ leads, procedures }) =>
    (await leads.waiting(MOST)).flatMap((queued) => {
      const procedure = procedures[queued.lead.to];
      if (procedure === undefined) return [];
      return [{ id: queued.pk, take: () => procedure(queued.lead), done: () => leads.taken(queued) }];
    }),
  async ({ risk }) =>
    (await risk.lists.waiting(MOST)).map((queued) => ({
      id: queued.pk,
      take: () => takeRiskEvent(risk, queued.event),
      done: () => risk.lists.taken(queued),
    })),
  async ({ risk }) => {
    const now = `${risk.now().toISOString().slice(0, 19)}Z`;
    return (await risk.lists.due(now, MOST)).map((uscc) => ({
      id: uscc,
      take: () => ageLedger(risk, uscc),
      // A ledger leaves its queue by its own commit, or is put off.
      done: async () => {},
    }));
  },
];
