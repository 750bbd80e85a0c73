import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openClock } from '../../../infra/local/clock.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');

afterEach(() => {
  vi.useRealTimers();
});

test('a move is kept over a restart, and a broken file is real time', () => {
  const path = file();
  const clock = openClock(path);
  expect(clock.shift()).toBe(0);
  clock.set('2023-08-23T15:59:24Z');
  expect(Math.abs(openClock(path).now() - Date.parse('2023-08-23T15:59:24Z'))).toBeLessThan(15_000);
  clock.advance(86_400_000);
  expect(clock.iso()).toMatch(/^2023-08-24/);
  clock.reset();
  expect(openClock(path).shift()).toBe(0);
  writeFileSync(path, 'no JSON');
  expect(openClock(path).shift()).toBe(0);
});

test.each(['', 'tomorrow', '2026-02-30', 'NaN'])('%j is no instant', (text) => {
  expect(() => openClock(file()).set(text)).toThrow(RangeError);
});

test('a wait longer than setTimeout can take does not end at once', async () => {
  vi.useFakeTimers();
  const clock = openClock(file());
  const days = 86_400_000;
  let reached: boolean | undefined;
  void clock.waitUntil(clock.now() + 60 * days, new AbortController().signal).then((value) => {
    reached = value;
  });
  await vi.advanceTimersByTimeAsync(59 * days);
  expect(reached).toBeUndefined();
  await vi.advanceTimersByTimeAsync(days);
  expect(reached).toBe(true);
});

test('a wait ends when the clock is moved over it, or when it is given up', async () => {
  const clock = openClock(file());
  const waiting = clock.waitUntil(clock.now() + 1_000_000, new AbortController().signal);
  clock.advance(1_000_000);
  expect(await waiting).toBe(true);
  const given = new AbortController();
  const other = clock.waitUntil(clock.now() + 1_000_000, given.signal);
  given.abort();
  expect(await other).toBe(false);
});
