import { publicationClasses } from '../law/catalogueRow.ts';
import { annulmentReasons } from '../law/penaltyProcedure.ts';
import { wanYuanText } from '../money.ts';
import { lawMessages } from '../penalty/lawMessages.ts';
import type { PenaltyTombstone, PublicPenalty } from './publicPenalties.ts';

/**
 * The open data about penalties in the columns of the 双公示 model for 行政处罚; amounts are in 万元, as it has them.
 * What the summary of the publicity rules does not hold is left out: the facts (CF_SY), the legal representative and
 * every number of an identity paper.
 */
export interface PenaltyLine {
  readonly penalty: PublicPenalty;
  /** Name of the deciding authority. */
  readonly office: string;
}

export function penaltyLines(penalties: readonly PublicPenalty[], office: string): readonly PenaltyLine[] {
  return penalties.map((penalty) => ({ penalty, office }));
}

const className = (code: (typeof publicationClasses)[number]) => lawMessages[`penalty.law.class.${code}`];

export const penaltyColumns = [
  {
    name: 'CF_WSH',
    zh: '行政处罚决定书文号',
    en: 'Number of the decision',
    value: ({ penalty }: PenaltyLine) => penalty.number,
  },
  {
    name: 'CF_XDR_MC',
    zh: '行政相对人名称',
    en: 'Party',
    value: ({ penalty }: PenaltyLine) => penalty.party.name,
  },
  {
    name: 'CF_XDR_LB',
    zh: '行政相对人类别',
    en: 'Kind of the party: an organisation or a natural person',
    value: ({ penalty }: PenaltyLine) => (penalty.party.organisation ? '法人及非法人组织' : '自然人'),
  },
  {
    name: 'CF_XDR_SHXYM',
    zh: '统一社会信用代码（自然人为空）',
    en: 'Unified social credit code; empty for a natural person',
    value: ({ penalty }: PenaltyLine) => penalty.party.uscc ?? '',
  },
  {
    name: 'CF_WFXW',
    zh: '违法行为类型',
    en: 'Conduct',
    value: ({ penalty }: PenaltyLine) => penalty.conduct.zh,
  },
  { name: 'CF_YJ', zh: '处罚依据', en: 'Legal basis', value: ({ penalty }: PenaltyLine) => penalty.basis },
  {
    name: 'CF_CFLB',
    zh: '处罚类别',
    en: 'Kinds of measures',
    value: ({ penalty }: PenaltyLine) =>
      penalty.measures.map((kind) => lawMessages[`penalty.law.measure.${kind}`].zh).join(';'),
  },
  {
    name: 'CF_NR',
    zh: '处罚内容',
    en: 'What was decided',
    value: ({ penalty }: PenaltyLine) => penalty.content,
  },
  {
    name: 'CF_NR_FK',
    zh: '罚款金额（万元）',
    en: 'Fine, in units of 10,000 yuan',
    value: ({ penalty }: PenaltyLine) => wanYuanText(penalty.fine),
  },
  {
    name: 'CF_NR_WFFF',
    zh: '没收违法所得、没收非法财物的金额（万元）',
    en: 'Confiscated, in units of 10,000 yuan',
    value: ({ penalty }: PenaltyLine) => wanYuanText(penalty.confiscated),
  },
  {
    name: 'CF_JDRQ',
    zh: '处罚决定日期',
    en: 'Day of the decision',
    value: ({ penalty }: PenaltyLine) => penalty.decidedOn,
  },
  {
    name: 'CF_GSJZQ',
    zh: '公示截止期',
    en: 'Last day of its publicity',
    value: ({ penalty }: PenaltyLine) => penalty.until,
  },
  { name: 'CF_CFJG', zh: '处罚机关', en: 'Deciding authority', value: ({ office }: PenaltyLine) => office },
  {
    name: 'class',
    zh: `公示类别（本系统列）：${publicationClasses.map((code) => `${code} ${className(code).zh}`).join('，')}`,
    en: `Class of its publicity (our own column): ${publicationClasses.map((code) => `${code} (${className(code).en})`).join(', ')}`,
    value: ({ penalty }: PenaltyLine) => penalty.class,
  },
  {
    name: 'published_on',
    zh: '在本网站公示的日期',
    en: 'Day of its publication here',
    value: ({ penalty }: PenaltyLine) => penalty.publishedOn,
  },
  {
    name: 'portal_due',
    zh: '门户和信用中国应当公示的最后日期（未核实）',
    en: 'By when it had to be on the portal and Credit China (unverified)',
    value: ({ penalty }: PenaltyLine) => penalty.portal.due,
  },
  {
    name: 'gsxt_due',
    zh: '公示系统应当公示的最后日期（不在公示系统公示的为空）',
    en: 'By when it had to be on the GSXT; empty where it does not go there',
    value: ({ penalty }: PenaltyLine) => penalty.gsxt?.due ?? '',
  },
  {
    name: 'earliest_end',
    zh: '可以经申请提前停止公示的首日（没有的为空）',
    en: 'First day of an end on application; empty where there is none',
    value: ({ penalty }: PenaltyLine) => penalty.earliest ?? '',
  },
] as const;

export const penaltyTombstoneColumns = [
  {
    name: 'CF_WSH',
    zh: '行政处罚决定书文号',
    en: 'Number of the decision',
    value: ({ number }: PenaltyTombstone) => number,
  },
  { name: 'on', zh: '撤回公示的日期', en: 'Day of the withdrawal', value: ({ on }: PenaltyTombstone) => on },
  {
    name: 'reason',
    zh: `原因：${annulmentReasons.map(({ rule, zh }) => `${rule} ${zh}`).join('，')}`,
    en: `Reason: ${annulmentReasons.map(({ rule, en }) => `${rule} (${en})`).join(', ')}`,
    value: ({ reason }: PenaltyTombstone) => reason,
  },
] as const;
