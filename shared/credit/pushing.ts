import { inParallel } from '../inParallel.ts';
import { afterFailure, afterSuccess, type Breaker, mayTry, probing } from './breaker.ts';
import { type CreditItem, wireId } from './creditItem.ts';
import { orderOf } from './order.ts';
import { type OutcomeCode, outcomeOf } from './outcomes.ts';
import type { AgencyBook, Answered, PushDeps, Reply } from './ports.ts';
import { type Settled, settleAll, supersede } from './settle.ts';
import { type WireRecord, wireRecord } from './wireRecord.ts';

export interface PushLimits {
  /** Milliseconds for which nobody else sends; longer than a run can last. */
  readonly leaseMs: number;
  /** False ends the run after the request under way. */
  readonly goOn: () => boolean;
}

export type PushReport = Readonly<Record<Settled, number>> & {
  readonly requests: number;
  /** `elsewhere`: somebody else is sending. `breaker`: the other side is down. `time`: there is more to do. */
  readonly ended: 'done' | 'elsewhere' | 'breaker' | 'time';
};

/** Agencies read and written at a time. */
const WIDTH = 16;
/** DynamoDB writes at most 100 rows in one transaction. */
const MOST_CLAIMED = 100;

const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

interface Run {
  readonly deps: PushDeps;
  readonly count: Record<Settled, number>;
  requests: number;
  breaker: Breaker;
  revision: number;
  /** Whether the breaker in the table is not yet what it is here. */
  changed: boolean;
}

/** What is next for one agency: to be asked after when it was handed over before, else to be sent. */
interface Ready {
  readonly uscc: string;
  readonly book: AgencyBook;
  readonly item: CreditItem;
}

interface Sendable extends Ready {
  readonly record: WireRecord;
}

/**
 * Sends what waits: for every agency its oldest entry first, many agencies in one request. It is written down that an
 * entry is being handed over before it is; one whose end is not known is asked after before it is sent again. A process
 * that is killed anywhere leaves what the next one goes on from.
 */
export async function pushCredit(deps: PushDeps, limits: PushLimits): Promise<PushReport> {
  const count = { acknowledged: 0, rejected: 0, deferred: 0, superseded: 0, elsewhere: 0 };
  const now = deps.now();
  const until = instant(new Date(now.getTime() + limits.leaseMs));
  if (!(await deps.outbox.lock(instant(now), until))) return { ...count, requests: 0, ended: 'elsewhere' };
  try {
    const run: Run = { deps, count, requests: 0, changed: false, ...(await deps.outbox.breaker()) };
    const ended = await sendAll(run, limits);
    await keep(run);
    return { ...count, requests: run.requests, ended };
  } finally {
    await deps.outbox.unlock();
  }
}

async function sendAll(run: Run, limits: PushLimits): Promise<PushReport['ended']> {
  /** Agencies for which nothing can be done in this run. */
  const waiting = new Set<string>();
  let pool: string[] = [];
  while (limits.goOn()) {
    const now = instant(run.deps.now());
    const pace = mayTry(run.breaker, now);
    if (pace === 'none') return 'breaker';
    if (pool.length === 0) {
      const due = await run.deps.outbox.agenciesDue(now);
      pool = due.filter((uscc) => !waiting.has(uscc));
    }
    if (pool.length === 0) return 'done';
    const agencies = pool.splice(0, pace === 'probe' ? 1 : run.deps.transport.most);
    const goOn = await step(run, agencies);
    pool.push(...agencies.filter((uscc) => goOn.has(uscc)));
    for (const uscc of agencies) if (!goOn.has(uscc)) waiting.add(uscc);
  }
  return 'time';
}

/** One entry of each of these agencies. @returns those for which there may be more to do now */
async function step(run: Run, agencies: readonly string[]): Promise<ReadonlySet<string>> {
  const ready: Ready[] = [];
  await inParallel(agencies, WIDTH, async (uscc) => {
    const next = await nextOf(run, uscc);
    if (next !== undefined) ready.push(next);
  });
  const goOn = new Set<string>();
  const told = (exchanged: readonly Exchanged[]) => {
    for (const { uscc, settled, outcome } of exchanged)
      if (settled === 'acknowledged' || outcome === 'not-there') goOn.add(uscc);
  };
  told(
    await askAfter(
      run,
      ready.filter(({ item }) => item.status === 'sent'),
    ),
  );
  // The other side may have gone down with the question.
  if (mayTry(run.breaker, instant(run.deps.now())) === 'none') return goOn;
  told(await send(run, await claimed(run, await sendable(run, ready))));
  return goOn;
}

/** The oldest entry of an agency, once what is passed over is out of its way; undefined when it has to wait. */
async function nextOf(run: Run, uscc: string): Promise<Ready | undefined> {
  const { deps, count } = run;
  let book = await deps.outbox.book(uscc);
  for (const item of orderOf(book.items).superseded) {
    count[(await supersede(deps, item, book)) ? 'superseded' : 'elsewhere'] += 1;
    book = await deps.outbox.book(uscc);
  }
  const { next, held } = orderOf(book.items);
  if (next === undefined || held || (next.nextAt ?? '') > instant(deps.now())) return undefined;
  return { uscc, book, item: next };
}

