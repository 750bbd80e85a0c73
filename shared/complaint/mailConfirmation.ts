import type { LinkClaim } from '../access/signedLink.ts';
import { ok, problem, type Result } from '../problem.ts';
import { giveComplaint } from './command.ts';
import type { ComplaintCase } from './complaintCase.ts';
import { complaintCaseId } from './complaintRows.ts';
import { confirmMail } from './messaging.ts';
import type { ComplaintDeps } from './ports.ts';
import { FILER } from './sendFiling.ts';

/** The link in the first mail, by which a person shows that the address is theirs. */

/** A link for this purpose opens nothing else, and no other link confirms an address. Signed under `linkKey`. */
export const MAIL_CONFIRMATION_PURPOSE = 'filer-mail';
/** Somebody who reads their mail once a week still gets there. */
const LIFETIME_DAYS = 30;

/** What the link of a case's mail says; the token is `signLink(claim, hmac under linkKey)`. */
export function mailConfirmationClaim(id: string, now: Date): LinkClaim {
  const expires = Math.floor(now.getTime() / 1000) + LIFETIME_DAYS * 86_400;
  return { purpose: MAIL_CONFIRMATION_PURPOSE, subject: id, expires };
}

/** Where the token is taken; on the origin of the public pages. */
export const mailConfirmationPath = (token: string) => `/follow/confirm/${token}`;

/** Whether there is still an address to confirm, or one that was confirmed. */
function hasMail({ filer }: ComplaintCase): boolean {
  return filer.mail !== 'none' && filer.erased === undefined;
}

export async function confirmable(deps: Pick<ComplaintDeps, 'cases'>, id: string): Promise<boolean> {
  const stored = await deps.cases.load<ComplaintCase>(complaintCaseId(id));
  return stored !== undefined && hasMail(stored.state);
}

/**
 * Confirms the address for the case of the link and for those that were made of the same filing: they were sealed with
 * the same identity. Problem: `access.link.invalid`, for a case that is gone too.
 */
export async function confirmFilerMail(deps: ComplaintDeps, id: string): Promise<Result<undefined>> {
  const stored = await deps.cases.load<ComplaintCase>(complaintCaseId(id));
  if (stored === undefined || !hasMail(stored.state)) return problem('access.link.invalid');
  const beside = stored.state.links.filter(({ as }) => as !== 'repeat' && as !== 'first');
  for (const one of [id, ...beside.map((link) => link.id)]) {
    const given = await giveComplaint(deps, one, 'confirm-mail', confirmMail, undefined, FILER);
    if (!given.ok) return given;
  }
  return ok(undefined);
}
