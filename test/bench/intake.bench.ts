import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { httpApi } from '../../infra/local/http/httpApi.ts';
import { type LocalServer, listen } from '../../infra/local/http/server.ts';
import { LOCAL_ACCOUNT } from '../../infra/local/settings.ts';
import { networkLimits } from '../../shared/access/networkLimit.ts';
import { draftRowKey } from '../../shared/complaint/form/draftRows.ts';
import { sendFiling } from '../../shared/complaint/sendFiling.ts';
import { inParallel } from '../../shared/inParallel.ts';
import { startOffice } from '../e2e/office.ts';
import { complaintWorld, plantedIdentity, testFiling } from '../fixtures/complaintWorld.ts';
import { printBundles } from './bundles.ts';
import { type PreparedDraft, prepareDrafts } from './preparedDrafts.ts';
import { type PublicOffice, publicOffice } from './publicOffice.ts';
import { percentile } from './table.ts';

/** Filings sent in each block; floor and product take turns, so that both see the same machine. */
const BLOCK = 200;
const BLOCKS = 4;
const WARM_UP = 160;
/** Browsers that send at the same time. */
const WIDTH = 8;
/** Real milliseconds in which the office's clock goes on by a second: a cap that counts seconds then caps nothing. */
const SECOND_MS = 50;

type Items = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * The whole function `intake` as it is bundled, run by the local runtime over HTTP: sending a form that is filled in,
 * against the bare floor, the same server that writes the same items in one transaction and does nothing else. What
 * would refuse before the machine is tired is out of the way: no limit of the gateway, a network for every twenty
 * filings, and a clock that runs faster than the cap of a process counts.
 */
export async function run(): Promise<void> {
  const runtime = await startOffice();
  const server = await listen(0);
  const office = publicOffice(runtime);
  // Straight in its memory: a move of the clock proper is written to disk and synchronised.
  const shift = new BigInt64Array(runtime.clock.memory);
  const hurry = setInterval(() => Atomics.add(shift, 0, 1_000n), SECOND_MS);
  try {
    const api = httpApi(
      {
        id: 'bench',
        account: LOCAL_ACCOUNT,
        routes: [{ key: 'POST /complain/send', target: office.intake }],
      },
      runtime.lambda,
      runtime.clock,
    );
    let floor = async () => {};
    server.handle(async (asked, answer) => {
      if (asked.url !== '/floor') return api(asked, answer);
      asked.resume();
      await floor();
      answer.writeHead(303).end();
    });
    const drafts = await prepareDrafts(
      { ...office, now: new Date(runtime.clock.now()) },
      WARM_UP + BLOCK * BLOCKS,
      (n) => Math.floor(n / 20) + 1,
    );
    const browsers = new Browsers(server, drafts);
    await browsers.block('/complain/send', WARM_UP);
    const items = await itemsOf(office, drafts[0]);
    floor = async () => {
      const own = randomBytes(16).toString('hex');
      const put = ({ Put: one }: Items[number]) => ({
        Put: { TableName: one?.TableName ?? '', Item: { ...one?.Item, pk: `${one?.Item?.['pk']}${own}` } },
      });
      await office.client.send(new TransactWriteCommand({ TransactItems: items.map(put) }));
    };
    await browsers.block('/floor', WARM_UP);

    const times = {
      '/floor': { ms: [] as number[], took: 0 },
      '/complain/send': { ms: [] as number[], took: 0 },
    };
    const paths = ['/floor', '/complain/send'] as const;
    for (let turn = 0; turn < BLOCKS; turn++)
      for (const path of turn % 2 === 0 ? paths : [...paths].reverse()) {
        const begun = performance.now();
        times[path].ms.push(...(await browsers.block(path, BLOCK)));
        times[path].took += performance.now() - begun;
      }
    browsers.close();
    const base = times['/floor'];
    const line = ({ ms, took }: typeof base) => ({
      'requests/s': Math.round((ms.length * 1_000) / took),
      'p50 ms': Number(percentile(ms, 50).toFixed(2)),
      'p99 ms': Number(percentile(ms, 99).toFixed(2)),
      'ratio of requests/s': Number((base.took / took).toFixed(2)),
    });
    console.log(
      `\n${BLOCK * BLOCKS} mixed filings each, ${WIDTH} at once, ${items.length} items in one transaction`,
    );
    console.table({
      'floor: the bare transaction': line(base),
      'POST /complain/send': line(times['/complain/send']),
    });
  } finally {
    clearInterval(hurry);
    await server.close();
    await runtime.stop();
  }
  await printBundles(['intake', 'follow']);
}

/** The items of one sending as the product writes them: sealed by its own key, with the draft's row as it was left. */
async function itemsOf(office: PublicOffice, sent: PreparedDraft | undefined): Promise<Items> {
  let written: Items = [];
  office.client.middlewareStack.add(
    (next) => (args) => {
      const { TransactItems: items } = args.input as Partial<TransactWriteCommandInput>;
      if (items !== undefined && written.length === 0) written = items;
      return next(args);
    },
    { step: 'initialize', name: 'rememberItems' },
  );
  const { Item: draft = {} } = await office.client.send(
    new GetCommand({ TableName: office.core, Key: draftRowKey(sent?.id ?? '') }),
  );
  const { deps } = complaintWorld({ client: office.client, store: office.store, core: office.core });
  const filing = testFiling({ identity: plantedIdentity });
  const row = { ...draft, ...draftRowKey(randomBytes(32).toString('hex')) };
  const done = await sendFiling({ ...deps, sealer: office.sealer }, filing, randomBytes(32).toString('hex'), [
    { row, expect: 'any' },
  ]);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  office.client.middlewareStack.remove('rememberItems');
  return written;
}

/** Browsers that send what is prepared, each in a network of its own that it leaves before its limit. */
class Browsers {
  readonly #server: LocalServer;
  readonly #drafts: readonly PreparedDraft[];
  readonly #agents = new Map<string, Agent>();
  #next = 0;

  constructor(server: LocalServer, drafts: readonly PreparedDraft[]) {
    this.#server = server;
    this.#drafts = drafts;
  }

  async block(path: string, count: number): Promise<number[]> {
    const ms: number[] = [];
    const numbers = Array.from({ length: count }, (_, n) => n);
    await inParallel(numbers, WIDTH, async (n) => {
      const draft = path === '/floor' ? this.#drafts[n % this.#drafts.length] : this.#drafts[this.#next++];
      if (draft === undefined) throw new Error('too few drafts');
      const begun = performance.now();
      const status = await this.#post(path, draft, this.#next);
      if (status !== 303) throw new Error(`${path} answered ${status}`);
      ms.push(performance.now() - begun);
    });
    return ms;
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.destroy();
  }

  #post(path: string, { cookie, body }: PreparedDraft, n: number): Promise<number | undefined> {
    const network = Math.floor(n / networkLimits.filing.most) + 1;
    const localAddress = `127.77.${network}.1`;
    const agent = this.#agents.get(localAddress) ?? new Agent({ keepAlive: true });
    this.#agents.set(localAddress, agent);
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.#server.address}${path}`,
        { method: 'POST', agent, localAddress, headers },
        (answer) => {
          answer.resume().on('end', () => resolve(answer.statusCode));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
