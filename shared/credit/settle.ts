import { SYSTEM } from '../draw/ceremony/decision.ts';
import { pauseAfter } from './backoff.ts';
import { creditCaseId } from './creditEntry.ts';
import { type CreditItem, withSaid } from './creditItem.ts';
import { type CreditLedger, itemChange, ledgerCommit } from './ledger.ts';
import { outcomeOf } from './outcomes.ts';
import type { Answered, PushDeps } from './ports.ts';

/** How often a change is written anew when somebody else changed the ledger meanwhile. */
const ATTEMPTS = 8;

/** Where an attempt leaves its entry. */
export type Settled = 'acknowledged' | 'rejected' | 'deferred' | 'superseded' | 'elsewhere';

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

/**
 * Writes down what came of an attempt. What is for good stands with its audit entry or not at all; what somebody else
 * changed meanwhile is left to them.
 *
 * @param items every entry of the agency as it was read, `item` as it is stored now
 */
export async function settle(
  deps: PushDeps,
  item: CreditItem,
  items: readonly CreditItem[],
  answered: Answered,
): Promise<Settled> {
  const { next } = outcomeOf(answered.outcome);
  if (next === 'again' || next === 'ask') {
    const after = deferred(item, answered, deps.now(), deps.random());
    return (await deps.outbox.write([{ before: item, after }])) ? 'deferred' : 'elsewhere';
  }
  const after = ended(item, answered, instant(deps.now().getTime()));
  const command = next === 'person' ? 'reject' : 'acknowledge';
  const written = await commitItem(deps, item, after, items, command, answered.outcome);
  if (!written) return 'elsewhere';
  return next === 'person' ? 'rejected' : 'acknowledged';
}

/** A newer one of its key goes in its place. */
export async function supersede(
  deps: PushDeps,
  item: CreditItem,
  items: readonly CreditItem[],
): Promise<Settled> {
  const { nextAt: _, proposal: _proposal, ...rest } = item;
  const after: CreditItem = { ...rest, status: 'superseded' };
  return (await commitItem(deps, item, after, items, 'supersede')) ? 'superseded' : 'elsewhere';
}

async function commitItem(
  deps: PushDeps,
  before: CreditItem,
  after: CreditItem,
  items: readonly CreditItem[],
  command: 'acknowledge' | 'reject' | 'supersede',
  ground?: string,
): Promise<boolean> {
  const key = await deps.auditKey();
  const at = instant(deps.now().getTime());
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const ledger = await deps.cases.load<CreditLedger>(creditCaseId(after.entry.uscc));
    const change = {
      ...itemChange(before, after, items),
      ledger,
      command,
      ...(ground === undefined ? {} : { ground }),
      actor: SYSTEM,
      at,
    };
    const outcome = await deps.cases.commit(ledgerCommit(change, key));
    if (outcome.ok) return true;
    if (outcome.reason === 'row') return false;
  }
  return false;
}
