import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { PreparedDraft } from './preparedDrafts.ts';

/**
 * The public in a thread of its own, so that its haste is not the server's: forms are sent at their instant, whether
 * those before were answered or not, and somebody of the office opens a page again and again, before and meanwhile.
 */

export interface FloodStart {
  readonly url: string;
  readonly drafts: readonly Pick<PreparedDraft, 'cookie' | 'body'>[];
  readonly perSecond: number;
  /** Loopback address that the n-th comes from. */
  readonly addresses: readonly string[];
  readonly pages: readonly { readonly name: string; readonly url: string; readonly cookie: string }[];
  /** How long the office is watched before the first form, and each page's pause between two openings (ms). */
  readonly quietMs: number;
  readonly everyMs: number;
}

export interface FloodAnswer {
  /** 0 when the connection broke or nothing came in time. */
  readonly status: number;
  readonly location: string;
  readonly retryAfter: string;
  readonly body: string;
  /** From the instant at which it was to be sent, not from when it was. */
  readonly ms: number;
}

export interface PageView {
  readonly name: string;
  readonly during: boolean;
  readonly status: number;
  readonly ms: number;
}

export interface FloodReport {
  readonly answers: readonly FloodAnswer[];
  readonly views: readonly PageView[];
  /** From the first form to the last answer (ms), and the forms a second that were really sent. */
  readonly tookMs: number;
  readonly offered: number;
}

/** Longer than a function may run. */
const PATIENCE_MS = 60_000;
const TICK_MS = 5;

interface Sending {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly cookie: string;
  readonly body?: string;
  readonly localAddress?: string;
}

function send(asked: Sending, agent: Agent, due: number): Promise<FloodAnswer> {
  const { url, method, cookie, body, localAddress } = asked;
  const headers = {
    cookie,
    ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise((resolve) => {
    const nothing = (error: Error) =>
      resolve({ status: 0, location: '', retryAfter: '', body: error.message, ms: performance.now() - due });
    const sent = request(
      url,
      {
        method,
        agent,
        headers,
        timeout: PATIENCE_MS,
        ...(localAddress === undefined ? {} : { localAddress }),
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('error', nothing);
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            retryAfter: answer.headers['retry-after'] ?? '',
            body: Buffer.concat(parts).toString('utf8'),
            ms: performance.now() - due,
          }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', nothing);
    sent.end(body);
  });
}

async function watch(start: FloodStart, phase: { during: boolean; over: boolean }): Promise<PageView[]> {
  const agent = new Agent({ keepAlive: true });
  const views: PageView[] = [];
  while (!phase.over)
    for (const { name, url, cookie } of start.pages) {
      const { during } = phase;
      const { status, ms } = await send({ url, method: 'GET', cookie }, agent, performance.now());
      views.push({ name, during, status, ms });
      await pause(start.everyMs);
    }
  agent.destroy();
  return views;
}

async function flood(start: FloodStart): Promise<FloodReport> {
  const phase = { during: false, over: false };
  const watching = watch(start, phase);
  await pause(start.quietMs);
  phase.during = true;
  const agent = new Agent({ keepAlive: true });
  const begun = performance.now();
  const answers: Promise<FloodAnswer>[] = [];
  let lastSent = begun;
  while (answers.length < start.drafts.length) {
    const owed = Math.floor(((performance.now() - begun) * start.perSecond) / 1_000);
    while (answers.length < Math.min(owed, start.drafts.length)) {
      const n = answers.length;
      const draft = start.drafts[n];
      const localAddress = start.addresses[n];
      if (draft === undefined || localAddress === undefined) throw new Error('a form without a browser');
      answers.push(
        send(
          { url: start.url, method: 'POST', ...draft, localAddress },
          agent,
          begun + (n * 1_000) / start.perSecond,
        ),
      );
      lastSent = performance.now();
    }
    await pause(TICK_MS);
  }
  const given = await Promise.all(answers);
  const tookMs = performance.now() - begun;
  phase.over = true;
  agent.destroy();
  return {
    answers: given,
    views: await watching,
    tookMs,
    offered: Math.round((given.length * 1_000) / (lastSent - begun)),
  };
}

if (parentPort !== null) parentPort.postMessage(await flood(workerData));
