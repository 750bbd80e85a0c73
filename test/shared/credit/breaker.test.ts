import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_PAUSE_MS, pauseAfter } from '../../../shared/credit/backoff.ts';
import {
  afterFailure,
  afterSuccess,
  type Breaker,
  closedBreaker,
  mayTry,
  probing,
} from '../../../shared/credit/breaker.ts';

const at = '2026-12-15T03:00:00Z';
const soon = '2026-12-15T03:04:59Z';
const later = '2026-12-15T03:05:00Z';
const failing = (times: number, from: Breaker = closedBreaker) =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => afterFailure(breaker, 'timeout', at), from);

describe('the breaker', () => {
  it('opens on the fifth failure in a row, and says since when and why', () => {
    expect(failing(4).state).toBe('closed');
    expect(failing(5)).toMatchObject({ state: 'open', since: at, until: later, outcome: 'timeout' });
    expect(failing(4, afterSuccess(failing(4))).state).toBe('closed');
  });

  it('opens when more than half of the last twenty failed', () => {
    const pair = (breaker: Breaker) => afterSuccess(afterFailure(breaker, 'html', at));
    const even = Array.from({ length: 10 }).reduce<Breaker>(pair, closedBreaker);
    expect(even).toMatchObject({ state: 'closed', window: '01'.repeat(10) });
    const worse = [1, 2].reduce<Breaker>((b) => afterFailure(b, 'html', at), even);
    expect(worse.state).toBe('open');
  });

  it('lets one probe through when its time has come, and closes when it works', () => {
    const open = failing(5);
    expect(mayTry(open, soon)).toBe('none');
    expect(mayTry(open, later)).toBe('probe');
    const half = probing(open, later);
    expect(half).toMatchObject({ state: 'half-open', since: at, probes: 1 });
    expect(mayTry(half, later)).toBe('none');
    expect(mayTry(afterSuccess(half), later)).toBe('all');
  });

  it('stays open since its first failure while probes fail', () => {
    const again = afterFailure(probing(failing(5), later), 'lost', later);
    expect(again).toMatchObject({ state: 'open', since: at, outcome: 'lost', until: '2026-12-15T03:10:00Z' });
  });

  it('never remembers more than twenty requests', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (results) => {
        const end = results.reduce<Breaker>(
          (breaker, works) => (works ? afterSuccess(breaker) : afterFailure(breaker, 'lost', at)),
          closedBreaker,
        );
        expect(end.window.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('the pause', () => {
  it('grows, is left to chance whole, and is never longer than six hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, chance) => {
          const pause = pauseAfter(n, chance);
          expect(pause).toBeGreaterThanOrEqual(1_000);
          expect(pause).toBeLessThanOrEqual(Math.min(LONGEST_PAUSE_MS, 60_000 * 2 ** (n - 1)));
        },
      ),
    );
    expect([1, 2, 5, 20].map((n) => pauseAfter(n, 0.5) / 60_000)).toEqual([0.5, 1, 8, 180]);
  });
});
