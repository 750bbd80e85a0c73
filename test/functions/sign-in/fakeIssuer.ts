import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What the next id token says instead of the truth. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Claims left out. */
  readonly without?: readonly string[];
  readonly alg?: 'none' | 'HS256' | 'RS256' | 'ES256' | 'PS256';
  /** Signs with a key that the issuer has never published. */
  readonly strangeKey?: boolean;
  /** Seconds by which the token's times are moved. */
  readonly shift?: number;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

export const client = { id: 'double-random', secret: 'a-client-secret-of-the-test' } as const;

/**
 * An OpenID Connect issuer on the loopback that can lie. It checks PKCE, the client secret and the redirect
 * address like a real one; codes work as often as one likes, so that replays reach our own defence.
 */
export async function fakeIssuer(): Promise<{
  readonly issuer: string;
  lie: Lie;
  sub: string;
  /** Follows the address that our start page redirects to; gives the query that comes back. */
  authorize(address: string): URLSearchParams;
  readonly tokenCalls: () => number;
  close(): Promise<unknown>;
}> {
  const kinds = ['RS256', 'PS256', 'ES256'] as const;
  const pairs = new Map<string, { publicKey: CryptoKey; privateKey: CryptoKey }>();
  for (const alg of kinds) pairs.set(alg, await generateKeyPair(alg, { extractable: true }));
  const strange = await generateKeyPair('RS256', { extractable: true });
  const keys = await Promise.all(
    [...pairs].map(async ([alg, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      alg,
      kid: alg,
      use: 'sig',
    })),
  );
  const grants = new Map<string, Grant>();
  let tokenCalls = 0;
  const state: { lie: Lie; sub: string; issuer: string } = { lie: {}, sub: 'zhang', issuer: '' };

  async function idToken(nonce: string): Promise<string> {
    const { lie } = state;
    const now = Math.floor(Date.now() / 1000) + (lie.shift ?? 0);
    const claims: Record<string, unknown> = {
      iss: state.issuer,
      sub: state.sub,
      aud: client.id,
      nonce,
      iat: now,
      exp: now + 300,
      ...lie.claims,
    };
    for (const name of lie.without ?? []) delete claims[name];
    const alg = lie.alg ?? 'RS256';
    if (alg === 'none' || alg === 'HS256') {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
      return `${text}.${alg === 'none' ? '' : createHmac('sha256', client.secret).update(text).digest('base64url')}`;
    }
    const key = lie.strangeKey === true ? strange.privateKey : pairs.get(alg)?.privateKey;
    if (key === undefined) throw new Error('no such key');
    return new SignJWT(claims).setProtectedHeader({ alg, kid: alg }).sign(key);
  }

  async function token(form: URLSearchParams): Promise<[number, object]> {
    tokenCalls += 1;
    const grant = grants.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const known =
      grant !== undefined &&
      grant.challenge === challenge &&
      grant.redirectUri === form.get('redirect_uri') &&
      form.get('client_secret') === client.secret;
    if (!known) return [400, { error: 'invalid_grant' }];
    return [
      200,
      { access_token: 'opaque', token_type: 'Bearer', expires_in: 60, id_token: await idToken(grant.nonce) },
    ];
  }

  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const answers: Record<string, () => Promise<[number, object]>> = {
      '/.well-known/openid-configuration': async () => [
        200,
        {
          issuer: state.issuer,
          authorization_endpoint: `${state.issuer}/authorize`,
          token_endpoint: `${state.issuer}/token`,
          jwks_uri: `${state.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          // It even claims to support what must never be accepted.
          id_token_signing_alg_values_supported: [...kinds, 'none', 'HS256'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
        },
      ],
      '/keys': async () => [200, { keys }],
      '/token': () => token(new URLSearchParams(Buffer.concat(chunks).toString())),
    };
    const answer = await (answers[request.url ?? ''] ?? (async (): Promise<[number, object]> => [404, {}]))();
    reply.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]));
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    get issuer() {
      return state.issuer;
    },
    get lie() {
      return state.lie;
    },
    set lie(lie: Lie) {
      state.lie = lie;
    },
    get sub() {
      return state.sub;
    },
    set sub(sub: string) {
      state.sub = sub;
    },
    authorize(address) {
      const asked = new URL(address).searchParams;
      const code = randomBytes(16).toString('hex');
      grants.set(code, {
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        redirectUri: asked.get('redirect_uri') ?? '',
      });
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: state.issuer });
    },
    tokenCalls: () => tokenCalls,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
