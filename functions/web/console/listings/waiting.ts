import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { isOverdue } from '../../../../shared/calendar/storedDeadline.ts';
import { type ListingStatus, listOf } from '../../../../shared/listing/listingCase.ts';
import type { StoredListing } from '../../../../shared/listing/ports.ts';
import { activeDeadlines, datesOf } from '../../../../shared/listing/terms.ts';

/** What somebody of the office has to do about an open entry; `''`: nothing now. */
export type Wait = 'complete' | 'notify' | 'serve' | 'window' | 'decide' | 'remove' | 'years' | '';

/** @param at the present instant */
export function waitOf({ state, status }: StoredListing, at: string): Wait {
  switch (status as ListingStatus) {
    case 'proposed':
      if (state.charge === undefined) return 'complete';
      return listOf(state) === 'serious' ? 'notify' : 'decide';
    case 'notified': {
      const window = state.deadlines.find(({ kind }) => kind === 'statement');
      if (window === undefined) return 'serve';
      return isOverdue(window, at) ? 'decide' : 'window';
    }
    case 'removal-proposed':
      return 'remove';
    case 'listed':
      return state.pushedAt === undefined || state.escalated !== undefined ? '' : 'years';
    default:
      return '';
  }
}

/** Whose turn it is: nobody decides on what they wrote or proposed themselves. */
export function waitsFor(stored: StoredListing, user: Pick<User, 'userId' | 'roles'>, at: string): boolean {
  const { state } = stored;
  const others = (...by: readonly (string | undefined)[]) => !by.includes(user.userId);
  switch (waitOf(stored, at)) {
    case 'complete':
    case 'notify':
    case 'serve':
    case 'years':
      return mayAct(user.roles, ['supervisor']);
    case 'decide':
      return mayAct(user.roles, ['approver']) && others(state.proposed.by, state.charge?.written.by);
    case 'remove':
      return mayAct(user.roles, ['approver']) && others(state.removal?.by);
    default:
      return false;
  }
}

/** What time brings about for an entry that stands and asks nothing of anybody; `''`: nothing. */
export function endOf({ state, status }: StoredListing): 'ends' | 'three' | '' {
  if (status !== 'listed') return '';
  const { endsOn, yearsOn } = datesOf(state);
  if (endsOn !== undefined) return 'ends';
  return yearsOn === undefined ? '' : 'three';
}

/** The date that matters next, if any: of the office's decision, else the one at which time does something. */
export function nextDate({ state, status }: StoredListing): LocalDate | undefined {
  const [counted] = activeDeadlines(state, status as ListingStatus)
    .map(({ deadline }) => deadline.dueLegal)
    .sort();
  if (counted !== undefined) return counted;
  const { endsOn, yearsOn } = datesOf(state);
  return endsOn ?? yearsOn;
}

export function isLate({ state, status }: StoredListing, at: string): boolean {
  return activeDeadlines(state, status as ListingStatus).some(
    (stored) => stored.kind === 'decide' && isOverdue(stored, at),
  );
}
