import { shanghaiDate, startOfShanghaiDay } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, type Result } from '../problem.ts';
import { type DecideRisk, giveRisk } from './command.ts';
import type { RiskDeps, RiskLists, StoredLedger } from './ports.ts';
import type { RiskEvent } from './riskEvent.ts';
import { nextLookDay } from './riskRows.ts';

/** One event enters the ledger once, however often it is told. */
export const take: DecideRisk<RiskEvent> = (ledger, event) => {
  const there = ledger.events.some(({ id, type }) => id === event.id && type === event.type);
  return ok({
    ledger: there ? ledger : { ...ledger, events: [...ledger.events, event] },
    ground: event.type,
    seal: { event },
  });
};

/** Counts anew what time has done; the facts stay. */
const age: DecideRisk<undefined> = (ledger) => ok({ ledger, ground: 'time' });

/** Takes one event into the ledger of its agency. */
export async function takeRiskEvent(deps: RiskDeps, event: RiskEvent): Promise<Result<StoredLedger>> {
  const given = await giveRisk(deps, event.uscc, 'take', take, event, SYSTEM);
  return given.ok ? ok(given.value.ledger) : given;
}

/** What time alone does to one ledger. When nothing is left to do now it is put off until something is. */
export async function ageLedger(
  deps: RiskDeps & { readonly lists: Pick<RiskLists, 'postpone'> },
  uscc: string,
): Promise<Result<StoredLedger>> {
  const given = await giveRisk(deps, uscc, 'age', age, undefined, SYSTEM);
  if (!given.ok) return given;
  const { ledger, changed } = given.value;
  if (!changed) {
    const kept = await deps.register.agency(uscc);
    const next = nextLookDay(ledger.state, kept?.value, shanghaiDate(deps.now()));
    await deps.lists.postpone(ledger, startOfShanghaiDay(next));
  }
  return ok(ledger);
}
