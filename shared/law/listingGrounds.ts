import { localDate } from '../calendar/localDate.ts';
import type { AgencyKind } from '../register/vocabulary.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { Citation, LawTable } from './lawTable.ts';

const MEASURES = '专利代理管理办法（总局令第6号）';
const SERIOUS_RULES = '市场监督管理严重违法失信名单管理办法（总局令第44号）';
const PATENT_LISTS = localDate('2019-05-01');
const SERIOUS_LIST = localDate('2021-09-01');

/**
 * The two lists of IP agencies: 专利代理经营异常名录 and 严重违法失信名单. They are not the enterprise lists of the market
 * regulator, whose causes, windows and removals differ.
 */
export type ListKind = 'abnormal' | 'serious';

/**
 * What a ground rests on. `finding`: what the office itself has found. `mirror`: CNIPA's system lists by itself and ours
 * follows. `years`: an entry of the abnormal list that was not cured. `penalty`: a penalty decision. `refusal`: a duty of
 * an effective decision that is refused, on which may be decided alone.
 */
export type ListingBasis = 'finding' | 'mirror' | 'years' | 'penalty' | 'refusal';

export type ListingGroundRow<Rule extends string = string> = TermRow & {
  readonly rule: Rule;
  readonly list: ListKind;
  readonly basis: ListingBasis;
  /** Agencies that can be listed for it: those that do one of these. */
  readonly kinds: readonly AgencyKind[];
  /** Intent and gravity have to be shown, or there is no listing (令44号 arts. 2, 12). */
  readonly gate: boolean;
  /** What has to be shown before the entry can be removed. */
  readonly removal: { readonly zh: string; readonly en: string };
};

function abnormal<Rule extends string>(
  rule: Rule,
  item: string,
  [zh, en]: readonly [zh: string, en: string],
  [removalZh, removalEn]: readonly [zh: string, en: string],
  basis: ListingBasis = 'finding',
): ListingGroundRow<Rule> {
  return {
    rule,
    zh,
    en,
    list: 'abnormal',
    basis,
    kinds: ['patent'],
    gate: false,
    removal: { zh: removalZh, en: removalEn },
    citation: { text: `${MEASURES}第三十七条第（${item}）项`, verification: 'V' },
    validFrom: PATENT_LISTS,
  };
}

/** Of every entry of the serious-breach list (令44号 art. 16). */
const EARLY_REMOVAL = {
  zh: '列入满一年，已经自觉履行行政处罚决定规定的义务，主动消除危害后果和不良影响，未再受到较重行政处罚',
  en: 'Listed for a year, duties of the penalty performed, harm removed, no new heavier penalty',
} as const;

function serious<Rule extends string>(
  rule: Rule,
  [zh, en]: readonly [zh: string, en: string],
  of: {
    readonly basis: ListingBasis;
    readonly kinds: ListingGroundRow['kinds'];
    readonly citation: Citation;
    readonly from: typeof PATENT_LISTS;
    readonly gate?: true;
  },
): ListingGroundRow<Rule> {
  const { from, gate = false, ...rest } = of;
  return { rule, zh, en, list: 'serious', removal: EARLY_REMOVAL, validFrom: from, gate, ...rest };
}

/** Why an agency can be listed: the seven cases of art. 37, the two of art. 38, and those of 令44号 that reach agencies. */
export const listingGrounds = [
  abnormal(
    'annual-report-late',
    '一',
    ['未按规定的期限提交年度报告', 'Annual report not submitted in time'],
    [
      '补报年度报告并提交书面说明，没有其他应当列入的情形',
      'Report submitted with a written explanation, no other case of art. 37',
    ],
    'mirror',
  ),
  abnormal(
    'false-data',
    '二',
    [
      '取得执业许可证或者提交年度报告时提供虚假信息',
      'False data when the licence was obtained or in the annual report',
    ],
    ['更正虚假信息并经核实', 'False data corrected and checked'],
  ),
  abnormal(
    'unauthorised-change',
    '三',
    [
      '擅自变更名称、办公场所、执行事务合伙人或者法定代表人、合伙人或者股东',
      'Name, premises, managing partner or legal representative, partners or shareholders changed without registration',
    ],
    ['办理变更手续', 'Change registered'],
  ),
  abnormal(
    'branch-not-filed',
    '四',
    ['分支机构设立、变更、注销不按照规定办理备案手续', 'Branch set up, changed or closed without filing'],
    ['办理备案手续', 'Branch filed'],
  ),
  abnormal(
    'conditions-lost',
    '五',
    [
      '不再符合执业许可条件，责令整改期限届满仍不符合条件',
      'Conditions of the licence lost and not met again by the ordered date',
    ],
    ['重新符合执业许可条件并经核实', 'Conditions met again and checked'],
  ),
  abnormal(
    'data-mismatch',
    '六',
    [
      '公示信息与市场监督管理部门或者司法行政部门的登记信息不一致',
      'Published data differ from those of the market regulator or of the judicial administration',
    ],
    ['公示信息与登记信息一致', 'Published and registered data agree'],
  ),
  abnormal(
    'unreachable',
    '七',
    ['通过登记的经营场所无法联系', 'Cannot be reached at the registered premises'],
    ['变更登记或者经核实可以通过登记的经营场所取得联系', 'Premises registered anew, or reached there'],
  ),
  serious(
    'abnormal-three-years',
    [
      '被列入经营异常名录满三年仍未履行相关义务',
      'Three years on the abnormal list without doing what was due',
    ],
    {
      basis: 'years',
      kinds: ['patent'],
      citation: {
        text: `${MEASURES}第三十八条第（一）项`,
        verification: 'V',
        note: '令44号未规定此种情形，是否列入由人逐案决定（未决问题b7）',
      },
      from: PATENT_LISTS,
    },
  ),
  serious(
    'stopped-or-revoked',
    [
      '受到责令停止承接新的专利代理业务、吊销专利代理机构执业许可证的行政处罚',
      'Penalised by a stop of new business or by revocation of the licence',
    ],
    {
      basis: 'penalty',
      kinds: ['patent'],
      citation: { text: `${MEASURES}第三十八条第（二）项`, verification: 'V' },
      from: PATENT_LISTS,
    },
  ),
  serious(
    'serious-conduct',
    [
      '严重违法专利、商标代理行为，受到较重行政处罚',
      'Seriously unlawful patent or trademark agency conduct, with a heavier penalty',
    ],
    {
      basis: 'penalty',
      kinds: ['patent', 'trademark'],
      gate: true,
      citation: {
        text: `${SERIOUS_RULES}第二条、第九条第（二）项、第二十五条`,
        verification: 'V',
        note: '没有证据证明主观故意的，不列入（第十二条）',
      },
      from: SERIOUS_LIST,
    },
  ),
  serious(
    'obstruction',
    [
      '拒绝、阻碍、干扰监督检查，受到较重行政处罚',
      'Inspection refused, obstructed or disturbed, with a heavier penalty',
    ],
    {
      basis: 'penalty',
      kinds: ['patent', 'trademark'],
      gate: true,
      citation: { text: `${SERIOUS_RULES}第二条、第十条第（三）项、第二十五条`, verification: 'V' },
      from: SERIOUS_LIST,
    },
  ),
  serious(
    'refusal-to-perform',
    [
      '有履行能力但拒不履行、逃避执行行政处罚决定',
      'Able but refusing to perform a penalty decision, or evading it',
    ],
    {
      basis: 'refusal',
      kinds: ['patent', 'trademark'],
      citation: {
        text: `${SERIOUS_RULES}第十一条、第二十五条`,
        verification: 'V',
        note: '可以单独作出列入决定',
      },
      from: SERIOUS_LIST,
    },
  ),
] as const satisfies LawTable<ListingGroundRow>;

