import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAppSecrets } from '../../../shared/access/appSecrets.ts';
import { requireSecondPerson } from '../../../shared/access/fourEyes.ts';
import { mayAct, roleLabels, roles } from '../../../shared/access/roles.ts';
import {
  absoluteLifetime,
  checkSession,
  csrfTokenMatches,
  csrfTokenOf,
  idleLifetime,
  newSession,
  revokeAllSessions,
  type Session,
} from '../../../shared/access/session.ts';
import { openLink, signLink } from '../../../shared/access/signedLink.ts';
import { type User, userSchema } from '../../../shared/access/user.ts';

const hmac = (message: Uint8Array) =>
  new Uint8Array(createHmac('sha256', 'link key').update(message).digest());
const now = new Date('2026-12-01T01:00:00Z');
const user: User = {
  userId: 'U-1',
  iss: 'https://id.example',
  sub: 'zhang',
  name: '张',
  roles: [],
  version: 1,
};

test('every role has a name in both languages; acting needs one of the allowed roles', () => {
  for (const role of roles) expect(roleLabels[role].zh && roleLabels[role].en).toBeTruthy();
  expect(mayAct(['notary'], ['supervisor', 'notary'])).toBe(true);
  expect(mayAct(['notary'], ['supervisor'])).toBe(false);
  expect(mayAct([], roles)).toBe(false);
});

test('a USER item with an unknown role or a wrong instant is refused', () => {
  expect(userSchema.safeParse(user).success).toBe(true);
  expect(userSchema.safeParse({ ...user, roles: ['king'] }).success).toBe(false);
  expect(userSchema.safeParse({ ...user, disabledAt: '2026-12-01' }).success).toBe(false);
});

test('four eyes: the second person is another one, whatever roles they hold', () => {
  expect(requireSecondPerson('U-1', 'U-2')).toEqual({ ok: true, value: { first: 'U-1', second: 'U-2' } });
  expect(requireSecondPerson('U-1', 'U-1')).toMatchObject({
    problems: [{ code: 'access.fourEyes.samePerson' }],
  });
  expect(requireSecondPerson(undefined, 'U-1')).toMatchObject({
    problems: [{ code: 'access.fourEyes.firstMissing' }],
  });
  expect(requireSecondPerson('', '')).toMatchObject({ problems: [{ code: 'access.fourEyes.firstMissing' }] });
});

describe('sessions', () => {
  const session: Session = {
    id: 'x',
    iss: user.iss,
    sub: user.sub,
    createdAt: now.getTime(),
    lastSeenAt: now.getTime(),
  };
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);

  test('have 32 random bytes and no trace of them in what is stored', () => {
    const first = newSession(user, now);
    const second = newSession(user, now);
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32);
    expect(first.token).not.toBe(second.token);
    expect(first.session.id).toMatch(/^[0-9a-f]{64}$/);
  });

  test('end when idle, when old, when revoked, when the person is disabled', () => {
    expect(checkSession(session, user, at(idleLifetime - 1))).toBe('valid');
    expect(checkSession(session, user, at(idleLifetime))).toBe('idle');
    const used = { ...session, lastSeenAt: now.getTime() + absoluteLifetime - 1 };
    expect(checkSession(used, user, at(absoluteLifetime - 1))).toBe('valid');
    expect(checkSession(used, user, at(absoluteLifetime))).toBe('expired');
    expect(checkSession(session, { disabledAt: '2026-11-01T00:00:00Z' }, now)).toBe('disabled');
    expect(checkSession(session, { sessionsValidFrom: '2026-12-01T01:00:01Z' }, now)).toBe('revoked');
    expect(checkSession(session, { sessionsValidFrom: '2026-12-01T01:00:00Z' }, now)).toBe('valid');
  });

  test('all sessions of a person end together, also one made in the same second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (milliseconds) => {
        const moment = at(milliseconds);
        const made = newSession(user, moment).session;
        expect(checkSession(made, revokeAllSessions(user, moment), moment)).toBe('revoked');
        const later = newSession(user, at(2000)).session;
        expect(checkSession(later, revokeAllSessions(user, moment), at(2000))).toBe('valid');
      }),
    );
  });

  test('the CSRF token belongs to one cookie', () => {
    expect(csrfTokenMatches('a', csrfTokenOf('a'))).toBe(true);
    expect(csrfTokenMatches('a', csrfTokenOf('b'))).toBe(false);
    expect(csrfTokenMatches('', csrfTokenOf(''))).toBe(false);
    expect(csrfTokenMatches('a', '')).toBe(false);
  });
});

describe('signed links', () => {
  const expires = now.getTime() / 1000 + 72 * 3600;
  const claim = { purpose: 'rectification', subject: 'IN#01J', expires };

  test('open what they were made for, and survive a path unencoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (subject, purpose) => {
        const token = signLink({ purpose, subject, expires }, hmac);
        expect(token).toBe(encodeURIComponent(token));
        expect(openLink(token, purpose, now, hmac)).toEqual({ ok: true, value: { subject, expires } });
      }),
    );
  });

  test('open nothing for another purpose, under another key, or with any character changed', () => {
    const token = signLink(claim, hmac);
    const invalid = { ok: false, problems: [{ code: 'access.link.invalid' }] };
    expect(openLink(token, 'appeal', now, hmac)).toEqual(invalid);
    expect(openLink(token, claim.purpose, now, () => new Uint8Array(32))).toEqual(invalid);
    for (let index = 0; index < token.length; index += 1) {
      const changed = `${token.slice(0, index)}${token[index] === 'x' ? 'y' : 'x'}${token.slice(index + 1)}`;
      expect(openLink(changed, claim.purpose, now, hmac)).toEqual(invalid);
    }
    for (const odd of ['', '.', '..', '...', `${token}.`, token.slice(0, -1), `${token}A`]) {
      expect(openLink(odd, claim.purpose, now, hmac)).toEqual(invalid);
    }
  });

  test('a lone surrogate in a subject does not pose as another subject', () => {
    const token = signLink({ ...claim, subject: '\ud800' }, hmac);
    expect(openLink(token, claim.purpose, now, hmac).ok).toBe(false);
  });

  test('end, and then say so only when they were genuine', () => {
    const token = signLink(claim, hmac);
    const late = new Date(expires * 1000);
    expect(openLink(token, claim.purpose, new Date(late.getTime() - 1), hmac).ok).toBe(true);
    expect(openLink(token, claim.purpose, late, hmac)).toMatchObject({
      problems: [{ code: 'access.link.expired' }],
    });
    expect(openLink(`${token}x`, claim.purpose, late, hmac)).toMatchObject({
      problems: [{ code: 'access.link.invalid' }],
    });
  });
});

describe('the application secret', () => {
  test('gives every use a key of its own', () => {
    const read = parseAppSecrets(JSON.stringify({ oidcClientSecret: 's', key: 'k'.repeat(64) }));
    const keys = Object.values(read)
      .filter((value) => value instanceof Uint8Array)
      .map((key) => Buffer.from(key).toString('hex'));
    expect(keys).toHaveLength(7);
    expect(new Set(keys).size).toBe(7);
    for (const key of keys) expect(key).toHaveLength(64);
  });

  test('is refused when it is incomplete, without repeating it', () => {
    const refused = (text: string) => {
      try {
        parseAppSecrets(text);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(refused('{"key":"short-key-text"}')).toMatch(/incomplete: .*key/);
    expect(refused('{"key":"short-key-text"}')).not.toContain('short-key-text');
    expect(refused('hunter2')).toMatch(/not JSON/);
    expect(refused('hunter2')).not.toContain('hunter2');
  });
});
