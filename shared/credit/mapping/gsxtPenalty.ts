import { shanghaiDate } from '../../calendar/localDate.ts';
import type { Citation } from '../../law/lawTable.ts';
import type { PenaltyRecord } from '../creditEntry.ts';
import { categoriesOf } from './doublePublicity.ts';
import type { FieldRow } from './fieldRow.ts';

const SHOWN: Citation = {
  text: '国家企业信用信息公示系统行政处罚信息（公示页面及第三方接口说明中的字段名）',
  verification: 'P',
};

/** 行政处罚 on the GSXT, twenty working days; a warning alone never comes here. */
export const gsxtPenalty: readonly FieldRow<PenaltyRecord>[] = [
  {
    field: 'penDecNo',
    zh: '决定书文号',
    en: 'Number of the decision',
    citation: SHOWN,
    required: true,
    make: ({ number }) => number,
  },
  {
    field: 'illegActType',
    zh: '违法行为类型',
    en: 'Kind of breach',
    citation: SHOWN,
    required: true,
    wording: true,
    make: ({ conduct }) => conduct,
  },
  {
    field: 'penContent',
    zh: '行政处罚内容',
    en: 'Content',
    citation: SHOWN,
    required: true,
    wording: true,
    make: ({ content, measures }) => (content === '' ? categoriesOf(measures) : content),
  },
  {
    field: 'penAuth_CN',
    zh: '决定机关名称',
    en: 'Authority',
    citation: SHOWN,
    required: true,
    make: (_, { office }) => office.name,
  },
  {
    field: 'penDecIssDate',
    zh: '决定日期',
    en: 'Day of the decision',
    citation: SHOWN,
    required: true,
    make: ({ decidedOn }) => decidedOn,
  },
  {
    field: 'publicDate',
    zh: '公示日期',
    en: 'Day of publicity',
    citation: SHOWN,
    required: true,
    make: (_, { entry }) => shanghaiDate(entry.at),
  },
];
