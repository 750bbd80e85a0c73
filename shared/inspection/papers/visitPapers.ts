import type { Addressed } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import { announcedItems } from '../../notice/noticeFacts.ts';
import { assignmentTo, inspectionTo } from '../../notice/noticeKinds.ts';
import type { InspectionStatus } from '../inspectionCase.ts';
import { isMember } from '../inspectionCase.ts';
import { MINIMUM_TEAM } from '../teamRules.ts';
import { jointForAgency, jointForMember } from './jointPaper.ts';
import { agencyDraft, type PaperSources } from './paperSources.ts';
import { newMembers, replacedBy, teamChangeForAgency } from './teamPaper.ts';
import { type SeatedMember, type VisitThen, visitThen } from './teamThen.ts';

/** Papers that say who comes, when and for what. Once the visit is over or off, there is nothing to announce. */
const TO_COME: ReadonlySet<InspectionStatus> = new Set(['staffing', 'notified', 'joining']);

/** To those who are still of the team: who has left it meanwhile is not sent to a visit of others. */
function stillThere({ inspection }: PaperSources, members: readonly SeatedMember[]): readonly SeatedMember[] {
  return members.filter(({ inspector }) => isMember(inspection, inspector.id));
}

function toMember(
  sources: PaperSources,
  member: SeatedMember,
  draft: Pick<PaperDraft, 'kind' | 'to'> & { readonly occasion?: string },
): PaperDraft {
  const { draw, visit } = member;
  return { draw, visit, inspection: sources.inspection.number, ...draft };
}

/** The announcement has no occasion: whatever brings it about, the agency is told of its visit once. */
function announcement(sources: PaperSources, facts: VisitThen): readonly PaperDraft[] {
  const to = inspectionTo(facts);
  if (to === undefined) return [];
  const { number, draw, visit } = sources.inspection;
  return [{ kind: 'inspection', draw, visit, inspection: number, to }];
}

/** An agency that came in for another one: what a draw tells at its publication. */
export function firstPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, queued } = sources;
  if (!TO_COME.has(sources.status)) return [];
  const parts = inspection.parts.slice(0, 1);
  const { draw } = inspection;
  const visit = sources.draws.get(draw)?.visits.find(({ no }) => no === inspection.visit);
  const since = visit?.since === undefined ? {} : { draw, event: visit.since };
  const facts = visitThen(sources, parts, { ...since, at: queued.at });
  return [
    ...stillThere(sources, facts.team).map((member) =>
      toMember(sources, member, { kind: 'assignment', to: assignmentTo(facts, member) }),
    ),
    ...announcement(sources, facts),
  ];
}

/** `team-<draw>-<event>` */
export function eventOfKey(key: string): { readonly draw: string; readonly event: number } {
  const [, draw, event] = /^team-(.+)-(\d+)$/.exec(key) ?? [];
  if (draw === undefined || event === undefined) throw new Error(`no event in the order ${key}`);
  return { draw, event: Number(event) };
}

/** An event of a draw has changed the team. */
export function teamPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, queued } = sources;
  if (!TO_COME.has(sources.status)) return [];
  const { draw, event } = eventOfKey(queued.key);
  const { parts } = inspection;
  const facts = visitThen(sources, parts, { draw, event, at: queued.at });
  const replaced = replacedBy(sources, parts, { draw, event });
  const came = newMembers(facts, replaced);
  const members = stillThere(sources, came).map((member) => {
    const base = assignmentTo(facts, member);
    const to: Addressed = { ...base, blocks: [stepsIn(replaced.get(member.tid)), ...base.blocks] };
    return toMember(sources, member, { kind: 'assignment', occasion: queued.key, to });
  });
  // Until two inspectors are there, nothing is certain enough to be told.
  if (facts.team.length < MINIMUM_TEAM) return members;
  if (!sources.told.has(inspection.agency.uscc)) return [...members, ...announcement(sources, facts)];
  if (came.length === 0) return members;
  return [...members, agencyDraft(sources, 'team-change', teamChangeForAgency(facts, replaced))];
}

const stepsIn = (before: string | undefined) =>
  ({
    type: 'paragraph',
    text:
      before === undefined || before === ''
        ? '本次检查的检查人员有空缺，由你按照公开的抽签规则补任。请按本通知参加检查。'
        : `原检查人员${before}不再参加本次检查，由你按照公开的抽签规则接替。请按本通知参加检查。`,
  }) as const;

/** `joint-<number of the inspection that was taken in>` */
export function joinedOfKey(key: string): string {
  return key.slice('joint-'.length);
}

/** Two visits have become one. */
export function jointPapers(sources: PaperSources): readonly PaperDraft[] {
  const { inspection, queued } = sources;
  if (!TO_COME.has(sources.status)) return [];
  const joined = joinedOfKey(queued.key);
  const last = inspection.parts.findIndex((part) => part.inspection === joined);
  if (last < 1) throw new Error(`${inspection.number} has not taken in ${joined}`);
  const facts = visitThen(sources, inspection.parts.slice(0, last + 1), { at: queued.at });
  const members = stillThere(sources, facts.team).map((member) =>
    toMember(sources, member, {
      kind: 'joint-team',
      occasion: queued.key,
      to: jointForMember(facts, member, inspection.number),
    }),
  );
  // An unannounced item on site silences the whole joint visit, as it does a single one.
  const silent = announcedItems(facts.items).length === 0 || facts.team.length < MINIMUM_TEAM;
  if (silent) return members;
  return [...members, agencyDraft(sources, 'joint', jointForAgency(facts, inspection.number))];
}
