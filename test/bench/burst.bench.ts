import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { complaintCaseId, identityKey, receiptKey } from '../../shared/complaint/complaintRows.ts';
import { draftRowKey } from '../../shared/complaint/form/draftRows.ts';
import { receiptHash } from '../../shared/complaint/receiptCode.ts';
import { startOffice } from '../e2e/office.ts';
import { Visitor, wordsOf } from '../e2e/visitor.ts';
import type { FloodAnswer, FloodReport, FloodStart } from './flood.ts';
import { type PreparedDraft, prepareDrafts } from './preparedDrafts.ts';
import { type PublicOffice, publicOffice } from './publicOffice.ts';
import { percentile } from './table.ts';
import type { PageView, WatchStart } from './watch.ts';

const PER_SECOND = 1_000;
const SECONDS = 5;
/** Of ten forms, so many come from one network, and so many are about one agency; the others are all different. */
const ONE_NETWORK = 1;
const ONE_AGENCY = 3;
const QUIET_MS = 4_000;
const EVERY_MS = 20;
const KEPT_AGAIN = 20;

/** The n-th sender's loopback address, each in a network (/24) of its own but for those of the one. */
function addressOf(n: number): string {
  return n % 10 < ONE_NETWORK ? '127.9.9.9' : `127.${100 + Math.floor(n / 250)}.${n % 250}.1`;
}
const agencyOf = (n: number): number => (n % 10 >= 10 - ONE_AGENCY ? 1 : n + 2);

/**
 * A burst on the public form, over HTTP against the local runtime with every limit of the product: a thousand filled-in
 * forms a second, offered whether the office can keep up or not. What was answered, by whom; whether every receipt has
 * its filing behind it and every refusal nothing; and how long the office waited for its own pages meanwhile.
 */
export async function run(): Promise<void> {
  const runtime = await startOffice();
  try {
    const office = publicOffice(runtime);
    const drafts = await prepareDrafts(
      { ...office, now: new Date(runtime.clock.now()) },
      PER_SECOND * SECONDS,
      agencyOf,
    );
    const { report, views, from } = await flooded(runtime, drafts);
    printAnswers(report);
    printViews(views, from, from + report.tookMs);
    await runtime.lambda.idle();
    await printStored(office, drafts, report.answers);
    await printAgain(runtime, drafts, report.answers);
  } finally {
    await runtime.stop();
  }
}

async function flooded(runtime: LocalRuntime, drafts: readonly PreparedDraft[]) {
  const { addresses } = runtime;
  const supervisor = await new Visitor(addresses).signIn('supervisor');
  const cookie = supervisor.cookies(addresses.console);
  const watched: WatchStart = {
    pages: [
      { name: 'desk of complaints', url: `${addresses.console}/complaints`, cookie },
      { name: 'draws', url: `${addresses.console}/draws`, cookie },
    ],
    everyMs: EVERY_MS,
  };
  const watch = new Worker(new URL('./watch.ts', import.meta.url), { workerData: watched });
  await pause(QUIET_MS);
  const start: FloodStart = {
    url: `${addresses.public}/complain/send`,
    drafts: drafts.map((one) => ({ cookie: one.cookie, body: one.body })),
    addresses: drafts.map((_, n) => addressOf(n)),
    perSecond: PER_SECOND,
  };
  const from = performance.timeOrigin + performance.now();
  const flood = new Worker(new URL('./flood.ts', import.meta.url), { workerData: start });
  const [report]: FloodReport[] = await once(flood, 'message');
  const ended = once(watch, 'message');
  watch.postMessage('enough');
  const [views]: (readonly PageView[])[] = await ended;
  if (report === undefined || views === undefined) throw new Error('a thread that reports nothing');
  return { report, views, from };
}

/** Which part of the product an answer comes from. */
function saidBy({ status, location, body }: FloodAnswer): string {
  if (status === 0) return 'no answer';
  if (status === 303) return location === '/complain/receipt' ? 'receipt' : `redirect to ${location}`;
  if (status !== 429) return `status ${status}`;
  if (body.startsWith('{')) return '429 by the gateway';
  const words = wordsOf(body);
  if (words.includes('您所在的网络')) return '429 by the limit of a network';
  return words.includes('代理机构') ? '429 by the limit of an agency' : '429 by the cap of a process';
}

