import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { startDatabase } from '../../../infra/local/database/dynoxide.ts';
import { localDatabaseClient } from '../../../infra/local/database/tables.ts';
import { type SeedContext, startLocal } from '../../../infra/local/runtime.ts';
import type { Addresses } from '../../../infra/local/settings.ts';
import { template, writeAssembly } from './fixtures/stack.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };

const assembly = writeAssembly();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function host(dataFolder: string): Promise<{ child: ChildProcess; addresses: Addresses }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'fixtures/host.ts'), assembly, dataFolder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
  });
  return { child, addresses: JSON.parse(first) as Addresses };
}

function isOpen(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const gone = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));
const newFolder = () => mkdtempSync(join(tmpdir(), 'recovery-'));

async function writeRows(addresses: Addresses, from: number, count: number): Promise<number> {
  const plain = localDatabaseClient(addresses.dynamodb, 'cn-north-1');
  const client = DynamoDBDocumentClient.from(plain);
  let written = 0;
  try {
    for (let n = from; n < from + count; n += 1) {
      await client.send(new PutCommand({ TableName: 'Core', Item: { pk: `R#${n}`, sk: 'META', n } }));
      written += 1;
    }
  } catch {
    // The host was killed under load.
  } finally {
    plain.destroy();
  }
  return written;
}

