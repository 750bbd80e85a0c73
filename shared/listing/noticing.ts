import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideListing, textOf } from './command.ts';
import { listOf } from './listingCase.ts';
import { deadlineOf } from './terms.ts';

/** The prior notice of a serious-breach listing, and what the agency says to it (令44号 art. 13). */

/** Orders the prior notice. An entry of the abnormal list needs none. */
export const notifyAgency: DecideListing<undefined> = (listing, _input, moment) => {
  if (listing.charge === undefined) return problem('listing.charge.missing');
  if (listOf(listing) !== 'serious') return problem('listing.notice.needless');
  return ok({
    to: 'notified',
    state: { ...listing, notice: actOf(moment) },
    ground: listing.charge.ground,
    papers: [{ key: 'prior-notice', order: { type: 'form', form: 'prior-notice' } }],
  });
};

/** Records on which day the notice reached the agency; the window runs from it. */
export const recordService: DecideListing<{ readonly on: LocalDate }> = (listing, { on }, moment) => {
  const { notice } = listing;
  if (notice === undefined) throw new Error(`${listing.id} has no notice`);
  if (on > shanghaiDate(moment.at)) return problem('listing.date.future', undefined, 'on');
  if (on < shanghaiDate(notice.at)) return problem('listing.served.early', undefined, 'on');
  if (notice.served?.on === on) return ok({ to: moment.status, state: listing });
  return ok({
    to: moment.status,
    state: {
      ...listing,
      notice: { ...notice, served: { ...actOf(moment), on } },
      deadlines: withDeadline(listing.deadlines, deadlineOf('statement', on, moment.calendar)),
    },
  });
};

/** Takes down a statement or defence of the agency, made on a day by whatever way. */
export const recordStatement: DecideListing<{ readonly on: LocalDate; readonly text: string }> = (
  listing,
  { on, text },
  moment,
) => {
  const read = textOf(text, 'text');
  if (!read.ok) return read;
  if (on > shanghaiDate(moment.at)) return problem('listing.date.future', undefined, 'on');
  if (listing.statements.some((one) => one.on === on && one.text === read.value))
    return ok({ to: moment.status, state: listing });
  return ok({
    to: moment.status,
    state: { ...listing, statements: [...listing.statements, { ...actOf(moment), on, text: read.value }] },
  });
};
