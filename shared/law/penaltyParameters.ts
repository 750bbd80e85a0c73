import { type LocalDate, localDate } from '../calendar/localDate.ts';
import { yuan } from '../money.ts';
import { type Citation, type LawRow, type LawTable, ruleAt } from './lawTable.ts';

/**
 * A number of the penalty procedure. `law` is what a text says; `default` is our proposal where none gives a number,
 * shown with 未核实 until the office publishes its own.
 */
export type PenaltyParameterRow = LawRow & {
  readonly zh: string;
  readonly en: string;
  readonly kind: 'law' | 'default';
  readonly unit: 'month' | 'fen' | 'person' | 'percent';
  readonly value: number;
};

const PENALTY_LAW = '行政处罚法（2021年修订）';
const START = localDate('2021-07-15');
const REPAIR = localDate('2025-12-25');
const law = (article: string): Citation => ({ text: `${PENALTY_LAW}${article}`, verification: 'V' });
const hearing: Citation = {
  text: '北京市知识产权局行政处罚听证标准；行政处罚法（2021年修订）第六十三条',
  verification: 'V',
  note: '适用于2021年7月15日以后的案件；数额含本数',
};
const split: Citation = {
  text: '行政处罚法（2021年修订）第三十四条（裁量基准由机关制定并公布）',
  verification: 'M',
  note: '幅度划分未见本机关公布的基准，为默认值',
};
const minorFine: Citation = {
  text: '市场监督管理信用修复管理办法（总局令第107号）第七条；市场监督管理行政处罚信息公示规定第十三条',
  verification: 'V',
  note: '还须适用从轻或者减轻幅度；数额含本数',
};

export const penaltyParameters = [
  {
    rule: 'limitation.ordinary',
    zh: '追究时效',
    en: 'Limitation',
    kind: 'law',
    unit: 'month',
    value: 24,
    citation: law('第三十六条'),
    validFrom: START,
  },
  {
    rule: 'limitation.grave',
    zh: '涉及生命健康安全、金融安全且有危害后果的追究时效',
    en: 'Limitation where life, health or financial safety was harmed',
    kind: 'law',
    unit: 'month',
    value: 60,
    citation: law('第三十六条'),
    validFrom: START,
  },
  {
    rule: 'hearing.person',
    zh: '告知听证权利的罚款或者没收数额：自然人',
    en: 'A hearing is offered from this sum on: a natural person',
    kind: 'law',
    unit: 'fen',
    value: yuan(10_000),
    citation: hearing,
    validFrom: START,
  },
  {
    rule: 'hearing.organisation',
    zh: '告知听证权利的罚款或者没收数额：法人或者其他组织',
    en: 'A hearing is offered from this sum on: an organisation',
    kind: 'law',
    unit: 'fen',
    value: yuan(100_000),
    citation: hearing,
    validFrom: START,
  },
  {
    rule: 'officers.minimum',
    zh: '执法人员不得少于',
    en: 'At least this many officers',
    kind: 'law',
    unit: 'person',
    value: 2,
    citation: law('第四十二条'),
    validFrom: START,
  },
  {
    rule: 'discretion.lighter',
    zh: '从轻：不高于罚款幅度的百分之',
    en: 'Lighter: up to this share of the range',
    kind: 'default',
    unit: 'percent',
    value: 30,
    citation: split,
    validFrom: START,
  },
  {
    rule: 'discretion.heavier',
    zh: '从重：不低于罚款幅度的百分之',
    en: 'Heavier: from this share of the range on',
    kind: 'default',
    unit: 'percent',
    value: 70,
    citation: split,
    validFrom: START,
  },
  {
    rule: 'publicity.minor_organisation',
    zh: '较低数额罚款：经营者不超过',
    en: 'Small fine: an organisation, up to',
    kind: 'law',
    unit: 'fen',
    value: yuan(50_000),
    citation: minorFine,
    validFrom: REPAIR,
  },
  {
    rule: 'publicity.minor_person',
    zh: '较低数额罚款：责任人员不超过',
    en: 'Small fine: a responsible person, up to',
    kind: 'law',
    unit: 'fen',
    value: yuan(5_000),
    citation: minorFine,
    validFrom: REPAIR,
  },
  {
    rule: 'late.daily',
    zh: '逾期不缴纳罚款，每日加处罚款的百分之',
    en: 'A fine not paid in time grows daily by',
    kind: 'law',
    unit: 'percent',
    value: 3,
    citation: law('第七十二条'),
    validFrom: START,
  },
  {
    rule: 'late.most',
    zh: '加处罚款总额不超过罚款数额的百分之',
    en: 'The growth is at most this share of the fine',
    kind: 'law',
    unit: 'percent',
    value: 100,
    citation: law('第七十二条'),
    validFrom: START,
  },
] as const satisfies LawTable<PenaltyParameterRow>;

export type PenaltyParameter = (typeof penaltyParameters)[number]['rule'];

/** The row of a parameter on a day: before its first day its first version, without a day its newest. */
export function parameterRow(rule: PenaltyParameter, date?: LocalDate): PenaltyParameterRow {
  const table: LawTable<PenaltyParameterRow> = penaltyParameters;
  const versions = table.filter((one) => one.rule === rule);
  const row = date === undefined ? versions.at(-1) : (ruleAt(versions, rule, date) ?? versions[0]);
  if (row === undefined) throw new RangeError(`no parameter ${rule}`);
  return row;
}

export const parameterAt = (rule: PenaltyParameter, date?: LocalDate): number =>
  parameterRow(rule, date).value;
