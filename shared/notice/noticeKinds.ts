import { type Addressed, toAgency, toInspector } from './addressed.ts';
import { assignmentBlocks, assignmentSummary } from './kinds/assignment.ts';
import { inspectionBlocks, inspectionSummary } from './kinds/inspection.ts';
import type { NoticeKind } from './notice.ts';
import { announcedItems, type TeamMember, type VisitFacts } from './noticeFacts.ts';

export interface NoticeKindRow {
  readonly kind: NoticeKind;
  /** Recipients in the order of their numbers; none when this visit has no such notice. */
  readonly address: (facts: VisitFacts) => readonly Addressed[];
}

/** Tells one member of the team of the visit. */
export function assignmentTo(facts: VisitFacts, member: TeamMember): Addressed {
  return {
    ...toInspector(member.inspector, member.tid),
    blocks: assignmentBlocks(facts, member),
    summaryEn: assignmentSummary(facts),
  };
}

/** Announces the visit to the agency; undefined when it may not be announced. */
export function inspectionTo(facts: VisitFacts): Addressed | undefined {
  // Without two inspectors nothing may be announced: there is nobody yet who may come (行政处罚法 art. 42).
  if (announcedItems(facts.items).length === 0 || facts.team.length < 2) return undefined;
  return {
    ...toAgency(facts.agency, facts.visit.tid),
    blocks: inspectionBlocks(facts),
    summaryEn: inspectionSummary(facts),
  };
}

/** The kinds of notices of a draw, in the order in which their numbers are given within a visit. */
export const noticeKinds: readonly NoticeKindRow[] = [
  { kind: 'assignment', address: (facts) => facts.team.map((member) => assignmentTo(facts, member)) },
  {
    kind: 'inspection',
    address: (facts) => [inspectionTo(facts)].filter((to) => to !== undefined),
  },
];
