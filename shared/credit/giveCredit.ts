import type { CaseStore } from '../case/caseStore.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { problem, type Result } from '../problem.ts';
import { creditCaseId } from './creditEntry.ts';
import type { CreditItem } from './creditItem.ts';
import { type Book, type Change, type DecideItem, findItem, type Moment } from './decisions.ts';
import type { DecideDifference } from './differenceDecisions.ts';
import type { CreditDifference } from './differences.ts';
import { type CreditLedger, ledgerCommit, type StoredLedger } from './ledger.ts';
import type { MappingContext } from './mapping/fieldRow.ts';

export interface CreditDeps {
  readonly cases: Pick<CaseStore, 'load' | 'commit'>;
  readonly books: {
    items(uscc: string): Promise<readonly CreditItem[]>;
    differences(uscc: string): Promise<readonly CreditDifference[]>;
  };
  readonly office: MappingContext['office'];
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
  /** Wakes the sender; speed only, the sweep is the guarantee. Never throws. */
  readonly kick: () => Promise<void>;
}

interface Order {
  readonly uscc: string;
  /** The version of the ledger that the person saw. */
  readonly seen: number;
  readonly actor: Actor;
}

/**
 * Gives what a person decided about an entry.
 *
 * Problems: `credit.unknown`, `credit.role`, `credit.status`, `credit.stale` (the ledger has moved on), and what the
 * decision itself refuses.
 *
 * @param id `<key>@<version>` of the entry
 */
export function giveItem<Input>(
  deps: CreditDeps,
  order: Order & { readonly id: string },
  decide: DecideItem<Input>,
  input: Input,
): Promise<Result<StoredLedger>> {
  return give(deps, order, async (book, moment) => {
    const item = findItem(book.items, order.id);
    return item.ok ? decide(book, item.value, input, moment) : item;
  });
}

/** Gives what a person decided about a difference. Problems: as of `giveItem`. */
export function giveDifference<Input>(
  deps: CreditDeps,
  order: Order & { readonly key: string },
  decide: DecideDifference<Input>,
  input: Input,
): Promise<Result<StoredLedger>> {
  return give(deps, order, async (book, moment) => {
    const difference = (await deps.books.differences(order.uscc)).find(({ key }) => key === order.key);
    return difference === undefined ? problem('credit.unknown') : decide(book, difference, input, moment);
  });
}

async function give(
  deps: CreditDeps,
  { uscc, seen, actor }: Order,
  decide: (book: Book, moment: Moment) => Promise<Result<Change>>,
): Promise<Result<StoredLedger>> {
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  // The ledger first: an entry that comes in meanwhile is younger than all that was seen.
  const ledger = await deps.cases.load<CreditLedger>(creditCaseId(uscc));
  if ((ledger?.version ?? 0) !== seen) return problem('credit.stale');
  const items = await deps.books.items(uscc);
  const decided = await decide({ ledger, items }, { actor, at, office: deps.office });
  if (!decided.ok) return decided;
  const commit = ledgerCommit({ ...decided.value, ledger, actor, at }, await deps.auditKey());
  const outcome = await deps.cases.commit(commit);
  if (!outcome.ok) return problem('credit.stale');
  await deps.kick();
  return { ok: true, value: outcome.case };
}
