import { type LocalDate, localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import { type Citation, type LawTable, ruleAt } from './lawTable.ts';
import { listTerm, readInFull } from './termRow.ts';

/** 经营异常名录 and 严重违法失信名单 of patent agencies. */
export type ListName = 'abnormal' | 'serious';

export type ListingGroundRow = TermRow & {
  readonly list: ListName;
  /** What has to be shown to be removed before the term is over; of the abnormal list, at all. */
  readonly removal: { readonly zh: string; readonly en: string };
  /**
   * Needs 较重行政处罚 and a bad nature, serious circumstances or great harm, and falls away where no intent is proven
   * (总局令第44号 arts. 2, 12).
   */
  readonly heavyPenalty: boolean;
  /** Decided together with the penalty (art. 13), or by itself. */
  readonly decided: 'alone' | 'with-penalty';
  /** Told, heard and served as a penalty is (art. 13), before it is decided. */
  readonly noticeFirst: boolean;
};

const MEASURES = '专利代理管理办法（总局令第6号）';
const SERIOUS = '市场监督管理严重违法失信名单管理办法（总局令第44号）';
const START = localDate('2019-05-01');
const SERIOUS_START = localDate('2021-09-01');
type Words = readonly [zh: string, en: string];

const abnormal = <Rule extends string>(rule: Rule, words: Words, item: string, removal: Words) => ({
  ...listTerm(rule, words, readInFull(`${MEASURES}第三十七条第${item}项`), START),
  list: 'abnormal' as const,
  removal: { zh: removal[0], en: removal[1] },
  heavyPenalty: false,
  decided: 'alone' as const,
  noticeFirst: false,
});

const serious = <Rule extends string>(
  rule: Rule,
  words: Words,
  citation: Citation,
  validFrom: LocalDate,
  kind: Pick<ListingGroundRow, 'heavyPenalty' | 'decided'>,
) => ({
  ...listTerm(rule, words, citation, validFrom),
  list: 'serious' as const,
  removal: {
    zh: '已履行行政决定中的义务；已整改并消除危害后果和不良影响；未再受到较重行政处罚',
    en: 'The decision is performed; its harm and bad effects are removed; no other heavy penalty since',
  },
  noticeFirst: true,
  ...kind,
});

export const listingGrounds = [
  abnormal('annual-report', ['未在规定的期限提交年度报告', 'The annual report is late'], '一', [
    '补报年度报告并书面说明情况，且无其他列入情形',
    'The report is handed in with a written explanation, and no other case applies',
  ]),
  abnormal(
    'false-data',
    [
      '取得执业许可证或者提交年度报告时提供虚假信息',
      'False data when the licence was given or in the annual report',
    ],
    '二',
    ['更正虚假信息', 'The false data are corrected'],
  ),
  abnormal(
    'changes',
    [
      '擅自变更名称、办公场所、执行事务合伙人或者法定代表人、合伙人或者股东',
      'Changed name, premises, managing partner, legal representative, partners or shareholders without authority',
    ],
    '三',
    ['办理变更手续', 'The change is registered'],
  ),
  abnormal(
    'branch',
    [
      '分支机构设立、变更、注销未按照规定办理备案手续',
      'A branch was set up, changed or closed without filing',
    ],
    '四',
    ['办理分支机构备案手续', 'The branch is filed'],
  ),
  abnormal(
    'conditions',
    [
      '不再符合执业许可条件，责令整改期限届满仍不符合条件',
      'No longer meets the conditions of its licence after the ordered date',
    ],
    '五',
    ['重新符合执业许可条件', 'The conditions are met again'],
  ),
  abnormal(
    'mismatch',
    [
      '公示信息与市场监督管理部门或者司法行政部门的登记信息不一致',
      'Its public data differ from the company or law-firm register',
    ],
    '六',
    ['更正信息，使其一致', 'The data agree again'],
  ),
  abnormal(
    'unreachable',
    ['通过登记的经营场所无法联系', 'Cannot be reached at its registered premises'],
    '七',
    [
      '办理经营场所变更，或者通过登记的经营场所可以重新取得联系',
      'The premises are re-registered, or it can be reached there again',
    ],
  ),
  serious(
    'three-years',
    ['被列入经营异常名录满三年仍未履行相关义务', 'Three years on the abnormal list without a cure'],
    readInFull(`${MEASURES}第三十八条第一项`, '总局令第44号未规定此情形，列入前须经人工决定'),
    START,
    { heavyPenalty: false, decided: 'alone' },
  ),
  serious(
    'suspended-or-revoked',
    [
      '受到责令停止承接新的专利代理业务、吊销执业许可证的行政处罚',
      'Penalised by a suspension of new business or a revocation of the licence',
    ],
    readInFull(`${MEASURES}第三十八条第二项；${SERIOUS}第二条第二款`, '列入前须经人工决定'),
    START,
    { heavyPenalty: false, decided: 'alone' },
  ),
  serious(
    'serious-agency-conduct',
    [
      '从事严重违法专利、商标代理行为，或者提交非正常专利申请、恶意商标注册申请损害社会公共利益',
      'Seriously unlawful agency conduct, or abnormal or bad-faith filings against the public interest',
    ],
    readInFull(`${SERIOUS}第二条、第九条第二项；商标代理监督管理规定（总局令第63号）第二十三条`),
    SERIOUS_START,
    { heavyPenalty: true, decided: 'with-penalty' },
  ),
  serious(
    'obstruction',
    ['拒绝、阻碍、干扰依法开展的监督检查', 'Refused, obstructed or disturbed a lawful inspection'],
    readInFull(`${SERIOUS}第二条、第十条第三项`),
    SERIOUS_START,
    { heavyPenalty: true, decided: 'with-penalty' },
  ),
  serious(
    'refuses-to-perform',
    [
      '有履行能力但拒不履行、逃避执行行政决定，严重影响公信力',
      'Able to perform an administrative decision but refuses or evades it',
    ],
    readInFull(`${SERIOUS}第十一条、第十三条第三款`),
    SERIOUS_START,
    { heavyPenalty: false, decided: 'alone' },
  ),
] as const satisfies LawTable<ListingGroundRow>;

export type ListingGround = (typeof listingGrounds)[number]['rule'];
export const listingGroundCodes = listingGrounds.map(({ rule }) => rule) as [
  ListingGround,
  ...ListingGround[],
];

/** The version of a ground in force on a day. */
export function listingGround(code: string, date: LocalDate): ListingGroundRow | undefined {
  const table: LawTable<ListingGroundRow> = listingGrounds;
  return ruleAt(table, code, date);
}
