import type { LocalDate } from '../calendar/localDate.ts';
import { assignmentBlocks, assignmentSummary } from './kinds/assignment.ts';
import { inspectionBlocks, inspectionSummary } from './kinds/inspection.ts';
import type { NoticeKind, ServiceMode } from './notice.ts';
import { announcedItems, type VisitFacts } from './noticeFacts.ts';
import type { PaperBlock } from './paper.ts';

/** One recipient of one kind of notice of a visit, with what the paper tells them. */
export interface Addressed {
  readonly recipient: {
    readonly type: 'inspector' | 'agency';
    readonly id: string;
    readonly name: string;
    readonly tid: string;
  };
  readonly addressee: string;
  readonly address: string;
  readonly service: ServiceMode;
  readonly consent?: { readonly on: LocalDate; readonly address: string };
  readonly blocks: readonly PaperBlock[];
  readonly summaryEn: string;
}

export interface NoticeKindRow {
  readonly kind: NoticeKind;
  readonly title: string;
  /** Recipients in the order of their numbers; none when this visit has no such notice. */
  readonly address: (facts: VisitFacts) => readonly Addressed[];
}

/** The kinds of notices, in the order in which their numbers are given within a visit. */
export const noticeKinds: readonly NoticeKindRow[] = [
  {
    kind: 'assignment',
    title: '检查任务分派通知',
    address: (facts) =>
      facts.team.map((member) => ({
        recipient: {
          type: 'inspector',
          id: member.inspector.id,
          name: member.inspector.name,
          tid: member.tid,
        },
        addressee: `${member.inspector.name}同志`,
        address: member.inspector.email,
        service: 'internal',
        blocks: assignmentBlocks(facts, member),
        summaryEn: assignmentSummary(facts),
      })),
  },
  {
    kind: 'inspection',
    title: '行政检查通知书',
    address: (facts) => {
      // Without two inspectors nothing may be announced: there is nobody yet who may come (行政处罚法 art. 42).
      if (announcedItems(facts.items).length === 0 || facts.team.length < 2) return [];
      const { agency, visit } = facts;
      const consent = agency.electronicServiceConsent;
      return [
        {
          recipient: { type: 'agency', id: agency.uscc, name: agency.name, tid: visit.tid },
          addressee: agency.name,
          address: consent?.address ?? agency.email,
          ...(consent === undefined ? { service: 'courtesy' } : { service: 'electronic', consent }),
          blocks: inspectionBlocks(facts),
          summaryEn: inspectionSummary(facts),
        },
      ];
    },
  },
];

export function noticeTitle(kind: NoticeKind): string {
  const row = noticeKinds.find((candidate) => candidate.kind === kind);
  if (row === undefined) throw new Error(`no notice of kind ${kind}`);
  return row.title;
}