export type ListingGround = (typeof listingGrounds)[number]['rule'];

/** The row of a ground, the newest: what was decided keeps its version beside it. */
export function listingGroundRow(ground: ListingGround): ListingGroundRow<ListingGround> {
  const row = listingGrounds.findLast(({ rule }) => rule === ground);
  if (row === undefined) throw new Error(`no ground ${ground}`);
  return row;
}

export type ConsequenceRow = TermRow & { readonly lists: readonly ListKind[] };

const SERIOUS_CONSEQUENCES: Citation = { text: `${SERIOUS_RULES}第十五条`, verification: 'V' };

/** What follows from being listed, as decisions tell and pages show it. */
export const listingConsequences = [
  {
    rule: 'onsite-inspection',
    zh: '列为重点检查对象，进行实地检查',
    en: 'Inspected on site, as a matter of course',
    lists: ['abnormal', 'serious'],
    citation: { text: `${MEASURES}第四十条第二款`, verification: 'V' },
    validFrom: PATENT_LISTS,
  },
  {
    rule: 'no-branches',
    zh: '不得申请设立专利代理分支机构',
    en: 'No branch of a patent agency may be set up',
    lists: ['abnormal', 'serious'],
    citation: { text: `${MEASURES}第二十条`, verification: 'V' },
    validFrom: PATENT_LISTS,
  },
  {
    rule: 'credit-score',
    zh: '按照专利代理信用评价扣分',
    en: 'Points are deducted in the credit evaluation of patent agencies',
    lists: ['abnormal'],
    citation: {
      text: '专利代理信用评价管理办法（试行）（国知发运字〔2023〕10号）',
      verification: 'P',
      note: '附件未取得',
    },
    validFrom: localDate('2023-05-01'),
  },
  {
    rule: 'weight',
    zh: '在行政许可、政府采购、工程招投标等方面作为重要考量因素',
    en: 'Weighed in permits, procurement and tenders',
    lists: ['serious'],
    citation: SERIOUS_CONSEQUENCES,
    validFrom: SERIOUS_LIST,
  },
  {
    rule: 'key-supervision',
    zh: '列为重点监管对象，提高检查频次，依法严格监管',
    en: 'Key supervision with more frequent inspections',
    lists: ['serious'],
    citation: SERIOUS_CONSEQUENCES,
    validFrom: SERIOUS_LIST,
  },
  {
    rule: 'no-promise',
    zh: '不适用告知承诺制',
    en: 'No permit on a mere promise (告知承诺)',
    lists: ['serious'],
    citation: SERIOUS_CONSEQUENCES,
    validFrom: SERIOUS_LIST,
  },
  {
    rule: 'no-honours',
    zh: '不予授予荣誉称号等表彰奖励',
    en: 'No honours or awards',
    lists: ['serious'],
    citation: SERIOUS_CONSEQUENCES,
    validFrom: SERIOUS_LIST,
  },
  {
    rule: 'other',
    zh: '法律、行政法规和党中央、国务院政策文件规定的其他管理措施',
    en: 'Other measures of laws, regulations and policies of the state',
    lists: ['serious'],
    citation: SERIOUS_CONSEQUENCES,
    validFrom: SERIOUS_LIST,
  },
] as const satisfies LawTable<ConsequenceRow>;
