import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { setCookie } from '../web/kit/http/cookies.ts';

/**
 * Which receipt this browser has shown, for half an hour from its last click. The cookie holds the hash, never the
 * code, sealed with AES-256-GCM: it says nothing to whoever finds it, and ends with the receipt.
 */

export const RECEIPT_COOKIE = '__Host-receipt';
/** Minutes without a click after which the browser has to show the code again. */
export const RECEIPT_MINUTES = 30;

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Bound into the seal: a cookie of another kind under the same key opens nothing here. */
const KIND = Buffer.from('receipt-cookie-1');
const schema = z.object({ hash: z.string(), until: z.number() });

function sealed(hash: string, key: Uint8Array, until: number): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(KIND);
  const text = Buffer.concat([cipher.update(JSON.stringify({ hash, until }), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** The `Set-Cookie` that opens the pages of a receipt for another half hour. */
export function receiptCookie(hash: string, key: Uint8Array, now: Date): string {
  const seconds = RECEIPT_MINUTES * 60;
  return setCookie(RECEIPT_COOKIE, sealed(hash, key, now.getTime() + seconds * 1000), seconds);
}

export const noReceiptCookie = (): string => setCookie(RECEIPT_COOKIE, '', 0);

/** The hash in the cookie; undefined when there is none, it has ended or it is not ours. */
export function openReceiptCookie(value: string | undefined, key: Uint8Array, now: Date): string | undefined {
  const bytes = Buffer.from(value ?? '', 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(KIND)
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    const { hash, until } = schema.parse(JSON.parse(text.toString('utf8')));
    return now.getTime() < until ? hash : undefined;
  } catch {
    return undefined;
  }
}
