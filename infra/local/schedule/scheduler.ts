import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import type { LocalClock } from '../clock.ts';
import type { LocalLog } from '../log.ts';
import type { NextTime } from './expression.ts';

export interface ScheduleSource {
  readonly name: string;
  readonly expression: string;
  readonly zone: string;
  readonly next: NextTime;
  /** Does what is due; `due` is the scheduled time. A rejection is logged; delivery rules are inside. */
  readonly fire: (due: Date) => Promise<unknown>;
}

export interface ScheduleView {
  readonly name: string;
  readonly expression: string;
  readonly zone: string;
  readonly last: string | undefined;
  readonly next: string | undefined;
}

export interface Scheduler {
  list(): readonly ScheduleView[];
  /** Fires now, out of turn; resolves when it is done. Throws for an unknown name. */
  runNow(name: string): Promise<void>;
  /** Looks once what is due, and waits for it; tests need no timer. */
  tick(): Promise<void>;
  start(): void;
  stop(): void;
}

const state = z.record(
  z.string(),
  z.object({
    /** Local-clock time up to which everything due has been fired. */
    until: z.number(),
    last: z.number().optional(),
    /** Scheduled time of a firing that was begun and not ended: fired again after a crash. */
    begun: z.number().optional(),
  }),
);

function load(file: string): z.infer<typeof state> {
  try {
    return state.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/**
 * Fires schedules by the local clock. What was missed while the runtime was down, or was passed when the clock
 * was moved on, is caught up by one firing. State lies in a file: a restart fires nothing twice, and a firing
 * that a crash cut off is repeated, as the service delivers at least once.
 */
export function openScheduler(
  file: string,
  sources: readonly ScheduleSource[],
  clock: LocalClock,
  log: LocalLog,
): Scheduler {
  const states = load(file);
  const save = () => writeFileAtomically(file, JSON.stringify(states));
  const busy = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let stopListening = () => {};
  const stateOf = (name: string) => {
    states[name] ??= { until: clock.now() };
    return states[name];
  };
  for (const { name } of sources) stateOf(name);
  save();

  const fire = async (source: ScheduleSource, due: number): Promise<void> => {
    const held = stateOf(source.name);
    busy.add(source.name);
    held.begun = due;
    held.last = due;
    save();
    try {
      await source.fire(new Date(due));
    } catch (error) {
      log.write('scheduler', `${source.name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      busy.delete(source.name);
      // What a stop has cut off is begun again at the next start.
      if (!isStopped) {
        delete held.begun;
        save();
      }
    }
  };
  const dueNow = (source: ScheduleSource, now: number): number | undefined => {
    const held = stateOf(source.name);
    // The clock was moved back: what lies between is due again only when it comes.
    if (held.until > now) held.until = now;
    const due = source.next(held.until);
    if (due === undefined || due > now) return undefined;
    held.until = now;
    return due;
  };
  const tick = async (): Promise<void> => {
    const now = clock.now();
    const work: Promise<void>[] = [];
    for (const source of sources) {
      if (busy.has(source.name)) continue;
      const due = dueNow(source, now);
      if (due !== undefined) work.push(fire(source, due));
    }
    await Promise.all(work);
  };
  return {
    tick,
    list: () =>
      sources.map(({ name, expression, zone, next }) => {
        const { last, until } = stateOf(name);
        const coming = next(Math.min(until, clock.now()));
        return {
          name,
          expression,
          zone,
          last: last === undefined ? undefined : new Date(last).toISOString(),
          next: coming === undefined ? undefined : new Date(coming).toISOString(),
        };
      }),
    runNow: async (name) => {
      const source = sources.find((one) => one.name === name);
      if (!source) throw new Error(`There is no schedule ${name}`);
      await fire(source, clock.now());
    },
    start: () => {
      for (const source of sources) {
        const { begun } = stateOf(source.name);
        if (begun !== undefined) void fire(source, begun);
      }
      timer = setInterval(() => void tick(), 1_000);
      stopListening = clock.onMove(() => void tick());
    },
    stop: () => {
      isStopped = true;
      clearInterval(timer);
      stopListening();
    },
  };
}
