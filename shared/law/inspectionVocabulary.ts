import { localDate } from '../calendar/localDate.ts';
import type { Citation, LawRow, LawTable } from './lawTable.ts';

/** A word of a legal vocabulary, valid for a time: the rule is the code stored in records. */
export type TermRow = LawRow & { readonly zh: string; readonly en: string };

const RESULTS: Citation = {
  text: '国家企业信用信息公示系统双随机抽查结果通用表述（系统内以名称交换，无全国统一代码）',
  verification: 'M',
  note: '八种表述的集合未见规范性文件；各表述均见于实际系统',
};
const RESULTS_FROM = localDate('2019-01-01');

/** A result is given per inspection item, several may stand together, but no problem found excludes all others. */
export const publicityResults = [
  { rule: 'no_problem', zh: '未发现问题', en: 'No problem found', exclusive: true, problem: false },
  {
    rule: 'not_publicised',
    zh: '未按规定公示应当公示的信息',
    en: 'Information not publicised as required',
    exclusive: false,
    problem: true,
  },
  {
    rule: 'false_publicity',
    zh: '公示信息隐瞒真实情况弄虚作假',
    en: 'Publicised information conceals or falsifies',
    exclusive: false,
    problem: true,
  },
  {
    rule: 'unreachable',
    zh: '通过登记的住所（经营场所）无法联系',
    en: 'Cannot be reached at the registered premises',
    exclusive: false,
    problem: true,
  },
  {
    rule: 'rectification_ordered',
    zh: '发现问题已责令改正',
    en: 'Problem found, rectification ordered',
    exclusive: false,
    problem: true,
  },
  {
    rule: 'obstruction',
    zh: '不配合检查情节严重',
    en: 'Seriously uncooperative',
    exclusive: false,
    problem: true,
  },
  {
    rule: 'no_such_business',
    zh: '未发现开展本次抽查涉及的经营活动',
    en: 'No business of the inspected kind found',
    exclusive: false,
    problem: false,
  },
  {
    rule: 'pending',
    zh: '发现问题待后续处理',
    en: 'Problem found, to be handled further',
    exclusive: false,
    problem: true,
  },
].map((term) => ({ ...term, citation: RESULTS, validFrom: RESULTS_FROM })) as readonly ResultRow[];

export type PublicityResult =
  | 'no_problem'
  | 'not_publicised'
  | 'false_publicity'
  | 'unreachable'
  | 'rectification_ordered'
  | 'obstruction'
  | 'no_such_business'
  | 'pending';

export type ResultRow = TermRow & {
  readonly rule: PublicityResult;
  /** May stand with no other result. */
  readonly exclusive: boolean;
  /** Whether statistics count the object as one with a problem. */
  readonly problem: boolean;
};

const MODES: Citation = { text: '专利代理管理办法（总局令第6号）第四十条', verification: 'V' };

/** The three modes of an inspection. */
export const inspectionModes = [
  { rule: 'onsite', zh: '实地检查', en: 'On site', citation: MODES, validFrom: localDate('2019-05-01') },
  { rule: 'written', zh: '书面检查', en: 'Written', citation: MODES, validFrom: localDate('2019-05-01') },
  {
    rule: 'online',
    zh: '网络监测',
    en: 'Network monitoring',
    citation: MODES,
    validFrom: localDate('2019-05-01'),
  },
] as const satisfies LawTable<TermRow>;

const OBSTRUCTION: Citation = {
  text: '企业公示信息抽查办法第十一条',
  verification: 'V',
  note: '约束市场监管部门，知识产权部门类推适用',
};

/** What 不予配合情节严重 means. */
export const obstructionGrounds = [
  {
    rule: 'refused_entry',
    zh: '拒绝检查人员进入被检查场所',
    en: 'Refused entry',
    citation: OBSTRUCTION,
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'refused_material',
    zh: '拒绝提供相关材料',
    en: 'Refused material',
    citation: OBSTRUCTION,
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'untrue_material',
    zh: '不如实提供或者不按要求提供材料',
    en: 'Untrue material, or not as asked',
    citation: OBSTRUCTION,
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'other',
    zh: '其他阻挠、妨碍检查的情形',
    en: 'Other obstruction',
    citation: OBSTRUCTION,
    validFrom: localDate('2025-05-01'),
  },
] as const satisfies LawTable<TermRow>;
