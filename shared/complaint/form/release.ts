import * as z from 'zod';

/**
 * The slower way to send a form, for whoever runs no script: a mail with a link whose page releases the draft. The
 * address is used for this mail alone; it stands in one row of the vault, encrypted, until the mail is sent.
 */

/** Core: drafts for which a mail waits, oldest first. */
export const RELEASE_QUEUE = 'Q#RELEASE';
/** The same key in the vault (the mail) and in core (the queue). */
export const releaseRowKey = (draft: string) => ({ pk: `OB#RELEASE#${draft}`, sk: 'META' });

/** Encryption context of the row in the vault. */
export const RELEASE_CONTEXT = { purpose: 'complaint-identity', case: 'draft' } as const;

/** What stands encrypted in `cipher` of the row in the vault, as JSON. */
export const releaseMailSchema = z.object({
  mail: z.email().max(254),
  link: z.url(),
  lang: z.enum(['zh', 'en']),
});
export type ReleaseMail = z.infer<typeof releaseMailSchema>;

/** Purpose of the signed link, under the intake key. */
export const RELEASE_PURPOSE = 'intake-release';
/** How long the link is good, in seconds. */
export const RELEASE_SECONDS = 3600;

/** What the link is about: the draft, and which of its mails. */
export const releaseSubject = (draft: string, number: number) => `${draft}.${number}`;

export function readReleaseSubject(
  subject: string,
): { readonly draft: string; readonly number: number } | undefined {
  const [, draft, number] = /^([0-9a-f]{64})\.([1-9]\d{0,2})$/.exec(subject) ?? [];
  return draft === undefined || number === undefined ? undefined : { draft, number: Number(number) };
}

/** Address of the page to which the link leads; only its form acts. */
export const releasePath = (token: string) => `/complain/release/${token}`;

export interface ReleaseQueue {
  /** Queues the mail; the one that still waits for the same draft is replaced. */
  put(draft: string, mail: ReleaseMail, at: string): Promise<void>;
}
