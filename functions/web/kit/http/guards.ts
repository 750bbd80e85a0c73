import { mayAct } from '../../../../shared/access/roles.ts';
import {
  checkSession,
  csrfTokenMatches,
  sessionCookie,
  sessionId,
  touchInterval,
} from '../../../../shared/access/session.ts';
import type { Values } from '../context.tsx';
import { firstValue, hrefWith } from '../links.ts';
import { setCookie } from './cookies.ts';
import { Refusal } from './refusal.ts';
import { csrfSource, type RequestState } from './requestState.ts';
import { safeReturnPath } from './returnPath.ts';
import type { Route } from './route.ts';
import type { WebApp } from './webApp.ts';

/** Finds the person behind the session cookie, if there is a valid one. */
export async function loadSession<Deps>(app: WebApp<Deps>, state: RequestState): Promise<void> {
  const token = state.cookies[sessionCookie];
  if (token === undefined || token === '' || app.people === undefined) return;
  const { users, sessions } = app.people;
  const now = app.clock.now();
  const session = await sessions.get(sessionId(token));
  const user = session === undefined ? undefined : await users.get(session.iss, session.sub);
  if (session === undefined || user === undefined || checkSession(session, user, now) !== 'valid') {
    state.setCookies.push(setCookie(sessionCookie, '', 0));
    return;
  }
  state.sessionToken = token;
  state.session = session;
  state.user = user;
  if (now.getTime() - session.lastSeenAt >= touchInterval) await sessions.touch(session.id, now.getTime());
}

/** Sends people without a session to sign in, and tells the others who may come here. */
export function guardAccess<Deps>(app: WebApp<Deps>, route: Route<Deps>, state: RequestState): void {
  if (route.access === 'public') return;
  if (state.user === undefined) {
    const signIn = app.site.signInPath ?? '/sign-in';
    // After a POST the page of the same address is the best there is to come back to, if there is one.
    const readable =
      state.method !== 'POST' || app.routes.some((one) => one.method === 'GET' && one.path === route.path);
    const back = readable
      ? safeReturnPath(state.method === 'POST' ? state.path : hrefWith(state.path, state.query))
      : undefined;
    throw new Refusal({
      kind: 'redirect',
      location: back === undefined || back === '/' ? signIn : hrefWith(signIn, {}, { return: back }),
    });
  }
  if (!mayAct(state.user.roles, route.access)) {
    throw new Refusal({ kind: 'problem', status: 403, roles: route.access });
  }
}

/**
 * Refuses a form that did not come from a page of this site in this browser.
 *
 * The `Origin` header cannot decide alone: under `Referrer-Policy: no-referrer` browsers send `null` for
 * their own forms as well. `Sec-Fetch-Site` tells the truth where it is sent; the token counts always.
 */
export function guardCsrf(
  state: RequestState,
  form: Values,
  headers: Readonly<Record<string, string | undefined>>,
): void {
  const site = headers['sec-fetch-site'];
  const origin = headers['origin'];
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && origin !== 'null' && hostOf(origin) !== headers['host'];
  if (foreign || !csrfTokenMatches(csrfSource(state), firstValue(form, 'csrfToken'))) {
    throw new Refusal({ kind: 'problem', status: 403, reason: 'csrf' });
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
