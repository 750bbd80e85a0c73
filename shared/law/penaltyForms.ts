import { type LocalDate, localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { Citation, LawTable } from './lawTable.ts';
import { readInFull } from './termRow.ts';

/** The official forms of the penalty procedure with the articles they rest on, and where their remedies go. */

const LAW = '行政处罚法（2021年修订）';
const PROCEDURE = '市场监督管理行政处罚程序规定（总局令第2号，2022年修正）';
const START = localDate('2021-07-15');

/** No model of an IP office was found: the layout follows what the law wants to stand in each paper. */
const style: Citation = {
  text: '市场监督管理行政处罚文书格式范本（2021年修订版）',
  verification: 'M',
  note: '未取得原件；版式按法定应当载明的事项拟定',
};

export type PenaltyFormRow<Rule extends string = string> = TermRow & {
  readonly rule: Rule;
  /** Where the wording and layout of the form come from. */
  readonly style: Citation;
};

const form = <Rule extends string>(
  rule: Rule,
  [zh, en]: readonly [zh: string, en: string],
  citation: Citation,
  validFrom: LocalDate = START,
): PenaltyFormRow<Rule> => ({ rule, zh, en, style, citation, validFrom });

const secondHand = (text: string): Citation => ({ text, verification: 'P', note: '条文未逐字核对' });

export const penaltyForms = [
  form(
    'filing',
    ['立案审批表', 'Approval to file a case'],
    readInFull(`${LAW}第五十四条第二款；${PROCEDURE}第十八条、第十九条`),
  ),
  form(
    'prior-notice',
    ['行政处罚事先告知书', 'Prior notice of a penalty'],
    readInFull(`${LAW}第四十四条；${PROCEDURE}第五十七条`),
  ),
  form(
    'hearing-notice',
    ['行政处罚听证通知书', 'Notice of a hearing'],
    readInFull(`${LAW}第六十四条；市场监督管理行政处罚听证办法第二十条`),
  ),
  form(
    'decision',
    ['行政处罚决定书', 'Decision on a penalty'],
    readInFull(`${LAW}第五十七条、第五十九条；${PROCEDURE}第六十条、第六十二条`),
  ),
  form(
    'no-penalty',
    ['不予行政处罚决定书', 'Decision to impose no penalty'],
    readInFull(`${LAW}第三十三条、第五十七条；${PROCEDURE}第六十条`),
  ),
  form(
    'transfer',
    ['案件移送函', 'Transfer of a case'],
    secondHand(`${LAW}第二十七条；${PROCEDURE}第十七条`),
  ),
  form(
    'proposal',
    ['关于报送调查结果和处罚建议的函', 'Findings and proposal to CNIPA'],
    readInFull('专利代理管理办法（总局令第6号）第五十条'),
  ),
  form(
    'payment-reminder',
    ['履行行政处罚决定催告书', 'Reminder to perform a penalty'],
    readInFull(`${PROCEDURE}第七十六条；行政强制法第五十四条`),
  ),
  form(
    'annulment',
    ['撤销行政处罚决定书', 'Annulment of a decision on a penalty'],
    readInFull(`${LAW}第四十八条、第七十五条`),
  ),
  form(
    'repair-notice',
    ['信用修复告知书', 'How its publicity ends and what can be repaired'],
    {
      text: '国务院办公厅关于进一步完善信用修复制度的实施方案（国办发〔2025〕22号）；市场监督管理信用修复管理办法（总局令第107号）',
      verification: 'P',
      note: '知识产权部门的处罚是否直接适用待机关确定',
    },
    localDate('2025-12-25'),
  ),
] as const satisfies LawTable<PenaltyFormRow>;

/** Where a party goes with a remedy; the periods are deadlines of `penaltyDeadlines`. */
export const penaltyRemedies = [
  {
    rule: 'reconsideration',
    zh: '北京市人民政府',
    en: 'the People’s Government of Beijing',
    citation: {
      text: '行政复议法（2023年修订）第二十四条',
      verification: 'M',
      note: '本机关为市人民政府工作部门；复议机关由机关核对',
    },
    validFrom: localDate('2024-01-01'),
  },
  {
    rule: 'court',
    zh: '有管辖权的人民法院',
    en: 'the court that has jurisdiction',
    citation: {
      text: '行政诉讼法（2017年修正）第十四条、第十八条',
      verification: 'M',
      note: '管辖法院的名称由机关核对',
    },
    validFrom: localDate('2017-07-01'),
  },
] as const satisfies LawTable<TermRow>;
