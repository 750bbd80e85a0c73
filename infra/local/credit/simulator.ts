import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { type Handler, readBody } from '../http/server.ts';
import { type CreditFault, type CreditFaults, openFaults } from './faults.ts';
import { type Holdings, openHoldings, type RecordResult } from './holdings.ts';

export interface JournalLine {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Records sent, or ids asked for. */
  readonly count: number;
  readonly fault?: string;
  readonly status: number | 'cut';
  readonly words: string;
}

/** The credit-information system of a city that has none: records over HTTP, with faults on demand. */
export interface CreditSimulator {
  readonly holdings: Holdings;
  /** The next requests meet this. */
  fault(fault: CreditFault): void;
  clearFaults(): void;
  readonly faults: CreditFaults;
  /** Newest first. */
  journal(): readonly JournalLine[];
  readonly handle: Handler;
}

export interface SimulatorSettings {
  /** Where it keeps what it holds; without one in memory. */
  readonly folder?: string;
  /** Milliseconds since the epoch, by the local clock. */
  readonly now: () => number;
  /** The key that requests are signed with; without one anybody may send. */
  readonly key?: { readonly keyId: string; readonly key: string };
  readonly random?: () => number;
  /** Milliseconds that a slow answer takes; longer than the client waits. */
  readonly slowMs?: number;
}

const LARGEST_REQUEST = 8 * 1024 * 1024;
const MOST_LINES = 500;
const SLOW_MS = 30_000;

const sendSchema = z.object({ records: z.array(z.unknown()).max(5_000) });
const querySchema = z.object({ ids: z.array(z.string()).max(5_000) });

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly count: number;
  readonly words: string;
}

const json = (body: object, count: number, words: string, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
  count,
  words,
});

export function creditSimulator(settings: SimulatorSettings): CreditSimulator {
  const { folder, now, random = Math.random } = settings;
  const holdings = openHoldings(folder === undefined ? undefined : join(folder, 'records.jsonl'));
  const faults = openFaults(random);
  const journal: JournalLine[] = [];
  const iso = () => `${new Date(now()).toISOString().slice(0, 19)}Z`;
  /** Records that take effect only after the next request. */
  let late: readonly unknown[] = [];

  const take = (records: readonly unknown[], fault: CreditFault | undefined): Answer => {
    const one = (record: unknown): RecordResult => {
      if (fault?.kind === 'rejects' && isAbout(record, fault.about)) return refused(record);
      if (fault?.kind === 'duplicates') holdings.take(record, iso());
      return holdings.take(record, iso());
    };
    const results = records.map(one);
    // An answer names its records; their order means nothing.
    const answered = fault?.kind === 'reordered' ? results.toReversed() : results;
    const counts = Object.entries(Object.groupBy(results, ({ code }) => code));
    const words = counts.map(([code, some]) => `${code} ${some?.length ?? 0}`).join(', ');
    return json({ code: '0', results: answered }, records.length, words);
  };

  const answer = async (
    request: IncomingMessage,
    fault: CreditFault | undefined,
  ): Promise<Answer | 'cut'> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = await readBody(request, LARGEST_REQUEST);
    if (!isSigned(request, url, body, settings.key)) return json({ code: '401' }, 0, 'unauthorised', 401);
    if (fault !== undefined) {
      const instead = insteadOf(fault);
      if (instead !== undefined) return instead;
    }
    const due = late;
    if (request.method === 'GET' && url.pathname === '/records') return listed(url);
    const given: unknown = JSON.parse(body.toString('utf8') || '{}');
    if (url.pathname === '/queries') return queried(querySchema.parse(given).ids);
    if (url.pathname !== '/records') return json({ code: '404' }, 0, 'no such address', 404);
    const { records } = sendSchema.parse(given);
    if (fault?.kind === 'reordered') {
      late = records;
      for (const record of due) holdings.take(record, iso());
      return 'cut';
    }
    late = [];
    const taken = take(records, fault);
    for (const record of due) holdings.take(record, iso());
    return fault?.kind === 'lost' ? 'cut' : taken;
  };

  const listed = (url: URL): Answer => {
    const limit = Math.min(Number(url.searchParams.get('limit') ?? '100') || 100, 1_000);
    const { records, next } = holdings.page(url.searchParams.get('after') ?? undefined, limit);
    const lines = records.map(({ key, version, amendment, subject, state, digest }) => ({
      key,
      version,
      amendment,
      uscc: subject.uscc,
      name: subject.name,
      state,
      digest,
    }));
    return json(
      { code: '0', records: lines, ...(next === undefined ? {} : { next }) },
      lines.length,
      'listed',
    );
  };

  const queried = (ids: readonly string[]): Answer => {
    const results = ids.map((id) => {
      const held = holdings.query(id);
      return held === undefined
        ? { id, held: false }
        : { id, held: true, digest: held.digest, receipt: held.receipt };
    });
    return json({ code: '0', results }, ids.length, `held ${results.filter(({ held }) => held).length}`);
  };

  const note = (request: IncomingMessage, fault: CreditFault | undefined, given: Answer | 'cut') => {
    journal.unshift({
      at: iso(),
      method: request.method ?? '',
      path: (request.url ?? '').split('?')[0] ?? '',
      count: given === 'cut' ? 0 : given.count,
      ...(fault === undefined ? {} : { fault: fault.kind }),
      status: given === 'cut' ? 'cut' : given.status,
      words: given === 'cut' ? '' : given.words,
    });
    journal.splice(MOST_LINES);
  };

  return {
    holdings,
    faults,
    fault: faults.add,
    clearFaults: faults.clear,
    journal: () => journal,
    async handle(request, response) {
      const fault = faults.meet();
      if (fault?.kind === 'down') {
        note(request, fault, 'cut');
        request.socket.destroy();
        return;
      }
      const given = await answer(request, fault).catch((error: unknown) => {
        if (error instanceof z.ZodError || error instanceof SyntaxError)
          return json({ code: '400' }, 0, 'unreadable', 400);
        throw error;
      });
      note(request, fault, given);
      if (given === 'cut') {
        request.socket.destroy();
        return;
      }
      if (fault?.kind === 'slow') await slowly(response, settings.slowMs ?? SLOW_MS);
      response.writeHead(given.status, { 'content-type': given.type, ...given.headers });
      response.end(given.body);
    },
  };
}

