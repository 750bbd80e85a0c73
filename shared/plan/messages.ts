import { defineMessages } from '../messages/message.ts';

/** Why a plan is refused or warned about, and what to do next. */
export const planMessages = defineMessages({
  'plan.value': {
    zh: '内容不符合要求。请按填写说明修改。',
    en: 'The value is not allowed. See what to enter and correct it.',
  },
  'plan.month': { zh: '请按“2026-12”的形式填写月份。', en: 'Enter the month like 2026-12.' },
  'plan.title': { zh: '请填写标题，最多 100 个字。', en: 'Enter a title of at most 100 characters.' },
  'plan.cap': {
    zh: '请填写年度检查次数上限，1 至 12 的整数。',
    en: 'Enter the most visits of a year, a whole number from 1 to 12.',
  },
  'plan.ppm.range': { zh: '请填写 0 至 100% 的抽查比例。', en: 'Enter a rate from 0 to 100 %.' },
  'plan.min.range': {
    zh: '请填写最少户数，1 至 999 的整数；不需要的留空。',
    en: 'Enter the fewest visits, a whole number from 1 to 999, or leave it empty.',
  },
  'plan.seat.empty': {
    zh: '每个席位至少选一项执法资格。',
    en: 'Choose at least one qualification for each seat.',
  },
  'plan.seats.two': {
    zh: '每组检查人员不得少于两人（行政处罚法第四十二条）。请至少设两个席位。',
    en: 'A team has at least two inspectors (行政处罚法 art. 42). Set at least two seats.',
  },
  'plan.seats.six': {
    zh: '每组最多六个席位。请删去多余的。',
    en: 'A team has at most six seats. Remove some.',
  },
  'plan.items.none': {
    zh: '请至少选择一项已公布的抽查事项。',
    en: 'Choose at least one published inspection item.',
  },
  'plan.openDrawnRows.unannounced': {
    zh: '“{name}”是不预先通知的实地检查，不能随结果公开抽中机构的信息。请取消公开，或者改用预先通知的事项',
    en: '“{name}” is inspected on site without notice, so the drawn rows cannot be opened with the result. Do not open them, or choose an announced item',
  },
  'plan.items.unknown': {
    zh: '清单中没有事项 {item}。请重新选择。',
    en: 'There is no item {item} on the list. Choose again.',
  },
  'plan.items.not_published': {
    zh: '“{name}”（{item}）没有公布或者已经废止，不得检查。请先公布该事项，或者从计划中去掉。',
    en: '“{name}” ({item}) is not published or was withdrawn and may not be inspected. Publish it first, or take it out of the plan.',
  },
  'plan.items.no_basis': {
    zh: '“{name}”（{item}）没有法律依据，不得检查。请从计划中去掉，另立写明依据的新版本。',
    en: '“{name}” ({item}) has no legal basis and may not be inspected. Take it out and draft a version that names one.',
  },
  'plan.items.no_questions': {
    zh: '“{name}”（{item}）没有检查表，到场无从检查。请为该事项新建有检查表的版本并公布，或者从计划中去掉。',
    en: '“{name}” ({item}) has no checklist, so that nothing could be inspected. Draft and publish a version with questions, or take it out of the plan.',
  },
  'plan.items.not_yet_valid': {
    zh: '“{name}”（{item}）自 {from} 起施行，晚于检查开始日。请推迟检查，或者从计划中去掉。',
    en: '“{name}” ({item}) is in force from {from}, after the visits begin. Begin later, or take it out of the plan.',
  },
  'plan.items.none_for_patent': {
    zh: '计划会抽到专利代理机构，但没有适用于专利的事项。请增加事项，或者把专利的比例改为 0。',
    en: 'Patent agencies can be drawn, but no item applies to them. Add one, or set their rate to 0.',
  },
  'plan.items.none_for_trademark': {
    zh: '计划会抽到商标代理机构，但没有适用于商标的事项。请增加事项，或者把商标的比例改为 0。',
    en: 'Trademark agencies can be drawn, but no item applies to them. Add one, or set their rate to 0.',
  },
  'plan.rates.none': { zh: '请至少填写一行抽查比例。', en: 'Enter at least one line of rates.' },
  'plan.rates.min_without_rate': {
    zh: '第 {line} 行比例为 0，不能保证最少户数。请填写比例，或者删去最少户数。',
    en: 'Line {line} has rate 0 and cannot promise a minimum. Enter a rate, or remove the minimum.',
  },
  'plan.rates.shadowed': {
    zh: '第 {line} 行永远用不到：符合它的机构都先符合第 {by} 行。请把第 {line} 行移到前面，或者删去。',
    en: 'Line {line} is never used: whoever fits it fits line {by} first. Move it up, or remove it.',
  },
  'plan.recency.order': {
    zh: '“较早”的月数应不少于“近期”的月数。请修改其中之一。',
    en: 'The months of “earlier” must not be fewer than those of “recent”. Change one of them.',
  },
  'plan.cells.no_rule': {
    zh: '有 {count} 家机构没有适用的比例：{riskClass} 类、{kindZh}、{recencyZh}、{districtZh}。请增加一行与之相符的比例（可以是 0）。',
    en: 'No rate fits {count} agencies: class {riskClass}, {kind}, {recency}, {district}. Add a line that fits them (it may be 0).',
  },
  'plan.cells.min_empty': {
    zh: '第 {line} 行保证最少 {min} 户，但没有一家机构符合。请改动条件，或者删去最少户数。',
    en: 'Line {line} promises at least {min} visits, but no agency fits it. Change its conditions, or remove the minimum.',
  },
  'plan.witness.id': {
    zh: '见证席位的代号须为小写字母开头，由小写字母、数字、连字符组成。',
    en: 'The id of a witness seat begins with a small letter and has small letters, digits and hyphens.',
  },
  'plan.witness.user': { zh: '请为该席位选择见证人。', en: 'Choose a witness for this seat.' },
  'plan.witness.unknown': {
    zh: '席位 {seat} 的见证人不是本系统的用户。请重新选择。',
    en: 'The witness of seat {seat} is no user of this system. Choose again.',
  },
  'plan.witness.disabled': {
    zh: '席位 {seat} 的见证人账号已停用。请另选一人。',
    en: 'The account of the witness of seat {seat} is disabled. Choose somebody else.',
  },
  'plan.witness.role': {
    zh: '席位 {seat} 的见证人没有见证人角色。请另选一人，或者请系统管理员授予角色。',
    en: 'The person on seat {seat} has no witness role. Choose somebody else, or ask the administrator for the role.',
  },
  'plan.witness.twice': {
    zh: '席位 {seat} 的见证人已占另一席位。每人只能占一个席位，请另选一人。',
    en: 'The witness of seat {seat} sits on another seat, too. Nobody has two seats: choose somebody else.',
  },
  'plan.witness.same_seat': {
    zh: '席位代号 {seat} 重复。请改用不同的代号。',
    en: 'The seat id {seat} is used twice. Give each seat its own.',
  },
  'plan.witnesses.three': {
    zh: '至少需要三名见证人。请补足。',
    en: 'At least three witnesses are needed. Add the missing ones.',
  },
  'plan.witnesses.roles': {
    zh: '见证人中须有两名机关人员和一名公证员，三人互不相同。请调整。',
    en: 'Among the witnesses there must be two officials and a notary, three different people. Change the seats.',
  },
  'plan.lottery.issue': {
    zh: '请填写七位期号，例如 2026140。',
    en: 'Enter the issue, seven digits, e.g. 2026140.',
  },
  'plan.lottery.at': { zh: '请填写开奖时间。', en: 'Enter when the lottery is drawn.' },
  'plan.lottery.past': {
    zh: '该期已经开奖。请选择尚未开奖的一期。',
    en: 'That lottery has been drawn already. Choose one still to come.',
  },
  'plan.lottery.too_soon': {
    zh: '异议期为 {days} 个工作日，开奖最早可在 {earliest}（北京时间）。请选择更晚的一期。',
    en: 'With {days} working days for objections, the lottery can be at {earliest} (Beijing time) at the earliest. Choose a later one.',
  },
  'plan.visits.order': {
    zh: '检查结束日早于开始日。请修改。',
    en: 'The visits end before they begin. Correct the dates.',
  },
  'plan.visits.before_month': {
    zh: '检查开始日早于计划月份。请修改日期或者月份。',
    en: 'The visits begin before the month of the plan. Change the date or the month.',
  },
  'plan.visits.past': {
    zh: '检查开始日已过。请选择今天或者以后的日期。',
    en: 'The first day of the visits has passed. Choose today or later.',
  },
  'plan.visits.before_draw': {
    zh: '检查开始日早于开奖日，届时还没有抽查结果。请推迟检查开始日。',
    en: 'The visits begin before the lottery is drawn, when there is no result yet. Begin later.',
  },

  'plan.unknown': {
    zh: '{month} 没有抽查计划。请先编制。',
    en: 'There is no plan for {month}. Write one first.',
  },
  'plan.role': {
    zh: '您的角色不能编制抽查计划。请由监管人员办理。',
    en: 'Your role may not write plans. Ask a supervisor.',
  },
  'plan.status': {
    zh: '计划已处于其他状态，不能再这样操作。请刷新页面；已公布的计划须先撤回。',
    en: 'The plan is in another state by now. Reload the page; a published plan has to be taken back first.',
  },
  'plan.edit.stale': {
    zh: '您打开表单后，计划已被他人修改，您的修改没有保存。请重新打开，核对后再改。',
    en: 'Somebody changed the plan after you opened it; your change was not saved. Open it again, compare, and make your change.',
  },
  'plan.reopen.reason': {
    zh: '请写明撤回的原因，将一并留档。',
    en: 'Say why the plan is taken back; the reason is kept.',
  },
  'plan.reopen.draw': {
    zh: '本月的抽签 {number} 已经发起，计划不能撤回。确有错误的，请先依程序作废抽签。',
    en: 'The draw {number} of this month has been opened; the plan cannot be taken back. If it is wrong, have the draw voided first.',
  },

  'plan.warn.infeasible': {
    zh: '模拟 {selections} 次，有 {infeasible} 次组不成检查组，最多缺 {short} 个席位。请补充检查人员、放宽席位上限或者降低比例。',
    en: 'In {infeasible} of {selections} simulations there were too few inspectors, at most {short} seats short. Add inspectors, raise their limits, or lower the rates.',
  },
  'plan.warn.thin_pool': {
    zh: '检查人员太少：有一家机构被同一人检查的概率达 {percent}%，可能被猜中。请补充检查人员或者加大余量。',
    en: 'The pool is thin: one agency gets the same inspector with {percent} % probability, who can be guessed. Add inspectors, or allow more slack.',
  },
  'plan.warn.certificates': {
    zh: '有 {count} 名检查人员的执法证在检查结束前到期，不会被抽到。请及时换证，或者提前结束检查。',
    en: 'The certificates of {count} inspectors end before the visits do; they will not be drawn. Renew them, or end the visits earlier.',
  },
  'plan.warn.listed_outside': {
    zh: '有 {count} 家列入名录的机构因停业或者排除不在必查之列。请核对是否应当实地检查。',
    en: '{count} listed agencies are suspended or excluded and will miss the visit the law orders. Check whether they must be visited.',
  },
  'plan.warn.listed_not_onsite': {
    zh: '有 {count} 家列入名录的机构必须实地检查，但计划中没有实地检查的事项。请增加一项。',
    en: '{count} listed agencies must be inspected on site, but the plan has no on-site item. Add one.',
  },
});
