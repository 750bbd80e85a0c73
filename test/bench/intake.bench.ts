import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { bundleFunctions, handlerPath } from '../../infra/bundle.ts';
import { type LocalServer, listen, readBody } from '../../infra/local/http/server.ts';
import type { Filing } from '../../shared/complaint/openCases.ts';
import { sendFiling } from '../../shared/complaint/sendFiling.ts';
import { inParallel } from '../../shared/notice/inParallel.ts';
import { complaintWorld, testFiling } from '../fixtures/complaintWorld.ts';
import { openTables } from '../fixtures/tables.ts';

/** Filings sent in each block; floor and product take turns, so that both see the same machine. */
const BLOCK = 500;
const BLOCKS = 4;
const WARM_UP = 100;
/** Browsers that send at the same time. */
const WIDTH = 16;
const LIMIT = 1_000_000;
/** Goals of the intake bundle (design: budgets). */
const BUNDLE_BYTES = 700 * 1024;
const IMPORT_MS = 100;

type Items = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** A mixed filing of a named person with a mail address: the largest number of items that a filing without files writes. */
const filing = (): Filing => testFiling();

/**
 * Sending a filing over the local HTTP server, against the bare floor: the same server that writes the same items,
 * byte for byte, in one transaction and does nothing else.
 */
export async function run(): Promise<void> {
  const tables = await openTables();
  const server = await listen(0);
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH });
  try {
    const world = complaintWorld(tables);
    let written: Items = [];
    tables.client.middlewareStack.add(
      (next) => (args) => {
        const { TransactItems: items } = args.input as Partial<TransactWriteCommandInput>;
        if (items !== undefined) written = items;
        return next(args);
      },
      { step: 'initialize', name: 'rememberItems' },
    );
    const send = async (given: Filing) => {
      const sent = await sendFiling(world.deps, given, randomBytes(32).toString('hex'), []);
      if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
    };
    await send(filing());
    const sample = written;
    const floor = () => {
      const own = randomBytes(16).toString('hex');
      const put = ({ Put: one }: Items[number]) => ({
        Put: { TableName: one?.TableName ?? '', Item: { ...one?.Item, pk: `${one?.Item?.['pk']}${own}` } },
      });
      return tables.client.send(new TransactWriteCommand({ TransactItems: sample.map(put) }));
    };
    server.handle(async (asked, answer) => {
      const body = await readBody(asked, LIMIT);
      await (asked.url === '/floor' ? floor() : send(JSON.parse(body.toString('utf8'))));
      answer.writeHead(303).end();
    });

    const times: Record<'/floor' | '/send', { ms: number[]; took: number }> = {
      '/floor': { ms: [], took: 0 },
      '/send': { ms: [], took: 0 },
    };
    const paths = ['/floor', '/send'] as const;
    for (const path of paths) await block(server, agent, path, WARM_UP);
    for (let turn = 0; turn < BLOCKS; turn++)
      for (const path of turn % 2 === 0 ? paths : [...paths].reverse()) {
        const begun = performance.now();
        times[path].ms.push(...(await block(server, agent, path, BLOCK)));
        times[path].took += performance.now() - begun;
      }
    const base = times['/floor'];
    const line = ({ ms, took }: typeof base) => ({
      'requests/s': Math.round((ms.length * 1_000) / took),
      'p50 ms': Number(percentile(ms, 50).toFixed(2)),
      'p99 ms': Number(percentile(ms, 99).toFixed(2)),
      'ratio of requests/s': Number((base.took / took).toFixed(2)),
    });
    console.log(
      `\n${BLOCK * BLOCKS} mixed filings each, ${WIDTH} at once, ${sample.length} items in one transaction`,
    );
    console.table({ 'floor: the bare transaction': line(base), 'send a filing': line(times['/send']) });
  } finally {
    agent.destroy();
    await server.close();
    await tables.close();
  }
  if (existsSync(handlerPath('intake'))) await bundleOf('intake');
}

async function block(server: LocalServer, agent: Agent, path: string, count: number): Promise<number[]> {
  const bodies = Array.from({ length: count }, () => JSON.stringify(filing()));
  const ms: number[] = [];
  await inParallel(bodies, WIDTH, async (body) => {
    const begun = performance.now();
    const status = await post(`${server.address}${path}`, agent, body);
    if (status !== 303) throw new Error(`${path} answered ${status}`);
    ms.push(performance.now() - begun);
  });
  return ms;
}

function post(url: string, agent: Agent, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function percentile(ms: readonly number[], percent: number): number {
  const sorted = [...ms].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** Size of a bundle and how long a fresh thread takes to import it, against their goals. */
async function bundleOf(name: string): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await bundleFunctions(out, [name]);
    const file = join(out, name, 'index.mjs');
    const imports: number[] = [];
    for (let i = 0; i < 5; i++) imports.push(await importTime(file));
    const bytes = statSync(file).size;
    const ms = percentile(imports, 50);
    const verdict = (met: boolean, goal: string) => `${met ? 'met' : 'MISSED'} (${goal})`;
    console.table({
      'bundle, KB': { value: Math.round(bytes / 1024), goal: verdict(bytes <= BUNDLE_BYTES, '700 KB') },
      'import, ms': { value: Number(ms.toFixed(1)), goal: verdict(ms <= IMPORT_MS, '100 ms') },
    });
  } finally {
    rmSync(out, { recursive: true });
  }
}

function importTime(file: string): Promise<number> {
  const source = `
    const { parentPort } = require('node:worker_threads');
    const begun = performance.now();
    import(${JSON.stringify(pathToFileURL(file).href)}).then(() => parentPort.postMessage(performance.now() - begun));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true });
    worker.once('error', reject);
    worker.once('message', (ms: number) => {
      resolve(ms);
      void worker.terminate();
    });
  });
}
