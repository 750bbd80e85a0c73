import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdProvider } from '../../../functions/sign-in/identityProvider.ts';
import { client } from './fakeIssuer.ts';

const redirectUri = 'https://console.example/sign-in/callback';
let server: Server;
let issuer: string;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['a-cookie-key-of-the-test'] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
  });
  server.on('request', provider.callback());
});

afterAll(() => new Promise((closed) => server.close(closed)));

/** Clicks through the issuer's own development pages as `login`, and gives the query of the callback. */
async function agree(address: URL, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      next = new URL(location, next);
      form = undefined;
      if (next.href.startsWith(redirectUri)) return next.search.slice(1);
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    next = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next);
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) });
  }
  throw new Error('The issuer never sent the browser back');
}

test('the flow works against a full OpenID Connect server, and its code works once', async () => {
  const provider = openIdProvider({ issuer, clientId: client.id, redirectUri }, async () => client.secret);
  const { address, attempt } = await provider.start();
  const query = await agree(address, 'zhang');
  const whole = { ...attempt, returnTo: '/' };
  expect(await provider.finish(query, whole, new Date())).toEqual({ iss: issuer, sub: 'zhang' });
  await expect(provider.finish(query, whole, new Date())).rejects.toThrow();
});

test('a code is worth nothing without the verifier of the browser that asked for it', async () => {
  const provider = openIdProvider({ issuer, clientId: client.id, redirectUri }, async () => client.secret);
  const { address, attempt } = await provider.start();
  const query = await agree(address, 'zhang');
  const stolen = { ...attempt, codeVerifier: 'v'.repeat(43), returnTo: '/' };
  await expect(provider.finish(query, stolen, new Date())).rejects.toThrow();
});
