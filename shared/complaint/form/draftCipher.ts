import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import type { RandomBytes } from '../receiptCode.ts';
import type { Draft } from './draft.ts';

/**
 * A draft can be read by the browser that wrote it and by nobody else: the key is derived from a secret that stands in
 * the browser's cookie alone, and the row is found by a digest of the cookie's other half.
 */

const PUBLIC_BYTES = 16;
const SECRET_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const INFO = 'double-random/intake-draft/1';

export interface DraftKey {
  /** SHA-256 of the cookie's public half, hex: names the row, opens nothing. */
  readonly id: string;
  readonly key: Uint8Array;
}

/** The value of a new cookie. */
export function newDraftCookie(random: RandomBytes): string {
  return Buffer.from(random(PUBLIC_BYTES + SECRET_BYTES)).toString('base64url');
}

/** What a cookie names and opens; undefined for anything that is no such value. */
export function draftKeyOf(cookie: string): DraftKey | undefined {
  if (!/^[\w-]{64}$/.test(cookie)) return undefined;
  const bytes = Buffer.from(cookie, 'base64url');
  const half = bytes.subarray(0, PUBLIC_BYTES);
  return {
    id: createHash('sha256').update(half).digest('hex'),
    key: new Uint8Array(hkdfSync('sha256', bytes.subarray(PUBLIC_BYTES), half, INFO, 32)),
  };
}

/** A ciphertext is good for its row and its version only. */
const boundTo = (id: string, version: number) => Buffer.from(`${id}|${version}`);

/** `iv ‖ tag ‖ ciphertext`, AES-256-GCM. */
export function sealDraft(
  { id, key }: DraftKey,
  version: number,
  draft: Draft,
  random: RandomBytes,
): Uint8Array {
  const iv = random(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(boundTo(id, version));
  const text = Buffer.concat([cipher.update(JSON.stringify(draft), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/**
 * The draft in a row.
 *
 * @returns undefined when the cookie does not open it
 */
export function openDraft({ id, key }: DraftKey, version: number, sealed: Uint8Array): Draft | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(id, version));
  try {
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Draft;
  } catch {
    return undefined;
  }
}
