import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openClock } from '../../../infra/local/clock.ts';
import { FunctionPool } from '../../../infra/local/functions/functionPool.ts';
import { openLog } from '../../../infra/local/log.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };
const pools: FunctionPool[] = [];

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.stop())));

function openPool() {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  const file = join(folder, 'index.mjs');
  copyFileSync(join(import.meta.dirname, 'fixtures/handlers/index.mjs'), file);
  const clock = openClock(join(folder, 'clock.json'));
  const log = openLog(join(folder, 'runtime.log'), clock.iso);
  const pool = new FunctionPool(
    {
      logicalId: 'Probe',
      name: 'probe',
      arn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:probe',
      codeFolder: folder,
      handler: 'index.handler',
      environment: {},
      timeoutSeconds: 20,
      memoryMb: 128,
    },
    clock,
    log,
  );
  pools.push(pool);
  const ask = (mode: string, ms = 0) => pool.invoke(JSON.stringify({ mode, ms }));
  return { pool, log, file, ask };
}

const unopened = { ok: false, error: { errorType: 'Runtime.ImportModuleError' } };

test('a handler that has gone fails the invocation, and its return is enough for the next', async () => {
  const { file, ask } = openPool();
  renameSync(file, `${file}.away`);
  const failed = await ask('echo');
  expect(failed).toMatchObject(unopened);
  expect(failed.ok ? '' : failed.error.errorMessage).toContain('no file for the handler');
  renameSync(`${file}.away`, file);
  expect(await ask('echo')).toMatchObject({ ok: true });
});

test('a handler that goes while others run fails who waits after a crash, and nobody else', async () => {
  const { file, ask } = openPool();
  await Promise.all([1, 2, 3, 4].map(() => ask('sleep', 300)));
  rmSync(file);
  const running = [1, 2, 3].map(() => ask('sleep', 300));
  const crashing = ask('exit');
  const waiting = ask('echo');
  expect(await crashing).toMatchObject({ ok: false, error: { errorType: 'Runtime.ExitError' } });
  expect(await waiting).toMatchObject(unopened);
  for (const one of await Promise.all(running)) expect(one).toMatchObject({ ok: true });
});

test('loading a handler that has gone ahead of time is a line in the log', async () => {
  const { pool, log, file } = openPool();
  rmSync(file);
  pool.warm();
  await expect
    .poll(() => log.tail(10).map(({ text }) => text), patient)
    .toContainEqual(expect.stringContaining('no file for the handler'));
});

test('a handler whose own import is missing is told as Lambda tells it', async () => {
  const { file, ask } = openPool();
  writeFileSync(file, "import './gone.mjs';\nexport const handler = () => 1;\n");
  expect(await ask('echo')).toMatchObject(unopened);
});
