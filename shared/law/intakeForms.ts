import { type LocalDate, localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { Citation, LawTable } from './lawTable.ts';

/**
 * The ten official forms of complaints and reports with the articles they rest on. A case is written to under the rule
 * book of the day on which it was received.
 */

const RULES = '市场监督管理投诉举报处理办法（总局令第121号）';
const OLD_RULES = '市场监督管理投诉举报处理暂行办法（总局令第20号）';
const OLD = localDate('2020-01-01');
const OLD_END = localDate('2026-04-14');
const NEW = localDate('2026-04-15');

/** The models of April 2026 were read in copies of third parties; for the old rule book none was read. */
const style: Citation = {
  text: '投诉举报文书式样（2026年4月）',
  verification: 'P',
  note: '据第三方转载整理，未与原件核对',
};

export type FormRow<Rule extends string = string> = TermRow & {
  readonly rule: Rule;
  /** Where the wording and layout of the form come from. */
  readonly style: Citation;
};

/** @param before article of the old rule book; `''` where it was not looked up */
function form<Rule extends string>(
  rule: Rule,
  [zh, en]: readonly [zh: string, en: string],
  article: string,
  before: string,
): readonly FormRow<Rule>[] {
  const row = (citation: Citation, validFrom: LocalDate) => ({ rule, zh, en, style, citation, validFrom });
  return [
    {
      ...row({ text: `${OLD_RULES}${before}`, verification: 'P', note: '旧办法的条次未逐条核对' }, OLD),
      validTo: OLD_END,
    },
    row({ text: `${RULES}${article}`, verification: 'V' }, NEW),
  ];
}

export const intakeForms = [
  ...form('complaint-register', ['投诉登记表', 'Register entry of a complaint'], '第十条', '第九条'),
  ...form('report-register', ['举报登记表', 'Register entry of a report'], '第二十八条', ''),
  ...form('forwarding', ['分送通知书', 'Notice of forwarding'], '第四十一条', ''),
  ...form('identity-request', ['限期提供身份证明材料通知书', 'Request for proof of identity'], '第十条', ''),
  ...form('acceptance', ['受理决定书', 'Decision to accept a complaint'], '第十五条', '第十四条'),
  ...form(
    'refusal',
    ['不予受理决定书', 'Decision not to accept a complaint'],
    '第十五条、第十六条',
    '第十四条、第十五条',
  ),
  ...form('mediation-invitation', ['调解通知书', 'Invitation to mediation'], '第十八条', '第十六条'),
  ...form('mediation-end', ['终止调解决定书', 'Decision to end the mediation'], '第二十三条', '第二十一条'),
  ...form('mediation-agreement', ['调解书', 'Record of an agreement'], '第二十四条', '第二十二条'),
  ...form(
    'report-result',
    ['举报处理结果告知书', 'Notice of the result of a report'],
    '第三十五条',
    '第三十一条第二款',
  ),
] as const satisfies LawTable<FormRow>;

/** Why a complaint of somebody who is no consumer is handled at all. */
export const referenceBasis = [
  {
    rule: 'reference',
    zh: '不属于为生活消费需要的争议，参照投诉程序处理',
    en: 'Not a dispute of a consumer: handled by analogy',
    citation: {
      text: `${OLD_RULES}第三十八条`,
      verification: 'P',
      note: '旧办法明确适用于知识产权行政部门，条文未逐字核对',
    },
    validFrom: OLD,
    validTo: OLD_END,
  },
  {
    rule: 'reference',
    zh: '不属于为生活消费需要的争议，参照投诉程序处理',
    en: 'Not a dispute of a consumer: handled by analogy',
    citation: { text: `${RULES}第四十三条第一款`, verification: 'V' },
    validFrom: NEW,
  },
] as const satisfies LawTable<TermRow>;
