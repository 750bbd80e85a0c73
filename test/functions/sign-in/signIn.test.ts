import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openIdProvider } from '../../../functions/sign-in/identityProvider.ts';
import { attemptCookie, openAttempt, sealAttempt } from '../../../functions/sign-in/signInAttempt.ts';
import { type SignInDeps, signInRoutes } from '../../../functions/sign-in/signInRoutes.tsx';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import { createWebHandler, type WebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { parseAppSecrets } from '../../../shared/access/appSecrets.ts';
import { csrfTokenOf, sessionCookie, sessionId } from '../../../shared/access/session.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { memoryPeople, supervisor } from '../web/kit/galleryApp.ts';
import { type Asked, eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';
import { client, fakeIssuer } from './fakeIssuer.ts';

const secretText = JSON.stringify({ oidcClientSecret: client.secret, key: 'k'.repeat(64) });
const secrets = parseAppSecrets(secretText);
const assets = ['screen', 'print', 'script', 'witness'].map((name) => ({
  path: `/assets/${name}-0.css`,
  contentType: 'text/css',
  hash: '',
  text: '',
}));

let issuer: Awaited<ReturnType<typeof fakeIssuer>>;
let people: ReturnType<typeof memoryPeople>;
let now: Date;
let lines: Record<string, unknown>[];
let handler: WebHandler;

beforeAll(async () => {
  issuer = await fakeIssuer();
});

afterAll(() => issuer.close());

beforeEach(() => {
  issuer.lie = {};
  issuer.sub = 'zhang';
  now = new Date();
  lines = [];
  people = memoryPeople([
    { ...supervisor, iss: issuer.issuer },
    { ...supervisor, iss: issuer.issuer, sub: 'gone', userId: 'U-2', disabledAt: '2026-01-01T00:00:00Z' },
  ]);
  const deps: SignInDeps = {
    provider: openIdProvider(
      { issuer: issuer.issuer, clientId: client.id, redirectUri: 'https://console.example/sign-in/callback' },
      async () => client.secret,
    ),
    secrets: { get: async () => secrets },
    users: people.users,
    sessions: people.sessions,
  };
  const write = (_: string, fields: Record<string, unknown>) => void lines.push(fields);
  handler = createWebHandler({
    routes: signInRoutes,
    deps,
    site: { office: { zh: '示例局', en: 'Office' }, navigation: [], assets, catalogue },
    people,
    clock: { now: () => now },
    log: requestLog({ info: write, error: write }),
  });
});

const ask = (asked: Asked) => handler(eventOf(asked), lambdaContext);

function cookiesOf(answer: Awaited<ReturnType<typeof ask>>): Record<string, string> {
  return Object.fromEntries(
    (answer.cookies ?? []).map((cookie) => {
      const [pair = ''] = cookie.split(';');
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    }),
  );
}

/** Starts, lets the issuer agree, and gives what the browser would bring to the callback. */
async function agreed(startPath = '/sign-in', cookies: readonly string[] = []) {
  const started = await ask({ path: startPath, cookies });
  const query = issuer.authorize(headerOf(started, 'location') ?? '');
  const name = attemptCookie(query.get('state') ?? '');
  const attempt = cookiesOf(started)[name] ?? '';
  return { started, name, attempt, cookie: `${name}=${attempt}`, query, path: `/sign-in/callback?${query}` };
}

async function signIn(startPath = '/sign-in', cookies: readonly string[] = []) {
  const { cookie, path } = await agreed(startPath, cookies);
  return ask({ path, cookies: [cookie, ...cookies] });
}

test('starts with PKCE, state and nonce, and keeps them encrypted in a cookie of this host', async () => {
  const { started, attempt } = await agreed('/sign-in?return=%2Fdraws%2F2026-12%3Fstep%3D2');
  const address = new URL(headerOf(started, 'location') ?? '');
  expect(started.statusCode).toBe(303);
  expect(address.searchParams.get('code_challenge_method')).toBe('S256');
  expect(address.searchParams.get('redirect_uri')).toBe('https://console.example/sign-in/callback');
  const opened = await openAttempt(attempt, secrets.cookieKey, now);
  expect(opened?.state).toBe(address.searchParams.get('state'));
  expect(opened?.nonce).toBe(address.searchParams.get('nonce'));
  expect(opened?.returnTo).toBe('/draws/2026-12?step=2');
  expect(attempt).not.toContain(opened?.codeVerifier);
  expect(started.cookies?.[0]).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/);
});

test('a known person gets a session, stored under its hash only, and goes where they wanted', async () => {
  const { name, cookie, path } = await agreed('/sign-in?return=%2Fplans');
  const answer = await ask({ path, cookies: [cookie] });
  const token = cookiesOf(answer)[sessionCookie] ?? '';
  expect(answer.statusCode).toBe(303);
  expect(headerOf(answer, 'location')).toBe('/plans');
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect([...people.stored.keys()]).toEqual([sessionId(token)]);
  expect(JSON.stringify([...people.stored])).not.toContain(token);
  expect(cookiesOf(answer)[name]).toBe('');
});

test.each(['RS256', 'PS256', 'ES256'] as const)('accepts a token signed with %s', async (alg) => {
  issuer.lie = { alg };
  expect((await signIn()).statusCode).toBe(303);
});

describe('refuses, and opens no session,', () => {
  const lies = {
    'the wrong nonce': { claims: { nonce: 'a-nonce-of-another-attempt' } },
    'no nonce': { without: ['nonce'] },
    'alg none': { alg: 'none' },
    'HS256 under the client secret': { alg: 'HS256' },
    'a key that the issuer never published': { strangeKey: true },
    'a token of another audience': { claims: { aud: 'another-client' } },
    'several audiences without an authorised party': { claims: { aud: [client.id, 'another'] } },
    'another authorised party': { claims: { aud: [client.id, 'another'], azp: 'another' } },
    'another issuer': { claims: { iss: 'https://evil.example' } },
    'a token that ended more than a minute ago': { shift: -365 },
    'a token without an end': { without: ['exp'] },
    'a token for nobody': { without: ['sub'] },
  } as const;

  test.each(Object.entries(lies))('%s', async (_, lie) => {
    issuer.lie = lie;
    const answer = await signIn();
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('登录没有完成');
    expect(people.stored.size).toBe(0);
  });

  test('a callback without the cookie of the start', async () => {
    const { path } = await agreed();
    expect((await ask({ path })).statusCode).toBe(400);
    expect(people.stored.size).toBe(0);
  });

  test('the state of another attempt', async () => {
    const mine = await agreed();
    const theirs = await agreed();
    const calls = issuer.tokenCalls();
    const answer = await ask({ path: theirs.path, cookies: [`${theirs.name}=${mine.attempt}`] });
    expect(answer.statusCode).toBe(400);
    // The code of the other attempt was not even offered to the issuer.
    expect(issuer.tokenCalls()).toBe(calls);
  });

  test('the same callback a second time, though the issuer would take the code again', async () => {
    const { cookie, path } = await agreed();
    const cookies = [cookie];
    expect((await ask({ path, cookies })).statusCode).toBe(303);
    const calls = issuer.tokenCalls();
    expect((await ask({ path, cookies })).statusCode).toBe(400);
    expect(issuer.tokenCalls()).toBe(calls);
    expect(people.stored.size).toBe(1);
  });

  test('the same callback twice at the same time', async () => {
    const { cookie, path } = await agreed();
    const cookies = [cookie];
    const answers = await Promise.all([ask({ path, cookies }), ask({ path, cookies })]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 400]);
    expect(people.stored.size).toBe(1);
  });

  test('an attempt that has ended, one of another key, and one with a changed byte', async () => {
    const { name, attempt, cookie, path, query } = await agreed();
    now = new Date(now.getTime() + 601_000);
    expect((await ask({ path, cookies: [cookie] })).statusCode).toBe(400);
    const state = query.get('state') ?? '';
    const forged = await sealAttempt(
      { state, nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43), returnTo: '/' },
      new Uint8Array(32).fill(7),
      now,
    );
    expect((await ask({ path, cookies: [`${name}=${forged}`] })).statusCode).toBe(400);
    const changed = `${attempt.slice(0, -2)}${attempt.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await ask({ path, cookies: [`${name}=${changed}`] })).statusCode).toBe(400);
  });

  test('an error that the issuer reports', async () => {
    const { cookie, query } = await agreed();
    query.delete('code');
    query.set('error', 'access_denied');
    const answer = await ask({ path: `/sign-in/callback?${query}`, cookies: [cookie] });
    expect(answer.statusCode).toBe(400);
  });
});

test('a clock that is half a minute off is tolerated', async () => {
  issuer.lie = { shift: -330 };
  expect((await signIn()).statusCode).toBe(303);
});

test('a session that the browser brings along is ended, not reused (session fixation)', async () => {
  const first = cookiesOf(await signIn())[sessionCookie] ?? '';
  const second = cookiesOf(await signIn('/sign-in', [`${sessionCookie}=${first}`]))[sessionCookie] ?? '';
  expect(second).not.toBe(first);
  expect([...people.stored.keys()]).toEqual([sessionId(second)]);
  const planted = cookiesOf(await signIn('/sign-in', [`${sessionCookie}=planted`]))[sessionCookie];
  expect(planted).not.toBe('planted');
});

test('somebody unknown is told their identifier and whom to ask; somebody disabled is told so', async () => {
  issuer.sub = 'nobody<script>';
  const unknown = await signIn();
  expect(unknown.statusCode).toBe(403);
  expect(unknown.body).toContain('系统管理员');
  expect(unknown.body).not.toContain('<script>');
  issuer.sub = 'gone';
  const disabled = await signIn();
  expect(disabled.statusCode).toBe(403);
  expect(disabled.body).toContain('您的账号已停用');
  expect(people.stored.size).toBe(0);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  '/%2Fevil.example',
  '/%2fevil.example',
  '/%5Cevil.example',
  '/%255Cevil.example',
  '%2F%2Fevil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/sign-in?return=/',
  '/sign-out',
])('return=%s leads to the start page instead', async (path) => {
  const answer = await signIn(`/sign-in?return=${encodeURIComponent(path)}`);
  expect(headerOf(answer, 'location')).toBe('/');
});

test('signing out needs the token, revokes the session and removes the cookie', async () => {
  const token = cookiesOf(await signIn())[sessionCookie] ?? '';
  const cookies = [`${sessionCookie}=${token}`];
  expect((await ask({ path: '/sign-out', cookies, form: { csrfToken: 'wrong' } })).statusCode).toBe(403);
  expect(people.stored.size).toBe(1);
  const answer = await ask({ path: '/sign-out', cookies, form: { csrfToken: csrfTokenOf(token) } });
  expect(answer.statusCode).toBe(200);
  expect(cookiesOf(answer)[sessionCookie]).toBe('');
  expect(people.stored.size).toBe(0);
  expect((await ask({ path: '/sign-out', cookies, form: {} })).statusCode).toBe(200);
});

test('two tabs that begin at the same time both come back', async () => {
  const [one, other] = [await agreed('/sign-in?return=%2Fdraws'), await agreed('/sign-in?return=%2Fplans')];
  const cookies = [one.cookie, other.cookie];
  expect(headerOf(await ask({ path: one.path, cookies }), 'location')).toBe('/draws');
  expect(headerOf(await ask({ path: other.path, cookies }), 'location')).toBe('/plans');
});

test('HEAD of the callback uses nothing up', async () => {
  const { cookie, path } = await agreed();
  const cookies = [cookie];
  expect((await ask({ method: 'HEAD', path, cookies })).statusCode).toBe(405);
  expect((await ask({ path, cookies })).statusCode).toBe(303);
});

test('no line of the log has a code, a state, a token or a name in it', async () => {
  await signIn('/sign-in?return=%2Fplans');
  const text = JSON.stringify(lines);
  expect(lines).toHaveLength(2);
  expect(text).not.toMatch(/code=|state=|zhang|张监管|eyJ|return/);
});

test('an issuer that is not https is accepted on the loopback only', () => {
  const provider = (address: string) => () =>
    openIdProvider({ issuer: address, clientId: 'x', redirectUri: 'https://c.example/' }, async () => '');
  expect(provider('http://127.0.0.1:1')).not.toThrow();
  expect(provider('http://localhost:1')).not.toThrow();
  expect(provider('http://127.0.0.1.evil.example')).toThrow();
  expect(provider('http://id.example')).toThrow();
});

test('an issuer out of reach gives a page that says to try again, and is asked anew next time', async () => {
  const deps: SignInDeps = {
    provider: openIdProvider(
      { issuer: 'http://127.0.0.1:9', clientId: client.id, redirectUri: 'https://console.example/' },
      async () => client.secret,
    ),
    secrets: { get: async () => secrets },
    ...people,
  };
  const silent = () => undefined;
  const unreachable = createWebHandler({
    routes: signInRoutes,
    deps,
    site: { office: { zh: '示例局', en: 'Office' }, navigation: [], assets, catalogue },
    people,
    clock: { now: () => now },
    log: requestLog({ info: silent, error: silent }),
  });
  const answer = await unreachable(eventOf({ path: '/sign-in' }), lambdaContext);
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('暂时无法登录');
});
