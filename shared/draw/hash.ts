import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { concat, toHex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonicalJson.ts';
import { sm3 } from './sm3.ts';

/** The hash suites of DR-1 §1: both have 64-byte blocks and 32-byte digests. */

export type SuiteName = 'sha256' | 'sm3';

export interface HashSuite {
  readonly name: SuiteName;
  /** H(message), 32 bytes. */
  readonly hash: (message: Uint8Array) => Uint8Array;
  /** HMAC over H (RFC 2104), 32 bytes. */
  readonly hmac: (key: Uint8Array, message: Uint8Array) => Uint8Array;
  /** `message → H(prefix ‖ message)`; a suite may keep the state after a whole-block prefix. */
  readonly prefixed: (prefix: Uint8Array) => (message: Uint8Array) => Uint8Array;
}

/** Gives the suite that a plan names; callers pass their own to inject faster hashes (node:crypto, WASM). */
export type Suites = (name: SuiteName) => HashSuite;

const BLOCK = 64;

/** A whole suite from a hash function. `prefixed` is only a matter of speed. */
export function suiteFrom(
  name: SuiteName,
  hash: HashSuite['hash'],
  prefixed: HashSuite['prefixed'] = (prefix) => (message) => hash(concat(prefix, message)),
): HashSuite {
  const hmac = (key: Uint8Array, message: Uint8Array): Uint8Array => {
    const block = new Uint8Array(BLOCK);
    block.set(key.length > BLOCK ? hash(key) : key);
    const inner = hash(
      concat(
        block.map((byte) => byte ^ 0x36),
        message,
      ),
    );
    return hash(
      concat(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    );
  };
  return { name, hash, hmac, prefixed };
}

export const sha256Suite: HashSuite = suiteFrom('sha256', nobleSha256, (prefix) => {
  const start = nobleSha256.create().update(prefix);
  const scratch = start.clone();
  return (message) => start._cloneInto(scratch).update(message).digest();
});

export const sm3Suite: HashSuite = suiteFrom('sm3', sm3);

/** The portable suites: JavaScript only, the same in a browser and on a server. */
export const portableSuites: Suites = (name) => (name === 'sm3' ? sm3Suite : sha256Suite);

/** `D(v) = H(utf8(JCS(v)))` (DR-1 §1.1). */
export function digest(suite: HashSuite, value: unknown): Uint8Array {
  return suite.hash(utf8(canonicalJson(value)));
}

/** D(v) in lowercase hex. */
export function digestHex(suite: HashSuite, value: unknown): string {
  return toHex(digest(suite, value));
}
