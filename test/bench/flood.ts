import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { PreparedDraft } from './preparedDrafts.ts';

/**
 * The public in a thread of its own, so that its haste is not the server's: forms are sent at their instant, whether
 * those before were answered or not.
 */

export interface FloodStart {
  readonly url: string;
  readonly drafts: readonly Pick<PreparedDraft, 'cookie' | 'body'>[];
  readonly perSecond: number;
  /** Loopback address that the n-th comes from. */
  readonly addresses: readonly string[];
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

export interface FloodReport {
  readonly answers: readonly FloodAnswer[];
  /** From the first form to the last answer (ms), and the forms a second that were really sent. */
  readonly tookMs: number;
  readonly offered: number;
}

/** Longer than a function may run. */
const PATIENCE_MS = 60_000;
const TICK_MS = 5;

function send(
  url: string,
  { cookie, body }: FloodStart['drafts'][number],
  localAddress: string,
  due: number,
): Promise<FloodAnswer> {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve) => {
    const nothing = (error: Error) =>
      resolve({ status: 0, location: '', retryAfter: '', body: error.message, ms: performance.now() - due });
    // Every browser has a connection of its own.
    const sent = request(
      url,
      { method: 'POST', agent: false, headers, timeout: PATIENCE_MS, localAddress },
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

async function flood(start: FloodStart): Promise<FloodReport> {
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
      answers.push(send(start.url, draft, localAddress, begun + (n * 1_000) / start.perSecond));
      lastSent = performance.now();
    }
    await pause(TICK_MS);
  }
  const given = await Promise.all(answers);
  const tookMs = performance.now() - begun;
  return {
    answers: given,
    tookMs,
    offered: Math.round((given.length * 1_000) / (lastSent - begun)),
  };
}

if (parentPort !== null) parentPort.postMessage(await flood(workerData));
