import type { LocalDate } from '../calendar/localDate.ts';
import type { DrawCase } from '../draw/ceremony/drawCase.ts';
import { itemsAllowed, periodOf } from '../draw/ceremony/targets.ts';
import { teamOf, type Visit } from '../draw/ceremony/visit.ts';
import type { Agency, DrawKind } from '../register/agency.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import type { Inspector } from '../register/inspector.ts';
import { issuedNotice } from './issuedNotice.ts';
import type { Notice } from './notice.ts';
import { itemsFor, type VisitFacts } from './noticeFacts.ts';
import { noticeKinds } from './noticeKinds.ts';
import type { Office } from './office.ts';

export interface NoticeSources {
  readonly draw: DrawCase;
  readonly visits: readonly Visit[];
  /** By uscc; every visited agency must be there. */
  readonly agencies: ReadonlyMap<string, Agency>;
  /** By id; every dealt inspector must be there. */
  readonly inspectors: ReadonlyMap<string, Inspector>;
  /** The items of the plan, in its order. */
  readonly items: readonly InspectionItem[];
  readonly office: Office;
}

/**
 * The notices of one draw, in the order of their numbers: visits in published order, within a visit the kinds in
 * the order of their table. The same sources give the same notices. A rehearsal notifies nobody.
 *
 * @param firstSerial first number of the run reserved in the year's sequence; the run has `countNotices` numbers
 * @param date date of the papers
 * @throws when a visit names an agency or inspector that the sources lack: the caller loaded the wrong ones
 */
export function buildNotices(
  sources: NoticeSources,
  firstSerial: number,
  date: LocalDate,
): readonly Notice[] {
  return addressed(sources, date).map(({ kind, to, facts }, index) => {
    const draft = { kind, draw: facts.draw.number, visit: facts.visit.no, to };
    return issuedNotice(draft, sources.office, firstSerial + index, date);
  });
}

/** How many numbers `buildNotices` will use: what has to be reserved before it is called. */
export function countNotices(sources: NoticeSources, date: LocalDate): number {
  return addressed(sources, date).length;
}

function addressed(sources: NoticeSources, date: LocalDate) {
  if (sources.draw.kind === 'rehearsal') return [];
  const standing = sources.visits.filter(({ dropped }) => dropped === undefined);
  const visits = standing.sort((a, b) => a.no - b.no);
  return visits.flatMap((visit) => {
    const facts = visitFacts(sources, visit, date);
    return noticeKinds.flatMap(({ kind, address }) => address(facts).map((to) => ({ kind, to, facts })));
  });
}

function visitFacts(sources: NoticeSources, visit: Visit, date: LocalDate): VisitFacts {
  const agency = sources.agencies.get(visit.uscc);
  if (agency === undefined) throw new Error(`visit ${visit.no}: the agency is not among the sources`);
  const team = [...teamOf(visit)]
    .sort((a, b) => a.seat - b.seat)
    .map(({ seat, tid, inspectorId }) => {
      const inspector = sources.inspectors.get(inspectorId);
      if (inspector === undefined)
        throw new Error(`visit ${visit.no}: an inspector is not among the sources`);
      return { seat, tid, inspector };
    });
  const { draw, office } = sources;
  const items = itemsFor(visit.kind as DrawKind, itemsAllowed(draw, visit.uscc, sources.items));
  return { draw, visit, agency, team, items, period: periodOf(draw, visit.uscc), office, date };
}
