import { localDate } from '../calendar/localDate.ts';
import { entry, may, tier } from './catalogueEntry.ts';
import type { CatalogueRow } from './catalogueRow.ts';
import type { LawTable } from './lawTable.ts';
import { readInFull } from './termRow.ts';

const MEASURES = '专利代理管理办法（总局令第6号）';
const START = localDate('2019-05-01');

/** 警示谈话, 督促及时整改: all that art. 43 lets the office do where no article names a penalty. */
const talk = tier('basic', 'office', [may('talk')], readInFull(`${MEASURES}第四十三条`));

const listed = <Rule extends string>(
  rule: Rule,
  item: string,
  ground: string,
  zh: string,
  en: string,
  conducts: readonly string[],
  repair: CatalogueRow['repair'],
): CatalogueRow<Rule> =>
  entry(
    rule,
    { zh, en, conducts, citation: readInFull(`${MEASURES}第${item}`), repair, listing: [ground] },
    { regime: 'patent', appliesTo: ['agency'], tiers: [talk], validFrom: START },
  );

const cure = (zh: string, en: string): CatalogueRow['repair'] => ({ zh, en });

/** What puts an agency on a list without any penalty (专利代理管理办法 arts. 37, 38), and what is only talked about. */
export const patentListingCatalogue = [
  listed(
    'patent.annual-report',
    '三十七条第一项',
    'annual-report-late',
    '未在规定的期限提交年度报告',
    'The annual report is late',
    ['other'],
    cure('补报年度报告并书面说明', 'The report is handed in late with a written explanation'),
  ),
  listed(
    'patent.false-data',
    '三十七条第二项',
    'false-data',
    '取得执业许可证或者提交年度报告时提供虚假信息',
    'False data when the licence was given or in the annual report',
    ['other'],
    cure('更正虚假信息', 'The false data are corrected'),
  ),
  listed(
    'patent.unauthorised-changes',
    '三十七条第三项',
    'unauthorised-change',
    '擅自变更名称、办公场所、执行事务合伙人或者法定代表人、合伙人或者股东',
    'Changes name, premises, managing partner, legal representative, partners or shareholders without authority',
    ['unchanged-register'],
    cure('办理变更手续', 'The change is registered'),
  ),
  listed(
    'patent.branch-filing',
    '三十七条第四项',
    'branch-not-filed',
    '分支机构设立、变更、注销未按照规定办理备案手续',
    'A branch is set up, changed or closed without filing',
    ['unchanged-register'],
    cure('办理备案手续', 'The branch is filed'),
  ),
  listed(
    'patent.conditions',
    '三十七条第五项',
    'conditions-lost',
    '不再符合执业许可条件，责令整改期限届满仍不符合',
    'No longer meets the conditions of its licence after the ordered date',
    ['other'],
    cure('重新符合执业许可条件', 'The conditions are met again'),
  ),
  listed(
    'patent.mismatch',
    '三十七条第六项',
    'data-mismatch',
    '公示信息与市场监督管理部门或者司法行政部门的登记信息不一致',
    'Its public data differ from the company or law-firm register',
    ['unchanged-register'],
    cure('使信息一致', 'The data agree again'),
  ),
  listed(
    'patent.unreachable',
    '三十七条第七项',
    'unreachable',
    '通过登记的经营场所无法联系',
    'Cannot be reached at its registered premises',
    ['other'],
    cure('变更登记场所或者恢复联系', 'The premises are re-registered, or it can be reached again'),
  ),
  listed(
    'patent.three-years',
    '三十八条第一项',
    'abnormal-three-years',
    '被列入经营异常名录满三年仍未履行相关义务',
    'Three years on the abnormal list without a cure',
    ['other'],
    cure('履行相关义务', 'The duties are performed'),
  ),
  entry(
    'patent.other',
    {
      zh: '其他违反专利代理管理规定、未设定行政处罚的行为',
      en: 'Another breach of the rules on patent agencies for which no penalty is laid down',
      conducts: ['fees-or-quality', 'other'],
      citation: readInFull(`${MEASURES}第四十三条`),
      repair: cure('按照谈话意见整改', 'What was asked for in the talk is done'),
    },
    { regime: 'patent', appliesTo: ['agency', 'person'], tiers: [talk], validFrom: START },
  ),
] as const satisfies LawTable<CatalogueRow>;
