import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';
import { listTerm, readInFull } from './termRow.ts';

const LAW = '行政处罚法（2021年修订）';
const PROCEDURE = '市场监督管理行政处罚程序规定（总局令第2号，2022年修正）';
const BY_REFERENCE = '知识产权部门依专利代理管理办法第四十六条参照适用';
const START = localDate('2021-07-15');
const procedure = (article: string) => readInFull(`${PROCEDURE}${article}`, BY_REFERENCE);

/** A case is filed when all four are met (立案). Why none is filed: `notFiledGrounds` in intakeGrounds.ts. */
export const filingConditions = [
  listTerm(
    'evidence',
    ['有证据初步证明存在违法行为', 'There is first evidence of a breach'],
    procedure('第十九条第一款第一项'),
    START,
  ),
  listTerm(
    'punishable',
    ['依法应当给予行政处罚', 'The law provides a penalty for it'],
    procedure('第十九条第一款第二项'),
    START,
  ),
  listTerm(
    'competent',
    ['属于本机关管辖', 'It is for this office'],
    procedure('第十九条第一款第三项'),
    START,
  ),
  listTerm(
    'in-time',
    ['在给予行政处罚的法定期限内', 'It is within the limitation'],
    procedure('第十九条第一款第四项'),
    START,
  ),
] as const satisfies LawTable<TermRow>;
export type FilingCondition = (typeof filingConditions)[number]['rule'];

/** What does not count to the ninety days of a decision; there is nothing else. */
export const clockStops = [
  listTerm(
    'other-decision',
    [
      '中止：以相关案件的裁判结果或者其他行政决定为依据，而其尚未作出',
      'Suspended: another judgment or decision has to come first',
    ],
    procedure('第四十六条第一款第一项、第六十四条第二款'),
    START,
  ),
  listTerm(
    'question-of-law',
    [
      '中止：涉及法律适用等问题，需要送请有权机关解释或者确认',
      'Suspended: a question of law was put to whoever may answer it',
    ],
    procedure('第四十六条第一款第二项、第六十四条第二款'),
    START,
  ),
  listTerm(
    'force-majeure',
    ['中止：不可抗力', 'Suspended: force majeure'],
    procedure('第四十六条第一款第三项、第六十四条第二款'),
    START,
  ),
  listTerm(
    'party-missing',
    ['中止：当事人下落不明', 'Suspended: the party cannot be found'],
    procedure('第四十六条第一款第四项、第六十四条第二款'),
    START,
  ),
  listTerm(
    'other',
    ['中止：其他应当中止调查的情形', 'Suspended: another case in which the investigation rests'],
    procedure('第四十六条第一款第五项、第六十四条第二款'),
    START,
  ),
  listTerm('hearing', ['听证', 'A hearing'], procedure('第六十四条第二款'), START),
  listTerm('announcement', ['公告', 'An announcement'], procedure('第六十四条第二款'), START),
  listTerm(
    'test',
    ['检测、检验、检疫、鉴定', 'A test or an expert opinion'],
    procedure('第六十四条第二款'),
    START,
  ),
] as const satisfies LawTable<TermRow>;
export type ClockStop = (typeof clockStops)[number]['rule'];

/** Why a decision falls: its publicity is withdrawn in three working days (行政处罚法 art. 48). */
export const annulmentReasons = [
  listTerm(
    'reconsideration',
    [
      '行政复议决定变更、撤销、确认违法或者无效',
      'Changed, annulled or found unlawful or void on reconsideration',
    ],
    readInFull(`${LAW}第四十八条；行政复议法（2023年修订）`),
    localDate('2024-01-01'),
  ),
  listTerm(
    'court',
    ['人民法院判决变更、撤销、确认违法或者无效', 'Changed, annulled or found unlawful or void by a court'],
    readInFull(`${LAW}第四十八条；行政诉讼法（2017年修正）`),
    START,
  ),
  listTerm(
    'own-correction',
    ['本机关主动改正', 'Corrected by the office itself'],
    readInFull(`${LAW}第四十八条、第七十五条第二款`),
    START,
  ),
  listTerm(
    'supervision',
    ['上级机关监督改正', 'Corrected by a superior authority'],
    readInFull(`${LAW}第四十八条、第七十五条`),
    START,
  ),
] as const satisfies LawTable<TermRow>;
export type AnnulmentReason = (typeof annulmentReasons)[number]['rule'];
