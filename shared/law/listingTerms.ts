import { localDate } from '../calendar/localDate.ts';
import { type DeadlineRow, deadlineRow } from './deadlineRow.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';

const MEASURES = '专利代理管理办法（总局令第6号）';
const SERIOUS_RULES = '市场监督管理严重违法失信名单管理办法（总局令第44号）';
const REPAIR_RULES = '市场监督管理信用修复管理办法（总局令第107号）';
const GUANGDONG = '广东省2021年专利代理机构年度报告工作通知';
const BEIJING = '北京市2025年专利代理机构年度报告工作通知';
const PATENT_LISTS = localDate('2019-05-01');
const SERIOUS_LIST = localDate('2021-09-01');

/** How long an entry of a list lasts, and what time does to it. */
export const listingTerms = [
  deadlineRow(
    'listing.statement',
    [
      '对拟列入严重违法失信名单陈述、申辩',
      'Statement and defence against the proposed serious-breach listing',
    ],
    ['告知书送达', 'Prior notice served'],
    [5, 'workingDay'],
    `${SERIOUS_RULES}第十三条；市场监督管理行政处罚程序规定第五十七条`,
    SERIOUS_LIST,
    {
      side: 'party',
      status: 'M',
      note: '令44号规定与行政处罚一并告知，未另定期限；参照行政处罚的五个工作日',
    },
  ),
  deadlineRow(
    'listing.serious_apply',
    ['可以申请提前移出严重违法失信名单', 'Early removal from the serious-breach list can be applied for'],
    ['列入', 'Listed'],
    [12, 'month'],
    `${SERIOUS_RULES}第十六条；${REPAIR_RULES}第十三条`,
    SERIOUS_LIST,
    { side: 'party', note: '实施限制开展生产经营活动等处罚期限长于一年的，待其届满' },
  ),
  deadlineRow(
    'listing.serious_end',
    ['移出严重违法失信名单', 'Removal from the serious-breach list'],
    ['列入', 'Listed'],
    [36, 'month'],
    `${SERIOUS_RULES}第二十一条；${REPAIR_RULES}第十三条`,
    SERIOUS_LIST,
    { note: '实施限制措施期限长于三年的，按照实际期限' },
  ),
  deadlineRow(
    'listing.abnormal_years',
    ['列入经营异常名录满三年', 'Three years on the abnormal list'],
    ['列入', 'Listed'],
    [36, 'month'],
    `${MEASURES}第三十八条第（一）项`,
    PATENT_LISTS,
    { side: 'party' },
  ),
  deadlineRow(
    'listing.abnormal_push',
    ['推送即将满三年的机构', 'Name those whose three years are nearly over'],
    ['列入经营异常名录满三年', 'Three years on the abnormal list are over'],
    [60, 'day'],
    GUANGDONG,
    PATENT_LISTS,
    { direction: 'before', status: 'P', note: '仅见于一省的通知' },
  ),
  deadlineRow(
    'listing.abnormal_decide',
    ['决定是否列入严重违法失信名单', 'Decide on the serious-breach listing'],
    ['列入经营异常名录满三年', 'Three years on the abnormal list are over'],
    [30, 'day'],
    GUANGDONG,
    PATENT_LISTS,
    { status: 'P', note: '仅见于一省的通知；是否列入由人逐案决定（未决问题b7）' },
  ),
  deadlineRow(
    'listing.report_made_good',
    ['补报年度报告并移出后减少扣分', 'Late report made good and removed: fewer points deducted'],
    ['列入经营异常名录', 'Put on the abnormal list'],
    [1, 'month'],
    BEIJING,
    PATENT_LISTS,
    { side: 'party', status: 'P', note: '由每年通知确定' },
  ),
] as const satisfies LawTable<DeadlineRow>;

export type ListingTerm = (typeof listingTerms)[number]['rule'];

/** The points that CNIPA's credit evaluation deducts for a late annual report (专利代理信用评价). */
export const reportPoints = [
  {
    rule: 'late',
    zh: '因未按期提交年度报告被列入',
    en: 'Listed for a late annual report',
    points: -20,
    citation: { text: BEIJING, verification: 'P', note: '评价由国家知识产权局系统作出，此处仅作提示' },
    validFrom: localDate('2023-05-01'),
  },
  {
    rule: 'made-good',
    zh: '一个月内补报并移出',
    en: 'Report made good and removed within a month',
    points: -10,
    citation: { text: BEIJING, verification: 'P', note: '评价由国家知识产权局系统作出，此处仅作提示' },
    validFrom: localDate('2023-05-01'),
  },
] as const satisfies LawTable<TermRow & { readonly points: number }>;
