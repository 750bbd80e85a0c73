import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Somebody of the office who opens pages again and again, in a thread of its own, until told that it is enough. */

export interface WatchStart {
  readonly pages: readonly { readonly name: string; readonly url: string; readonly cookie: string }[];
  /** Pause between two pages (ms). */
  readonly everyMs: number;
}

export interface PageView {
  readonly name: string;
  readonly status: number;
  /** When it was asked for, ms of `performance.timeOrigin + performance.now()`. */
  readonly at: number;
  readonly ms: number;
}

function open(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    }).on('error', reject);
  });
}

async function watch({ pages, everyMs }: WatchStart): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const views: PageView[] = [];
  let enough = false;
  parentPort?.once('message', () => {
    enough = true;
  });
  while (!enough)
    for (const { name, url, cookie } of pages) {
      const begun = performance.now();
      const status = await open(url, cookie, agent);
      views.push({ name, status, at: performance.timeOrigin + begun, ms: performance.now() - begun });
      await pause(everyMs);
    }
  agent.destroy();
  parentPort?.postMessage(views);
}

if (parentPort !== null) await watch(workerData);
