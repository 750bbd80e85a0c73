import { defineMessages } from './message.ts';

/** The kinds of papers that are written in the course of an inspection, as the notices' pages name them. */
export const inspectionPaperMessages = defineMessages({
  'notices.inspection': { zh: '检查', en: 'Inspection' },
  'notices.kind.team-change': { zh: '检查人员变更告知（机构）', en: 'Change of the team (agency)' },
  'notices.kind.joint-team': { zh: '联合检查任务（检查人员）', en: 'Joint visit (inspector)' },
  'notices.kind.joint': { zh: '联合检查告知（机构）', en: 'Joint visit (agency)' },
  'notices.kind.recusal': { zh: '回避申请决定（机构）', en: 'Decision on a recusal (agency)' },
  'notices.kind.result': { zh: '检查结果告知（机构）', en: 'Result of the inspection (agency)' },
  'notices.kind.rectification': { zh: '责令限期改正（机构）', en: 'Order to put right (agency)' },
  'notices.kind.recheck': { zh: '复查结果告知（机构）', en: 'Result of the re-check (agency)' },
  'notices.kind.correction': { zh: '更正申请处理结果告知（机构）', en: 'Outcome of a correction (agency)' },
  'notices.kind.cancelled': { zh: '检查取消告知（机构）', en: 'Visit cancelled (agency)' },
  'notices.kind.cancelled-team': { zh: '检查任务取消（检查人员）', en: 'Visit cancelled (inspector)' },
  'notice.failure.date-settled': {
    zh: '期限已经办结或者变更，不再发送',
    en: 'The date has been met or has moved: not sent any more',
  },
});
