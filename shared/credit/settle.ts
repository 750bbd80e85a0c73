import type { CaseCommit } from '../case/caseStore.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { inParallel } from '../inParallel.ts';
import { pauseAfter } from './backoff.ts';
import { creditCaseId } from './creditEntry.ts';
import { type CreditItem, withSaid } from './creditItem.ts';
import { type CreditLedger, itemChange, ledgerCommit, type StoredLedger } from './ledger.ts';
import { outcomeOf } from './outcomes.ts';
import type { AgencyBook, Answered, ItemChange, PushDeps } from './ports.ts';

/** How often a change is written anew when somebody else changed the ledger meanwhile. */
const ATTEMPTS = 8;
/** Ledgers of one transaction: each is its case, its audit entry and its entry, and DynamoDB takes 100 rows. */
const MOST_LEDGERS = 30;
const MOST_ROWS = 100;
const WIDTH = 16;

/** Where an attempt leaves its entry. */
export type Settled = 'acknowledged' | 'rejected' | 'deferred' | 'superseded' | 'elsewhere';

/** What came of one entry. */
export interface Attempted {
  /** The entry as it is stored now. */
  readonly item: CreditItem;
  /** Its agency as it was read, `item` among its entries. */
  readonly book: AgencyBook;
  readonly answered: Answered;
}

const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The entry after an attempt that decided nothing: it comes back after a pause, to be sent or asked after. */
export function deferred(item: CreditItem, answered: Answered, now: Date, random: number): CreditItem {
  const { nextAt: _, ...rest } = item;
  const at = instant(now.getTime());
  const { outcome, answer, retryAt } = answered;
  const { taken, remote } = outcomeOf(outcome);
  const status = taken === 'unknown' ? 'sent' : 'queued';
  const said = { at, outcome, ...(answer === undefined ? {} : { answer }) };
  // It is only known now that it is not there: nothing stands against sending it at once.
  if (outcome === 'not-there') return withSaid({ ...rest, status, nextAt: at }, said);
  const failures = item.failures + (remote === 'fails' || outcome === 'awaiting' ? 1 : 0);
  const pause = instant(now.getTime() + pauseAfter(Math.max(1, failures), random));
  const nextAt = retryAt !== undefined && retryAt > pause ? retryAt : pause;
  return withSaid({ ...rest, status, failures, nextAt }, said);
}

function ended(item: CreditItem, answered: Answered, at: string): CreditItem {
  const { nextAt: _, ...rest } = item;
  const { outcome, answer, receipt } = answered;
  const said = { at, outcome, ...(answer === undefined ? {} : { answer }) };
  if (outcomeOf(outcome).next === 'person') return withSaid({ ...rest, status: 'rejected' }, said);
  const acknowledged = { at, outcome, ...(receipt === undefined ? {} : { receipt }) };
  return withSaid({ ...rest, status: 'acknowledged', failures: 0, acknowledged }, said);
}

/** A change that is for good, with its audit entry. */
interface Ending {
  readonly before: CreditItem;
  readonly after: CreditItem;
  readonly book: AgencyBook;
  readonly command: 'acknowledge' | 'reject' | 'supersede';
  readonly ground?: string;
}

/**
 * Writes down what came of attempts, each of another agency: many in one transaction, and one by one where somebody else
 * changed one of them meanwhile. What is for good stands with its audit entry or not at all; what somebody else changed
 * is left to them.
 *
 * @returns where each was left, in their order
 */
export async function settleAll(
  deps: PushDeps,
  attempted: readonly Attempted[],
): Promise<readonly Settled[]> {
  const settled = new Map<Attempted, Settled>();
  const pauses: (readonly [Attempted, ItemChange])[] = [];
  const endings: (readonly [Attempted, Ending])[] = [];
  for (const one of attempted) {
    const { item: before, book, answered } = one;
    const { next } = outcomeOf(answered.outcome);
    if (next === 'again' || next === 'ask') {
      pauses.push([one, { before, after: deferred(before, answered, deps.now(), deps.random()) }]);
    } else {
      const after = ended(before, answered, instant(deps.now().getTime()));
      const command = next === 'person' ? 'reject' : 'acknowledge';
      endings.push([one, { before, after, book, command, ground: answered.outcome }]);
    }
  }
  await together(
    pauses,
    MOST_ROWS,
    (changes) => deps.outbox.write(changes),
    (one, written) => settled.set(one, written ? 'deferred' : 'elsewhere'),
  );
  await together(
    endings,
    MOST_LEDGERS,
    (some) => commitEndings(deps, some),
    (one, written) => {
      const end = outcomeOf(one.answered.outcome).next === 'person' ? 'rejected' : 'acknowledged';
      settled.set(one, written ? end : 'elsewhere');
    },
  );
  return attempted.map((one) => settled.get(one) ?? 'elsewhere');
}

/** A newer one of its key goes in its place. @returns whether it does: somebody else may have changed it */
export function supersede(deps: PushDeps, item: CreditItem, book: AgencyBook): Promise<boolean> {
  const { nextAt: _, proposal: _proposal, ...rest } = item;
  const after: CreditItem = { ...rest, status: 'superseded' };
  return commitEndings(deps, [{ before: item, after, book, command: 'supersede' }]);
}

/** Writes so many at a time; a group that cannot be written together is written one by one. */
async function together<Change>(
  changes: readonly (readonly [Attempted, Change])[],
  most: number,
  write: (some: readonly Change[]) => Promise<boolean>,
  told: (one: Attempted, written: boolean) => void,
): Promise<void> {
  for (let from = 0; from < changes.length; from += most) {
    const some = changes.slice(from, from + most);
    if (some.length > 1 && (await write(some.map(([, change]) => change)))) {
      for (const [one] of some) told(one, true);
      continue;
    }
    await inParallel(some, WIDTH, async ([one, change]) => told(one, await write([change])));
  }
}

/** @returns false when not all of them could be written; then none was */
async function commitEndings(deps: PushDeps, endings: readonly Ending[]): Promise<boolean> {
  const key = await deps.auditKey();
  const at = instant(deps.now().getTime());
  const commitOf = (ending: Ending, ledger: StoredLedger | undefined): CaseCommit<CreditLedger> => {
    const { before, after, book, command, ground } = ending;
    const change = itemChange(before, after, book.items);
    const because = ground === undefined ? {} : { ground };
    return ledgerCommit({ ...change, ...because, ledger, command, actor: SYSTEM, at }, key);
  };
  const [first, ...more] = endings;
  if (first === undefined) return true;
  let ledger = first.book.ledger;
  const linked = more.map((ending) => commitOf(ending, ending.book.ledger));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcome = await deps.cases.commit({ ...commitOf(first, ledger), linked });
    if (outcome.ok) return true;
    if (outcome.reason === 'row' || more.length > 0) return false;
    ledger = await deps.cases.load<CreditLedger>(creditCaseId(first.after.entry.uscc));
  }
  return false;
}
