import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import type { PlanStore } from '../plan/planStore.ts';
import type { RegisterStore } from '../register/registerStore.ts';
import type { RiskLedger } from './ledger.ts';
import type { RiskEvent } from './riskEvent.ts';

export type StoredLedger = StoredCase<RiskLedger>;

/** What the commands of the ledgers work with. */
export interface RiskDeps {
  readonly cases: CaseStore;
  readonly register: RegisterStore;
  readonly plans: Pick<PlanStore, 'lastPublished' | 'mark'>;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

/** An event that waits. `queued` names this telling of it: told again meanwhile, it waits again. */
export interface QueuedRiskEvent {
  readonly pk: string;
  readonly queued: string;
  readonly event: RiskEvent;
}

/** The queues of the ledgers; the ledgers themselves are read by the case store. */
export interface RiskLists {
  /** What waits to be taken, oldest first. */
  waiting(limit: number): Promise<readonly QueuedRiskEvent[]>;
  /** Takes an event out of the queue; its row stays. */
  taken(event: QueuedRiskEvent): Promise<void>;
  /** Uscc of ledgers to which time does something by now. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Nothing is left to do to this version before this instant. */
  postpone(looked: StoredLedger, until: string): Promise<void>;
  /** Ledgers in which a review waits for a second person. */
  reviews(): Promise<readonly StoredLedger[]>;
}
