import { ok, problem, type Result } from '../../problem.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import { digestHex, type Suites } from '../hash.ts';
import { type DrawResult, type EngineParts, runDraw } from '../result.ts';
import { giveCommand } from './command.ts';
import { type Decide, SYSTEM } from './decision.ts';
import type { DrawCase, DrawEvent } from './drawCase.ts';
import { drawCaseId, visitRow } from './drawRows.ts';
import type { DrawDeps, DrawFiles } from './ports.ts';
import { publishReplacements } from './publishReplacements.ts';
import { replacedVisits, touchedBy } from './replacedVisits.ts';
import { eventOf, type ReplaceOrder, repeated } from './replaceOrder.ts';
import { sealedDraw } from './sealedDraw.ts';
import type { Visit } from './visit.ts';
import { visitDirectory } from './visitDirectory.ts';

export interface ReplaceDeps extends DrawDeps {
  readonly registers: RegisterStore;
  readonly files: DrawFiles;
  readonly suites: Suites;
  readonly matcher?: NonNullable<EngineParts['matcher']>;
}

export interface Replaced {
  /** Number of the event. */
  readonly event: number;
  /** All visits that it changed or brought in, as they are now. */
  readonly visits: readonly Visit[];
}

/** How often an order is worked out anew when other events came first. */
const ATTEMPTS = 8;
/** Visits that one event may touch: they are rows of one transaction. */
const MOST_VISITS = 80;

/**
 * Replaces an inspector or an agency of a published draw by the draw's own rule (DR-1 §1.9.4, §1.11.11–12). Event, log
 * entry, audit entry and the rows of the visits stand together or not at all; the record with the event follows, and
 * is made good by the next call when this one is cut off. The same request twice is one event.
 *
 * Refuses what `eventOf` and the engine refuse, `ceremony.unknown`, `ceremony.status`, `ceremony.busy`,
 * `ceremony.replace.otherRequest` and `ceremony.replace.tooMany`.
 */
export async function replaceInDraw(
  deps: ReplaceDeps,
  number: string,
  order: ReplaceOrder,
): Promise<Result<Replaced>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await deps.cases.load<DrawCase>(drawCaseId(number));
    if (stored === undefined) return problem('ceremony.unknown', { number });
    const visits = await deps.desk.visits(number);
    const known = repeated(stored.state.events ?? [], order, visits);
    if (!known.ok) return known;
    if (known.value !== undefined) return published(deps, number, known.value, visits);
    const given = await append(deps, stored.state, visits, order);
    if (!given.ok && given.problems.every(({ code }) => code !== STALE)) return given;
  }
  return problem('ceremony.busy');
}

/**
 * What a request has led to in a draw, by its id alone; undefined when it has led to nothing yet. For who goes on after
 * being cut off and can no longer give the same order, because the visits have moved on since.
 */
export async function replacedBefore(
  deps: ReplaceDeps,
  number: string,
  requestId: string,
): Promise<Result<Replaced | undefined>> {
  const stored = await deps.cases.load<DrawCase>(drawCaseId(number));
  const known = stored?.state.events?.find((one) => one.requestId === requestId);
  return known === undefined ? ok(undefined) : published(deps, number, known, await deps.desk.visits(number));
}

/** An event that is there, once its record is published too. */
async function published(
  deps: ReplaceDeps,
  number: string,
  { event: { e } }: DrawEvent,
  visits: readonly Visit[],
): Promise<Result<Replaced>> {
  const record = await publishReplacements(deps, number);
  return record.ok ? ok({ event: e, visits: touchedBy(visits, e) }) : record;
}

/** Another event came first: nothing is committed, and everything is worked out anew. */
const STALE = 'ceremony.replace.stale';

/** Works out the event on the draw as it was read and commits it if it still is so. */
async function append(
  deps: ReplaceDeps,
  draw: DrawCase,
  visits: readonly Visit[],
  order: ReplaceOrder,
): Promise<Result<unknown>> {
  const earlier = (draw.events ?? []).map(({ event }) => event);
  // A draw without a record is not published: the transition table refuses it, whatever the decision says.
  const worked = draw.record === undefined ? problem(STALE) : await work(deps, draw, visits, order, earlier);
  const decide: Decide<undefined> = (current, _input, { at }) => {
    if ((current.events ?? []).length !== earlier.length) return problem(STALE);
    if (!worked.ok) return worked;
    const { event, subject, before, after, suite, directory } = worked.value;
    const rows = replacedVisits(visits, event, at, { before, after }, directory);
    if (rows.length > MOST_VISITS) return problem('ceremony.replace.tooMany', { limit: MOST_VISITS });
    const { requestId, requested, confirmed, evidence } = order;
    const entry: DrawEvent = { event, subject, requestId, requested, confirmed, at };
    return ok({
      to: 'published',
      state: { ...current, events: [...(current.events ?? []), entry] },
      log: [{ type: 'event', body: event }],
      ground: event.reason,
      seal: { evidence, event, result: digestHex(suite, after), requested, confirmed },
      rows: rows.map((visit) => ({ row: visitRow(visit), expect: 'any' })),
    });
  };
  return await giveCommand(deps, draw.number, 'replace', decide, undefined, SYSTEM);
}

async function work(
  deps: ReplaceDeps,
  draw: DrawCase,
  visits: readonly Visit[],
  order: ReplaceOrder,
  earlier: readonly DrawEvent['event'][],
) {
  const input = await sealedDraw(deps.files, draw);
  const suite = deps.suites(input.plan.suite);
  const parts = { suites: deps.suites, ...(deps.matcher === undefined ? {} : { matcher: deps.matcher }) };
  const before = runDraw({ ...input, events: earlier }, parts);
  if (!before.ok) throw new Error(`${draw.number}: ${before.problems.map(({ code }) => code).join(', ')}`);
  const directory = await visitDirectory(deps, draw, input.pools.agency, suite, before.value.seed);
  const event = eventOf(order, earlier.length + 1, visits, directory.tidOf);
  if (!event.ok) return event;
  const after: Result<DrawResult> = runDraw({ ...input, events: [...earlier, event.value] }, parts);
  if (!after.ok) return after;
  const subject = order.type === 'inspector' ? order.inspectorId : order.visitNo;
  return ok({ event: event.value, subject, before: before.value, after: after.value, suite, directory });
}
