import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { type Handler, readBody } from '../http/server.ts';
import type { LocalRuntime } from '../runtime.ts';
import { consolePage } from './consolePage.ts';
import { inboxPage, mailPage } from './mailPages.ts';

/** What the pages and the JSON API of the local tools read and move. */
export type ToolsRuntime = Pick<
  LocalRuntime,
  | 'addresses'
  | 'clock'
  | 'inbox'
  | 'executions'
  | 'scheduler'
  | 'queues'
  | 'topics'
  | 'log'
  | 'dataFolder'
  | 'hints'
>;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

type Input = Readonly<Record<string, unknown>>;
type Run = (
  runtime: ToolsRuntime,
  part: string,
  input: Input,
  query: URLSearchParams,
) => Promise<Answer> | Answer;

interface Route {
  readonly method: string;
  /** One group at most: the part handed over. */
  readonly path: RegExp;
  readonly run: Run;
}

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value ?? null),
});
const html = (
  body: string,
  policy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:; form-action 'self'",
): Answer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  headers: { 'content-security-policy': policy, 'cache-control': 'no-store' },
});
const notFound = (): Answer => json({ message: 'Not Found' }, 404);

const move = z.object({
  set: z.string().optional(),
  advanceMs: z.coerce.number().optional(),
  days: z.coerce.number().optional(),
  hours: z.coerce.number().optional(),
  reset: z.coerce.boolean().optional(),
});
const HOUR_MS = 3_600_000;

/** A time typed into the page is Beijing time; an instant of the API carries its own offset. */
function instantOf(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? `${text}+08:00` : text;
}

function moveClock({ clock }: ToolsRuntime, input: Input): Answer {
  const { set, advanceMs = 0, days = 0, hours = 0, reset } = move.parse(input);
  const by = advanceMs + (days * 24 + hours) * HOUR_MS;
  try {
    if (reset) clock.reset();
    else if (set !== undefined && set !== '') clock.set(instantOf(set));
    else clock.advance(by);
  } catch (error) {
    return json({ message: String(error) }, 400);
  }
  return json({ now: clock.iso(), shiftMs: clock.shift() });
}

const fault = z.object({
  kind: z.enum(['refuse', 'accept-then-hang']),
  code: z.coerce.number().int().min(400).max(599).optional(),
  message: z.string().optional(),
  times: z.coerce.number().int().min(1).default(1),
  recipient: z.string().optional(),
});

function failMail({ inbox }: ToolsRuntime, input: Input): Answer {
  const { kind, code, message, times, recipient } = fault.parse(input);
  inbox.fail({
    kind,
    times,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(recipient === undefined ? {} : { recipient }),
  });
  return json({ ok: true });
}

