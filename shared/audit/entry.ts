import { digestHex, sha256Suite } from '../draw/hash.ts';

/**
 * What one command says of itself. Only these facts stand in clear; whatever else was decided
 * (a reason, a row, a file) is kept as a keyed digest, so that erasing personal data later does not
 * break the chain and the chain itself tells nobody anything personal.
 */
export interface AuditFacts {
  /** Kind of case: draw, plan, import, item … */
  readonly kind: string;
  readonly command: string;
  readonly from: string;
  readonly to: string;
  /** Code of a closed list, or several of them; never free text. */
  readonly ground?: string;
  readonly district?: string;
  /** Version of the law tables that the command was decided under. */
  readonly lawVersion?: string;
  /** The user's id, or `system`. Never a name. */
  readonly actor: string;
  /** Instant, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  /** Keyed digests (hex) of what was decided, by name. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface AuditEntry extends AuditFacts {
  readonly v: 'audit/1';
  readonly case: string;
  /** Counts from 0 within the case, no gap. */
  readonly seq: number;
  /** Digest of the entry before, 64 zeros for the first. */
  readonly prev: string;
}

/** Whether a row of the table holds an entry; one whose entry was taken away is missing from its chain. */
export function isAuditEntry(value: unknown): value is AuditEntry {
  if (typeof value !== 'object' || value === null || !('case' in value) || !('seq' in value)) return false;
  return typeof value.case === 'string' && typeof value.seq === 'number';
}

export const NO_ENTRY = '0'.repeat(64);

/** Digest of an entry: SHA-256 of its canonical JSON, lowercase hex. */
export function entryDigest(entry: AuditEntry): string {
  return digestHex(sha256Suite, entry);
}

/** The next entry of a case whose chain ends at `head`. */
export function nextEntry(
  caseId: string,
  head: { readonly auditSeq: number; readonly auditHash: string },
  facts: AuditFacts,
): AuditEntry {
  return { v: 'audit/1', case: caseId, seq: head.auditSeq + 1, prev: head.auditHash, ...facts };
}
