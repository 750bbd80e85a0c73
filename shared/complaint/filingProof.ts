import { ed25519 } from '@noble/curves/ed25519.js';
import * as z from 'zod/mini';
import { fromHex, lengthPrefixedAll, toHex, utf8 } from '../draw/bytes.ts';
import { canonicalJson } from '../draw/canonicalJson.ts';
import { type Check, compared, holds } from '../draw/check.ts';
import { sha256Suite } from '../draw/hash.ts';
import { hex32, instant, label, readShape } from '../draw/shape.ts';
import { parseStrictJson } from '../draw/strictJson.ts';
import type { Verification } from '../draw/verify.ts';
import { problem, type Result } from '../problem.ts';
import { type ReceiptKey, receiptKeyId } from './receiptKey.ts';

/**
 * The proof of filing (提交证明): the office's signature under the hash of what somebody filed, and when. It says
 * neither what was filed nor by whom; whoever holds the text that was saved with it shows both. Checked by anybody,
 * without the office: runs in a browser too.
 */

export const FILING_FORMAT = 'double-random-filing-1';

export interface FilingProof {
  readonly format: typeof FILING_FORMAT;
  /** Name of the office in Chinese. */
  readonly office: string;
  readonly filedAt: {
    /** `YYYY-MM-DDTHH:MM:SS+08:00`, as the receipt shows it. */
    readonly beijing: string;
    /** The same instant, `YYYY-MM-DDTHH:MM:SSZ`. */
    readonly utc: string;
  };
  /** SHA-256 of the UTF-8 bytes of the saved text, hex. Its random line keeps anybody from guessing the rest. */
  readonly textSha256: string;
  readonly keyId: string;
  /** Ed25519, 32 bytes, hex. */
  readonly publicKey: string;
  /** Ed25519 over `LP(format) ‖ LP(canonical JSON of all but the signature)`, 64 bytes, hex. */
  readonly signature: string;
}

const moment = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/;

const schema = z.strictObject({
  format: z.literal(FILING_FORMAT),
  office: label,
  filedAt: z.strictObject({ beijing: z.string().check(z.regex(moment)), utc: instant }),
  textSha256: hex32,
  keyId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  publicKey: hex32,
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});

/** Larger than any proof; a file above is none. */
const LONGEST = 16_384;
const SHANGHAI_MS = 8 * 3_600_000;

function beijingTime(utc: string): string {
  return `${new Date(Date.parse(utc) + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;
}

function hashOf(text: string | Uint8Array): string {
  return toHex(sha256Suite.hash(typeof text === 'string' ? utf8(text) : text));
}

function signedBytes({
  signature: _,
  ...rest
}: FilingProof | (Omit<FilingProof, 'signature'> & { signature?: string })) {
  return lengthPrefixedAll(FILING_FORMAT, canonicalJson(rest));
}

/** The public half of a seed, as it is published. */
export function receiptKeyOf(seed: Uint8Array, since: string): ReceiptKey {
  const publicKey = toHex(ed25519.getPublicKey(seed));
  return { keyId: receiptKeyId(publicKey), publicKey, since };
}

/**
 * The proof that is handed out with a receipt.
 *
 * @param filing.text exactly the text that the person can save, byte for byte
 * @param filing.at instant of filing, UTC to the second
 * @param seed `receiptSigningSeed` of the application secret
 */
export function makeFilingProof(
  filing: { readonly office: string; readonly at: string; readonly text: string },
  seed: Uint8Array,
): FilingProof {
  const { keyId, publicKey } = receiptKeyOf(seed, filing.at);
  const open = {
    format: FILING_FORMAT,
    office: filing.office,
    filedAt: { beijing: beijingTime(filing.at), utc: filing.at },
    textSha256: hashOf(filing.text),
    keyId,
    publicKey,
  } as const;
  return { ...open, signature: toHex(ed25519.sign(signedBytes(open), seed)) };
}

/** The bytes of the proof's file: canonical, with a newline at the end. */
export function filingProofBytes(proof: FilingProof): Uint8Array {
  return utf8(`${canonicalJson(proof)}\n`);
}

/**
 * A proof from the bytes of its file. Problems: `filing.other` when it is something else; `draw.shape.*` with the
 * path as field.
 */
export function readFilingProof(bytes: Uint8Array): Result<FilingProof> {
  if (bytes.length > LONGEST) return problem('filing.other');
  const json = parseStrictJson(new TextDecoder().decode(bytes));
  if (!json.ok) return problem('filing.other');
  const named = z.looseObject({ format: z.literal(FILING_FORMAT) }).safeParse(json.value);
  return named.success ? readShape(schema, json.value) : problem('filing.other');
}

export interface FilingEvidence {
  /** The text that was saved with the proof. */
  readonly text?: string | Uint8Array;
  /** The keys that the office has published. */
  readonly trustedKeys?: readonly Pick<ReceiptKey, 'keyId' | 'publicKey'>[];
}

/** All checks in a fixed order. What cannot be looked at for want of a file is said in a note. */
export function verifyFilingProof(proof: FilingProof, evidence: FilingEvidence = {}): Verification {
  const checks = [
    holds('filing.signature', isSigned(proof)),
    compared('filing.keyId', receiptKeyId(proof.publicKey), proof.keyId),
    compared('filing.time', beijingTime(proof.filedAt.utc), proof.filedAt.beijing),
    textCheck(proof, evidence.text),
    keyCheck(proof, evidence.trustedKeys),
  ];
  return { checks, consistent: checks.every(({ ok }) => ok) };
}

function isSigned(proof: FilingProof): boolean {
  try {
    return ed25519.verify(fromHex(proof.signature), signedBytes(proof), fromHex(proof.publicKey), {
      // RFC 8032 as OpenSSL checks it: one answer whatever program looks.
      zip215: false,
    });
  } catch {
    // A public key or a signature that is no point of the curve.
    return false;
  }
}

function textCheck({ textSha256 }: FilingProof, text: FilingEvidence['text']): Check {
  if (text === undefined) return { ...holds('filing.text', true), note: 'filing-no-text', found: textSha256 };
  return compared('filing.text', textSha256, hashOf(text));
}

function keyCheck({ keyId, publicKey }: FilingProof, trusted: FilingEvidence['trustedKeys']): Check {
  if (trusted === undefined) {
    return { ...holds('filing.key', true), note: 'filing-compare-key', found: publicKey };
  }
  const ok = trusted.some((one) => one.keyId === keyId && one.publicKey === publicKey);
  return ok ? holds('filing.key', true) : { ...holds('filing.key', false), found: publicKey };
}
