import { shanghaiDate } from '../../calendar/localDate.ts';
import type { Citation } from '../../law/lawTable.ts';
import type { ListingRecord } from '../creditEntry.ts';
import { reasonText } from '../reasons.ts';
import type { FieldRow } from './fieldRow.ts';

const SHOWN: Citation = {
  text: '国家企业信用信息公示系统列入经营异常名录、严重违法失信名单信息（公示页面及第三方接口说明中的字段名）',
  verification: 'P',
  note: '专利代理机构的名录与市场监管部门的名录是两回事，字段名借用',
};

const listed: readonly FieldRow<ListingRecord>[] = [
  {
    field: 'abntime',
    zh: '列入日期',
    en: 'Listed on',
    citation: SHOWN,
    required: true,
    make: ({ on }) => on,
  },
  {
    field: 'decOrg_CN',
    zh: '作出决定机关（列入）',
    en: 'Authority that listed',
    citation: SHOWN,
    required: true,
    make: (_, { office }) => office.name,
  },
];

/** 移出: only once the entry ends. */
const removed: readonly FieldRow<ListingRecord>[] = [
  {
    field: 'remExcpRes_CN',
    zh: '移出原因',
    en: 'Why it was removed',
    citation: SHOWN,
    wording: true,
    make: (_, { entry }) => (entry.operation === 'end' ? reasonText(entry.reason) : undefined),
  },
  {
    field: 'remDate',
    zh: '移出日期',
    en: 'Removed on',
    citation: SHOWN,
    make: (_, { entry }) => (entry.operation === 'end' ? shanghaiDate(entry.at) : undefined),
  },
  {
    field: 'reDecOrg_CN',
    zh: '作出决定机关（移出）',
    en: 'Authority that removed',
    citation: SHOWN,
    make: (_, { entry, office }) => (entry.operation === 'end' ? office.name : undefined),
  },
];

/** 专利代理机构经营异常名录. */
export const abnormalListing: readonly FieldRow<ListingRecord>[] = [
  {
    field: 'speCause_CN',
    zh: '列入原因',
    en: 'Why it was listed',
    citation: SHOWN,
    required: true,
    wording: true,
    make: ({ reason }) => reason,
  },
  ...listed,
  ...removed,
];

/** 严重违法失信名单. */
export const seriousListing: readonly FieldRow<ListingRecord>[] = [
  {
    field: 'type',
    zh: '类别',
    en: 'Kind of list',
    citation: SHOWN,
    required: true,
    make: () => '严重违法失信名单',
  },
  {
    field: 'serILLRea_CN',
    zh: '列入原因',
    en: 'Why it was listed',
    citation: SHOWN,
    required: true,
    wording: true,
    make: ({ reason }) => reason,
  },
  ...listed,
  ...removed,
];
