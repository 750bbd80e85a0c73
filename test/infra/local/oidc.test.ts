import * as oidc from 'openid-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

let runtime: LocalRuntime;
let configuration: oidc.Configuration;
let redirect: string;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual' });
  const { issuer, clientId, clientSecret } = runtime.issuer;
  redirect = `${runtime.addresses.console}/sign-in/callback`;
  configuration = await discover(clientId, clientSecret, issuer, 0);
});

function discover(clientId: string, clientSecret: string, issuer: string, skewSeconds: number) {
  return oidc.discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret, [oidc.clockSkew]: skewSeconds },
    undefined,
    { execute: [oidc.allowInsecureRequests] },
  );
}
afterAll(() => runtime.stop());

/** A browser: cookies of the issuer, no redirect followed by itself. */
const jar = new Map<string, string>();
beforeEach(() => jar.clear());

async function visit(address: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(address, {
    ...init,
    redirect: 'manual',
    headers: { ...init.headers, cookie },
  });
  for (const one of response.headers.getSetCookie()) {
    expect(one.toLowerCase()).not.toMatch(/expires=(?!thu, 01 jan 1970)/);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return response;
}

async function follow(address: string, stop: (next: string) => boolean): Promise<string> {
  let next = address;
  for (let hops = 0; hops < 8 && !stop(next); hops += 1) {
    const response = await visit(next);
    next = new URL(response.headers.get('location') ?? '', next).href;
  }
  return next;
}

async function signIn(sub: string): Promise<URL> {
  const verifier = oidc.randomPKCECodeVerifier();
  const start = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: 'openid profile email',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
  });
  const page = await follow(
    start.href,
    (next) => next.includes('/sign-in/') && next.startsWith(runtime.addresses.oidc),
  );
  const shown = await (await visit(page)).text();
  for (const { name } of runtime.issuer.accounts) expect(shown).toContain(name);
  const answer = await visit(page, { method: 'POST', body: new URLSearchParams({ account: sub }) });
  const back = await follow(new URL(answer.headers.get('location') ?? '', page).href, (next) =>
    next.startsWith(redirect),
  );
  verifiers.set(back, verifier);
  return new URL(back);
}
const verifiers = new Map<string, string>();

async function exchange(back: URL, by = configuration) {
  return oidc.authorizationCodeGrant(by, back, {
    pkceCodeVerifier: verifiers.get(back.href) ?? '',
    expectedState: 'state-1',
    expectedNonce: 'nonce-1',
  });
}

test('one press gives an id token for the account', async () => {
  const tokens = await exchange(await signIn('inspector-1'));
  expect(tokens.claims()).toMatchObject({
    sub: 'inspector-1',
    iss: runtime.issuer.issuer,
    aud: 'double-random',
  });
  expect(JSON.parse(Buffer.from(tokens.id_token?.split('.')[0] ?? '', 'base64url').toString())).toMatchObject(
    { alg: 'RS256' },
  );
  const info = await oidc.fetchUserInfo(configuration, tokens.access_token, 'inspector-1');
  expect(info).toMatchObject({ name: '陈立行', email: 'inspector-1@office.example' });
});

test('tokens are issued at the time of the moved clock', async () => {
  runtime.clock.set('2023-08-23T15:00:00Z');
  const { issuer, clientId, clientSecret } = runtime.issuer;
  const moved = await discover(clientId, clientSecret, issuer, runtime.clock.shift() / 1000);
  const tokens = await exchange(await signIn('supervisor'), moved);
  runtime.clock.reset();
  const issued = Number(tokens.claims()?.iat) * 1000;
  expect(Math.abs(issued - Date.parse('2023-08-23T15:00:00Z'))).toBeLessThan(10_000);
});

test('cancelling comes back as access_denied, an unknown account too', async () => {
  for (const sub of ['', 'nobody']) {
    expect((await signIn(sub)).searchParams.get('error')).toBe('access_denied');
  }
});

test('a code is good for one exchange and one verifier', async () => {
  const back = await signIn('auditor');
  const wrong = oidc.authorizationCodeGrant(configuration, back, {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: 'state-1',
    expectedNonce: 'nonce-1',
  });
  await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant' });
  const again = await signIn('auditor');
  await exchange(again);
  await expect(exchange(again)).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('a request without PKCE is refused, and a redirect to another machine too', async () => {
  const noPkce = oidc.buildAuthorizationUrl(configuration, { redirect_uri: redirect, scope: 'openid' });
  const refused = await visit(noPkce.href);
  expect(refused.headers.get('location')).toContain('error=invalid_request');
  const elsewhere = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: 'https://evil.example/callback',
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  expect((await visit(elsewhere.href)).status).toBe(400);
});