const state = ({ addresses, clock, executions, scheduler, queues, topics }: ToolsRuntime): Answer =>
  json({
    addresses,
    clock: { now: clock.iso(), shiftMs: clock.shift() },
    executions: executions.list(),
    schedules: scheduler.list(),
    queues: queues.list(),
    topics: topics.list(),
  });

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/$/, run: (runtime) => html(consolePage(runtime)) },
  { method: 'GET', path: /^\/mail$/, run: ({ inbox }) => html(inboxPage(inbox.list())) },
  {
    method: 'GET',
    path: /^\/mail\/(\d+)$/,
    run: ({ inbox }, id) => {
      const mail = inbox.get(id);
      return mail ? html(mailPage(mail)) : notFound();
    },
  },
  {
    method: 'GET',
    path: /^\/mail\/(\d+)\/html$/,
    run: ({ inbox }, id) => {
      const mail = inbox.get(id);
      // Links of a mail open in a tab of their own; nothing of it runs or loads here.
      const policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
      return mail ? html(`<base target="_blank">${mail.html}`, policy) : notFound();
    },
  },
  { method: 'GET', path: /^\/api\/state$/, run: state },
  { method: 'POST', path: /^\/api\/clock$/, run: (runtime, _, input) => moveClock(runtime, input) },
  { method: 'GET', path: /^\/api\/executions$/, run: ({ executions }) => json(executions.list()) },
  { method: 'GET', path: /^\/api\/schedules$/, run: ({ scheduler }) => json(scheduler.list()) },
  {
    method: 'POST',
    path: /^\/api\/schedules\/([^/]+)\/run$/,
    run: async ({ scheduler }, name) => {
      if (!scheduler.list().some((one) => one.name === name)) return notFound();
      await scheduler.runNow(name);
      return json({ ok: true });
    },
  },
  { method: 'GET', path: /^\/api\/queues$/, run: ({ queues }) => json(queues.list()) },
  {
    method: 'POST',
    path: /^\/api\/queues\/([^/]+)\/purge$/,
    run: ({ queues }, name) => {
      if (!queues.list().some((one) => one.name === name)) return notFound();
      queues.purge(name);
      return json({ ok: true });
    },
  },
  { method: 'GET', path: /^\/api\/mails$/, run: ({ inbox }) => json(inbox.list()) },
  {
    method: 'GET',
    path: /^\/api\/mails\/(\d+)$/,
    run: ({ inbox }, id) => json(inbox.get(id) ?? null, inbox.get(id) ? 200 : 404),
  },
  {
    method: 'GET',
    path: /^\/api\/mails\/(\d+)\/raw$/,
    run: ({ inbox }, id) => {
      const raw = inbox.raw(id);
      return raw ? { status: 200, type: 'text/plain; charset=utf-8', body: raw } : notFound();
    },
  },
  {
    method: 'POST',
    path: /^\/api\/mails\/clear$/,
    run: ({ inbox }) => {
      inbox.clear();
      return json({ ok: true });
    },
  },
  { method: 'POST', path: /^\/api\/mails\/faults$/, run: (runtime, _, input) => failMail(runtime, input) },
  {
    method: 'POST',
    path: /^\/api\/mails\/faults\/clear$/,
    run: ({ inbox }) => {
      inbox.clearFaults();
      return json({ ok: true });
    },
  },
  {
    method: 'GET',
    path: /^\/api\/log$/,
    run: ({ log }, _, __, query) =>
      json(log.tail(Number(query.get('count') ?? 200) || 200, query.get('source') ?? undefined)),
  },
];

function isForm(request: IncomingMessage): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

async function readInput(request: IncomingMessage): Promise<Input> {
  const text = (await readBody(request, 1024 * 1024)).toString('utf8');
  if (text === '') return {};
  const given: unknown = isForm(request) ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  return z.record(z.string(), z.unknown()).parse(given);
}

/** Another site's page must not press these buttons. */
function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin !== undefined && origin !== `http://${host}`;
}

/** Pages and JSON API of the local tools: clock, executions, schedules, queues, mails, log. */
export function toolsHandler(runtime: ToolsRuntime): Handler {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const write = (answer: Answer) => send(response, answer);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = ROUTES.find((one) => one.method === method && one.path.test(url.pathname));
    if (!route) return write(notFound());
    if (method !== 'GET' && isForeign(request)) return write(json({ message: 'Foreign origin' }, 403));
    try {
      const part = decodeURIComponent(route.path.exec(url.pathname)?.[1] ?? '');
      const input = method === 'GET' ? {} : await readInput(request);
      const answer = await route.run(runtime, part, input, url.searchParams);
      if (method !== 'GET' && isForm(request) && answer.status < 400) {
        response.writeHead(303, { location: backOf(request) }).end();
        return;
      }
      write(answer);
    } catch (error) {
      if (!(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
      write(json({ message: error.message }, 400));
    }
  };
}

/** The page of ours that the form stood on. */
function backOf(request: IncomingMessage): string {
  const { referer, host } = request.headers;
  return referer?.startsWith(`http://${host}/`) ? referer : '/';
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers });
  response.end(body);
}
