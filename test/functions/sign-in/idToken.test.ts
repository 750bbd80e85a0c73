import { generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { verifyIdToken } from '../../../functions/sign-in/idToken.ts';

// The library of the flow checks much of this as well; here the second check stands alone.
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
const now = new Date('2026-12-01T01:00:00Z');
const seconds = now.getTime() / 1000;
const truth = {
  iss: 'https://id.example',
  sub: 'zhang',
  aud: 'us',
  nonce: 'n',
  iat: seconds,
  exp: seconds + 60,
};
let pair: Pair;
let other: Pair;

beforeAll(async () => {
  pair = await generateKeyPair('RS256');
  other = await generateKeyPair('RS256');
});

async function verify(claims: Record<string, unknown>, key = pair.privateKey) {
  const token = await new SignJWT({ ...truth, ...claims }).setProtectedHeader({ alg: 'RS256' }).sign(key);
  return verifyIdToken(token, {
    issuer: truth.iss,
    clientId: truth.aud,
    nonce: 'n',
    keys: async () => pair.publicKey,
    now,
  });
}

test('the truth is believed, and nothing but issuer and subject is taken from it', async () => {
  expect(await verify({ roles: ['administrator'] })).toEqual({ iss: truth.iss, sub: 'zhang' });
  expect(await verify({ aud: ['us', 'them'], azp: 'us' })).toEqual({ iss: truth.iss, sub: 'zhang' });
  expect(await verify({ exp: seconds - 59 })).toEqual({ iss: truth.iss, sub: 'zhang' });
});

test.each([
  { nonce: 'another' },
  { nonce: undefined },
  { aud: 'them' },
  { aud: ['us', 'them'] },
  { azp: 'them' },
  { iss: 'https://id.example/' },
  { exp: seconds - 61 },
  { exp: undefined },
  { nbf: seconds + 61 },
  { sub: undefined },
])('refuses %o', async (claims) => {
  await expect(verify(claims)).rejects.toThrow();
});

test('refuses another key, HS256 under the public key, and none', async () => {
  await expect(verify({}, other.privateKey)).rejects.toThrow();
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const expected = {
    issuer: truth.iss,
    clientId: truth.aud,
    nonce: 'n',
    keys: async () => pair.publicKey,
    now,
  };
  await expect(verifyIdToken(`${part({ alg: 'none' })}.${part(truth)}.`, expected)).rejects.toThrow();
  const hmac = await new SignJWT(truth).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32).fill(1));
  await expect(
    verifyIdToken(hmac, { ...expected, keys: async () => new Uint8Array(32).fill(1) }),
  ).rejects.toThrow(/alg/);
});
