import type { EvidenceType } from './evidenceLimits.ts';

/** What a file of evidence is for. */
export const evidencePurposes = ['photo', 'document', 'signature', 'rectification', 'statement'] as const;

export type EvidencePurpose = (typeof evidencePurposes)[number];

/** What the bytes of a checked file say of themselves. */
export interface EvidenceFacts {
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly type: EvidenceType;
  /** As the sender named it, made harmless. May hold a person's name: never in an address or a log. */
  readonly fileName: string;
}

/** One file that belongs to a case; the file itself lies under `evidenceKey`. */
export interface Evidence extends EvidenceFacts {
  /** ULID of the upload: the same upload received twice is one record. */
  readonly id: string;
  readonly purpose: EvidencePurpose;
  /** Instant at which it was received, ISO 8601 in UTC. */
  readonly at: string;
  /** Who sent it: the id of a user, or the credit code of an agency; of a party by its link nothing that names it. */
  readonly by: string;
  /** Number of the checklist's question that it answers. */
  readonly question?: string;
}

/** Adds a record once: the browser that comes back twice from the file store adds nothing. */
export function withEvidence(list: readonly Evidence[], one: Evidence): readonly Evidence[] {
  return list.some(({ id }) => id === one.id) ? list : [...list, one];
}
