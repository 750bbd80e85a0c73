import { createHash } from 'node:crypto';
import type { AppSecrets } from '../../shared/access/appSecrets.ts';
import {
  csrfTokenMatches,
  newSession,
  type SessionStore,
  sessionCookie,
  sessionId,
} from '../../shared/access/session.ts';
import type { UserStore } from '../../shared/access/user.ts';
import { setCookie } from '../web/kit/http/cookies.ts';
import { page, problemPage, redirect, redirectAbroad } from '../web/kit/http/respond.ts';
import { safeReturnPath } from '../web/kit/http/returnPath.ts';
import { publicRoute, type Route, type WebRequest, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { type IdentityProvider, ProviderUnavailable } from './identityProvider.ts';
import type { Identity } from './idToken.ts';
import { attemptCookie, attemptLifetime, openAttempt, sealAttempt } from './signInAttempt.ts';
import { SignInOutcome } from './signInPages.tsx';

export interface SignInDeps {
  readonly provider: IdentityProvider;
  readonly secrets: AppSecrets;
  readonly users: UserStore;
  readonly sessions: SessionStore;
}

type SignInRequest = WebRequest<SignInDeps>;

const forgetSession = setCookie(sessionCookie, '', 0);

/** Where to go after signing in: a page of this site, never back into signing in. */
function returnPath(asked: string): string {
  const path = safeReturnPath(asked);
  return path === undefined || /^\/sign-(in|out)\b/.test(path) ? '/' : path;
}

async function start(request: SignInRequest): Promise<WebResponse> {
  const { deps } = request;
  try {
    const { address, attempt } = await deps.provider.start();
    const { cookieKey } = await deps.secrets.get();
    const sealed = await sealAttempt(
      { ...attempt, returnTo: returnPath(firstValue(request.query, 'return')) },
      cookieKey,
      request.now,
    );
    return redirectAbroad(address, [setCookie(attemptCookie(attempt.state), sealed, attemptLifetime)]);
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error;
    return page(<SignInOutcome outcome="unavailable" />, { status: 503 });
  }
}

function failed(forgetAttempt: string): WebResponse {
  return page(<SignInOutcome outcome="failed" />, { status: 400, cookies: [forgetAttempt] });
}

async function callback(request: SignInRequest): Promise<WebResponse> {
  // A HEAD request must not use up the attempt.
  if (request.method === 'HEAD') return problemPage(405);
  const { deps, now } = request;
  const { cookieKey } = await deps.secrets.get();
  const state = firstValue(request.query, 'state');
  const cookie = attemptCookie(state);
  const forgetAttempt = setCookie(cookie, '', 0);
  const attempt = await openAttempt(request.cookies[cookie], cookieKey, now);
  if (attempt === undefined || state !== attempt.state) return failed(forgetAttempt);
  // A kept copy of cookie and address must not work twice, whatever the issuer does with used codes.
  const once = createHash('sha256').update(`state ${attempt.state}`).digest('hex');
  if (!(await deps.sessions.useOnce(once, now.getTime() + attemptLifetime * 1000)))
    return failed(forgetAttempt);
  let identity: Identity;
  try {
    identity = await deps.provider.finish(queryText(request), attempt, now);
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) return failed(forgetAttempt);
    return page(<SignInOutcome outcome="unavailable" />, { status: 503, cookies: [forgetAttempt] });
  }
  return open(request, identity, attempt.returnTo, forgetAttempt);
}

/** Gives a proven person a session of their own; whatever session the browser brought along ends. */
async function open(
  request: SignInRequest,
  identity: Identity,
  returnTo: string,
  forgetAttempt: string,
): Promise<WebResponse> {
  const { deps, now } = request;
  const brought = request.cookies[sessionCookie];
  if (brought !== undefined && brought !== '') await deps.sessions.revoke(sessionId(brought));
  const user = await deps.users.get(identity.iss, identity.sub);
  if (user === undefined || user.disabledAt !== undefined) {
    return page(
      user === undefined ? (
        <SignInOutcome outcome="unknown" identifier={identity.sub} />
      ) : (
        <SignInOutcome outcome="disabled" />
      ),
      { status: 403, cookies: [forgetAttempt, forgetSession] },
    );
  }
  const { token, session } = newSession(user, now);
  await deps.sessions.create(session);
  return redirect(returnTo, undefined, [forgetAttempt, setCookie(sessionCookie, token)]);
}

function queryText(request: SignInRequest): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  return search.toString();
}

async function signOut(request: SignInRequest): Promise<WebResponse> {
  const cookie = request.cookies[sessionCookie];
  // Someone whose session has ended already is signed out; only a living session needs the token.
  if (request.session !== undefined && cookie !== undefined) {
    if (!csrfTokenMatches(cookie, firstValue(request.form, 'csrfToken'))) {
      return { kind: 'problem', status: 403, reason: 'csrf' };
    }
    await request.deps.sessions.revoke(request.session.id);
  }
  return page(<SignInOutcome outcome="signedOut" />, { cookies: [forgetSession] });
}

/** Signing in by the office's issuer, and signing out. */
export const signInRoutes: readonly Route<SignInDeps>[] = [
  publicRoute({ method: 'GET', path: '/sign-in', handle: start }),
  publicRoute({ method: 'GET', path: '/sign-in/callback', handle: callback }),
  publicRoute({ method: 'POST', path: '/sign-out', csrf: false, handle: signOut }),
];
