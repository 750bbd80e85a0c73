import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { act, attend, press, published, steps } from './ceremony.ts';
import { commitmentOf, DICE, SEATS } from './drawDesk.ts';
import { command, freePortBase, type LocalProcess, startProcess } from './localProcess.ts';
import { realAssembly } from './office.ts';
import { answerFirst, handOver, refuseAll, teamOf } from './refusedVisit.ts';
import { signedIn, wordsOf } from './visitor.ts';

/** `npm start`, killed with its whole process group in the middle of everything, and started again. */

const folder = mkdtempSync(join(tmpdir(), 'double-random-kill-'));
const mails = z.array(
  z.object({ messageId: z.string(), deliveries: z.number(), subject: z.string(), to: z.array(z.string()) }),
);
const place = z.object({ endpoint: z.string(), region: z.string(), core: z.string() });
let base = 0;
let office: LocalProcess;

beforeAll(async () => {
  await realAssembly();
  base = await freePortBase();
  office = await startProcess(folder, base);
}, 60_000);
afterAll(async () => {
  await office?.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Nothing is told to stop; what was under way is cut off. */
async function killAndStart(): Promise<void> {
  await office.kill();
  office = await startProcess(folder, base);
}

async function inbox() {
  return mails.parse(await (await fetch(`${office.tools}/api/mails`)).json());
}

async function tool(path: string, order: object): Promise<void> {
  const answer = await fetch(`${office.tools}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
}

/** How many notices the draw has made, from the case itself. */
async function noticesOf(number: string): Promise<number> {
  const { endpoint, region, core } = place.parse(
    JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')),
  );
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const { Item } = await client.send(
    new GetCommand({ TableName: core, Key: { pk: `DR#${number}`, sk: 'META' } }),
  );
  client.destroy();
  return z.object({ state: z.object({ result: z.object({ notices: z.number() }) }) }).parse(Item).state.result
    .notices;
}

/** An inspection goes on after each kill: no answer is lost, and its result is told once. */
async function killedInspection(inspection: string): Promise<void> {
  const settled = await inbox();
  const [before] = await teamOf(office, inspection);
  const key = await answerFirst(before, inspection);
  await killAndStart();
  const team = await teamOf(office, inspection);
  const { text } = await team[0].get(`/inspections/${inspection}/visit`);
  expect(text.match(new RegExp(`<input[^>]*name="${key}"[^>]*checked`))).not.toBeNull();
  await refuseAll(team, inspection);
  await handOver(office, inspection);
  await killAndStart();
  const { supervisor } = await signedIn(office, 'supervisor');
  const page = async () => wordsOf((await supervisor.get(`/inspections/${inspection}`)).text);
  await expect.poll(page, { timeout: 20_000 }).toContain('已办结');
  await tool('clock', { hours: 1 });
  const results = async () => {
    await tool('schedules/mail-worker/run', {});
    return (await inbox()).filter(({ subject }) => subject.includes('检查结果告知书'));
  };
  await expect.poll(async () => (await results()).length, { timeout: 20_000, interval: 100 }).toBe(1);
  const [result, ...earlier] = await inbox();
  // What had arrived is not sent again. A mail that a kill cuts off, taken by the mail server but not yet noted, comes
  // once more under its Message-ID: nobody can know better.
  expect(earlier).toEqual(settled);
  expect(result?.subject).toContain('检查结果告知书');
  expect(result?.deliveries).toBeLessThanOrEqual(2);
}

test('a draw and its inspection survive kill -9 at every stage: one draw, one mail each, chains whole', async () => {
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const early = await attend(office);
  const number = await press(early, now.slice(0, 7));
  await killAndStart();

  // The window of two working days passes, and the sweep ends it; the sessions end too.
  await expect
    .poll(async () => wordsOf((await early.supervisor.get(`/draws/${number}`)).text), { timeout: 20_000 })
    .not.toContain('待封存名单');
  await tool('clock', { days: 6 });
  const people = await attend(office);
  const [first, ...others] = SEATS;
  await act(people[first.id], number, 'commit-secret', { c: commitmentOf(number, first) });
  await killAndStart();
  for (const seat of others) {
    await act(people[seat.id], number, 'commit-secret', { c: commitmentOf(number, seat) });
  }
  await steps.confirm(people, number);
  await killAndStart();
  await steps.reveal(people, number);
  await steps.enter(people, number);
  await act(people.notary, number, 'confirm-source', { value: DICE });
  await pause(150);
  await killAndStart();

  const record = await published(people.supervisor, number);
  const file = join(folder, 'record.json');
  writeFileSync(file, record.text);
  const verified = await command('functions/verifier/command.ts', [file]);
  expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('一致') });

  const list = await people.supervisor.get('/draws');
  expect(new Set(list.text.match(/BJIPO-\d{4}-\d{4}/g))).toEqual(new Set([number]));
  // Mail that was cut off is taken up again by the sweep, once its lease has run out.
  await tool('clock', { hours: 1 });
  const due = await noticesOf(number);
  await expect
    .poll(
      async () => {
        await tool('schedules/mail-worker/run', {});
        return (await inbox()).length;
      },
      { timeout: 20_000, interval: 100 },
    )
    .toBe(due);
  const received = await inbox();
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(received.length);
  expect(new Set(received.map(({ subject }) => subject)).size).toBe(received.length);

  await killedInspection(`${number}-001`);

  const audited = await command('functions/audit/command.ts', [], { LOCAL_DATA: folder });
  expect(audited).toMatchObject({ code: 0, output: expect.stringContaining('一致') });
}, 120_000);
