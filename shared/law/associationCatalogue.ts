import { localDate } from '../calendar/localDate.ts';
import { entry, may, tier } from './catalogueEntry.ts';
import type { CatalogueRow } from './catalogueRow.ts';
import type { Citation, LawTable } from './lawTable.ts';

const START = localDate('2019-05-01');

/** The associations' rules set no penalty and could not (行政处罚法 arts. 13, 16): a source of its own. */
const rules: Citation = {
  text: '专利代理、商标代理行业组织自律规范（专利代理条例第二十一条；专利代理管理办法第三十二条；商标代理监督管理规定第四条）',
  verification: 'M',
  note: '“负面清单”无法律定义；行业自律规范不设定行政处罚，条文以行业组织公布的为准',
};

const discipline = tier(
  'basic',
  'association',
  [may('talk'), may('self-discipline'), may('draw-rate')],
  rules,
);

const memberEntry = <Rule extends string>(
  rule: Rule,
  zh: string,
  en: string,
  conducts: readonly string[],
): CatalogueRow<Rule> =>
  entry(
    rule,
    {
      zh,
      en,
      conducts,
      citation: rules,
      repair: { zh: '按照行业组织要求整改', en: 'What the association asked for is done' },
    },
    { regime: 'association', appliesTo: ['agency', 'person'], tiers: [discipline], validFrom: START },
  );

export const associationCatalogue = [
  memberEntry(
    'association.fees',
    '收费不透明、低价恶性竞争或者违反约定退费',
    'Opaque fees, ruinous underpricing, or fees not returned as agreed',
    ['fees-or-quality'],
  ),
  memberEntry(
    'association.quality',
    '代理质量不符合行业服务规范',
    'Work below the service standard of the trade',
    ['fees-or-quality', 'mismanagement'],
  ),
  memberEntry(
    'association.soliciting',
    '违反自律规范承诺结果、夸大成功率或者诋毁同行',
    'Promises results, exaggerates success or slanders others against the code of conduct',
    ['improper-soliciting'],
  ),
  memberEntry('association.other', '其他违反行业自律规范的行为', 'Another breach of the code of conduct', [
    'other',
  ]),
] as const satisfies LawTable<CatalogueRow>;
