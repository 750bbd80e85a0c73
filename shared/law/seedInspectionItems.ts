import { localDate } from '../calendar/localDate.ts';
import type { LawRow, LawTable } from './lawTable.ts';
import { licenceQuestions } from './seedLicenceQuestions.ts';
import { practiceQuestions } from './seedPracticeQuestions.ts';
import type { SeedQuestion } from './seedQuestion.ts';
import { trademarkQuestions } from './seedTrademarkQuestions.ts';

/**
 * What an office may start its list of inspection items from. Rule = item code. The wording of an item is ours,
 * the power to inspect it is the cited article's.
 */
export type SeedItemRow = LawRow & {
  readonly name: string;
  readonly kinds: readonly ('patent' | 'trademark')[];
  readonly method: 'onsite' | 'written' | 'online';
  readonly announced: boolean;
  /** The proposed checklist; an office changes it in a draft of its own. */
  readonly questions: readonly SeedQuestion[];
};

type Seed = readonly [code: string, name: string, cited: string, method: SeedItemRow['method']];

function items(
  kind: 'patent' | 'trademark',
  text: string,
  validFrom: string,
  questions: Readonly<Record<string, readonly SeedQuestion[]>>,
  seeds: readonly Seed[],
): SeedItemRow[] {
  return seeds.map(([rule, name, cited, method]) => ({
    rule,
    name,
    kinds: [kind],
    method,
    announced: method !== 'online',
    questions: questions[rule] ?? [],
    citation: { text: `${text}${cited}`, verification: 'V' },
    validFrom: localDate(validFrom),
  }));
}

/** 专利代理管理办法 art. 41: the seven key items. */
const patent = items(
  'patent',
  '专利代理条例第二十二条；专利代理管理办法（总局令第6号）第四十一条',
  '2019-05-01',
  { ...licenceQuestions, ...practiceQuestions },
  [
    ['ZL-01', '专利代理机构是否符合执业许可条件', '第（一）项', 'onsite'],
    ['ZL-02', '合伙人、股东以及法定代表人是否符合规定', '第（二）项', 'written'],
    ['ZL-03', '年度报告的信息是否真实、完整，与登记机关公示信息是否一致', '第（三）项', 'online'],
    ['ZL-04', '是否存在应当列入专利代理机构经营异常名录的情形', '第（四）项', 'online'],
    ['ZL-05', '是否建立健全执业管理和运营制度', '第（五）项', 'onsite'],
    ['ZL-06', '专利代理师是否符合执业条件并履行备案手续', '第（六）项', 'written'],
    ['ZL-07', '是否存在未取得执业许可擅自开展专利代理业务的行为', '第（七）项', 'onsite'],
  ],
);

/** 商标代理监督管理规定 arts. 20–24: supervision of trademark agencies. The office inspects; it may not fine. */
const trademark = items(
  'trademark',
  '商标代理监督管理规定（总局令第63号）',
  '2022-12-01',
  trademarkQuestions,
  [
    ['SB-01', '商标代理机构备案及变更备案是否真实、及时', '第二十条、第二十一条；第五条、第七条', 'online'],
    ['SB-02', '信用档案所载行政处罚、监督检查、行业自律等信息是否属实', '第二十一条', 'online'],
    ['SB-03', '是否按照国家有关规定报送年度报告', '第二十二条', 'online'],
    ['SB-04', '是否存在应当列入严重违法失信名单的情形', '第二十三条', 'written'],
    ['SB-05', '商标代理业务档案、合同及收费等材料的查阅、复制', '第二十四条', 'onsite'],
  ],
);

export const seedInspectionItems: LawTable<SeedItemRow> = [...patent, ...trademark];
