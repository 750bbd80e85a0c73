import { localDate } from '../calendar/localDate.ts';
import type { Citation, LawRow, LawTable } from './lawTable.ts';

/**
 * A number or a date of the inspection regime. `kind` says who may change it: `law` is what the text says;
 * `default` is our proposal where no text gives a number, which an office replaces by its published plan.
 */
export type ParameterRow = LawRow & {
  readonly zh: string;
  readonly en: string;
  readonly kind: 'law' | 'default';
  readonly unit:
    | 'person'
    | 'ppm'
    | 'month'
    | 'workingDay'
    | 'day'
    | 'visit'
    | 'monthDay'
    | 'alternate'
    | 'letter';
  readonly value: number | string;
};

const OPEN = (text: string, note: string): Citation => ({ text, verification: 'M', note });
const PLAN = OPEN('由机关公布的年度计划确定', '未见国家或者北京市对专利、商标代理机构抽查比例的规定');
const SAMR_ANALOGY = '约束市场监管部门，知识产权部门类推适用';
const START = localDate('2026-01-01');

export const inspectionParameters = [
  {
    rule: 'team.minimum',
    zh: '检查人员不得少于',
    en: 'At least this many inspectors',
    kind: 'law',
    unit: 'person',
    value: 2,
    citation: {
      text: '行政处罚法（2021年修订）第四十二条；市场监督管理行政处罚程序规定第二十二条',
      verification: 'V',
    },
    validFrom: localDate('2021-07-15'),
  },
  {
    rule: 'plan.publication_day',
    zh: '年度执法检查计划公布截止日',
    en: 'Annual inspection plan published by',
    kind: 'law',
    unit: 'monthDay',
    value: '03-31',
    citation: { text: '北京市优化营商环境条例（2024年修正）第六十七条', verification: 'V' },
    validFrom: localDate('2024-11-29'),
  },
  {
    rule: 'result.publicity',
    zh: '检查结果公示期限',
    en: 'Inspection result published within',
    kind: 'law',
    unit: 'workingDay',
    value: 20,
    citation: {
      text: '企业公示信息抽查办法第十二条；国办发〔2018〕118号',
      verification: 'P',
      note: `${SAMR_ANALOGY}；118号未取得原文`,
    },
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'listed.ratio',
    zh: '列入名录（名单）机构的实地检查比例',
    en: 'Share of listed agencies inspected on site',
    kind: 'law',
    unit: 'ppm',
    value: 1_000_000,
    citation: { text: '专利代理管理办法（总局令第6号）第四十条第二款', verification: 'V' },
    validFrom: localDate('2019-05-01'),
  },
  {
    rule: 'listed.visits_per_year',
    zh: '每次列入每计划年度必查次数',
    en: 'Mandatory visits per listing and plan year',
    kind: 'default',
    unit: 'visit',
    value: 1,
    citation: OPEN('专利代理管理办法（总局令第6号）第四十条第二款', '条文未规定次数'),
    validFrom: START,
  },
  {
    rule: 'analogue.minimum_ratio',
    zh: '企业公示信息抽查比例下限（参照）',
    en: 'Lower limit of the share for enterprises (by analogy)',
    kind: 'law',
    unit: 'ppm',
    value: 30_000,
    citation: { text: '企业公示信息抽查办法第七条', verification: 'V', note: SAMR_ANALOGY },
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'ratio.A',
    zh: 'A类抽查比例',
    en: 'Share drawn, class A',
    kind: 'default',
    unit: 'ppm',
    value: 10_000,
    citation: PLAN,
    validFrom: START,
  },
  {
    rule: 'ratio.B',
    zh: 'B类抽查比例',
    en: 'Share drawn, class B',
    kind: 'default',
    unit: 'ppm',
    value: 50_000,
    citation: PLAN,
    validFrom: START,
  },
  {
    rule: 'ratio.C',
    zh: 'C类抽查比例',
    en: 'Share drawn, class C',
    kind: 'default',
    unit: 'ppm',
    value: 200_000,
    citation: PLAN,
    validFrom: START,
  },
  {
    rule: 'ratio.D',
    zh: 'D类抽查比例',
    en: 'Share drawn, class D',
    kind: 'default',
    unit: 'ppm',
    value: 1_000_000,
    citation: PLAN,
    validFrom: START,
  },
  {
    rule: 'repeat.interval',
    zh: '同一机构两次抽查的最短间隔',
    en: 'Shortest interval between two draws of one agency',
    kind: 'default',
    unit: 'month',
    value: 12,
    citation: OPEN('企业公示信息抽查办法第四条第二款（避免重复检查）', '未见规定具体间隔'),
    validFrom: START,
  },
  {
    rule: 'yearly.cap',
    zh: '同一机构年度检查次数上限',
    en: 'Most inspections of one agency in a year',
    kind: 'default',
    unit: 'visit',
    value: 2,
    citation: OPEN('国办发〔2024〕54号', '上限由各机关公布；未见本机关公布的数值'),
    validFrom: START,
  },
  {
    rule: 'draw.alternates',
    zh: '每个单元预抽候补数',
    en: 'Alternates drawn in advance per cell',
    kind: 'default',
    unit: 'alternate',
    value: 5,
    citation: OPEN('由机关公布的年度计划确定', '未见规定'),
    validFrom: START,
  },
  {
    rule: 'unreachable.letters',
    zh: '无法联系认定所需的专用信函数',
    en: 'Special letters needed to find an agency unreachable',
    kind: 'law',
    unit: 'letter',
    value: 2,
    citation: {
      text: '企业公示信息抽查办法第十四条；企业经营异常名录管理办法第九条',
      verification: 'V',
      note: SAMR_ANALOGY,
    },
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'unreachable.gap_min',
    zh: '两次信函最短间隔',
    en: 'Shortest gap between the two letters',
    kind: 'law',
    unit: 'day',
    value: 15,
    citation: { text: '企业公示信息抽查办法第十四条', verification: 'V', note: SAMR_ANALOGY },
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'unreachable.gap_max',
    zh: '两次信函最长间隔',
    en: 'Longest gap between the two letters',
    kind: 'law',
    unit: 'day',
    value: 30,
    citation: { text: '企业公示信息抽查办法第十四条', verification: 'V', note: SAMR_ANALOGY },
    validFrom: localDate('2025-05-01'),
  },
  {
    rule: 'negative_result.publicity',
    zh: '负面抽查结果公示期',
    en: 'A negative result stays published for',
    kind: 'law',
    unit: 'month',
    value: 3,
    citation: {
      text: '市场监督管理信用修复管理办法（总局令第107号）第二条、第十条',
      verification: 'V',
      note: '未受处罚或者仅受轻微处罚的情形',
    },
    validFrom: localDate('2025-12-25'),
  },
  {
    rule: 'patent_report.last_day',
    zh: '专利代理机构年度报告截止日',
    en: 'Last day of the patent agencies’ annual report',
    kind: 'law',
    unit: 'monthDay',
    value: '03-31',
    citation: { text: '年度报告工作通知（逐年确定）', verification: 'P', note: '由每年通知确定，办法未规定' },
    validFrom: localDate('2021-01-01'),
  },
  {
    rule: 'patent_report.listing_day',
    zh: '未报告机构列入专利代理经营异常名录之日',
    en: 'Day on which agencies without a report are listed',
    kind: 'law',
    unit: 'monthDay',
    value: '04-01',
    citation: { text: '年度报告工作通知（逐年确定）', verification: 'P', note: '由每年通知确定，办法未规定' },
    validFrom: localDate('2021-01-01'),
  },
] as const satisfies LawTable<ParameterRow>;

export type ParameterRuleId = (typeof inspectionParameters)[number]['rule'];
