import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod';
import type { CreditSecret } from '../access/appSecrets.ts';
import { creditEndpoint } from '../credit/endpoint.ts';
import {
  headSchema,
  heldSchema,
  LONGEST_TEXT,
  outcomeOfWord,
  queriedSchema,
  resultSchema,
} from '../credit/exchangeFormat.ts';
import type { FailureCode, OutcomeCode } from '../credit/outcomes.ts';
import type { Answered, Asked, CreditTransport, Listed, Reply } from '../credit/ports.ts';
import type { WireRecord } from '../credit/wireRecord.ts';

export interface CreditHttpSettings {
  /** From the deployment, never from a request or a row. */
  readonly url: string;
  readonly secret: CreditSecret | undefined;
  readonly now: () => Date;
  /** Milliseconds for one request, answer included. */
  readonly timeoutMs?: number;
}

/** Records of one request, and of a page of the list. */
const MOST = 50;
const PAGE = 500;
const TIMEOUT_MS = 10_000;
/** More than a page of the list can be. */
const LARGEST_ANSWER = 1024 * 1024;

const sentSchema = z.object({ results: z.array(resultSchema) });
const askedSchema = z.object({ results: z.array(queriedSchema) });
const listedSchema = z.object({ records: z.array(heldSchema), next: z.string().max(500).optional() });

/** JSON over HTTPS. */
export function creditHttp(settings: CreditHttpSettings): CreditTransport {
  const base = creditEndpoint(settings.url);
  const call = async <T>(path: string, schema: z.ZodType<T>, body?: object) => {
    const asked = await request(new URL(path, base), body, settings);
    if ('failed' in asked) return asked;
    const head = headSchema.safeParse(asked.json);
    if (!head.success) return failed('unreadable');
    if (head.data.code !== '0') return failed('error-body', `${head.data.code} ${head.data.message ?? ''}`);
    const read = schema.safeParse(asked.json);
    return read.success ? { value: read.data } : failed('unreadable');
  };
  return {
    most: MOST,
    async send(records: readonly WireRecord[]): Promise<Reply> {
      const sent = await call('records', sentSchema, { records });
      if ('failed' in sent) return sent;
      return {
        answered: new Map(
          sent.value.results.map(({ id, code, message, receipt }) => {
            const outcome = outcomeOfWord(code);
            const said = outcome === 'accepted' ? undefined : `${code} ${message ?? ''}`.trim();
            return [id, answeredOf(outcome, said, receipt)];
          }),
        ),
      };
    },
    async ask(asked: readonly Asked[]): Promise<Reply> {
      const told = await call('queries', askedSchema, { ids: asked.map(({ id }) => id) });
      if ('failed' in told) return told;
      const digests = new Map(asked.map(({ id, digest }) => [id, digest]));
      return {
        answered: new Map(
          told.value.results.map(({ id, held, digest, receipt }) => {
            const outcome = !held ? 'not-there' : digest === digests.get(id) ? 'same' : 'other-content';
            return [id, answeredOf(outcome, undefined, receipt)];
          }),
        ),
      };
    },
    async list(cursor): Promise<Listed> {
      const query = new URLSearchParams({
        limit: String(PAGE),
        ...(cursor === undefined ? {} : { after: cursor }),
      });
      const page = await call(`records?${query}`, listedSchema);
      if ('failed' in page) return page;
      const { records, next } = page.value;
      return { records, ...(next === undefined ? {} : { next }) };
    },
  };
}

function answeredOf(outcome: OutcomeCode, answer: string | undefined, receipt: string | undefined): Answered {
  return {
    outcome,
    ...(answer === undefined ? {} : { answer }),
    ...(receipt === undefined ? {} : { receipt }),
  };
}

type Failed = { readonly failed: Answered };

const failed = (outcome: FailureCode | 'refused', answer?: string, retryAt?: string): Failed => ({
  failed: {
    outcome,
    ...(answer === undefined ? {} : { answer: answer.trim().slice(0, LONGEST_TEXT) }),
    ...(retryAt === undefined ? {} : { retryAt }),
  },
});

async function request(
  url: URL,
  body: object | undefined,
  settings: CreditHttpSettings,
): Promise<Failed | { readonly json: unknown }> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const signal = AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'error',
      signal,
      headers: { accept: 'application/json', ...authorisation(url, text, settings) },
      ...(body === undefined ? {} : { body: text }),
    });
    return await readAnswer(response, settings.now());
  } catch (error) {
    return failed(faultOf(error));
  }
}

/** Either a bearer key, or a signature over method, path, time and digest of the body. */
function authorisation(url: URL, body: string, { secret, now }: CreditHttpSettings): Record<string, string> {
  const method = body === '' ? 'GET' : 'POST';
  const type: Record<string, string> =
    body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  if (secret === undefined) return type;
  if ('bearer' in secret) return { ...type, authorization: `Bearer ${secret.bearer}` };
  const date = now().toISOString();
  const digest = createHash('sha256').update(body).digest('hex');
  const signed = [method, `${url.pathname}${url.search}`, date, digest].join('\n');
  const signature = createHmac('sha256', secret.key).update(signed).digest('hex');
  return {
    ...type,
    'x-credit-date': date,
    authorization: `CREDIT-HMAC-SHA256 keyId=${secret.keyId}, signature=${signature}`,
  };
}

async function readAnswer(response: Response, now: Date): Promise<Failed | { readonly json: unknown }> {
  const { status } = response;
  const bytes = await bounded(response);
  if (status === 401 || status === 403) return failed('unauthorised', String(status));
  if (status === 429 || status === 503) return failed('busy', String(status), retryAt(response, now));
  if (status >= 500) return failed('server-error', String(status));
  // A conflict is told record by record; what has no such answer is a refusal of the request.
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isJson = type === 'application/json' || type.endsWith('+json');
  if (status >= 400 && !(status === 409 && isJson)) return failed('refused', String(status));
  if (bytes === undefined) return failed('oversize');
  if (bytes.length === 0) return failed('empty');
  const text = new TextDecoder().decode(bytes);
  if (type === 'text/html' || /^\s*<(?:!doctype|html)/i.test(text)) return failed('html');
  if (!isJson) return failed('wrong-type', type);
  try {
    return { json: JSON.parse(text) };
  } catch {
    return failed('unreadable');
  }
}

/** The body, or undefined when it is longer than any answer of ours. */
async function bounded(response: Response): Promise<Uint8Array | undefined> {
  if (response.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    // Leaving the loop closes the connection.
    if (size > LARGEST_ANSWER) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Longest pause that the other side can ask for. */
const LONGEST_RETRY_S = 6 * 3_600;

function retryAt(response: Response, now: Date): string | undefined {
  const seconds = Number(response.headers.get('retry-after'));
  if (!Number.isFinite(seconds) || seconds <= 0) return undefined;
  const at = now.getTime() + Math.min(seconds, LONGEST_RETRY_S) * 1_000;
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Codes of errors before a byte of the request was sent. */
const notSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Why there is no answer. Unless it is certain that nothing was sent, it may have been taken. */
function faultOf(error: unknown): FailureCode {
  if (!(error instanceof Error)) return 'lost';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const cause = error.cause;
  if (!(cause instanceof Error)) return 'lost';
  if (cause.message === 'unexpected redirect') return 'redirect';
  const code = 'code' in cause ? String(cause.code) : '';
  // A certificate that is refused ends the connection before the request.
  return notSent.has(code) || /CERT|TLS|SSL/.test(code) ? 'unreachable' : 'lost';
}
