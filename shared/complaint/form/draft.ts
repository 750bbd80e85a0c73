import { hash } from 'node:crypto';
import { ulid } from 'ulid';
import type { Deadline } from '../../calendar/deadline.ts';
import type { SentFile } from '../complaintCase.ts';
import type { DeadlineKind } from '../deadlineKinds.ts';
import type { CaseKind } from '../filing.ts';
import { newReceiptCode, type RandomBytes } from '../receiptCode.ts';
import type { Answers } from './answers.ts';

/** How long a draft and a receipt that was not put away are kept after the last save, in seconds. */
export const DRAFT_SECONDS = 24 * 3600;
/** Most mails with a link to release one draft. */
export const MOST_RELEASES = 3;

/** A file in the quarantine, checked on arrival, that belongs to the draft. */
export type DraftFile = SentFile & {
  /** The id for which it was uploaded: that of the complaint, whichever cases are made. */
  readonly uploadedFor: string;
};

/** What a person has entered and not sent. Ids and code are made with it: sending twice makes the same filing. */
export interface OpenDraft {
  readonly type: 'open';
  readonly ids: Readonly<Record<CaseKind, string>>;
  readonly code: string;
  readonly answers: Answers;
  readonly files: readonly DraftFile[];
  /** Cases of an earlier receipt of the same person. */
  readonly before: readonly string[];
  /** What was looked for in the register of agencies. */
  readonly search: string;
  /** Mails with a link that were asked for: a digest of the address of each, the first is number 1. */
  readonly releases: readonly string[];
}

export interface ReceiptCase {
  readonly kind: CaseKind;
  readonly deadlines: readonly { readonly kind: DeadlineKind; readonly deadline: Deadline }[];
}

/** What is left after sending: what the receipt page shows, until the person says that it is saved. */
export interface SentDraft {
  readonly type: 'sent';
  readonly code: string;
  /** Instant of filing, UTC to the second. */
  readonly at: string;
  /** The text of the filing, byte for byte what the proof is about. */
  readonly text: string;
  readonly cases: readonly ReceiptCase[];
  /** Whether the person can be written to. */
  readonly mail: boolean;
}

export type Draft = OpenDraft | SentDraft;

export function newDraft(random: RandomBytes, now: Date): OpenDraft {
  const digit = () => (random(1)[0] ?? 0) / 256;
  return {
    type: 'open',
    ids: { complaint: ulid(now.getTime(), digit), report: ulid(now.getTime(), digit) },
    code: newReceiptCode(random),
    answers: {},
    files: [],
    before: [],
    search: '',
    releases: [],
  };
}

/** What a draft notes of an address to which its link was mailed. */
export function addressDigest(mail: string): string {
  return hash('sha256', mail.toLowerCase());
}

/** Whether the link that was followed had been mailed to this address: then it is the person's. */
export function isConfirmed(draft: OpenDraft, released: number, mail: string | undefined): boolean {
  return mail !== undefined && released > 0 && draft.releases[released - 1] === addressDigest(mail);
}
