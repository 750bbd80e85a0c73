import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { type Handler, readBody } from '../http/server.ts';
import { creditPage } from './creditPage.ts';
import { faultSchema } from './faults.ts';
import type { CreditSimulator } from './simulator.ts';

const LARGEST_FORM = 16 * 1024;

/** An entry of a form that was left empty is no entry. */
const filled = (form: URLSearchParams) => Object.fromEntries([...form].filter(([, value]) => value !== ''));

const acts: Readonly<Record<string, (simulator: CreditSimulator, form: URLSearchParams) => void>> = {
  '/faults': (simulator, form) => simulator.fault(faultSchema.parse(filled(form))),
  '/faults/clear': (simulator) => simulator.clearFaults(),
  '/forget': (simulator, form) => simulator.holdings.forget(z.string().parse(form.get('key'))),
  '/plant': ({ holdings }, form) => {
    const [key, uscc, name] = ['key', 'uscc', 'name'].map((field) => z.string().parse(form.get(field)));
    const subject = { uscc: uscc ?? '', name: name ?? '' };
    holdings.plant(
      {
        id: `${key}@0001`,
        key: key ?? '',
        version: 1,
        amendment: 0,
        state: 'published',
        subject,
        digest: 'f'.repeat(64),
      },
      new Date().toISOString(),
    );
  },
};

/** The simulated credit system with its own page: what a person opens, and what the office talks to. */
export function creditSite(simulator: CreditSimulator): Handler {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'GET' && pathname === '/') {
      show(response, creditPage(simulator, searchParams.get('agency') ?? ''));
      return;
    }
    const act = request.method === 'POST' ? acts[pathname] : undefined;
    if (act === undefined) return simulator.handle(request, response);
    if (isForeign(request)) {
      response.writeHead(403).end('Foreign origin');
      return;
    }
    try {
      act(simulator, new URLSearchParams((await readBody(request, LARGEST_FORM)).toString('utf8')));
      response.writeHead(303, { location: '/' }).end();
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(error.message);
    }
  };
}

/** Another site's page must not press these buttons. */
function isForeign({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin !== undefined && origin !== `http://${host}`;
}

function show(response: ServerResponse, body: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'",
  });
  response.end(body);
}
