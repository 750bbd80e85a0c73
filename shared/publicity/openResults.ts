import { visitOrigins } from '../draw/ceremony/visitOrigin.ts';
import { publicityResults } from '../law/inspectionVocabulary.ts';
import type { PublishedPlan } from '../plan/planCase.ts';
import type { PublicItemResult, PublicResult, ResultTombstone } from './publicInspection.ts';
import { withdrawalReasons } from './withdrawal.ts';

/**
 * The open data about results: one line per item, as the national system (国家企业信用信息公示系统) publishes its
 * 双随机抽查结果. The columns it has keep its names, misspelt ones included; it exchanges the words of a result,
 * because no national code exists.
 */
export interface ResultLine {
  readonly result: PublicResult;
  readonly item: PublicItemResult;
  /** Position of the item in the result, from 1. */
  readonly seqno: number;
  readonly office: string;
  readonly month: string;
  readonly plan: string;
}

/**
 * @param results newest first
 * @param monthOf month of the plan that a draw belongs to
 */
export function resultLines(
  results: readonly PublicResult[],
  plans: readonly PublishedPlan[],
  monthOf: (draw: string) => string,
  office: string,
): readonly ResultLine[] {
  const titles = new Map(
    [...plans].sort((a, b) => a.version - b.version).map(({ month, plan }) => [month, plan.title]),
  );
  return results.flatMap((result) => {
    const month = monthOf(result.draw);
    return result.items.map((item, i) => ({
      result,
      item,
      seqno: i + 1,
      office,
      month,
      plan: titles.get(month) ?? '',
    }));
  });
}

const words = ({ results }: PublicItemResult) =>
  results.map((code) => publicityResults.find(({ rule }) => rule === code)?.zh ?? code).join('、');

export const resultColumns = [
  {
    name: 'number',
    zh: '检查编号',
    en: 'Number of the inspection',
    value: ({ result }: ResultLine) => result.number,
  },
  {
    name: 'raninsPlanId',
    zh: '抽查计划编号（月份）',
    en: 'Plan (month)',
    value: ({ month }: ResultLine) => month,
  },
  {
    name: 'raninsPlaneName',
    zh: '抽查计划名称（列名沿用国家企业信用信息公示系统的写法）',
    en: 'Name of the plan (the column is spelt as in the national system)',
    value: ({ plan }: ResultLine) => plan,
  },
  {
    name: 'raninsTaskId',
    zh: '抽查任务编号（抽签编号）',
    en: 'Task: number of the draw',
    value: ({ result }: ResultLine) => result.draw,
  },
  {
    name: 'raninsTypeName',
    zh: '抽查类型：定向检查为定向，抽查和必查为不定向',
    en: 'Targeted visits are 定向, all others 不定向',
    value: ({ result }: ResultLine) => (result.origin === 'targeted' ? '定向' : '不定向'),
  },
  { name: 'insAuth', zh: '检查机关', en: 'Inspecting authority', value: ({ office }: ResultLine) => office },
  {
    name: 'insDate',
    zh: '检查完成日期',
    en: 'Day on which the inspection ended',
    value: ({ result }: ResultLine) => result.inspectedOn,
  },
  { name: 'seqno', zh: '事项序号', en: 'Position of the item', value: ({ seqno }: ResultLine) => seqno },
  {
    name: 'raninsItemName',
    zh: '抽查事项',
    en: 'Inspection item',
    value: ({ item }: ResultLine) => item.name,
  },
  {
    name: 'raninsCheckResName',
    zh: '检查结果（八种通用表述）',
    en: 'Result, in the eight common wordings',
    value: ({ item }: ResultLine) => words(item),
  },
  {
    name: 'result_codes',
    zh: `检查结果的代码（本系统自定）：${publicityResults.map(({ rule, zh }) => `${rule} ${zh}`).join('，')}`,
    en: `Codes of the result (our own): ${publicityResults.map(({ rule, en }) => `${rule} (${en})`).join(', ')}`,
    value: ({ item }: ResultLine) => item.results.join(' '),
  },
  {
    name: 'item',
    zh: '事项编号和版本',
    en: 'Code and version of the item',
    value: ({ item }: ResultLine) => item.item,
  },
  { name: 'legal_basis', zh: '依据', en: 'Legal basis', value: ({ item }: ResultLine) => item.legalBasis },
  {
    name: 'uscc',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    value: ({ result }: ResultLine) => result.agency.uscc,
  },
  { name: 'agency', zh: '机构名称', en: 'Agency', value: ({ result }: ResultLine) => result.agency.name },
  { name: 'district', zh: '区', en: 'District', value: ({ result }: ResultLine) => result.agency.district },
  { name: 'kind', zh: '业务类型', en: 'Kind', value: ({ result }: ResultLine) => result.agency.kind },
  {
    name: 'origin',
    zh: `检查来源（分别统计，不相加）：${visitOrigins.map(({ code, zh }) => `${code} ${zh}`).join('，')}`,
    en: `Why it was visited, never added up: ${visitOrigins.map(({ code, en }) => `${code} (${en})`).join(', ')}`,
    value: ({ result }: ResultLine) => result.origin,
  },
  {
    name: 'inspection',
    zh: '提出该事项的检查编号（合并检查时与检查编号不同）',
    en: 'Inspection that asked for the item; another number in a joint visit',
    value: ({ item }: ResultLine) => item.inspection,
  },
  {
    name: 'published_on',
    zh: '首次公示日期',
    en: 'Day of the first publication',
    value: ({ result }: ResultLine) => result.publishedOn,
  },
  { name: 'version', zh: '版本', en: 'Version', value: ({ result }: ResultLine) => result.version },
  {
    name: 'until',
    zh: '公示截止日期（没有的为空）',
    en: 'Last day of publication; empty where there is none',
    value: ({ result }: ResultLine) => result.until ?? '',
  },
  {
    name: 'rectification',
    zh: '改正情况：ordered 已责令改正，rectified 已改正，not-rectified 未改正',
    en: 'ordered, rectified or not-rectified',
    value: ({ result }: ResultLine) => result.rectification ?? '',
  },
] as const;

export const resultTombstoneColumns = [
  {
    name: 'number',
    zh: '检查编号',
    en: 'Number of the inspection',
    value: ({ number }: ResultTombstone) => number,
  },
  {
    name: 'version',
    zh: '被撤下或者被替换的版本',
    en: 'Version that was taken down or replaced',
    value: ({ version }: ResultTombstone) => version,
  },
  { name: 'on', zh: '日期', en: 'Day', value: ({ on }: ResultTombstone) => on },
  {
    name: 'reason',
    zh: `原因：${withdrawalReasons.map(({ code, zh }) => `${code} ${zh}`).join('，')}`,
    en: `Reason: ${withdrawalReasons.map(({ code, en }) => `${code} (${en})`).join(', ')}`,
    value: ({ reason }: ResultTombstone) => reason,
  },
] as const;
