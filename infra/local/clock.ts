import { readFileSync } from 'node:fs';
import { writeFileAtomically } from './atomicFile.ts';

/** Longest delay setTimeout takes: 2^31 − 1 ms, 24.8 days. A longer one would fire at once. */
export const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * The movable clock of one local runtime. The shift (ms) lies in shared memory, so that every worker thread
 * sees a move at once; it is stored in the data folder and survives a restart.
 */
export interface LocalClock {
  /** Milliseconds since the epoch, shifted. */
  now(): number;
  /** Shifted instant, e.g. `2026-11-23T02:00:00.000Z`. */
  iso(): string;
  /** Distance to the real time in ms; 0 is real time. */
  shift(): number;
  /** Moves the clock to an instant (ISO 8601). Throws RangeError on text that is no instant. */
  set(instant: string): void;
  /** Moves the clock on (or back, when negative) by milliseconds. */
  advance(ms: number): void;
  /** Back to real time. */
  reset(): void;
  /** Called after every move. Returns the function that ends the subscription. */
  onMove(listener: () => void): () => void;
  /** Resolves when the shifted clock has reached the time, true; or false when the signal aborts first. */
  waitUntil(time: number, signal: AbortSignal): Promise<boolean>;
  /** For workers: one BigInt64 with the shift. */
  readonly memory: SharedArrayBuffer;
}

function readShift(file: string): bigint {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const shift = typeof stored === 'object' && stored && 'shiftMs' in stored ? stored.shiftMs : 0;
    return typeof shift === 'number' && Number.isSafeInteger(shift) ? BigInt(shift) : 0n;
  } catch {
    return 0n;
  }
}

/** Opens the clock whose shift is stored in `file`. */
export function openClock(file: string): LocalClock {
  const memory = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(memory);
  Atomics.store(cell, 0, readShift(file));
  const listeners = new Set<() => void>();
  const shift = () => Number(Atomics.load(cell, 0));
  const now = () => Date.now() + shift();
  const move = (ms: number) => {
    const target = Date.now() + ms;
    if (!Number.isFinite(target) || Number.isNaN(new Date(target).getTime())) {
      throw new RangeError('The clock cannot be moved there');
    }
    Atomics.store(cell, 0, BigInt(Math.round(ms)));
    writeFileAtomically(file, JSON.stringify({ shiftMs: Math.round(ms) }));
    for (const listener of [...listeners]) listener();
  };
  const onMove = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    now,
    shift,
    memory,
    onMove,
    iso: () => new Date(now()).toISOString(),
    set: (instant) => {
      const time = /^\d{4}-\d\d-\d\dT/.test(instant) ? Date.parse(instant) : Number.NaN;
      if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${instant}`);
      move(time - Date.now());
    },
    advance: (ms) => move(shift() + ms),
    reset: () => move(0),
    waitUntil: (time, signal) => waitUntil({ now, onMove }, time, signal),
  };
}

function waitUntil(
  clock: Pick<LocalClock, 'now' | 'onMove'>,
  time: number,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (reached: boolean) => {
      clearTimeout(timer);
      stopListening();
      signal.removeEventListener('abort', onAbort);
      resolve(reached);
    };
    const onAbort = () => finish(false);
    const look = () => {
      clearTimeout(timer);
      const left = time - clock.now();
      if (left <= 0) finish(true);
      else timer = setTimeout(look, Math.min(left, LONGEST_TIMER_MS));
    };
    const stopListening = clock.onMove(look);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) finish(false);
    else look();
  });
}