test('kill -9 under load loses no acknowledged row, orphans nothing, and the next start takes over', async () => {
  const folder = newFolder();
  let rows = 0;
  for (let round = 0; round < 3; round += 1) {
    const { child, addresses } = await host(folder);
    const writing = writeRows(addresses, rows, 100_000);
    await new Promise((resolve) => setTimeout(resolve, 150 + 90 * round));
    const ended = gone(child);
    child.kill('SIGKILL');
    await ended;
    rows += await writing;
    await expect.poll(() => isOpen(addresses.dynamodb), patient).toBe(false);
  }
  expect(rows).toBeGreaterThan(10);
  const runtime = await startLocal({ assembly, dataFolder: folder, schedules: 'manual' });
  const plain = localDatabaseClient(runtime.addresses.dynamodb, 'cn-north-1');
  const client = DynamoDBDocumentClient.from(plain);
  for (let n = 0; n < rows; n += 1) {
    const { Item } = await client.send(
      new GetCommand({ TableName: 'Core', Key: { pk: `R#${n}`, sk: 'META' } }),
    );
    expect(Item?.['n']).toBe(n);
  }
  plain.destroy();
  await runtime.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

async function readRow(addresses: Addresses, n: number): Promise<unknown> {
  const plain = localDatabaseClient(addresses.dynamodb, 'cn-north-1');
  const { Item } = await DynamoDBDocumentClient.from(plain).send(
    new GetCommand({ TableName: 'Core', Key: { pk: `R#${n}`, sk: 'META' } }),
  );
  plain.destroy();
  return Item;
}

test('SIGTERM ends in order with nothing left running', async () => {
  const folder = newFolder();
  const { child, addresses } = await host(folder);
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await code).toBe(0);
  for (const address of [addresses.dynamodb, addresses.console, addresses.aws, addresses.oidc]) {
    expect(await isOpen(address)).toBe(false);
  }
  expect(existsSync(join(folder, 'lock'))).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a folder in use is refused; a lock of a dead process is taken over', async () => {
  const folder = newFolder();
  const first = await startLocal({ assembly, dataFolder: folder, schedules: 'manual' });
  await expect(startLocal({ assembly, dataFolder: folder })).rejects.toThrow('is in use by process');
  await first.stop();
  writeFileSync(join(folder, 'lock'), '999999999 1');
  const second = await startLocal({ assembly, dataFolder: folder, schedules: 'manual' });
  await second.stop();
  // The id lives again, but it is another process.
  writeFileSync(join(folder, 'lock'), `${process.pid} 1`);
  const third = await startLocal({ assembly, dataFolder: folder, schedules: 'manual' });
  await third.kill();
  rmSync(folder, { recursive: true });
});

test('keys, mails, objects, clock, hints and dead letters outlive a stop; the seed runs once', async () => {
  const folder = newFolder();
  let seeds = 0;
  const options = {
    assembly,
    dataFolder: folder,
    schedules: 'manual' as const,
    retryMs: 1,
    seed: async ({ hint }: SeedContext) => {
      seeds += 1;
      hint({ zh: '试试', en: 'Try', value: '318 411', href: 'http://a.example/' });
    },
  };
  const first = await startLocal(options);
  const secret = first.context.secret('AppSecret');
  first.clock.set('2026-01-01T00:00:00Z');
  await first.lambda.invokeLater('FunctionsbackgroundFunction22222222', '{"mode":"throw","name":"Bad"}');
  first.buckets
    .find(({ rules }) => rules.name === 'uploads')
    ?.put({ key: 'a/b', contentType: 'text/plain', userMetadata: {}, checksums: {} }, Buffer.from('kept'));
  const sealed = await kms(first.addresses.aws, 'Encrypt', { KeyId: 'alias/vault', Plaintext: 'c2VjcmV0' });
  await first.stop();
  const second = await startLocal(options);
  expect(seeds).toBe(1);
  expect(second.hints.map(({ value }) => value)).toEqual(['318 411']);
  expect(JSON.parse(second.context.secret('AppSecret'))).toMatchObject({
    key: (JSON.parse(secret) as { key: string }).key,
  });
  expect(second.clock.iso()).toMatch(/^2026-01-01/);
  expect(second.queues.list().find(({ name }) => name === 'DeadLetters')?.messages).toHaveLength(1);
  const bucket = second.buckets.find(({ rules }) => rules.name === 'uploads');
  const kept = bucket?.head('a/b');
  expect(kept && bucket?.read(kept).toString()).toBe('kept');
  expect(
    await kms(second.addresses.aws, 'Decrypt', { CiphertextBlob: sealed['CiphertextBlob'] }),
  ).toMatchObject({
    Plaintext: 'c2VjcmV0',
  });
  await second.stop();
  rmSync(folder, { recursive: true });
});

async function kms(address: string, name: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'x-amz-target': `TrentService.${name}`, 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

test('a seed that was cut off begins anew on empty tables', async () => {
  const folder = newFolder();
  const options = { assembly, dataFolder: folder, schedules: 'manual' as const };
  const cut = startLocal({
    ...options,
    seed: async ({ addresses }) => {
      await writeRows(addresses, 0, 3);
      throw new Error('power cut');
    },
  });
  await expect(cut).rejects.toThrow('power cut');
  const runtime = await startLocal({
    ...options,
    seed: async ({ addresses }) => {
      expect(await readRow(addresses, 0)).toBeUndefined();
    },
  });
  await runtime.stop();
  rmSync(folder, { recursive: true });
});

test('a schedule that restarts lost executions runs at every later start', async () => {
  const given = template();
  const text = JSON.stringify(given).replaceAll('"sweep"', '"reconciler"');
  const reconciling = writeAssembly(JSON.parse(text));
  const folder = newFolder();
  const first = await startLocal({ assembly: reconciling, dataFolder: folder, schedules: 'manual' });
  expect(first.scheduler.list()[0]?.last).toBeUndefined();
  await first.kill();
  const second = await startLocal({ assembly: reconciling, dataFolder: folder, schedules: 'manual' });
  await expect.poll(() => second.log.tail(20).some((line) => line.text === 'swept'), patient).toBe(true);
  await second.stop();
  rmSync(folder, { recursive: true });
});

test('what cannot be run here stops the start and leaves nothing open', async () => {
  const given = template();
  given.Resources['Url'] = { Type: 'AWS::Lambda::Url', Properties: {} };
  const folder = newFolder();
  await expect(startLocal({ assembly: writeAssembly(given), dataFolder: folder })).rejects.toThrow(
    'AWS::Lambda::Url',
  );
  expect(existsSync(join(folder, 'lock'))).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a stop is no failure of the executions it ends', async () => {
  const folder = newFolder();
  const options = { assembly, dataFolder: folder, schedules: 'manual' as const };
  const first = await startLocal(options);
  const machine = String(first.context.outputs['Machine']);
  first.executions.start(machine, '{"status":"waiting"}', 'case-1');
  await expect.poll(() => first.executions.list()[0]?.waitingIn, patient).toBe('Wait for a person');
  await first.stop();
  const second = await startLocal(options);
  expect(second.queues.list().flatMap(({ messages }) => messages)).toEqual([]);
  // Its name is free again: the case is the truth, and the reconciler starts it anew.
  expect(second.executions.list()).toEqual([]);
  second.executions.start(machine, '{"status":"done"}', 'case-1');
  await second.stop();
  rmSync(folder, { recursive: true });
});

test('a database that runs by itself is used, and emptied for a fresh folder', async () => {
  const own = await startDatabase(undefined);
  process.env['LOCAL_DYNAMODB_ENDPOINT'] = own.endpoint;
  try {
    const folder = newFolder();
    const options = { assembly, dataFolder: folder, schedules: 'manual' as const };
    const first = await startLocal(options);
    expect(first.addresses.dynamodb).toBe(own.endpoint);
    await writeRows(first.addresses, 0, 1);
    await first.stop();
    const second = await startLocal(options);
    expect(await readRow(second.addresses, 0)).toEqual({ pk: 'R#0', sk: 'META', n: 0 });
    await second.stop();
    rmSync(folder, { recursive: true });
    const third = await startLocal({ ...options, dataFolder: newFolder() });
    expect(await readRow(third.addresses, 0)).toBeUndefined();
    await third.stop();
  } finally {
    delete process.env['LOCAL_DYNAMODB_ENDPOINT'];
    await own.stop();
  }
});

test('a taken port is named, with the way out', async () => {
  const first = await startLocal({ assembly, schedules: 'manual' });
  const base = Number(new URL(first.addresses.console).port);
  await expect(startLocal({ assembly, portBase: base })).rejects.toThrow(
    `Port ${base} is taken. PORT_BASE=9100`,
  );
  await first.stop();
});

test('the keys of the data folder are for their owner only', async () => {
  const folder = newFolder();
  const runtime = await startLocal({ assembly, dataFolder: folder, schedules: 'manual' });
  const { statSync } = await import('node:fs');
  for (const file of ['kms.json', 'secrets.json', 'oidc.json']) {
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, file), 'utf8').length).toBeGreaterThan(10);
  }
  await runtime.stop();
  rmSync(folder, { recursive: true });
});
