import { defineMessages } from '../messages/message.ts';

/** Why a command on a targeted order is refused, and what to do then. */
export const targetedMessages = defineMessages({
  'targeted.role': {
    zh: '您没有办理这一步的权限',
    en: 'You may not take this step',
  },
  'targeted.unknown': { zh: '没有编号为 {number} 的定向检查命令', en: 'There is no order {number}' },
  'targeted.status': {
    zh: '这份命令现在的状态不允许这样办理，请查看最新状态',
    en: 'The order is in another state by now: look at it again',
  },
  'targeted.busy': {
    zh: '多人正在同时办理，请稍后再试一次',
    en: 'Several people act at once: try again in a moment',
  },
  'targeted.four_eyes': {
    zh: '提出命令或者拟定检查方案的人不能自己批准或者不批准，请由另一人决定',
    en: 'Who ordered the check or wrote its terms cannot decide on it: ask a second person',
  },
  'targeted.agency.unknown': {
    zh: '名录中没有统一社会信用代码为 {uscc} 的机构，请核对',
    en: 'No agency {uscc} is in the register: check the code',
  },
  'targeted.agency.closed': {
    zh: '{name}已经注销，不能检查。请撤回命令',
    en: '{name} has closed and cannot be visited: withdraw the order',
  },
  'targeted.ground.missing': { zh: '请选择依据', en: 'Choose the ground' },
  'targeted.ground.not_listed': {
    zh: '{name}没有列入专利代理经营异常名录或者严重违法失信名单，请选择其他依据或者先更正名录',
    en: '{name} is on neither list of patent agencies: choose another ground, or correct the register first',
  },
  'targeted.ground.visited': {
    zh: '{name}在本次列入后已经检查过，不再重复检查。请撤回命令，或者选择其他依据',
    en: '{name} was visited for this listing and is not visited twice: withdraw the order, or choose another ground',
  },
  'targeted.reference.missing': {
    zh: '请填写来源的文号或者记录，供批准人核对',
    en: 'Enter the file or record that the ground stands in, for the approver to check',
  },
  'targeted.reason.missing': { zh: '请填写理由', en: 'Enter the reason' },
  'targeted.text.long': { zh: '最多 {max} 字', en: 'At most {max} characters' },
  'targeted.items.none': { zh: '请选择至少一个检查事项', en: 'Choose at least one inspection item' },
  'targeted.items.not_published': {
    zh: '事项 {item} 不在已公布的抽查事项清单中，请改选',
    en: 'Item {item} is not on the published list: choose another',
  },
  'targeted.items.not_yet_valid': {
    zh: '事项 {item} 自 {from} 起生效，早于这一天不能检查',
    en: 'Item {item} is valid from {from} on: the visit cannot begin before',
  },
  'targeted.items.kind': {
    zh: '事项 {item} 不适用于{name}的业务类型，请改选',
    en: 'Item {item} does not apply to what {name} does: choose another',
  },
  'targeted.items.onsite': {
    zh: '列入名录（名单）的机构应当实地检查（专利代理管理办法第四十条第二款），请至少选择一个实地检查事项',
    en: 'A listed agency has to be inspected on site (专利代理管理办法 art. 40(2)): choose at least one on-site item',
  },
  'targeted.period.missing': { zh: '请填写检查期的第一天和最后一天', en: 'Enter the first and the last day' },
  'targeted.period.order': { zh: '最后一天不能早于第一天', en: 'The last day cannot be before the first' },
  'targeted.period.past': {
    zh: '检查期已经过去，请撤回后重新提出，或者填写以后的日期',
    en: 'The period is over: enter later days, or withdraw this order and make a new one',
  },
  'targeted.terms.missing': {
    zh: '检查方案（事项、检查期、理由）尚未拟定，请监管人员先补充',
    en: 'Items, period and reason are missing: a supervisor has to add them first',
  },
  'targeted.orders.none': { zh: '请选择至少一份已批准的命令', en: 'Choose at least one approved order' },
  'targeted.orders.many': {
    zh: '一次最多 {max} 份命令，请分次抽签',
    en: 'At most {max} orders in one draw: open several',
  },
  'targeted.orders.status': {
    zh: '{number} 不是等待抽签的命令，请刷新后重新选择',
    en: '{number} does not wait for a draw: reload and choose again',
  },
  'targeted.plan.missing': {
    zh: '{month} 的抽查计划尚未公布。定向检查按当月计划的检查组规则和见证人抽签，请先公布计划',
    en: 'No plan of {month} is published. A targeted draw takes its team rules and witnesses from it: publish it first',
  },
  'targeted.lottery.past': {
    zh: '所定开奖时间已过或者离现在不足一小时，请改用下一期彩票或者骰子',
    en: 'That lottery is over or less than an hour away: name a later issue, or use dice',
  },
});
