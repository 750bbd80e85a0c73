import type { CaseCommit, RowPut, StoredCase } from '../case/caseStore.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import { creditCaseId } from './creditEntry.ts';
import type { CreditItem } from './creditItem.ts';
import { asItWas, HELD_QUEUE, itemRow, LEDGER_LIST } from './creditRows.ts';
import type { DifferenceCommand } from './differences.ts';
import { orderOf } from './order.ts';
import type { CreditCommand } from './transitions.ts';

/** Everything that was said about one agency is one case: its entries and differences are rows beside it. */
export interface CreditLedger {
  readonly uscc: string;
  /** Name of the agency as it was last used. */
  readonly agency: string;
  /** Since when its next entry has waited for a person. */
  readonly heldSince?: string;
}

/** `held`: the next entry waits for a person, and so does everything after it. */
export type LedgerStatus = 'open' | 'held';

export type StoredLedger = StoredCase<CreditLedger>;

export interface LedgerChange {
  readonly uscc: string;
  readonly agency: string;
  readonly ledger: StoredLedger | undefined;
  /** Every entry of the agency as it is after the change. */
  readonly items: readonly CreditItem[];
  readonly command: CreditCommand | DifferenceCommand;
  /** Code of a closed list. */
  readonly ground?: string;
  readonly rows: readonly RowPut[];
  /** What the entry of the audit chain keeps as keyed digests. */
  readonly seal: Readonly<Record<string, unknown>>;
  readonly actor: Pick<Actor, 'userId'>;
  readonly at: string;
}

/** The transaction of a change that is for good: the ledger, its audit entry and the rows. */
export function ledgerCommit(change: LedgerChange, auditKey: Uint8Array): CaseCommit<CreditLedger> {
  const { uscc, agency, ledger, at } = change;
  const held = orderOf(change.items).held;
  const status: LedgerStatus = held ? 'held' : 'open';
  const heldSince = held ? (ledger?.state.heldSince ?? at) : undefined;
  return {
    caseId: creditCaseId(uscc),
    before: ledger,
    status,
    state: { uscc, agency, ...(heldSince === undefined ? {} : { heldSince }) },
    index: {
      glpk: LEDGER_LIST,
      glsk: uscc,
      name: agency,
      ...(heldSince === undefined ? {} : { gqpk: HELD_QUEUE, gqsk: heldSince }),
    },
    audit: {
      kind: 'credit',
      command: change.command,
      from: ledger?.status ?? '',
      to: status,
      ...(change.ground === undefined ? {} : { ground: change.ground }),
      actor: change.actor.userId,
      at,
      digests: keyedDigests(auditKey, change.seal),
    },
    rows: change.rows,
  };
}

/** A change of one entry. */
export function itemChange(
  before: CreditItem,
  after: CreditItem,
  items: readonly CreditItem[],
): Pick<LedgerChange, 'uscc' | 'agency' | 'items' | 'rows' | 'seal'> {
  return {
    uscc: after.entry.uscc,
    agency: after.entry.agency,
    items: items.map((item) => (item === before ? after : item)),
    rows: [{ row: itemRow(after), expect: asItWas(before) }],
    seal: { entry: after.entry, digest: after.digest ?? '', amended: after.amended?.fields ?? {} },
  };
}
