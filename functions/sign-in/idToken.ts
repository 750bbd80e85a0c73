import { type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Asymmetric signatures only: with `none` or HS256 anybody who knows the client could write tokens. */
const algorithms = ['RS256', 'PS256', 'ES256'];

/** Difference allowed between the clocks. Seconds. */
const clockTolerance = 60;

/** What an id token proves: who issued it and for whom. Roles are not taken from it. */
export interface Identity {
  readonly iss: string;
  readonly sub: string;
}

/**
 * Verifies an id token: signature by a key of the issuer, issuer, audience, expiry, nonce.
 *
 * @throws when any of it is wrong
 */
export async function verifyIdToken(
  token: string,
  expected: {
    readonly issuer: string;
    readonly clientId: string;
    readonly nonce: string;
    readonly keys: JWTVerifyGetKey;
    readonly now: Date;
  },
): Promise<Identity> {
  const { payload } = await jwtVerify(token, expected.keys, {
    algorithms,
    clockTolerance,
    issuer: expected.issuer,
    audience: expected.clientId,
    requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
    currentDate: expected.now,
  });
  if (payload['nonce'] !== expected.nonce) throw new Error('The nonce belongs to another attempt');
  // OpenID Connect Core 3.1.3.7: a token for several audiences names the party it was issued to.
  const audiences = Array.isArray(payload.aud) ? payload.aud : [payload.aud];
  const party = payload['azp'];
  if (audiences.length > 1 && party === undefined) throw new Error('The token names no authorised party');
  if (party !== undefined && party !== expected.clientId) throw new Error('The token is for another party');
  if (payload.iss === undefined || payload.sub === undefined) throw new Error('The token names nobody');
  return { iss: payload.iss, sub: payload.sub };
}
