import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { User } from './user.ts';

/** Name of the cookie. The prefix binds it to this host, to HTTPS and to the path /. */
export const sessionCookie = '__Host-session';

/** A session ends after a working day, whatever happens. Milliseconds. */
export const absoluteLifetime = 8 * 3_600_000;

/** A session ends when nothing has been asked for half an hour. Milliseconds. */
export const idleLifetime = 30 * 60_000;

/** The time of the last request is written at most once a minute: a page is not worth a write. */
export const touchInterval = 60_000;

/** What is stored of a session. The cookie itself is never stored, only its SHA-256. */
export interface Session {
  /** SHA-256 of the cookie value, lower-case hex. */
  readonly id: string;
  readonly iss: string;
  readonly sub: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

export interface SessionStore {
  create(session: Session): Promise<void>;
  get(id: string): Promise<Session | undefined>;
  /** Records the last request; does nothing when the session has been revoked meanwhile. */
  touch(id: string, at: number): Promise<void>;
  revoke(id: string): Promise<void>;
  /**
   * Marks a one-time value as used.
   *
   * @returns false when it was used before
   */
  useOnce(id: string, until: number): Promise<boolean>;
}

export function sessionId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A fresh session for a person who has just proved who they are; the token goes into the cookie only. */
export function newSession(
  user: Pick<User, 'iss' | 'sub'>,
  now: Date,
): { readonly token: string; readonly session: Session } {
  const token = randomBytes(32).toString('base64url');
  const at = now.getTime();
  return {
    token,
    session: { id: sessionId(token), iss: user.iss, sub: user.sub, createdAt: at, lastSeenAt: at },
  };
}

export type SessionVerdict = 'valid' | 'expired' | 'idle' | 'revoked' | 'disabled';

/** Whether a stored session still counts for this person at `now`. */
export function checkSession(
  session: Session,
  user: Pick<User, 'disabledAt' | 'sessionsValidFrom'>,
  now: Date,
): SessionVerdict {
  const at = now.getTime();
  if (user.disabledAt !== undefined) return 'disabled';
  if (user.sessionsValidFrom !== undefined && session.createdAt < Date.parse(user.sessionsValidFrom)) {
    return 'revoked';
  }
  if (at >= session.createdAt + absoluteLifetime) return 'expired';
  if (at >= session.lastSeenAt + idleLifetime) return 'idle';
  return 'valid';
}

/** When the store may forget the session. Milliseconds since 1970. */
export function forgetAt(session: Session): number {
  return session.createdAt + absoluteLifetime;
}

/** The token that forms carry: derived from the cookie, so it ends with the session and needs no store. */
export function csrfTokenOf(cookieValue: string): string {
  return createHmac('sha256', cookieValue).update('csrf').digest('base64url');
}

/** Compares in constant time; an empty cookie never matches. */
export function csrfTokenMatches(cookieValue: string, token: string): boolean {
  if (cookieValue === '') return false;
  const expected = Buffer.from(csrfTokenOf(cookieValue));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The change to a USER item that ends all sessions of the person: those made before now no longer count. */
export function revokeAllSessions(user: User, now: Date): User {
  // Stored instants have seconds; a session of the same second must end too.
  const next = new Date(now.getTime() + 1000).toISOString();
  return { ...user, sessionsValidFrom: `${next.slice(0, 19)}Z`, version: user.version + 1 };
}
