import type { StoredCase } from '../../case/caseStore.ts';
import type { RegisterDeps } from './deps.ts';
import type { ImportCase } from './importCase.ts';

/** Largest file that is imported: the worker refuses a larger one unread, and the page names this limit. */
export const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Largest file that the store takes at all. What it refuses itself, it refuses with a page of XML that helps nobody;
 * up to this size the person is sent back and told what is wrong and what to do.
 */
export const MOST_STORED_BYTES = 240 * 1024 * 1024;

/** A form that puts one file of at most `maxBytes` into one place, once signed. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly maxBytes: number;
}

/** Objects of the uploads bucket; they expire after a week. */
export interface Uploads {
  /** Signs an upload to `key`; the browser is sent on to `redirect` afterwards. Good for 15 minutes. */
  form(key: string, redirect: string): Promise<UploadForm>;
  /** `undefined` when there is no such object; `too_large` without reading it. */
  read(key: string, maxBytes: number): Promise<Uint8Array | 'too_large' | undefined>;
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
}

export interface ImportLists {
  /** Imports that have waited for the worker since `before` or longer, the longest waiting first. */
  waiting(before: string, limit: number): Promise<readonly string[]>;
  /** The newest imports, newest first. */
  newest(limit: number): Promise<readonly StoredCase<ImportCase>[]>;
}

export interface ImportDeps extends RegisterDeps {
  readonly uploads: Uploads;
  /** Wakes the worker for one import. Speed only, the sweep is the guarantee; never throws. */
  readonly kick: (importId: string) => Promise<void>;
}
