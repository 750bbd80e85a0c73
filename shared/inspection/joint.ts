import { ok, problem } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import { type InspectionCase, isMember, itemsOfCase, members } from './inspectionCase.ts';
import { isOpen } from './staffing.ts';
import { MINIMUM_TEAM } from './teamRules.ts';

/**
 * Two open inspections of one agency become one visit (北京市优化营商环境条例 art. 70; 综合查一次): the second one's
 * items and team join the first. All of the team was drawn by lot, so nobody is chosen.
 */
export const join: DecideInspection<{ readonly lead: InspectionCase; readonly leadStatus: string }> = (
  inspection,
  { lead, leadStatus },
  _moment,
) => {
  if (lead.number === inspection.number || lead.agency.uscc !== inspection.agency.uscc)
    return problem('inspection.join.other', undefined, 'lead');
  if (leadStatus !== 'notified') return problem('inspection.join.lead', undefined, 'lead');
  if (inspection.parts.length > 1) return problem('inspection.join.joint');
  if (Object.keys(inspection.answers).length > 0 || inspection.arrivals.length > 0)
    return problem('inspection.join.begun');
  // A merged case decides nothing any more: what waits here would never be answered.
  if (inspection.recusals.some(({ decided }) => decided === undefined) || inspection.staffing.some(isOpen))
    return problem('inspection.join.waiting');
  // One joint visit is told or it is not: joined, the one would give the other away.
  if (inspection.announced !== lead.announced) return problem('inspection.join.announced', undefined, 'lead');
  return ok({ to: 'joining', state: { ...inspection, lead: lead.number } });
};

/** The first inspection takes the second one in. The same again changes nothing. */
export const absorb: DecideInspection<{ readonly other: InspectionCase }> = (
  inspection,
  { other },
  { status },
) => {
  if (inspection.parts.some((part) => part.inspection === other.number))
    return ok({ to: status, state: inspection });
  const [part] = other.parts;
  if (part === undefined) throw new Error(`${other.number} has no part`);
  const known = new Set(itemsOfCase(inspection));
  const added = { ...part, items: part.items.filter((item) => !known.has(item)) };
  const joining = members(other).filter(({ inspectorId }) => !isMember(inspection, inspectorId));
  return ok({
    to: status,
    state: {
      ...inspection,
      parts: [...inspection.parts, added],
      team: [...inspection.team, ...joining],
      signatures: [],
    },
    ground: other.origin,
    papers: [{ key: `joint-${other.number}`, order: { type: 'joint' } }],
  });
};

export const merge: DecideInspection<undefined> = (inspection, _input, { at }) =>
  ok({ to: 'merged', state: { ...inspection, closed: at }, publishes: true });

/** The lead went on before it could take this one in: it is a visit of its own again, which waits as it did before. */
export const partFromLead: DecideInspection<undefined> = (inspection) => {
  const { lead: _lead, ...alone } = inspection;
  return ok({
    to: members(alone).length < MINIMUM_TEAM ? 'staffing' : 'notified',
    state: alone,
    ground: 'lead-gone',
  });
};
