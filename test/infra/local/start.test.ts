import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** The command itself, with the real template and handlers, on free ports and in a folder of its own. */
const folder = mkdtempSync(join(tmpdir(), 'start-'));
const patient = { timeout: 120_000 };
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function begin(): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../../infra/local/start.ts')], {
    env: { ...process.env, PORT_BASE: '0', LOCAL_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  return { child, ended, output: () => text };
}

function isOpen(address: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}

const addressesIn = (output: string) =>
  [...output.matchAll(/http:\/\/127\.0\.0\.1:\d+\S*/g)].map(([address]) => address);

test('killed while it fills the office, it starts anew with a whole one, and Ctrl-C ends it with nothing left', async () => {
  const cut = begin();
  await expect.poll(cut.output, patient).toMatch(/demo office|^No|rror/);
  expect(cut.output()).toContain('demo office');
  cut.child.kill('SIGKILL');
  await cut.ended;
  expect(existsSync(join(folder, 'seeded'))).toBe(false);

  const { child, output, ended } = begin();
  await expect.poll(output, patient).toMatch(/Ctrl-C|rror/);
  expect(output()).toContain('demo office');
  // The template of the first start was kept.
  expect(output()).not.toContain('Synthesising');
  const [office = '', publicity = '', form = '', status = '', links = '', tools = ''] = addressesIn(output());
  const home = await fetch(office, { redirect: 'manual' });
  expect(home.status).toBeLessThan(400);
  for (const address of [form, status, links, tools]) expect((await fetch(address)).status).toBe(200);
  expect([form, status].map((address) => new URL(address).pathname)).toEqual(['/complain', '/follow']);
  const { endpoint } = JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')) as { endpoint: string };
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  for (const address of [office, publicity, links, tools, endpoint])
    expect(await isOpen(address)).toBe(false);

  const again = begin();
  await expect.poll(again.output, patient).toMatch(/Ctrl-C|rror/);
  expect(again.output()).not.toContain('demo office');
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
}, 400_000);
