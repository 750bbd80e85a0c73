import type { Transition } from '../../case/transition.ts';
import type { Act } from '../../draw/ceremony/drawCase.ts';
import type { Problem } from '../../problem.ts';
import type { RegisterKind } from '../registerStore.ts';

export const importStatuses = [
  'uploaded',
  'checked',
  'rejected',
  'confirmed',
  'applied',
  'abandoned',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export type ImportCommand = 'upload' | 'check' | 'reject' | 'recheck' | 'confirm' | 'apply' | 'abandon';

/**
 * The life of one uploaded file. `upload` makes the case; the worker checks and applies; between the two a person
 * confirms exactly what was shown. A file with a single error is rejected whole: nothing is ever imported in part.
 */
export const importTransitions: readonly Transition<ImportStatus, ImportCommand>[] = [
  { command: 'check', from: ['uploaded'], to: ['checked'], by: ['system'] },
  { command: 'reject', from: ['uploaded'], to: ['rejected'], by: ['system'] },
  { command: 'recheck', from: ['checked'], to: ['uploaded'], by: ['supervisor'] },
  { command: 'confirm', from: ['checked'], to: ['confirmed'], by: ['supervisor'], irreversible: true },
  { command: 'apply', from: ['confirmed'], to: ['applied'], by: ['system'] },
  { command: 'abandon', from: ['uploaded', 'checked'], to: ['abandoned'], by: ['supervisor'] },
];

/** Numbers of a dry run. */
export interface ImportCounts {
  readonly rows: number;
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  /** In the register, not in the file: shown, never deleted. */
  readonly missing: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What the last check found; the rows themselves are in files beside the upload. */
export interface ImportCheck {
  readonly at: string;
  /** Counts the checks of this file, from 1; names the files of the report. */
  readonly run: number;
  /** Revision of the register that the file was held against. */
  readonly rev: number;
  readonly counts: ImportCounts;
  /** Digest of what would be written over what; confirming names it. */
  readonly digest: string;
  readonly reportKey: string;
  readonly rowsKey: string;
  /** SHA-256 of the rows' file, hex: what is applied is what was shown. */
  readonly rowsSha256: string;
}

export interface ImportCase {
  /** `IM#<ulid>` */
  readonly id: string;
  readonly kind: RegisterKind;
  readonly fileName?: string;
  readonly key: string;
  readonly uploaded: Act;
  readonly check?: ImportCheck;
  /** Why the file could not be read at all; row errors are in the report. */
  readonly unreadable?: readonly Problem[];
  readonly confirmed?: Act;
  readonly applied?: { readonly at: string; readonly rev: number };
  readonly abandoned?: Act;
}

/** Partition of the list index in which the imports stand, by id: newest last. */
export const IMPORT_LIST = 'LS#IM';
/** Partition of the queue index: files to check, confirmed rows to write. */
export const IMPORT_QUEUE = 'Q#IMPORT';

const ID = /^IM#[0-9A-HJKMNP-TV-Z]{26}$/;

export function isImportId(id: string): boolean {
  return ID.test(id);
}

/** Where the browser puts the file: the key is part of the signed policy, so nothing else can be written. */
export function uploadKey(kind: RegisterKind, id: string): string {
  if (!isImportId(id)) throw new RangeError(`not the id of an import: ${id}`);
  return `imports/${kind}/${id.slice(3)}/file`;
}

/** Files of one check. */
export function reportKeys(kind: RegisterKind, id: string, run: number) {
  const folder = uploadKey(kind, id).replace(/file$/, '');
  return { report: `${folder}report-${run}.json`, rows: `${folder}rows-${run}.json` };
}
