import { localDate } from '../calendar/localDate.ts';
import { type DeadlineRow, deadlineRow } from './deadlineRow.ts';
import type { LawTable } from './lawTable.ts';

const PENALTY_LAW = '行政处罚法（2021年修订）';
const REPAIR_RULES = '市场监督管理信用修复管理办法（总局令第107号）';
const HEAD = '机关负责人批准';
const PENALTY_ACT = localDate('2021-07-15');
const GSXT = localDate('2025-12-25');
const REPAIR = localDate('2025-12-25');

/** Publicity of penalties and inspection results, lists and credit repair. */
export const publicityDeadlines = [
  deadlineRow(
    'publicity.portal',
    ['门户和信用中国公示行政处罚', 'Publish the penalty on the portal and Credit China'],
    ['作出决定', 'Decision made'],
    [7, 'workingDay'],
    '国办发〔2018〕118号',
    localDate('2018-12-05'),
    { status: 'P', note: '未取得原文' },
  ),
  deadlineRow(
    'publicity.gsxt',
    ['国家企业信用信息公示系统公示行政处罚', 'Publish the penalty in the GSXT'],
    ['作出决定', 'Decision made'],
    [20, 'workingDay'],
    '市场监督管理行政处罚信息公示规定第九条',
    GSXT,
  ),
  deadlineRow(
    'publicity.gsxt_push',
    ['推送外省登记机关公示', 'Push to the registry of another province'],
    ['作出决定', 'Decision made'],
    [10, 'workingDay'],
    '市场监督管理行政处罚信息公示规定第十条',
    GSXT,
  ),
  deadlineRow(
    'publicity.inspection',
    ['公示抽查检查结果', 'Publish the inspection result'],
    ['检查结束', 'Inspection ended'],
    [20, 'workingDay'],
    '企业公示信息抽查办法第十二条；国办发〔2018〕118号',
    localDate('2025-05-01'),
    { status: 'P', note: '抽查办法约束市场监管部门，知识产权部门类推适用；118号未取得原文' },
  ),
  deadlineRow(
    'publicity.withdraw',
    ['撤回已公示的处罚信息并说明理由', 'Withdraw the published penalty with the reason'],
    ['处罚被变更、撤销、确认违法或者无效', 'Penalty changed or annulled'],
    [3, 'workingDay'],
    `${PENALTY_LAW}第四十八条、第八十五条`,
    PENALTY_ACT,
  ),
  deadlineRow(
    'publicity.negative_inspection',
    ['停止公示负面抽查结果', 'Take down a negative inspection result'],
    ['公示', 'Published'],
    [3, 'month'],
    `${REPAIR_RULES}第二条、第十条`,
    REPAIR,
    { note: '未受处罚或者仅受轻微处罚的情形' },
  ),
  deadlineRow(
    'listing.decide',
    ['列入经营异常名录', 'Put on the abnormal list'],
    ['列入情形确认', 'Ground established'],
    [10, 'workingDay'],
    '企业经营异常名录管理办法第六条至第九条',
    GSXT,
    { note: '市场监管部门的名录；专利代理机构名录未规定期限' },
  ),
  deadlineRow(
    'listing.objection',
    ['对列入提出异议', 'Object to the listing'],
    ['公示', 'Published'],
    [30, 'day'],
    '企业经营异常名录管理办法第十二条',
    GSXT,
    { side: 'party', note: '市场监管部门的名录' },
  ),
  deadlineRow(
    'listing.publish_serious',
    ['公示严重违法失信名单', 'Publish the serious-breach listing'],
    ['作出列入决定', 'Listing decided'],
    [20, 'workingDay'],
    '市场监督管理严重违法失信名单管理办法（总局令第44号）第十四条',
    localDate('2021-09-01'),
  ),
  deadlineRow(
    'repair.accept',
    ['受理信用修复申请', 'Accept the repair application'],
    ['收到申请', 'Application received'],
    [2, 'workingDay'],
    `${REPAIR_RULES}第十四条`,
    REPAIR,
  ),
  deadlineRow(
    'repair.decide_abnormal',
    ['决定移出经营异常名录', 'Decide on removal from the abnormal list'],
    ['受理', 'Application accepted'],
    [2, 'workingDay'],
    `${REPAIR_RULES}第十六条`,
    REPAIR,
  ),
  deadlineRow(
    'repair.decide',
    ['决定停止公示或者移出名单', 'Decide on ending publicity or removal from the list'],
    ['受理', 'Application accepted'],
    [7, 'workingDay'],
    `${REPAIR_RULES}第十六条`,
    REPAIR,
    { extension: { length: 10, needs: HEAD } },
  ),
  deadlineRow(
    'repair.apply',
    ['完成数据处理', 'Carry the decision out in the data'],
    ['作出修复决定', 'Repair decided'],
    [3, 'workingDay'],
    `${REPAIR_RULES}第十七条`,
    REPAIR,
  ),
  deadlineRow(
    'repair.credit_stop',
    ['信用信息系统停止公示', 'The credit system ends its publicity'],
    ['收到本机关的修复决定', 'Our decision received'],
    [3, 'workingDay'],
    `${REPAIR_RULES}第二十五条第二款`,
    REPAIR,
    { status: 'P', note: '知识产权部门的修复决定是否直接适用该款，待机关确定' },
  ),
  deadlineRow(
    'credit.withdraw',
    ['撤回信用记录', 'Withdraw the credit record'],
    ['依据被撤销', 'Basis annulled'],
    [3, 'workingDay'],
    '市场监督管理严重违法失信名单管理办法（总局令第44号）第十九条；行政处罚法第四十八条',
    localDate('2021-09-01'),
  ),
] as const satisfies LawTable<DeadlineRow>;
