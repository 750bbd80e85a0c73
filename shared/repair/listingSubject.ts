import type { LocalDate } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { type ListKind, listingGroundRow } from '../law/listingGrounds.ts';
import { linkedListing } from '../listing/command.ts';
import { endedBy, restartListing } from '../listing/ending.ts';
import { type ListingCase, listOf, stands } from '../listing/listingCase.ts';
import { LISTING_PREFIX } from '../listing/listingRows.ts';
import type { ListingDeps, ListingLists, StoredListing } from '../listing/ports.ts';
import { datesOf } from '../listing/terms.ts';
import type { PenaltyLists, StoredPenalty } from '../penalty/ports.ts';
import { ok } from '../problem.ts';
import { isHeavy, laterPenalties, unperformedOf } from './penaltySubject.ts';
import type { SubjectPort } from './ports.ts';
import type { Applicant } from './repairCase.ts';
import type { Standing } from './standing.ts';

/** Entries of the lists as records that can be repaired. */

export interface ListingSubjectDeps {
  /** What gives commands to the lists; whoever carries out the repair wakes their workers. */
  readonly listings: ListingDeps;
  readonly lists: Pick<ListingLists, 'ofAgency'>;
  readonly penalties: Pick<PenaltyLists, 'ofAgency'>;
}

const idOf = (caseId: string) => caseId.slice(LISTING_PREFIX.length);

function earlyOf(listing: ListingCase): Standing['early'] {
  if (listing.restarted !== undefined) return { type: 'never', because: 'fraud' };
  const { applyFrom } = datesOf(listing);
  return applyFrom === undefined ? { type: 'any' } : { type: 'from', day: applyFrom };
}

function applicantOf({ uscc, agency }: ListingCase): Applicant {
  return { kind: 'agency', name: agency.name, uscc, district: agency.district };
}

/** Numbers of heavy penalties since, which bar the end of a serious-breach entry (令44号 art. 16). */
function heavySince(penalties: readonly StoredPenalty[], applicant: Applicant, since: LocalDate) {
  return laterPenalties(penalties, applicant, since)
    .filter(isHeavy)
    .flatMap(({ decision }) => decision?.number ?? []);
}

function standingOf(
  { caseId, state, status }: StoredListing,
  penalties: readonly StoredPenalty[],
): Standing | undefined {
  const { charge, since, decision } = state;
  const list = listOf(state);
  if (!stands(status) || charge === undefined || list === undefined || since === undefined) return undefined;
  const applicant = applicantOf(state);
  const basis = penalties.find((one) => one.state.decision?.number === charge.penalty);
  const { endsOn } = datesOf(state);
  return {
    subject: {
      kind: list,
      id: caseId,
      number: decision?.number ?? state.id,
      since,
      ...(endsOn === undefined ? {} : { until: endsOn }),
    },
    words: listingGroundRow(charge.ground).zh,
    applicant,
    early: earlyOf(state),
    // Whether the cause itself is gone no file tells: the applicant proves it, and two people judge it.
    unperformed: charge.penalty === undefined || basis === undefined ? [] : unperformedOf(basis.state),
    since: list === 'serious' ? heavySince(penalties, applicant, since) : [],
  };
}

/** The abnormal list asks for the cure alone; the serious-breach list has a shortest term, and bars who was punished since. */
export function listingSubject(list: ListKind, deps: ListingSubjectDeps): SubjectPort {
  const { listings, lists, penalties } = deps;
  const load = (id: string) => listings.cases.load<ListingCase>(id);
  const moment = (at: string) => ({ actor: SYSTEM, at });
  return {
    async find(id) {
      if (!id.startsWith(LISTING_PREFIX)) return undefined;
      const stored = await load(id);
      if (stored === undefined || listOf(stored.state) !== list) return undefined;
      return standingOf(stored, await penalties.ofAgency(stored.state.uscc));
    },
    async ofAgency(uscc) {
      const own = (await lists.ofAgency(uscc)).filter(({ state }) => listOf(state) === list);
      if (own.length === 0) return [];
      const all = await penalties.ofAgency(uscc);
      return own.flatMap((one) => standingOf(one, all) ?? []);
    },
    async end(id, on, at) {
      const stored = await load(id);
      // It has ended by itself, or its basis was annulled meanwhile: there is nothing left to end.
      if (stored === undefined || !stands(stored.status)) return ok([]);
      const ending = { reason: 'repaired', on } as const;
      return linkedListing(listings, idOf(id), 'end', endedBy(listings), ending, moment(at));
    },
    async restore(id, on, at) {
      const stored = await load(id);
      // What ended for another reason does not begin again.
      if (stored?.state.ended?.reason !== 'repaired') return ok([]);
      return linkedListing(listings, idOf(id), 'restart', restartListing, { on }, moment(at));
    },
  };
}
