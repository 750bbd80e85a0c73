import * as z from 'zod/mini';
import { fromHex, toHex } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';
import { hex32, instant } from '../draw/shape.ts';
import { parseStrictJson } from '../draw/strictJson.ts';

/** The public keys under which proofs of filing are signed: published, so that a proof needs no other witness. */

export interface ReceiptKey {
  /** First 16 hex digits of the SHA-256 of the public key. */
  readonly keyId: string;
  /** Ed25519, 32 bytes, hex. */
  readonly publicKey: string;
  /** Instant from which the office has used it. */
  readonly since: string;
}

export interface ReceiptKeys {
  /**
   * Enters a key and has it published; changes nothing when it is there already.
   *
   * @returns whether it was new
   * @throws when the store is busy with the same rows: nothing was changed, ask again
   */
  publish(key: ReceiptKey): Promise<boolean>;
  /** Every key that was ever used, the oldest first: old proofs stay good. */
  all(): Promise<readonly ReceiptKey[]>;
}

/**
 * Enters the key at the first call of a process. What fails is tried again by the next call.
 *
 * @param key the key of the application secret, with the present instant
 * @param whenNew wakes whoever publishes it; not called for a key that is there already
 */
export function publishedOnce(
  keys: Pick<ReceiptKeys, 'publish'>,
  key: () => Promise<ReceiptKey>,
  whenNew: () => Promise<void>,
): () => Promise<void> {
  let done: Promise<void> | undefined;
  const publish = async () => {
    if (await keys.publish(await key())) await whenNew();
  };
  return () => {
    done ??= publish().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

/** What the publicity outbox calls them. */
export const RECEIPT_KEYS_SUBJECT = 'receipt-keys';
/** Where the public site has them. */
export const RECEIPT_KEYS_PATH = 'keys/receipts.json';

const FORMAT = 'double-random-receipt-keys-1';

export interface PublishedReceiptKeys {
  readonly format: typeof FORMAT;
  readonly keys: readonly ReceiptKey[];
}

const schema = z.object({
  format: z.literal(FORMAT),
  keys: z.array(
    z.object({ keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)), publicKey: hex32, since: instant }),
  ),
});

export function receiptKeyId(publicKey: string): string {
  return toHex(sha256Suite.hash(fromHex(publicKey))).slice(0, 16);
}

/** The content of the published file. */
export function publishedReceiptKeys(keys: readonly ReceiptKey[]): PublishedReceiptKeys {
  return { format: FORMAT, keys };
}

/** The keys of a published file; undefined when it is another file. */
export function readReceiptKeys(bytes: Uint8Array): readonly ReceiptKey[] | undefined {
  const json = parseStrictJson(new TextDecoder().decode(bytes));
  const read = json.ok ? schema.safeParse(json.value) : undefined;
  return read?.success === true ? read.data.keys : undefined;
}
