import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, {
  type AccountClaims,
  type Adapter,
  type AdapterPayload,
  interactionPolicy,
  type JWK,
} from 'oidc-provider';
import { readBody } from '../http/server.ts';
import type { IssuerStart } from './issuer.ts';
import { signInPage } from './signInPage.ts';

/** What the library keeps, in memory: signing in again is one press. */
function memoryAdapter(): (model: string) => Adapter {
  const stored = new Map<string, { payload: AdapterPayload; expires: number }>();
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const get = (id: string) => {
      const found = stored.get(key(id));
      return found && found.expires > Date.now() ? found.payload : undefined;
    };
    const search = (test: (payload: AdapterPayload) => boolean) => {
      for (const [id, { payload, expires }] of stored) {
        if (id.startsWith(`${model}:`) && expires > Date.now() && test(payload)) return payload;
      }
      return undefined;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        stored.set(key(id), { payload, expires: Date.now() + (expiresIn ?? 86_400) * 1000 });
      },
      find: async (id) => get(id),
      findByUid: async (uid) => search((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => search((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = get(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void stored.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of stored) if (payload.grantId === grantId) stored.delete(id);
      },
    };
  };
}

/** Redirects stay on this machine: any loopback address may receive a code. */
function isLoopback(address: string): boolean {
  try {
    const { hostname, protocol } = new URL(address);
    return protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');
  } catch {
    return false;
  }
}

/** The library's cookies carry instants of the moved clock; without `expires` they last as long as the browser. */
function dropExpiry(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== 'set-cookie') return set(name, value);
    const cookies = Array.isArray(value) ? value : [String(value)];
    return set(
      name,
      cookies.map((one) => (/^[^=]+=;/.test(one) ? one : one.replace(/;\s*expires=[^;]+/i, ''))),
    );
  };
}

/** The accounts are shown at every sign-in: whoever tries the product changes roles all the time. */
function askEveryTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'choose_account',
        'An account is chosen at every sign-in',
        (context) => context.oidc.result?.login === undefined,
      ),
    );
  return policy;
}

/** Handles every request of the issuer: the protocol by the library, the sign-in page by us. */
export function issuerHandler(start: IssuerStart) {
  const { accounts, issuer, clientId, clientSecret, keys } = start;
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ['http://127.0.0.1/'],
        post_logout_redirect_uris: ['http://127.0.0.1/'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'RS256',
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [keys.jwk as JWK] },
    cookies: { keys: [keys.cookieKey], long: { sameSite: 'lax' }, short: { sameSite: 'lax' } },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Session: 86_400,
      Grant: 86_400,
    },
    interactions: { policy: askEveryTime(), url: (_, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: async (_, sub) => {
      const account = accounts.find((one) => one.sub === sub);
      if (!account) return undefined;
      const claims: AccountClaims = { sub, name: account.name, email: account.email, email_verified: true };
      return { accountId: sub, claims: async () => claims };
    },
    // Who signs in to the try-out has agreed to it; there is nothing to consent to.
    loadExistingGrant: async (context) => {
      const { Grant } = context.oidc.provider;
      const { client, session } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.Client.prototype.redirectUriAllowed = isLoopback;
  provider.Client.prototype.postLogoutRedirectUriAllowed = isLoopback;
  provider.on('server_error', (_, error) => console.error(error));
  const protocol = provider.callback();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost') {
      response.writeHead(421).end();
      return;
    }
    dropExpiry(response);
    if (!/^\/sign-in\/[\w-]+$/.test(request.url ?? '')) {
      protocol(request, response);
      return;
    }
    try {
      await signIn(request, response);
    } catch (error) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        `登录已过期，请从头再来。 This sign-in has expired, please start again. (${String(error)})`,
      );
    }
  };

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { uid } = await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const form = new URLSearchParams((await readBody(request, 10_000)).toString('utf8'));
      const sub = form.get('account') ?? '';
      const chosen = accounts.some((one) => one.sub === sub);
      const result = chosen
        ? { login: { accountId: sub, remember: false } }
        : { error: 'access_denied', error_description: 'No account was chosen' };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    });
    response.end(signInPage(uid, accounts));
  }
}