function printAnswers({ answers, offered, tookMs }: FloodReport): void {
  const groups = Map.groupBy(answers, saidBy);
  console.log(
    `\n${answers.length} forms at ${offered} a second, the last answered after ${(tookMs / 1_000).toFixed(1)} s`,
  );
  console.table(
    Object.fromEntries(
      [...groups].map(([name, group]) => [
        name,
        {
          count: group.length,
          'Retry-After': [...new Set(group.map(({ retryAfter }) => retryAfter))].sort().slice(0, 4).join(' '),
          'p50 ms': Math.round(
            percentile(
              group.map(({ ms }) => ms),
              50,
            ),
          ),
          'p99 ms': Math.round(
            percentile(
              group.map(({ ms }) => ms),
              99,
            ),
          ),
          example: wordsOf(group[0]?.body ?? '').slice(0, 40),
        },
      ]),
    ),
  );
}

function printViews(views: readonly PageView[], from: number, to: number): void {
  const within = views.filter(({ at }) => at <= to);
  const rows = Map.groupBy(within, ({ name, at }) => `${name}, ${at < from ? 'before' : 'during'}`);
  console.table(
    Object.fromEntries(
      [...rows].sort().map(([name, seen]) => [
        name,
        {
          opened: seen.length,
          'not 200': seen.filter(({ status }) => status !== 200).length,
          'p50 ms': Math.round(
            percentile(
              seen.map(({ ms }) => ms),
              50,
            ),
          ),
          'p99 ms': Math.round(
            percentile(
              seen.map(({ ms }) => ms),
              99,
            ),
          ),
        },
      ]),
    ),
  );
}

async function keysOf(office: PublicOffice, table: string): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  for await (const { Items: items = [] } of paginateScan({ client: office.client }, { TableName: table }))
    for (const item of items) found.set(`${item['pk']} ${item['sk']}`, item);
  return found;
}

/** Compares what was answered with what is stored. */
async function printStored(
  office: PublicOffice,
  drafts: readonly PreparedDraft[],
  answers: readonly FloodAnswer[],
): Promise<void> {
  const [core, audit, vault] = await Promise.all(
    [office.core, office.audit, office.vault].map((table) => keysOf(office, table)),
  );
  const at = ({ pk, sk }: { readonly pk: string; readonly sk: string }) => `${pk} ${sk}`;
  const count = { receipted: 0, complete: 0, lost: 0, 'stored without a receipt': 0 };
  drafts.forEach((draft, n) => {
    const ids = [draft.ids.complaint, draft.ids.report];
    const parts = [
      ...ids.flatMap((id) => [
        core?.has(`${complaintCaseId(id)} META`),
        audit?.has(`${complaintCaseId(id)} 0000000000`),
        vault?.has(at(identityKey(id))),
      ]),
      core?.has(at(receiptKey(receiptHash(office.receiptPepper, draft.code)))),
      core?.get(at(draftRowKey(draft.id)))?.['version'] === 2,
    ];
    const receipted = answers[n]?.status === 303;
    if (receipted) count.receipted += 1;
    if (receipted && parts.every((there) => there === true)) count.complete += 1;
    if (receipted && !parts.every((there) => there === true)) count.lost += 1;
    if (!receipted && parts.some((there) => there === true)) count['stored without a receipt'] += 1;
  });
  const cases = [...(core?.keys() ?? [])].filter((key) => /^CP#\S+ META$/.test(key)).length;
  console.table({ ...count, 'cases stored': cases, 'cases double': cases - 2 * count.complete });
}

/** Some of the refused send again, and some of the receipted as well. */
async function printAgain(
  runtime: LocalRuntime,
  drafts: readonly PreparedDraft[],
  answers: readonly FloodAnswer[],
): Promise<void> {
  const again = async (wanted: (answer: FloodAnswer) => boolean, from: string) => {
    const chosen = drafts.filter((_, n) => {
      const answer = answers[n];
      return answer !== undefined && agencyOf(n) !== 1 && wanted(answer);
    });
    let receipts = 0;
    for (const { cookie, body } of chosen.slice(0, KEPT_AGAIN)) {
      const send = () =>
        fetch(`${runtime.addresses.public}/complain/send`, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          body,
        });
      let answer = await send();
      await answer.body?.cancel();
      if (answer.status === 429) {
        await pause(Number(answer.headers.get('retry-after')) * 1_000);
        answer = await send();
        await answer.body?.cancel();
      }
      if (answer.headers.get('location') === '/complain/receipt') receipts += 1;
    }
    return `${receipts} of ${Math.min(KEPT_AGAIN, chosen.length)} ${from}`;
  };
  console.log(
    `sent again: ${await again(({ status }) => status === 429, 'refused ones')} and ${await again(({ status }) => status === 303, 'receipted ones')} lead to a receipt`,
  );
}
