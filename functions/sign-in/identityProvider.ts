import { createRemoteJWKSet } from 'jose';
import * as oidc from 'openid-client';
import { type Identity, verifyIdToken } from './idToken.ts';
import type { SignInAttempt } from './signInAttempt.ts';

export interface ProviderSettings {
  /** https, or http on the loopback for a try-out. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the issuer sends the browser back: `<console>/sign-in/callback`. */
  readonly redirectUri: string;
}

export interface IdentityProvider {
  /** Where the browser is sent, and what has to be kept for its return. */
  start(): Promise<{ readonly address: URL; readonly attempt: Omit<SignInAttempt, 'returnTo'> }>;
  /**
   * Redeems the code of the callback.
   *
   * @param query query of the callback as it arrived, without the question mark
   * @throws when the issuer refuses or anything about its answer is wrong
   */
  finish(query: string, attempt: SignInAttempt, now: Date): Promise<Identity>;
}

/** The issuer cannot be reached or does not behave as one. */
export class ProviderUnavailable extends Error {
  constructor(cause: unknown) {
    super('The identity provider is not available', { cause });
    this.name = 'ProviderUnavailable';
  }
}

/** Whether tokens and keys may travel over this address. */
export function secureOrLoopback(address: URL): boolean {
  if (address.protocol === 'https:') return true;
  return address.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
}

/** In the form body where the issuer says that it takes it there, else in the header (OpenID Connect Core 9). */
function clientAuthentication(secret: string): oidc.ClientAuth {
  const basic = oidc.ClientSecretBasic(secret);
  const post = oidc.ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const method = methods?.includes('client_secret_post') === true ? post : basic;
    method(server, client, body, headers);
  };
}

/**
 * The office's OpenID Connect issuer, code flow with PKCE. Its configuration is read once per process, and
 * again after a failure or when the client secret has changed.
 *
 * @throws when the issuer's address is neither https nor on the loopback
 */
export function openIdProvider(settings: ProviderSettings, secret: () => Promise<string>): IdentityProvider {
  const issuer = new URL(settings.issuer);
  if (!secureOrLoopback(issuer)) throw new Error('OIDC_ISSUER has to be an https address');
  const plain = issuer.protocol === 'http:';
  let known: { readonly secret: string; readonly connection: ReturnType<typeof connect> } | undefined;

  async function connect(clientSecret: string) {
    const configuration = await oidc.discovery(
      issuer,
      settings.clientId,
      { [oidc.clockTolerance]: 60 },
      clientAuthentication(clientSecret),
      { timeout: 5, ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}) },
    );
    const keysAddress = new URL(configuration.serverMetadata().jwks_uri ?? '');
    if (!(plain ? secureOrLoopback(keysAddress) : keysAddress.protocol === 'https:')) {
      throw new Error('The issuer publishes its keys on an insecure address');
    }
    return { configuration, keys: createRemoteJWKSet(keysAddress, { timeoutDuration: 5000 }) };
  }

  async function connection() {
    const clientSecret = await secret();
    if (known?.secret !== clientSecret) known = { secret: clientSecret, connection: connect(clientSecret) };
    try {
      return await known.connection;
    } catch (error) {
      known = undefined;
      throw new ProviderUnavailable(error);
    }
  }

  return {
    async start() {
      const { configuration } = await connection();
      const codeVerifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: settings.redirectUri,
        scope: 'openid',
        response_type: 'code',
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address, attempt: { state, nonce, codeVerifier } };
    },

    async finish(query, attempt, now) {
      const { configuration, keys } = await connection();
      const callback = new URL(settings.redirectUri);
      callback.search = query;
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      return verifyIdToken(tokens.id_token ?? '', {
        issuer: configuration.serverMetadata().issuer,
        clientId: settings.clientId,
        nonce: attempt.nonce,
        keys,
        now,
      });
    },
  };
}
