import type { Citation } from '../../law/lawTable.ts';
import { wanYuanText } from '../../money.ts';
import type { PenaltyRecord } from '../creditEntry.ts';
import type { FieldRow, LeftOut } from './fieldRow.ts';

const MODEL: Citation = {
  text: '双公示行政处罚数据标准（国办发〔2018〕118号；字段名取自第三方数据模型）',
  verification: 'P',
  note: '标准原文未取得；旧版字段（CF_CFMC、CF_CFLB1、CF_XZJG、CF_ZT 等）与此不同',
};

const parties: Readonly<Record<PenaltyRecord['party']['kind'], string>> = {
  agency: '法人及非法人组织',
  person: '自然人',
  other: '其他',
};

/** 处罚类别 of our measures. An order to correct or to stop, a talk and a draw rate are no penalties. */
export const penaltyCategories: Readonly<Record<string, string>> = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  confiscation: '没收违法所得、没收非法财物',
  suspension: '限制开展生产经营活动',
  revocation: '吊销许可证件',
};

export const categoriesOf = (measures: readonly string[]): string =>
  measures.flatMap((measure) => penaltyCategories[measure] ?? []).join('；');

const money = (fen: number) => (fen === 0 ? undefined : wanYuanText(fen));

/** 双公示 行政处罚: portal and 信用中国, seven working days. Amounts are in 万元. */
export const doublePublicity: readonly FieldRow<PenaltyRecord>[] = [
  {
    field: 'CF_XDR_MC',
    zh: '行政相对人名称',
    en: 'Name of the party',
    citation: MODEL,
    required: true,
    wording: true,
    make: ({ party }) => party.name,
  },
  {
    field: 'CF_XDR_LB',
    zh: '行政相对人类别',
    en: 'Kind of party',
    citation: MODEL,
    required: true,
    make: ({ party }) => parties[party.kind],
  },
  {
    field: 'CF_XDR_SHXYM',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    citation: MODEL,
    make: ({ party }, { entry }) => (party.kind === 'agency' ? entry.uscc : undefined),
  },
  {
    field: 'CF_FRDB',
    zh: '法定代表人',
    en: 'Legal representative',
    citation: MODEL,
    wording: true,
    make: ({ party }) => party.legalRepresentative,
  },
  {
    field: 'CF_WSH',
    zh: '行政处罚决定书文号',
    en: 'Number of the decision',
    citation: MODEL,
    required: true,
    make: ({ number }) => number,
  },
  {
    field: 'CF_WFXW',
    zh: '违法行为类型',
    en: 'Kind of breach',
    citation: MODEL,
    required: true,
    wording: true,
    make: ({ conduct }) => conduct,
  },
  {
    field: 'CF_SY',
    zh: '违法事实',
    en: 'Facts',
    citation: MODEL,
    required: true,
    wording: true,
    make: ({ facts }) => facts,
  },
  {
    field: 'CF_YJ',
    zh: '处罚依据',
    en: 'Basis',
    citation: MODEL,
    required: true,
    wording: true,
    make: ({ basis }) => basis,
  },
  {
    field: 'CF_CFLB',
    zh: '处罚类别',
    en: 'Category',
    citation: MODEL,
    required: true,
    make: ({ measures }) => categoriesOf(measures),
  },
  {
    field: 'CF_NR',
    zh: '处罚内容',
    en: 'Content',
    citation: MODEL,
    required: true,
    wording: true,
    make: ({ content }) => content,
  },
  {
    field: 'CF_NR_FK',
    zh: '罚款金额（万元）',
    en: 'Fine (10,000 yuan)',
    citation: MODEL,
    make: ({ fine }) => money(fine),
  },
  {
    field: 'CF_NR_WFFF',
    zh: '没收金额（万元）',
    en: 'Confiscated (10,000 yuan)',
    citation: MODEL,
    make: ({ confiscated }) => money(confiscated),
  },
  {
    field: 'CF_JDRQ',
    zh: '处罚决定日期',
    en: 'Day of the decision',
    citation: MODEL,
    required: true,
    make: ({ decidedOn }) => decidedOn,
  },
  {
    field: 'CF_GSJZQ',
    zh: '公示截止期',
    en: 'Last day of publicity',
    citation: MODEL,
    required: true,
    make: ({ until }) => until,
  },
  {
    field: 'CF_CFJG',
    zh: '处罚机关',
    en: 'Authority',
    citation: MODEL,
    required: true,
    make: (_, { office }) => office.name,
  },
  {
    field: 'CF_CFJGDM',
    zh: '处罚机关统一社会信用代码',
    en: 'Code of the authority',
    citation: MODEL,
    required: true,
    make: (_, { office }) => office.uscc,
  },
  {
    field: 'CF_SJLY',
    zh: '数据来源单位',
    en: 'Source of the data',
    citation: MODEL,
    required: true,
    make: (_, { office }) => office.name,
  },
  {
    field: 'CF_SJLYDM',
    zh: '数据来源单位统一社会信用代码',
    en: 'Code of the source',
    citation: MODEL,
    required: true,
    make: (_, { office }) => office.uscc,
  },
];

/** Fields of the model that stay empty. */
export const doublePublicityLeftOut: readonly LeftOut[] = [
  ...['CF_XDR_GSZC', 'CF_XDR_ZZJG', 'CF_XDR_SWDJ', 'CF_XDR_SYDW', 'CF_XDR_SHZZ'].map((field) => ({
    field,
    why: '统一社会信用代码已代替旧登记号码（令112号第九条）',
  })),
  ...['CF_FR_ZJLX', 'CF_FR_ZJHM', 'CF_XDR_ZJLX', 'CF_XDR_ZJHM'].map((field) => ({
    field,
    why: '证件号码是个人信息，公示不需要',
  })),
  { field: 'CF_NR_ZKDX', why: '暂扣、吊销由国家知识产权局决定，本机关不作出' },
  { field: 'CF_YXQ', why: '处罚没有有效期；公示期见 CF_GSJZQ' },
  { field: 'BZ', why: '没有需要备注的内容' },
];
