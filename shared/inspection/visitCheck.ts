import type { LinkClaim } from '../access/signedLink.ts';
import { endOfShanghaiDay, type LocalDate, localDate } from '../calendar/localDate.ts';

/** Purpose of the codes with which an agency checks that the people at its door are the office's. */
export const VISIT_CHECK_PURPOSE = 'visit-check';

export interface VisitCheck {
  readonly inspection: string;
  /** The day of the visit; the code opens on this day only. */
  readonly day: LocalDate;
}

export function visitCheckClaim({ inspection, day }: VisitCheck): LinkClaim {
  return {
    purpose: VISIT_CHECK_PURPOSE,
    subject: `${inspection}|${day}`,
    expires: Date.parse(endOfShanghaiDay(day)) / 1000,
  };
}

/** What a code's subject says; undefined when it is none of ours. */
export function readVisitCheck(subject: string): VisitCheck | undefined {
  const [inspection, day, ...rest] = subject.split('|');
  if (inspection === undefined || inspection === '' || rest.length > 0) return undefined;
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? { inspection, day: localDate(day) }
    : undefined;
}

/** Path below the origin of the public pages. */
export const visitCheckPath = (token: string) => `/visit-check/${token}`;
