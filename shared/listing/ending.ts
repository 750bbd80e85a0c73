import { requireSecondPerson } from '../access/fourEyes.ts';
import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecideListing, giveListing, textOf } from './command.ts';
import { nextNumber } from './deciding.ts';
import { type EndReason, type ListingCase, listOf } from './listingCase.ts';
import { listingCaseId } from './listingRows.ts';
import type { ListingDeps, StoredListing } from './ports.ts';
import { datesOf } from './terms.ts';

/** How an entry ends: cured, repaired, run out, or its basis annulled. */

/**
 * Proposes to remove an agency from the abnormal list because the cause is gone (管理办法 art. 37; regulation 2.20). A
 * serious-breach entry ends by time, by repair or by annulment.
 */
export const proposeRemoval: DecideListing<{ readonly curedOn: LocalDate; readonly reason: string }> = (
  listing,
  { curedOn, reason },
  moment,
) => {
  const { since } = listing;
  if (since === undefined || listOf(listing) !== 'abnormal') return problem('listing.removal.serious');
  const read = textOf(reason, 'reason');
  if (!read.ok) return read;
  if (curedOn > shanghaiDate(moment.at)) return problem('listing.date.future', undefined, 'curedOn');
  if (curedOn < since) return problem('listing.cured.early', { since }, 'curedOn');
  return ok({
    to: 'removal-proposed',
    state: { ...listing, removal: { ...actOf(moment), curedOn, reason: read.value } },
  });
};

export const refuseRemoval: DecideListing<{ readonly reason: string }> = (listing, { reason }, moment) => {
  const { removal, ...rest } = listing;
  if (removal === undefined) throw new Error(`${listing.id} has no proposed removal`);
  const second = requireSecondPerson(removal.by, moment.actor.userId);
  if (!second.ok) return second;
  const read = textOf(reason, 'reason');
  if (!read.ok) return read;
  return ok({
    to: 'listed',
    state: { ...rest, refusals: [...listing.refusals, { ...actOf(moment), reason: read.value }] },
  });
};

export interface Ending {
  readonly reason: EndReason;
  /** First day on which the agency is off the list; not in the future. */
  readonly on: LocalDate;
}

/**
 * Ends an entry that stands: `cured` after a second person has proposed the removal, `repaired` by a decision of the
 * repair procedure, `expired` when its time is over, `annulled` when its basis was annulled (a tombstone stays). The
 * register, the risk class, the credit system and the site follow in the same transaction. An entry that has ended for
 * this reason already is answered as it is.
 *
 * Problems: those of `giveListing`, `listing.date.future`, `listing.end.early`, `listing.end.not_proposed`,
 * `listing.end.abnormal`, `access.fourEyes.samePerson`.
 */
export function endListing(
  deps: ListingDeps,
  id: string,
  ending: Ending,
  actor: Actor,
): Promise<Result<StoredListing>> {
  return giveListing(deps, id, 'end', endedBy(deps), ending, actor).then(async (given) => {
    if (given.ok || !given.problems.some(({ code }) => code === 'listing.status')) return given;
    const stored = await deps.cases.load<ListingCase>(listingCaseId(id));
    return stored?.state.ended?.reason === ending.reason ? ok(stored) : given;
  });
}

/** Ends an entry, for `giveListing` and `linkedListing`. */
export function endedBy(deps: Pick<ListingDeps, 'desk' | 'office'>): DecideListing<Ending> {
  return async (listing, { reason, on }, moment) => {
    const checked = endable(listing, { reason, on }, moment);
    if (!checked.ok) return checked;
    const { number, serial, row } = await nextNumber(deps, moment.at);
    const { goodUntil } = datesOf(listing);
    const cured = reason === 'cured' ? listing.removal?.curedOn : undefined;
    const ended = { ...actOf(moment), on, reason, number, serial };
    return ok({
      to: reason === 'annulled' ? 'annulled' : 'removed',
      state: {
        ...listing,
        ended,
        ...(goodUntil === undefined || cured === undefined
          ? {}
          : // Fewer points are deducted when the report was made good and the entry removed within the time.
            { madeGood: { on: cured, inTime: on <= goodUntil } }),
      },
      ground: reason,
      rows: [row],
      papers: [{ key: 'removal-decision', order: { type: 'form', form: 'removal-decision' } }],
    });
  };
}

/**
 * A repair was got by fraud and is cancelled (令107号 art. 23): the agency is listed again from this day for the full term,
 * and without an early end.
 *
 * Problems: `listing.restart.unrepaired`
 */
export const restartListing: DecideListing<{ readonly on: LocalDate }> = (listing, { on }, moment) => {
  const { ended, removal: _removal, madeGood: _madeGood, pushedAt: _pushedAt, ...rest } = listing;
  if (ended?.reason !== 'repaired' || listing.since === undefined)
    return problem('listing.restart.unrepaired');
  return ok({
    to: 'listed',
    state: { ...rest, since: on, restarted: { ...actOf(moment), first: listing.since } },
    ground: 'repair-cancelled',
  });
};

function endable(
  listing: ListingCase,
  { reason, on }: Ending,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Result<unknown> {
  const { since, removal } = listing;
  if (on > shanghaiDate(at)) return problem('listing.date.future', undefined, 'on');
  if (since !== undefined && on < since && reason !== 'annulled')
    return problem('listing.end.early', { from: since }, 'on');
  switch (reason) {
    case 'cured':
      return removal === undefined
        ? problem('listing.end.not_proposed')
        : requireSecondPerson(removal.by, actor.userId);
    case 'repaired': {
      if (listing.restarted !== undefined) return problem('listing.end.restarted');
      const { applyFrom } = datesOf(listing);
      return applyFrom !== undefined && on < applyFrom
        ? problem('listing.end.early', { from: applyFrom }, 'on')
        : ok(undefined);
    }
    case 'expired': {
      const { endsOn } = datesOf(listing);
      // An entry of the abnormal list lasts until it is cured.
      if (endsOn === undefined) return problem('listing.end.abnormal');
      return on <= endsOn ? problem('listing.end.early', { from: endsOn }, 'on') : ok(undefined);
    }
    case 'annulled':
      return ok(undefined);
  }
}
