import { localDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { type Actor, SYSTEM } from '../draw/ceremony/decision.ts';
import type { DrawCase } from '../draw/ceremony/drawCase.ts';
import { itemsAllowed, periodOf } from '../draw/ceremony/targets.ts';
import type { Visit } from '../draw/ceremony/visit.ts';
import { inParallel } from '../inParallel.ts';
import { announcedItems, itemsFor } from '../notice/noticeFacts.ts';
import { itemRef } from '../plan/monthPlan.ts';
import type { DrawKind } from '../register/agency.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import { inspectionCommit } from './command.ts';
import { visitDeadline } from './deadlines.ts';
import { type InspectionCase, inspectionNumber, members, type TeamSeat } from './inspectionCase.ts';
import { agencyRow, inspectionCaseId } from './inspectionRows.ts';
import type { InspectionDeps } from './ports.ts';
import { MINIMUM_TEAM } from './teamRules.ts';

const WRITERS = 8;

type OpenDeps = Pick<InspectionDeps, 'cases' | 'auditKey' | 'now' | 'calendar'>;

/**
 * Opens an inspection for every visit of a draw. A visit whose inspection exists is left alone, so that the step
 * that calls this can be repeated after a crash. A rehearsal opens none: nobody is visited.
 *
 * Before publication a targeted or monthly draw tells everybody by its own notices; an agency that comes in later is
 * told by the inspection's.
 *
 * @param items all versions of all items of the register
 * @returns how many were new
 * @throws when a case could be neither written nor found
 */
export async function openInspections(
  deps: OpenDeps,
  draw: DrawCase,
  visits: readonly Visit[],
  items: readonly InspectionItem[],
  told: 'told' | 'tell' = 'told',
): Promise<number> {
  // A draw that was frozen before checklists existed has nothing that could be answered.
  if (draw.kind === 'rehearsal' || draw.frozen?.checklist === undefined) return 0;
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const planned = draw.plan.items.flatMap((ref) => items.filter((item) => itemRef(item) === ref));
  const papers = told === 'tell' ? [{ key: 'first', order: { type: 'first' } } as const] : [];
  let added = 0;
  await inParallel(visits, WRITERS, async (visit) => {
    const opened = openedInspection(draw, visit, planned, calendar, at);
    const status = members(opened).length < MINIMUM_TEAM ? 'staffing' : 'notified';
    const moment = { actor: SYSTEM satisfies Actor, at };
    const decision = { to: status, state: opened, rows: [agencyRow(opened)], papers } as const;
    const outcome = await deps.cases.commit(inspectionCommit(undefined, 'open', decision, moment, key));
    if (outcome.ok) added += 1;
    else if ((await deps.cases.load(inspectionCaseId(opened.number))) === undefined)
      throw new Error(`${opened.number} could not be opened`);
  });
  return added;
}

/** The seats of a visit as its draw has dealt them; `''` where nobody could be drawn. */
export function seatsOf(visit: Visit): readonly TeamSeat[] {
  return visit.seats.map(({ seat, tid, inspectorId, name }) => ({
    draw: visit.draw,
    seat,
    tid,
    inspectorId,
    name,
  }));
}

/** The inspection as it begins: a function of the published draw. */
export function openedInspection(
  draw: DrawCase,
  visit: Visit,
  items: readonly InspectionItem[],
  calendar: WorkingCalendar,
  at: string,
): InspectionCase {
  const checklist = draw.frozen?.checklist;
  if (checklist === undefined) throw new Error(`${draw.number} has no sealed checklist`);
  const number = inspectionNumber(draw.number, visit.no);
  const kind = visit.kind as DrawKind;
  const applying = itemsFor(kind, itemsAllowed(draw, visit.uscc, items));
  const { from, to } = periodOf(draw, visit.uscc);
  const period = { from: localDate(from), to: localDate(to) };
  return {
    number,
    draw: draw.number,
    visit: visit.no,
    origin: visit.origin,
    agency: {
      uscc: visit.uscc,
      name: visit.agencyName,
      tid: visit.tid,
      district: visit.district,
      kind,
    },
    opened: at,
    period,
    announced: announcedItems(applying).length > 0,
    parts: [
      {
        inspection: number,
        draw: draw.number,
        origin: visit.origin,
        items: applying.map(itemRef),
        names: Object.fromEntries(applying.map((item) => [itemRef(item), item.name])),
        checklist,
      },
    ],
    team: seatsOf(visit),
    events: [],
    staffing: [],
    recusals: [],
    arrivals: [],
    answers: {},
    evidence: [],
    letters: [],
    results: {},
    statement: '',
    signatures: [],
    reviews: [],
    rectification: [],
    corrections: [],
    deadlines: [visitDeadline(period, calendar)],
  };
}
