import { toHex, utf8 } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';

/** Two hex digits: the first byte of the SHA-256 of the code. */
export function shardOf(code: string): string {
  return toHex(sha256Suite.hash(utf8(code))).slice(0, 2);
}
