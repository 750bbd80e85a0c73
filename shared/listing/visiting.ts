import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { InspectionStatus } from '../inspection/inspectionCase.ts';
import type { InspectionLists } from '../inspection/ports.ts';
import { owesListedVisit } from '../plan/cells.ts';
import { ok, type Result } from '../problem.ts';
import type { Agency } from '../register/agency.ts';
import { proposeTargeted } from '../targeted/leadToTargeted.ts';
import type { TargetedDeps } from '../targeted/ports.ts';
import { type DecideListing, giveListing } from './command.ts';
import type { ListingCase } from './listingCase.ts';
import { listingCaseId } from './listingRows.ts';
import type { ListingDeps, StoredListing } from './ports.ts';

/**
 * The inspection on site that the law orders for a listed agency (管理办法 art. 40(2)). The next monthly draw deals it in
 * its forced cell; so that nobody waits for it, a listing proposes an order outside the lottery, once, unless a visit of
 * this listing has been or is on its way.
 */
export interface VisitDeps {
  readonly targeted: TargetedDeps;
  readonly inspections: Pick<InspectionLists, 'ofAgency'>;
}

type Visit = Omit<NonNullable<ListingCase['visit']>, 'at'>;

const recordVisit: DecideListing<Visit> = (listing, visit, { at, status }) =>
  ok({ to: status, state: { ...listing, visit: { ...visit, at } }, ground: visit.outcome });

/** Statuses of an inspection whose visit is still to come. */
const toCome: ReadonlySet<InspectionStatus> = new Set(['staffing', 'notified', 'joining']);

/** Cut off between order and record, it is repeated and finds the order that is there. */
export async function settleVisit(
  deps: ListingDeps & VisitDeps,
  stored: StoredListing,
): Promise<Result<StoredListing>> {
  const { id, uscc } = stored.state;
  const settled = await visitOf(deps, stored.state, (await deps.register.agency(uscc))?.value);
  return settled.ok ? giveListing(deps, id, 'visit', recordVisit, settled.value, SYSTEM) : settled;
}

async function visitOf(
  deps: ListingDeps & VisitDeps,
  listing: ListingCase,
  agency: Agency | undefined,
): Promise<Result<Visit>> {
  if (agency === undefined || !canBeVisited(agency)) return ok({ outcome: 'not-possible' });
  const today: LocalDate = shanghaiDate(deps.now());
  if (!owesListedVisit(agency, today)) return ok({ outcome: 'visited' });
  const inspections = await deps.inspections.ofAgency(listing.uscc);
  if (inspections.some(({ status }) => toCome.has(status as InspectionStatus)))
    return ok({ outcome: 'under-way' });
  const ordered = await proposeTargeted(deps.targeted, {
    uscc: listing.uscc,
    ground: 'listed',
    reference: listing.decision?.number ?? listing.id,
    source: listingCaseId(listing.id),
  });
  return ordered.ok ? ok({ outcome: 'ordered', order: ordered.value.number }) : ordered;
}

/** Nobody can visit what is shut or excluded: the forced cell of a later draw takes it when that changes. */
function canBeVisited({ status, exclusion }: Agency): boolean {
  return status === 'active' && exclusion === undefined;
}
