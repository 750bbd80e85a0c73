import type { LinkClaim } from '../access/signedLink.ts';
import { addDays, addMonths, endOfShanghaiDay, type LocalDate } from '../calendar/localDate.ts';
import { PENALTY_PREFIX, penaltyCaseId } from './penaltyRows.ts';

/**
 * The signed link of the party of a case: in the mails of its papers and printed on those that are handed over. It names
 * the case and nothing of the party, who never changes; it opens this one case and no other.
 */

/** Purpose of the link: no other link opens a penalty case, and this one opens nothing else. */
export const PENALTY_PURPOSE = 'penalty-party';

const PARTY = '|party';

/** Whoever has the paper of a decision reads it as long as something of it can stand in public: three years, and the time until it is served. */
const LINK_MONTHS = 38;

/** Instant from which the link on a paper of this day opens nothing any more. */
export function partyLinkEnds(date: LocalDate): string {
  return endOfShanghaiDay(addMonths(date, LINK_MONTHS));
}

const claimOf = (id: string, ends: string): LinkClaim => ({
  purpose: PENALTY_PURPOSE,
  subject: `${penaltyCaseId(id)}${PARTY}`,
  expires: Date.parse(ends) / 1000,
});

/** The link on the papers of a day: the same whenever it is signed. */
export function partyLinkClaim(id: string, date: LocalDate): LinkClaim {
  return claimOf(id, partyLinkEnds(date));
}

/** The way from another page of the party: good until the end of the next day, so that no short link becomes a long one. */
export function passingLinkClaim(id: string, today: LocalDate): LinkClaim {
  return claimOf(id, endOfShanghaiDay(addDays(today, 1)));
}

/** Id of the case that a link's subject names; undefined when it is none of ours. */
export function readPartySubject(subject: string): string | undefined {
  if (!subject.startsWith(PENALTY_PREFIX) || !subject.endsWith(PARTY)) return undefined;
  const id = subject.slice(PENALTY_PREFIX.length, -PARTY.length);
  return /^[0-9A-Z]{26}$/.test(id) ? id : undefined;
}

/** Address of the party's pages below the public origin. */
export const partyPath = (token: string) => `/p/${token}`;

/** Id of the penalty case that a case id with its prefix names; undefined for a case of another kind. */
export function penaltyOf(caseId: string): string | undefined {
  return caseId.startsWith(PENALTY_PREFIX) ? caseId.slice(PENALTY_PREFIX.length) : undefined;
}
