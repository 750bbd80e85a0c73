import type { EvidenceType } from './evidenceLimits.ts';

/** A form that puts one file into one place of the quarantine, once signed. */
export interface EvidenceForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Largest file that is kept; the form itself takes more, so that a larger one is refused in words. Bytes. */
  readonly maxBytes: number;
}

export interface QuarantinedFile {
  readonly bytes: Uint8Array;
  /** As the browser named it, unchecked; empty when it told none. */
  readonly fileName: string;
}

/** Where evidence lies: a quarantine that forgets after a week, and the files that are kept. */
export interface EvidenceStore {
  /**
   * Signs an upload to `key`, good for 15 minutes. The browser is sent on to `redirect`; a script that uploads
   * leaves it out and gets 204.
   */
  form(key: string, redirect?: string): Promise<EvidenceForm>;
  /** The quarantined file; `undefined` when there is none, `too_large` without reading it. */
  take(uploadKey: string, maxBytes: number): Promise<QuarantinedFile | 'too_large' | undefined>;
  /** A kept file, to be kept for another case as well; `undefined` when there is none. */
  kept(key: string, maxBytes: number): Promise<Pick<QuarantinedFile, 'bytes'> | 'too_large' | undefined>;
  /** Keeps a checked file of a case under its hash. The same file again is no fault. */
  keep(caseNumber: string, sha256: string, bytes: Uint8Array, type: EvidenceType): Promise<void>;
  /**
   * An address that downloads a kept file and never shows it, good for `seconds` from now. `fileName` becomes part
   * of the address: give `downloadName`.
   */
  link(key: string, fileName: string, seconds: number): Promise<string>;
}

/** How long a download may be begun after the press that asked for it. Seconds. */
export const EVIDENCE_LINK_SECONDS = 60;
