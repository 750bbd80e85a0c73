import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { csrfTokenOf, type Session } from '../../../../shared/access/session.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { Lang, MessageParams } from '../../../../shared/messages/message.ts';
import type { Values } from '../context.tsx';
import { firstValue } from '../links.ts';
import { readCookies, setCookie } from './cookies.ts';

export const languageCookie = 'lang';
export const noticeCookie = '__Host-notice';
/** Ties the forms of people without a session to their browser. */
export const visitorCookie = '__Host-visitor';

/** What is known of a request while it is served. */
export interface RequestState {
  readonly requestId: string;
  readonly startedAt: number;
  readonly method: string;
  readonly path: string;
  readonly query: Values;
  readonly cookies: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly sourceIp: string;
  /** Pattern of the matched route; '' before or without a match. */
  route: string;
  sessionToken?: string;
  session?: Session;
  user?: User;
  readonly setCookies: string[];
}

/** Form and query values without surprises: own keys only, no inherited names. */
export function valuesOf(entries: Iterable<readonly [string, string | readonly string[]]>): Values {
  const values: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, value] of entries) values[name] = value;
  return values;
}

function queryOf(raw: string): Values {
  const search = new URLSearchParams(raw);
  return valuesOf(
    [...new Set(search.keys())].map((name) => {
      const all = search.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all] as const;
    }),
  );
}

/** Reads the event of an HTTP API (payload format 2.0). */
export function requestStateOf(event: APIGatewayProxyEventV2): RequestState {
  const { http, requestId } = event.requestContext;
  const cookies = readCookies(event.cookies);
  const query = queryOf(event.rawQueryString);
  const asked = firstValue(query, 'lang');
  const chosen = asked === 'zh' || asked === 'en' ? asked : undefined;
  const kept = cookies[languageCookie] === 'en' ? 'en' : 'zh';
  return {
    requestId,
    startedAt: performance.now(),
    method: http.method,
    path: http.path,
    query,
    cookies,
    lang: chosen ?? kept,
    sourceIp: http.sourceIp,
    route: '',
    setCookies:
      chosen === undefined || chosen === kept ? [] : [setCookie(languageCookie, chosen, 365 * 86_400)],
  };
}

/** The value that the CSRF token of this browser is derived from: the session, or else the visitor's cookie. */
export function csrfSource(state: RequestState): string {
  return state.session !== undefined && state.sessionToken !== undefined
    ? state.sessionToken
    : (state.cookies[visitorCookie] ?? '');
}

/** The token for a form on the page being rendered; gives a visitor a cookie when there is none yet. */
export function csrfTokenFor(state: RequestState): () => string {
  let token: string | undefined;
  return () => {
    if (token !== undefined) return token;
    let source = csrfSource(state);
    if (source === '') {
      source = randomBytes(32).toString('base64url');
      state.setCookies.push(setCookie(visitorCookie, source));
    }
    token = csrfTokenOf(source);
    return token;
  };
}

/** The confirmation that a redirect left behind, as the cookie carries it. */
export function noticeValue(notice: { readonly code: string; readonly params?: MessageParams }): string {
  return Buffer.from(JSON.stringify([notice.code, notice.params ?? {}])).toString('base64url');
}

/** Reads it back; only plain parameters survive, since a browser could have written anything. */
export function noticeOf(value: string | undefined): { code: string; params: MessageParams } | undefined {
  if (value === undefined || value === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') return undefined;
    const entries = Object.entries(Object(parsed[1])).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    );
    return { code: parsed[0], params: Object.fromEntries(entries) };
  } catch {
    return undefined;
  }
}
