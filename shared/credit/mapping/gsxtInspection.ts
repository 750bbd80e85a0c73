import { publicityResults } from '../../law/inspectionVocabulary.ts';
import type { Citation } from '../../law/lawTable.ts';
import type { InspectionResultRecord } from '../creditEntry.ts';
import type { FieldRow } from './fieldRow.ts';

const SHOWN: Citation = {
  text: '国家企业信用信息公示系统双随机抽查结果（公示页面及第三方接口说明中的字段名）',
  verification: 'P',
};
const OWN_NUMBER: Citation = {
  ...SHOWN,
  note: '样例编号为 6 位区划、4 位年度、4 位序号；本市编号规则未取得，按计划月份编制',
};

type Line = InspectionResultRecord['items'][number] & { readonly position: number };

/** 双随机抽查结果, as the GSXT shows it. `raninsPlaneName` is spelt as it is there. */
export const gsxtInspection: readonly FieldRow<InspectionResultRecord>[] = [
  {
    field: 'raninsPlanId',
    zh: '抽查计划编号',
    en: 'Number of the plan',
    citation: OWN_NUMBER,
    required: true,
    make: ({ plan }, { office }) => `${office.uscc.slice(2, 8)}${plan.slice(0, 4)}00${plan.slice(5, 7)}`,
  },
  {
    field: 'raninsPlaneName',
    zh: '抽查计划名称',
    en: 'Name of the plan',
    citation: SHOWN,
    required: true,
    wording: true,
    make: ({ plan }) => `${plan.slice(0, 4)}年${Number(plan.slice(5, 7))}月知识产权服务机构抽查计划`,
  },
  {
    field: 'raninsTaskId',
    zh: '抽查任务编号',
    en: 'Number of the task',
    citation: { ...SHOWN, note: '样例含 8 位日期；这里用已公示的抽签编号，公众可据以核验' },
    required: true,
    make: ({ draw }) => draw,
  },
  {
    field: 'raninsTaskName',
    zh: '抽查任务名称',
    en: 'Name of the task',
    citation: SHOWN,
    required: true,
    wording: true,
    make: ({ inspection }) => `检查 ${inspection}`,
  },
  {
    field: 'raninsTypeName',
    zh: '抽查类型',
    en: 'Kind of inspection',
    citation: SHOWN,
    required: true,
    make: ({ random }) => (random ? '不定向' : '定向'),
  },
  {
    field: 'insAuth',
    zh: '抽查机关',
    en: 'Inspecting office',
    citation: SHOWN,
    required: true,
    make: (_, { office }) => office.name,
  },
  {
    field: 'insDate',
    zh: '抽查完成日期',
    en: 'Day on which it ended',
    citation: SHOWN,
    required: true,
    make: ({ doneOn }) => doneOn,
  },
];

/** One line per item under `details`. */
export const gsxtInspectionLine: readonly FieldRow<Line>[] = [
  {
    field: 'seqno',
    zh: '序号',
    en: 'Line',
    citation: SHOWN,
    required: true,
    make: ({ position }) => String(position),
  },
  {
    field: 'raninsItemName',
    zh: '抽查事项',
    en: 'Item',
    citation: SHOWN,
    required: true,
    make: ({ name }) => name,
  },
  {
    field: 'raninsCheckResName',
    zh: '抽查结果',
    en: 'Result',
    citation: { ...SHOWN, note: '系统间以名称交换，无全国统一代码' },
    required: true,
    make: ({ results }) =>
      results.map((code) => publicityResults.find(({ rule }) => rule === code)?.zh ?? code).join('；'),
  },
];
