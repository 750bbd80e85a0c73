import { localDate } from '../calendar/localDate.ts';
import { type DeadlineRow, deadlineRow } from './deadlineRow.ts';
import type { LawTable } from './lawTable.ts';

const START = localDate('2026-01-01');
const OWN = { status: 'M', note: '未见规定期限，由本机关确定' } as const;

/**
 * Periods inside an inspection. Only the publicity of the result has a text (publicityDeadlines.ts); where no text
 * gives a number the row is the office's own and is shown as 未核实.
 */
export const inspectionDeadlines = [
  deadlineRow(
    'inspection.visit',
    ['完成检查', 'Carry out the inspection'],
    ['计划的检查开始日', 'First day of the visits by the plan'],
    [1, 'day'],
    '北京市优化营商环境条例第六十七条（年度检查计划）',
    START,
    { status: 'M', note: '以公布的计划规定的检查期限为准' },
  ),
  deadlineRow(
    'inspection.review',
    ['审核检查结果', 'Review the result'],
    ['检查组提交', 'Submitted by the team'],
    [5, 'workingDay'],
    '专利代理管理办法（总局令第6号）第四十二条',
    START,
    OWN,
  ),
  deadlineRow(
    'inspection.correct',
    ['改正检查记录', 'Correct the record'],
    ['审核退回', 'Returned by the reviewer'],
    [3, 'workingDay'],
    '专利代理管理办法（总局令第6号）第四十二条',
    START,
    OWN,
  ),
  deadlineRow(
    'inspection.recusal',
    ['决定是否回避', 'Decide on the recusal'],
    ['收到申请', 'Application received'],
    [3, 'workingDay'],
    '行政处罚法（2021年修订）第四十三条',
    START,
    OWN,
  ),
  deadlineRow(
    'inspection.rectify',
    ['改正并报告', 'Put right and report'],
    ['责令限期改正', 'Ordered'],
    [15, 'day'],
    '专利代理条例第二十五条、第二十六条；专利代理管理办法（总局令第6号）第三十七条',
    START,
    { side: 'party', status: 'M', note: '期限由责令改正通知书确定' },
  ),
  deadlineRow(
    'inspection.recheck',
    ['复查改正情况', 'Check what was put right'],
    ['收到改正报告或者改正期满', 'Report received or period over'],
    [10, 'workingDay'],
    '专利代理管理办法（总局令第6号）第四十二条',
    START,
    OWN,
  ),
  deadlineRow(
    'publicity.correct_inspection',
    ['更正公示的检查结果', 'Correct the published result'],
    ['发现或者被告知有误', 'Error found or told'],
    [3, 'workingDay'],
    '行政处罚法（2021年修订）第四十八条',
    START,
    { status: 'M', note: '条文规定行政处罚信息的撤回，检查结果类推适用' },
  ),
] as const satisfies LawTable<DeadlineRow>;
