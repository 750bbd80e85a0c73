import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredRepair } from '../repair/ports.ts';

/** A refusal or cancellation of a credit repair for fraud, as the public sees it for three years (令107号 art. 23(2)). */
export interface PublicRepairFraud {
  readonly party: string;
  readonly uscc?: string;
  readonly what: 'refused' | 'cancelled';
  /** Number of the refusal or cancellation. */
  readonly number: string;
  /** Number of the decision that was to be repaired. */
  readonly subject: string;
  readonly on: LocalDate;
  readonly until: LocalDate;
}

/** What is published today, newest first: one whose time is over has no last day any more. */
export function publicRepairFrauds(all: readonly StoredRepair[]): readonly PublicRepairFraud[] {
  return all
    .flatMap(({ state, status }): readonly PublicRepairFraud[] => {
      const { publishedUntil, decision, cancellation, applicant, subject } = state;
      const made = status === 'cancelled' ? cancellation?.decided : decision;
      if (publishedUntil === undefined || made === undefined) return [];
      return [
        {
          party: applicant.name,
          // Of a person the code is that of the agency, which is not who did it.
          ...(applicant.uscc === undefined || applicant.kind === 'person' ? {} : { uscc: applicant.uscc }),
          what: status === 'cancelled' ? 'cancelled' : 'refused',
          number: made.number,
          subject: subject.number,
          on: made.on,
          until: publishedUntil,
        },
      ];
    })
    .sort((one, other) => `${other.on} ${other.number}`.localeCompare(`${one.on} ${one.number}`));
}
