import { localDate } from '../calendar/localDate.ts';
import { type DeadlineRow, deadlineRow } from './deadlineRow.ts';
import type { LawTable } from './lawTable.ts';

const INTAKE_RULES = '市场监督管理投诉举报处理办法（总局令第121号）';
const OLD_INTAKE_RULES = '市场监督管理投诉举报处理暂行办法（总局令第20号）';
const PROCEDURE = '市场监督管理行政处罚程序规定（总局令第2号，2022年修正）';
const HEAD = '机关负责人批准';
const OLD_INTAKE = localDate('2020-01-01');
const OLD_INTAKE_END = localDate('2026-04-14');
const INTAKE = localDate('2026-04-15');

/** Complaints (投诉) and reports (举报). The old rules stay for cases received before 2026-04-15. */
export const intakeDeadlines = [
  deadlineRow(
    'complaint.accept',
    ['告知受理或者不予受理', 'Tell whether the complaint is accepted'],
    ['收到投诉', 'Complaint received'],
    [7, 'workingDay'],
    OLD_INTAKE_RULES,
    OLD_INTAKE,
    { validTo: OLD_INTAKE_END },
  ),
  deadlineRow(
    'complaint.accept',
    ['告知受理或者不予受理', 'Tell whether the complaint is accepted'],
    ['收到投诉', 'Complaint received'],
    [7, 'workingDay'],
    `${INTAKE_RULES}第十五条`,
    INTAKE,
  ),
  deadlineRow(
    'complaint.mediate',
    ['终止调解', 'End the mediation'],
    ['投诉受理', 'Complaint accepted'],
    [45, 'workingDay'],
    OLD_INTAKE_RULES,
    OLD_INTAKE,
    { validTo: OLD_INTAKE_END },
  ),
  deadlineRow(
    'complaint.mediate',
    ['终止调解', 'End the mediation'],
    ['投诉受理', 'Complaint accepted'],
    [60, 'day'],
    `${INTAKE_RULES}第二十三条`,
    INTAKE,
  ),
  deadlineRow(
    'complaint.tell_end',
    ['告知双方终止调解', 'Tell both sides that mediation ended'],
    ['调解终止', 'Mediation ended'],
    [7, 'workingDay'],
    OLD_INTAKE_RULES,
    OLD_INTAKE,
    { validTo: OLD_INTAKE_END },
  ),
  deadlineRow(
    'complaint.tell_end',
    ['告知双方终止调解', 'Tell both sides that mediation ended'],
    ['调解终止', 'Mediation ended'],
    [7, 'workingDay'],
    `${INTAKE_RULES}第二十三条第二款`,
    INTAKE,
  ),
  deadlineRow(
    'complaint.check_breach',
    ['核查调解中发现的违法线索', 'Check a breach found in mediation'],
    ['发现线索', 'Breach found'],
    [15, 'workingDay'],
    `${INTAKE_RULES}第二十七条`,
    INTAKE,
    { extension: { length: 15, needs: HEAD } },
  ),
  deadlineRow(
    'complaint.competence',
    ['协商管辖争议', 'Settle which office is competent'],
    ['发生争议', 'Dispute arises'],
    [7, 'workingDay'],
    `${INTAKE_RULES}第三十三条`,
    INTAKE,
  ),
  deadlineRow(
    'report.decide',
    ['核查并决定是否立案', 'Verify and decide whether to file a case'],
    ['收到举报', 'Report received'],
    [15, 'workingDay'],
    OLD_INTAKE_RULES,
    OLD_INTAKE,
    { validTo: OLD_INTAKE_END, extension: { length: 15, needs: HEAD } },
  ),
  deadlineRow(
    'report.decide',
    ['核查并决定是否立案', 'Verify and decide whether to file a case'],
    ['收到举报', 'Report received'],
    [15, 'workingDay'],
    `${INTAKE_RULES}第三十五条；${PROCEDURE}第十八条`,
    INTAKE,
    { extension: { length: 15, needs: HEAD } },
  ),
  deadlineRow(
    'report.tell_reporter',
    ['告知实名举报人是否立案', 'Tell a named reporter whether a case was filed'],
    ['作出是否立案决定', 'Filing decided'],
    [5, 'workingDay'],
    `${OLD_INTAKE_RULES}第三十一条第二款`,
    OLD_INTAKE,
    { validTo: OLD_INTAKE_END },
  ),
] as const satisfies LawTable<DeadlineRow>;
