import type { VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import type { MessageParams } from '../../../../shared/messages/message.ts';
import { plainPath } from './returnPath.ts';
import type { ProblemStatus, WebResponse } from './route.ts';

/** A page. A form that comes back with problems is sent with status 422. */
export function page(
  node: VNode,
  options: { status?: number; cookies?: readonly string[]; retryAfter?: number } = {},
): WebResponse {
  return {
    kind: 'page',
    status: options.status ?? 200,
    node,
    retryAfter: options.retryAfter,
    ...(options.cookies === undefined ? {} : { cookies: options.cookies }),
  };
}

/**
 * After a POST that succeeded: leads to the page that shows the result (303), where `notice`, a code of the
 * catalogue, is shown once as a confirmation.
 *
 * @throws when `path` is not a path of this site; other sites are reached by `redirectAbroad`
 */
export function redirect(
  path: string,
  notice?: { readonly code: string; readonly params?: MessageParams },
  cookies?: readonly string[],
): WebResponse {
  if (!plainPath(path)) throw new Error('A redirect stays on this site');
  return { kind: 'redirect', location: path, notice, ...(cookies === undefined ? {} : { cookies }) };
}

/** Leads to another site. The address comes from the configuration, never from a request. */
export function redirectAbroad(address: URL, cookies?: readonly string[]): WebResponse {
  return { kind: 'redirect', location: address.href, ...(cookies === undefined ? {} : { cookies }) };
}

/** A file to save. */
export function download(file: {
  readonly name: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}): WebResponse {
  return { kind: 'bytes', status: 200, contentType: file.contentType, body: file.body, filename: file.name };
}

/** JSON for the small scripts of live pages. */
export function json(value: unknown, status = 200): WebResponse {
  return {
    kind: 'bytes',
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
  };
}

/** Not there, or not for this person: the two answers must not be told apart. */
export function notFound(): WebResponse {
  return { kind: 'problem', status: 404 };
}

/** Someone was faster, or the state does not allow it; `see` is where the current state is shown. */
export function conflict(see?: string): WebResponse {
  return { kind: 'problem', status: 409, see };
}

/** The person may see this but not do it; names who may. */
export function forbidden(roles?: readonly Role[]): WebResponse {
  return { kind: 'problem', status: 403, roles };
}

/** Asked too often; `seconds` until it may be tried again. */
export function tooMany(seconds: number): WebResponse {
  return { kind: 'problem', status: 429, retryAfter: seconds };
}

/** Any other page for a request that cannot be served. */
export function problemPage(status: ProblemStatus): WebResponse {
  return { kind: 'problem', status };
}