/** What is answered before anything is taken in. */
function insteadOf({ kind }: CreditFault): Answer | undefined {
  const plain = (status: number, type: string, body: string, headers = {}): Answer => ({
    status,
    type,
    body,
    headers,
    count: 0,
    words: kind,
  });
  switch (kind) {
    case 'busy':
      return plain(503, 'text/plain', 'busy', { 'retry-after': '30' });
    case 'error-body':
      return json({ code: '500', message: '系统异常，请联系管理员' }, 0, kind);
    case 'html':
      return plain(200, 'text/html; charset=utf-8', '<!doctype html><title>登录</title><form>登录</form>');
    case 'empty':
      return plain(200, 'application/json', '');
    case 'redirect':
      return plain(302, 'text/plain', '', { location: 'http://127.0.0.1:9/login' });
    default:
      return undefined;
  }
}

function isAbout(record: unknown, about: string | undefined): boolean {
  return about === undefined || JSON.stringify(record).includes(about);
}

function refused(record: unknown): RecordResult {
  const named = z.object({ id: z.string() }).safeParse(record);
  return { id: named.success ? named.data.id : '', code: 'refused', message: '主体名称与登记信息不一致' };
}

/** Waits, or until the client has gone. */
function slowly(response: ServerResponse, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function isSigned(request: IncomingMessage, url: URL, body: Buffer, key: SimulatorSettings['key']): boolean {
  if (key === undefined) return true;
  const date = String(request.headers['x-credit-date'] ?? '');
  const digest = createHash('sha256').update(body).digest('hex');
  const signed = [request.method, `${url.pathname}${url.search}`, date, digest].join('\n');
  const signature = createHmac('sha256', key.key).update(signed).digest('hex');
  const expected = Buffer.from(`CREDIT-HMAC-SHA256 keyId=${key.keyId}, signature=${signature}`);
  const given = Buffer.from(request.headers.authorization ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
