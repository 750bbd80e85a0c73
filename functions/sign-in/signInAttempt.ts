import { EncryptJWT, jwtDecrypt } from 'jose';
import * as z from 'zod';

/**
 * Name of the cookie that carries one attempt to sign in from its start to the callback, in the browser that began
 * it. Every attempt has its own: two tabs whose session has ended begin at the same time, and each must come back.
 *
 * @param state of the attempt; what is no part of a cookie's name is left out, so that any text may be asked for
 */
export function attemptCookie(state: string): string {
  return `__Host-sign-in-${state.replace(/[^\w-]/g, '').slice(0, 16)}`;
}

/** An attempt not finished by then begins anew. Seconds. */
export const attemptLifetime = 600;

const attemptSchema = z.object({
  state: z.string().min(20),
  nonce: z.string().min(20),
  codeVerifier: z.string().min(43),
  returnTo: z.string(),
});

export type SignInAttempt = z.infer<typeof attemptSchema>;

/** Encrypts an attempt for the cookie (A256GCM): the browser keeps it but neither reads nor changes it. */
export async function sealAttempt(attempt: SignInAttempt, key: Uint8Array, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new EncryptJWT({ ...attempt })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + attemptLifetime)
    .encrypt(key);
}

/** The attempt in the cookie; undefined when there is none, it has ended or it is not ours. */
export async function openAttempt(
  value: string | undefined,
  key: Uint8Array,
  now: Date,
): Promise<SignInAttempt | undefined> {
  if (value === undefined || value === '') return undefined;
  try {
    const { payload } = await jwtDecrypt(value, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['exp'],
      currentDate: now,
    });
    return attemptSchema.parse(payload);
  } catch {
    return undefined;
  }
}