/** Those that may leave the house, with their records; the others go to a person. */
async function sendable(run: Run, ready: readonly Ready[]): Promise<readonly Sendable[]> {
  const sendables: Sendable[] = [];
  const invalid: (Ready & { readonly answered: Answered })[] = [];
  for (const one of ready) {
    if (one.item.status !== 'queued') continue;
    const record = wireRecord(one.item, run.deps.office);
    if (record.ok) sendables.push({ ...one, record: record.value });
    else {
      const answer = [...new Set(record.problems.map(({ code, field }) => `${field} ${code}`))].join('; ');
      invalid.push({ ...one, answered: { outcome: 'invalid', answer: answer.slice(0, LONGEST_ANSWER) } });
    }
  }
  for (const settled of await settleAll(run.deps, invalid)) run.count[settled] += 1;
  return sendables;
}

const LONGEST_ANSWER = 200;

/** Writes down that these are being handed over. What somebody else has changed meanwhile is left out. */
async function claimed(run: Run, ready: readonly Sendable[]): Promise<readonly Sendable[]> {
  const { outbox, now } = run.deps;
  const at = instant(now());
  const begun = ready.map((one): Sendable => {
    const { nextAt: _, ...rest } = one.item;
    const item: CreditItem = {
      ...rest,
      status: 'sent',
      attempts: one.item.attempts + 1,
      sentAt: at,
      digest: one.record.digest,
    };
    const items = one.book.items.map((other) => (other === one.item ? item : other));
    return { ...one, item, book: { ...one.book, items } };
  });
  const taken: Sendable[] = [];
  for (let from = 0; from < begun.length; from += MOST_CLAIMED) {
    const some = begun.slice(from, from + MOST_CLAIMED);
    const change = (one: Sendable, i: number) => {
      const before = ready[from + i]?.item;
      return before === undefined ? [] : [{ before, after: one.item }];
    };
    if (await outbox.write(some.flatMap(change))) taken.push(...some);
    else
      for (const [i, one] of some.entries()) {
        if (await outbox.write(change(one, i))) taken.push(one);
      }
  }
  return taken;
}

interface Exchanged {
  readonly uscc: string;
  readonly settled: Settled;
  readonly outcome: OutcomeCode;
}

/** Asks after what was handed over without a known end. */
async function askAfter(run: Run, some: readonly Ready[]): Promise<readonly Exchanged[]> {
  if (some.length === 0) return [];
  const reply = await request(run, () =>
    run.deps.transport.ask(
      some.map(({ item }) => ({
        id: wireId(item),
        digest: item.digest ?? '',
        sentAt: item.sentAt ?? item.entry.at,
      })),
    ),
  );
  return writeDown(run, some, ({ item }) => {
    if ('answered' in reply) return takenBack(item, reply.answered.get(wireId(item)));
    // A question that is refused tells nothing about the record.
    return reply.failed.outcome === 'refused' ? { ...reply.failed, outcome: 'error-body' } : reply.failed;
  });
}

/** Only what is taken back may be gone without having been there. */
function takenBack({ entry }: CreditItem, answered: Answered | undefined): Answered {
  if (answered === undefined) return { outcome: 'not-named' };
  const isWrong = answered.outcome === 'nothing-there' && entry.operation !== 'withdraw';
  return isWrong ? { ...answered, outcome: 'refused' } : answered;
}

/** One request. One that is refused as a whole is halved until the record that it was refused for stands alone. */
async function send(run: Run, some: readonly Sendable[]): Promise<readonly Exchanged[]> {
  if (some.length === 0) return [];
  const reply = await request(run, () => run.deps.transport.send(some.map(({ record }) => record)));
  if ('failed' in reply && reply.failed.outcome === 'refused' && some.length > 1) {
    const half = Math.ceil(some.length / 2);
    return [...(await send(run, some.slice(0, half))), ...(await send(run, some.slice(half)))];
  }
  return writeDown(run, some, ({ item, record }) =>
    'failed' in reply ? reply.failed : takenBack(item, reply.answered.get(record.id)),
  );
}

async function writeDown<One extends Ready>(
  run: Run,
  some: readonly One[],
  answerFor: (one: One) => Answered,
): Promise<readonly Exchanged[]> {
  const attempted = some.map((one) => ({ ...one, answered: answerFor(one) }));
  const settled = await settleAll(run.deps, attempted);
  return attempted.map(({ uscc, answered }, i) => {
    const end = settled[i] ?? 'elsewhere';
    run.count[end] += 1;
    return { uscc, settled: end, outcome: answered.outcome };
  });
}

/** Does one request, and tells the breaker before and after. */
async function request(run: Run, ask: () => Promise<Reply>): Promise<Reply> {
  if (run.breaker.state !== 'closed') {
    run.breaker = probing(run.breaker, instant(run.deps.now()));
    run.changed = true;
    await keep(run);
  }
  run.requests += 1;
  const reply = await ask();
  await note(run, reply);
  return reply;
}

/** Tells the breaker whether the other side worked. */
async function note(run: Run, reply: Reply): Promise<void> {
  const before = run.breaker.state;
  const remote = 'failed' in reply ? outcomeOf(reply.failed.outcome).remote : 'answers';
  if (remote === 'untouched') return;
  run.breaker =
    'failed' in reply && remote === 'fails'
      ? afterFailure(run.breaker, reply.failed.outcome, instant(run.deps.now()))
      : afterSuccess(run.breaker);
  run.changed = true;
  if (run.breaker.state !== before) await keep(run);
}

/** Writes the breaker down. Whoever wrote it meanwhile knows as much: theirs stands, and is gone on from. */
async function keep(run: Run): Promise<void> {
  if (!run.changed) return;
  const kept = await run.deps.outbox.keepBreaker(run.breaker, run.revision);
  if (kept) run.revision += 1;
  else Object.assign(run, await run.deps.outbox.breaker());
  run.changed = false;
}
