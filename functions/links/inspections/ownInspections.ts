import {
  type InspectionCase,
  type InspectionStatus,
  inspectionNumber,
  isMember,
  itemsOfCase,
  type Part,
} from '../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../shared/inspection/inspectionRows.ts';
import { announcedItems } from '../../../shared/notice/noticeFacts.ts';
import { itemRef } from '../../../shared/plan/monthPlan.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import type { LinkDeps, OpenedLink } from '../linkDeps.ts';

/** An inspection as the holder of a link may see it. */
export interface OwnInspection {
  readonly status: InspectionStatus;
  readonly state: InspectionCase;
}

/** An inspection whose team the inspector has left: its number is all they see of it. */
export interface LeftTeam {
  readonly number: string;
}

type Deps = Pick<LinkDeps, 'cases' | 'visits' | 'inspectionLists'>;

/**
 * Whether the visit has begun, or its record is in. From then on even an unannounced visit is no secret from the
 * agency; what is not inspected on site is known with its record.
 */
export function hasTakenPlace({ arrivals, submitted }: InspectionCase): boolean {
  return arrivals.length > 0 || submitted !== undefined;
}

/** An unannounced visit is not there for the agency until it has taken place. */
export function isTold(inspection: InspectionCase): boolean {
  return inspection.announced || hasTakenPlace(inspection);
}

async function load(deps: Deps, number: string): Promise<OwnInspection | undefined> {
  const stored = await deps.cases.load<InspectionCase>(inspectionCaseId(number));
  return stored === undefined
    ? undefined
    : { status: stored.status as InspectionStatus, state: stored.state };
}

/** The visit that is really held: a merged inspection is held with its lead. */
async function held(deps: Deps, number: string): Promise<OwnInspection | undefined> {
  const own = await load(deps, number);
  return own?.state.lead === undefined ? own : await load(deps, own.state.lead);
}

function onceEach(found: readonly (OwnInspection | undefined)[]): readonly OwnInspection[] {
  const byNumber = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.state.number, one]])));
  return [...byNumber.values()].sort((a, b) => (a.state.number < b.state.number ? -1 : 1));
}

/** The inspections that the link's agency may know of, from the visits of the link's draw. */
async function agencyInspections(deps: Deps, { recipient }: OpenedLink): Promise<readonly OwnInspection[]> {
  const visits = (await deps.visits(recipient.draw)).filter(({ uscc }) => uscc === recipient.id);
  const found = await Promise.all(visits.map(({ no }) => held(deps, inspectionNumber(recipient.draw, no))));
  return onceEach(found).filter(({ state }) => state.agency.uscc === recipient.id && isTold(state));
}

/** The inspections to whose team the link's inspector belongs by the link's draw. */
async function inspectorInspections(
  deps: Deps,
  { recipient }: OpenedLink,
): Promise<readonly OwnInspection[]> {
  const assigned = await deps.inspectionLists.ofInspector(recipient.id);
  const ofDraw = assigned.filter(({ state }) =>
    state.team.some((seat) => seat.draw === recipient.draw && seat.inspectorId === recipient.id),
  );
  const found = await Promise.all(ofDraw.map(({ state }) => held(deps, state.number)));
  return onceEach(found).filter(({ state }) => isMember(state, recipient.id));
}

/** What the holder of the link may see; of everything else nobody can tell whether it exists. */
export function ownInspections(deps: Deps, link: OpenedLink): Promise<readonly OwnInspection[]> {
  return link.recipient.type === 'agency' ? agencyInspections(deps, link) : inspectorInspections(deps, link);
}

/** One of them by its number; undefined for every other number, there or not. */
export async function ownInspection(
  deps: Deps,
  link: OpenedLink,
  number: string | undefined,
): Promise<OwnInspection | undefined> {
  return (await ownInspections(deps, link)).find(({ state }) => state.number === number);
}

/** The teams that the link's inspector has left in the link's draw. */
export async function leftTeams(deps: Deps, { recipient }: OpenedLink): Promise<readonly LeftTeam[]> {
  if (recipient.type !== 'inspector') return [];
  const visits = (await deps.visits(recipient.draw)).filter(({ seats }) =>
    seats.some(({ replaced = [] }) => replaced.some(({ inspectorId }) => inspectorId === recipient.id)),
  );
  const numbers = visits.map(({ no }) => inspectionNumber(recipient.draw, no));
  const gone = await Promise.all(
    numbers.map(async (number) => {
      const inspection = await held(deps, number);
      return inspection === undefined || isMember(inspection.state, recipient.id) ? [] : [{ number }];
    }),
  );
  return gone.flat();
}

/**
 * The parts of the visit that the agency may know of now. Of a joint visit, what is unannounced stays untold until
 * the visit has taken place; a part that added no item of its own has nothing to hide.
 */
export function toldParts(inspection: InspectionCase, items: readonly InspectionItem[]): readonly Part[] {
  if (hasTakenPlace(inspection)) return inspection.parts;
  return inspection.parts.filter(
    (part) => part.items.length === 0 || announcedItems(itemsOf([part], items)).length > 0,
  );
}

/** The items that the agency may know of now, as its notice names them. */
export function toldItems(
  inspection: InspectionCase,
  items: readonly InspectionItem[],
): readonly InspectionItem[] {
  const told = itemsOf(toldParts(inspection, items), items);
  return hasTakenPlace(inspection) ? told : told.filter(({ announced }) => announced);
}

/** The items of these parts in the order of the visit, from all versions of all items. */
export function itemsOf(parts: readonly Part[], items: readonly InspectionItem[]): readonly InspectionItem[] {
  const byRef = new Map(items.map((item) => [itemRef(item), item]));
  return itemsOfCase({ parts }).flatMap((ref) => byRef.get(ref) ?? []);
}
