import { localDate } from '../calendar/localDate.ts';
import { type DeadlineRow, deadlineRow } from './deadlineRow.ts';
import type { LawTable } from './lawTable.ts';

const AGENCY_MEASURES = '专利代理管理办法（总局令第6号）';
const AGENCY_RULES = localDate('2019-05-01');

/** What agencies and practitioners have to file, and the answer to it. */
export const agencyDeadlines = [
  deadlineRow(
    'agency.change',
    ['申请办理变更手续', 'Apply for the change of the licence'],
    ['工商变更登记', 'Change registered'],
    [30, 'day'],
    `${AGENCY_MEASURES}第十七条`,
    AGENCY_RULES,
    { side: 'party' },
  ),
  deadlineRow(
    'agency.change_decision',
    ['决定变更申请', 'Decide on the change'],
    ['受理', 'Application accepted'],
    [10, 'workingDay'],
    `${AGENCY_MEASURES}第十七条、第五十七条`,
    AGENCY_RULES,
  ),
  deadlineRow(
    'agency.branch',
    ['办理分支机构备案', 'File the branch'],
    ['分支机构设立', 'Branch set up'],
    [30, 'day'],
    `${AGENCY_MEASURES}第二十二条`,
    AGENCY_RULES,
    { side: 'party' },
  ),
  deadlineRow(
    'practitioner.filing',
    ['办理执业备案', 'File the practice'],
    ['入职、离职或者转所', 'Joined, left or moved'],
    [30, 'day'],
    `${AGENCY_MEASURES}第二十八条、第二十九条`,
    AGENCY_RULES,
    { side: 'party' },
  ),
] as const satisfies LawTable<DeadlineRow>;
