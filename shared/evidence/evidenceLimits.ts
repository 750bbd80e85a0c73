/**
 * The kinds of file that are taken as evidence. HEIC is not among them: its container is that of films, has no end
 * mark and hides what it holds behind brands, so neither kind nor completeness can be told from the bytes. Phones
 * make JPEG of it by themselves when a page asks for JPEG, and the refusal says how otherwise.
 */
export const evidenceTypes = {
  jpeg: { label: 'JPEG', contentType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'] },
  png: { label: 'PNG', contentType: 'image/png', extensions: ['png'] },
  pdf: { label: 'PDF', contentType: 'application/pdf', extensions: ['pdf'] },
} as const satisfies Record<string, EvidenceTypeRow>;

interface EvidenceTypeRow {
  /** As people say it, in both languages. */
  readonly label: string;
  readonly contentType: string;
  /** Without the dot, lower case; the first is given to a name that has none. */
  readonly extensions: readonly [string, ...string[]];
}

export type EvidenceType = keyof typeof evidenceTypes;

/** Kinds of which a camera makes one. */
export const photoTypes: readonly EvidenceType[] = ['jpeg', 'png'];

const MEGABYTE = 1024 * 1024;
const LARGEST = 20;

/** What a page names before anybody chooses a file. */
export const evidenceLimits = {
  types: ['jpeg', 'png', 'pdf'],
  /** Bytes of one file: the largest photo of a phone, or some fifty scanned pages. */
  bytes: LARGEST * MEGABYTE,
  /** The same, as a page says it. */
  megabytes: LARGEST,
  /**
   * Bytes that the file store takes at all. What it refuses itself, it refuses with a page of XML that helps
   * nobody; up to this size the person is sent back and told what is wrong.
   */
  storedBytes: 100 * MEGABYTE,
  /** Files of one part of a case: the answers of a checklist together, or one rectification. */
  files: 30,
} as const satisfies {
  types: readonly EvidenceType[];
  bytes: number;
  megabytes: number;
  storedBytes: number;
  files: number;
};
