import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type LocalClock, openClock } from '../../../infra/local/clock.ts';
import { openLog } from '../../../infra/local/log.ts';
import { readExpression } from '../../../infra/local/schedule/expression.ts';
import { openScheduler, type ScheduleSource } from '../../../infra/local/schedule/scheduler.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };

const zone = 'Asia/Shanghai';
let folder: string;
let clock: LocalClock;
let fired: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schedules-'));
  clock = openClock(join(folder, 'clock.json'));
  clock.set('2026-11-23T00:00:00Z');
  fired = [];
});

function open(expression: string, fire: ScheduleSource['fire'] = async () => {}) {
  const log = openLog(join(folder, 'log'), clock.iso);
  const source: ScheduleSource = {
    name: 'one',
    expression,
    zone,
    next: readExpression(expression, zone),
    fire: async (due) => {
      fired.push(due.toISOString());
      await fire(due);
    },
  };
  return openScheduler(join(folder, 'schedules.json'), [source], clock, log);
}

const after = (expression: string, time: string) =>
  new Date(readExpression(expression, zone)(Date.parse(time)) ?? 0).toISOString();

test.each([
  ['cron(0 9 * * ? *)', '2026-11-23T00:00:00Z', '2026-11-23T01:00:00.000Z'],
  ['cron(0 9 1 * ? *)', '2026-11-30T16:00:00Z', '2026-12-01T01:00:00.000Z'],
  ['cron(30 0 * * ? *)', '2026-11-23T16:30:00Z', '2026-11-24T16:30:00.000Z'],
  ['cron(*/5 * * * ? *)', '2026-11-23T00:01:10Z', '2026-11-23T00:05:00.000Z'],
  ['cron(0 8 ? * MON-FRI *)', '2026-11-27T01:00:00Z', '2026-11-30T00:00:00.000Z'],
  ['cron(0 8 ? * SUN *)', '2026-11-23T00:00:00Z', '2026-11-29T00:00:00.000Z'],
  ['cron(0 18 L * ? *)', '2026-11-23T00:00:00Z', '2026-11-30T10:00:00.000Z'],
  ['rate(2 hours)', '2026-11-23T00:00:00Z', '2026-11-23T02:00:00.000Z'],
])('%s after %s is due at %s', (expression, time, due) => {
  expect(after(expression, time)).toBe(due);
});

test.each([
  'cron(0/5 * * * ? *)',
  'cron(0 9 ? * 2 *)',
  'cron(0 9 * * * *)',
  'cron(0 9 ? * MON#1 *)',
  'cron(0 9 * * ?)',
  'rate(5 weeks)',
  'at(2026-01-01T00:00:00)',
])('%s is refused, because croner would take it otherwise or not at all', (expression) => {
  expect(() => readExpression(expression, zone)).toThrow(expression);
});

test('a new schedule fires nothing of the past, then once when its time comes', async () => {
  const scheduler = open('cron(0 9 * * ? *)');
  await scheduler.tick();
  expect(fired).toEqual([]);
  clock.set('2026-11-23T01:00:00Z');
  await scheduler.tick();
  await scheduler.tick();
  expect(fired).toEqual(['2026-11-23T01:00:00.000Z']);
  expect(scheduler.list()[0]).toMatchObject({
    last: '2026-11-23T01:00:00.000Z',
    next: '2026-11-24T01:00:00.000Z',
  });
});

test('days that were missed are caught up by one firing, after a restart too', async () => {
  open('cron(0 9 * * ? *)');
  clock.set('2026-12-10T12:00:00Z');
  const scheduler = open('cron(0 9 * * ? *)');
  await scheduler.tick();
  await scheduler.tick();
  expect(fired).toHaveLength(1);
  expect(scheduler.list()[0]?.next).toBe('2026-12-11T01:00:00.000Z');
});

test('a clock that is moved back fires again only when the time comes again', async () => {
  const scheduler = open('cron(0 9 * * ? *)');
  clock.set('2026-11-23T02:00:00Z');
  await scheduler.tick();
  clock.set('2026-11-22T23:00:00Z');
  await scheduler.tick();
  expect(fired).toHaveLength(1);
  clock.set('2026-11-23T01:00:01Z');
  await scheduler.tick();
  expect(fired).toHaveLength(2);
});

test('a firing that a crash cut off is repeated at the next start', async () => {
  const scheduler = open('cron(0 9 * * ? *)', () => new Promise(() => {}));
  clock.set('2026-11-23T01:00:00Z');
  void scheduler.tick();
  expect(fired).toHaveLength(1);
  const restarted = open('cron(0 9 * * ? *)');
  restarted.start();
  await expect.poll(() => fired, patient).toEqual(['2026-11-23T01:00:00.000Z', '2026-11-23T01:00:00.000Z']);
  restarted.stop();
  open('cron(0 9 * * ? *)').start();
  expect(fired).toHaveLength(2);
});

test('a firing that a stop cut off is repeated at the next start', async () => {
  let release = () => {};
  const scheduler = open('cron(0 9 * * ? *)', () => new Promise<void>((resolve) => (release = resolve)));
  clock.set('2026-11-23T01:00:00Z');
  const running = scheduler.tick();
  scheduler.stop();
  release();
  await running;
  const restarted = open('cron(0 9 * * ? *)');
  restarted.start();
  await expect.poll(() => fired.length, patient).toBe(2);
  restarted.stop();
});

test('a run that is not over is not begun a second time; a failure stops nothing', async () => {
  let release = () => {};
  const scheduler = open('rate(1 minute)', () => new Promise<void>((resolve) => (release = resolve)));
  clock.advance(61_000);
  const running = scheduler.tick();
  clock.advance(61_000);
  await scheduler.tick();
  expect(fired).toHaveLength(1);
  release();
  await running;
  const failing = open('rate(1 minute)', () => Promise.reject(new Error('no')));
  clock.advance(61_000);
  await failing.tick();
  clock.advance(61_000);
  await failing.tick();
  expect(fired).toHaveLength(3);
});

test('run now fires out of turn and leaves the plan alone', async () => {
  const scheduler = open('cron(0 9 * * ? *)');
  await scheduler.runNow('one');
  expect(fired).toHaveLength(1);
  expect(scheduler.list()[0]?.next).toBe('2026-11-23T01:00:00.000Z');
  await expect(scheduler.runNow('two')).rejects.toThrow('There is no schedule two');
});
