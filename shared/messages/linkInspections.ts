import { defineMessages } from './message.ts';

/** The inspections that agencies and inspectors see by their signed links. */
export const linkInspectionMessages = defineMessages({
  'linkInspection.title': { zh: '检查 {number}', en: 'Inspection {number}' },
  'linkInspection.list': { zh: '检查', en: 'Inspections' },
  'linkInspection.back': { zh: '返回我的页面', en: 'Back to my page' },
  'linkInspection.backInspection': { zh: '返回检查', en: 'Back to the inspection' },
  'linkInspection.unverified': { zh: '（未核实）', en: ' (unverified)' },

  'linkInspection.status': { zh: '进展', en: 'State' },
  'linkInspection.status.staffing': {
    zh: '待检查，检查人员正在按抽签规则补足',
    en: 'To be inspected; the team is being completed by the rule of the draw',
  },
  'linkInspection.status.notified': { zh: '待检查', en: 'To be inspected' },
  'linkInspection.status.joining': { zh: '正在合并为一次检查', en: 'Being merged into one visit' },
  'linkInspection.status.visited': {
    zh: '已检查，正在审核结果',
    en: 'Inspected; the result is being reviewed',
  },
  'linkInspection.status.returned': {
    zh: '已检查，正在审核结果',
    en: 'Inspected; the result is being reviewed',
  },
  'linkInspection.status.reviewed': { zh: '结果正在公示', en: 'The result is being published' },
  'linkInspection.status.rectifying': {
    zh: '请在期限内改正并报告',
    en: 'Put right what was ordered, and report, within the period',
  },
  'linkInspection.status.rechecking': { zh: '等待复查', en: 'Waits to be checked again' },
  'linkInspection.status.closed': { zh: '已办结', en: 'Closed' },
  'linkInspection.status.merged': { zh: '已合并检查', en: 'Merged into a joint visit' },
  'linkInspection.status.cancelled': { zh: '已终止', en: 'Cancelled' },
  'linkInspection.cancelled': {
    zh: '这次检查已经终止，不会有人上门检查。如果仍有人以这次检查的名义上门，请与本机关联系：{phone}。',
    en: 'This inspection has been cancelled: nobody will come. If somebody comes all the same, call the office: {phone}.',
  },
  'linkInspection.period': { zh: '检查时间', en: 'When' },
  'linkInspection.period.value': { zh: '{from}至{to}期间', en: 'Between {from} and {to}' },
  'linkInspection.arrived': { zh: '检查人员到场', en: 'The inspectors came' },
  'linkInspection.basis': { zh: '检查缘由', en: 'Why' },
  'linkInspection.basis.drawn': {
    zh: '在“双随机、一公开”抽查中被随机抽取（抽签编号：{draw}）',
    en: 'Drawn by lot (draw {draw})',
  },
  'linkInspection.basis.mandatory': {
    zh: '属于依法必须实施实地检查的机构（专利代理管理办法第四十条第二款）',
    en: 'The law orders that it be inspected on site (专利代理管理办法第四十条第二款)',
  },
  'linkInspection.basis.targeted': {
    zh: '依照{basis}实施定向检查，检查人员由抽签随机选派（抽签编号：{draw}）',
    en: 'A targeted check under {basis}; the inspectors were drawn by lot (draw {draw})',
  },
  'linkInspection.joint': {
    zh: '本次与检查 {numbers} 合并为一次上门检查。',
    en: 'Held together with inspection {numbers}, in one visit.',
  },
  'linkInspection.team': { zh: '检查人员', en: 'Who comes' },
  'linkInspection.team.role': { zh: '分工', en: 'Part' },
  'linkInspection.team.leader': { zh: '组长', en: 'Leader' },
  'linkInspection.team.member': { zh: '组员', en: 'Member' },
  'linkInspection.team.name': { zh: '姓名', en: 'Name' },
  'linkInspection.team.certificate': { zh: '行政执法证号', en: 'Certificate' },
  'linkInspection.team.unit': { zh: '工作单位', en: 'Unit' },
  'linkInspection.team.none': {
    zh: '正在按抽签规则确定',
    en: 'Being drawn by the rule of the draw',
  },
  'linkInspection.items': { zh: '检查事项', en: 'Inspection items' },
  'linkInspection.items.name': { zh: '事项', en: 'Item' },
  'linkInspection.items.basis': { zh: '依据', en: 'Legal basis' },
  'linkInspection.items.method': { zh: '方式', en: 'Method' },
  'linkInspection.rights': { zh: '贵机构的权利', en: 'Your rights' },
  'linkInspection.rights.officers': {
    zh: '检查人员不少于两人，应当主动出示行政执法证件；不出示的，有权拒绝接受检查（行政处罚法第四十二条、第五十五条）。',
    en: 'At least two inspectors come and show their certificates unasked; otherwise you may refuse (行政处罚法第四十二条、第五十五条).',
  },
  'linkInspection.rights.check': {
    zh: '可以扫描检查人员出示的核验码，核对来人、日期和依据是否属实：{url}。',
    en: 'The code that the inspectors show tells whether people, day and basis are real: {url}.',
  },
  'linkInspection.rights.recusal': {
    zh: '认为检查人员与贵机构有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避（行政处罚法第四十三条）。',
    en: 'You may apply that an inspector with an interest or another relation to you steps back (行政处罚法第四十三条).',
  },
  'linkInspection.rights.defence': {
    zh: '有权陈述和申辩，意见记入检查记录；涉及处罚的，不得因申辩加重处罚（行政处罚法第四十五条）。',
    en: 'You may state and defend your case; it goes into the record, and a penalty is never made heavier for it (行政处罚法第四十五条).',
  },
  'linkInspection.rights.correction': {
    zh: '认为公示的检查结果有误的，可以在本页提出更正。',
    en: 'If a published result is wrong, you can say so on this page.',
  },

  'linkInspection.dates': { zh: '期限', en: 'Dates' },
  'linkInspection.dates.workingDay': { zh: '个工作日', en: 'working days' },
  'linkInspection.dates.day': { zh: '日', en: 'days' },
  'linkInspection.dates.month': { zh: '日', en: 'days' },
  'linkInspection.dates.until': { zh: '至 {date}', en: 'Until {date}' },
  'linkInspection.dates.before': {
    zh: '共 {of} {unit}，尚未开始计算。',
    en: '{of} {unit}; the count has not begun.',
  },
  'linkInspection.dates.within': {
    zh: '今天是第 {day} {unit}，共 {of} {unit}。',
    en: 'Today is day {day} of {of} {unit}.',
  },
  'linkInspection.dates.over': { zh: '已超过 {late} {unit}。', en: '{late} {unit} overdue.' },
  'linkInspection.dates.provisional': {
    zh: '日期为暂定：节假日安排公布后会自动重算。',
    en: 'The date is provisional until the holiday table is out.',
  },
  'linkInspection.dates.why': { zh: '这个日期是怎样计算的', en: 'How this date is counted' },

  'linkInspection.recusal': { zh: '申请回避', en: 'Apply for a recusal' },
  'linkInspection.recusal.goesOn': {
    zh: '回避由本机关负责人决定；决定作出之前，不停止检查（行政处罚法第四十三条）。本机关在收到申请后 {days} 个工作日内决定{mark}，决定在本页显示并书面告知。',
    en: 'The head of the office decides; until then the inspection goes on (行政处罚法第四十三条). It is decided within {days} working days of receipt{mark}, shown here and told in writing.',
  },
  'linkInspection.recusal.who': { zh: '申请谁回避', en: 'Who should step back' },
  'linkInspection.recusal.text': { zh: '理由（最多 500 字）', en: 'Reason (at most 500 characters)' },
  'linkInspection.recusal.hint': {
    zh: '说明有什么关系、为什么可能影响公正。保密：只有决定回避的人能看到，不转给该检查人员。',
    en: 'What relation there is and why it may matter. Confidential: only those who decide read it; it is not passed on to the inspector.',
  },
  'linkInspection.recusal.submit': { zh: '提交回避申请', en: 'Submit the application' },
  'linkInspection.recusal.done': {
    zh: '回避申请已收到，决定会在本页显示。检查照常进行。',
    en: 'Your application has arrived; the decision will be shown here. The inspection goes on.',
  },
  'linkInspection.recusal.made': { zh: '已提交的回避申请', en: 'Applications made' },
  'linkInspection.recusal.received': { zh: '收到', en: 'Received' },
  'linkInspection.recusal.decision': { zh: '决定', en: 'Decision' },
  'linkInspection.recusal.pending': {
    zh: '正在决定，检查照常进行',
    en: 'Being decided; the inspection goes on',
  },
  'linkInspection.recusal.granted': {
    zh: '准予回避（{date}），由抽签规则确定接替的人：{reason}',
    en: 'Granted on {date}; who takes the seat follows from the draw: {reason}',
  },
  'linkInspection.recusal.rejected': {
    zh: '不予回避（{date}）：{reason}',
    en: 'Rejected on {date}: {reason}',
  },

  'linkInspection.result': { zh: '公示的检查结果', en: 'Result as published' },
  'linkInspection.result.results': { zh: '结果', en: 'Result' },
  'linkInspection.result.on': { zh: '公示日期', en: 'Published on' },
  'linkInspection.result.version': { zh: '第 {version} 版', en: 'Version {version}' },
  'linkInspection.result.until': { zh: '公示至', en: 'Shown until' },
  'linkInspection.result.until.none': {
    zh: '没有期满日，或者随处罚结果确定',
    en: 'No last day, or set by what comes of the penalty procedure',
  },
  'linkInspection.result.withdrawn': {
    zh: '已于 {date} 停止公示：{reason}。',
    en: 'Taken down on {date}: {reason}.',
  },
  'linkInspection.correction': { zh: '公示的结果有误', en: 'The published result is wrong' },
  'linkInspection.correction.lead': {
    zh: '经核实有误的，本机关在收到后 {days} 个工作日内更正或者撤下（行政处罚法第四十八条）{mark}。',
    en: 'What is found to be wrong is corrected or taken down within {days} working days of receipt (行政处罚法第四十八条){mark}.',
  },
  'linkInspection.correction.text': {
    zh: '哪里有误（最多 500 字）',
    en: 'What is wrong (at most 500 characters)',
  },
  'linkInspection.correction.hint': {
    zh: '写明事项、公示的内容和正确的内容。请不要填写身份证号等个人信息。',
    en: 'Name the item, what is published and what would be right. Please give no personal numbers.',
  },
  'linkInspection.correction.submit': { zh: '提出更正', en: 'Ask for a correction' },
  'linkInspection.correction.done': {
    zh: '更正请求已收到，处理结果会在本页显示。',
    en: 'Your request has arrived; what comes of it will be shown here.',
  },
  'linkInspection.correction.made': { zh: '更正', en: 'Corrections' },
  'linkInspection.correction.raised': { zh: '提出', en: 'Raised' },
  'linkInspection.correction.outcome': { zh: '处理结果', en: 'Outcome' },
  'linkInspection.correction.open': { zh: '正在核实', en: 'Being looked into' },
  'linkInspection.correction.corrected': { zh: '已更正（{date}）', en: 'Corrected on {date}' },
  'linkInspection.correction.withdrawn': { zh: '已撤下（{date}）', en: 'Taken down on {date}' },
  'linkInspection.correction.kept': {
    zh: '经核实无误，保留原结果（{date}）',
    en: 'Found to be right, kept as it is ({date})',
  },

  'linkInspection.left': { zh: '已退出的检查组', en: 'Teams you have left' },
  'linkInspection.left.one': {
    zh: '检查 {number}：您已不在检查组，不能再查看。',
    en: 'Inspection {number}: you are no longer of its team and cannot see it any more.',
  },
  'linkInspection.agency': { zh: '被检查机构', en: 'Agency' },
  'linkInspection.unannounced': {
    zh: '不事先通知被检查机构，请勿透露。',
    en: 'The agency is not told beforehand. Keep it to yourself.',
  },
  'linkInspection.console': { zh: '打开检查工作页面', en: 'Open the page of the visit' },
  'linkInspection.console.hint': {
    zh: '检查表、到场登记和签字在监管工作台，需要登录。',
    en: 'Checklist, arrival and signatures are in the console, which asks you to sign in.',
  },
  'linkInspection.staffing': {
    zh: '申报回避或者不能参加',
    en: 'Recuse yourself, or say that you cannot come',
  },
  'linkInspection.staffing.lead': {
    zh: '与被检查机构有直接利害关系或者有其他关系可能影响公正执法的，应当回避（行政处罚法第四十三条）。申报须由另一人确认；确认后，由本次抽签事先公布的规则确定接替的人，任何人不能挑选。确认之前您仍是检查组成员。',
    en: 'Who has an interest in the agency, or another relation that may matter, steps back (行政处罚法第四十三条). A second person confirms; then the published rule of this draw says who takes the seat, and nobody chooses. Until then you are of the team.',
  },
  'linkInspection.staffing.reason': { zh: '原因', en: 'Reason' },
  'linkInspection.staffing.scope.recusal': {
    zh: '只退出这一次检查。',
    en: 'You leave this inspection only.',
  },
  'linkInspection.staffing.scope.absence': {
    zh: '退出本次抽签中您尚未进行的全部检查。',
    en: 'You leave all your visits of this draw that are still to come.',
  },
  'linkInspection.staffing.text': { zh: '说明（最多 500 字）', en: 'Explanation (at most 500 characters)' },
  'linkInspection.staffing.hint': {
    zh: '内容保密，系统只保存其摘要；确认人会向您核实。请不要填写病情等个人信息。',
    en: 'Confidential: only its digest is kept, and whoever confirms will ask you. Please write nothing about your health.',
  },
  'linkInspection.staffing.textWrong': {
    zh: '请填写说明，不超过 500 字',
    en: 'Explain in at most 500 characters',
  },
  'linkInspection.staffing.submit': { zh: '提交申报', en: 'Submit' },
  'linkInspection.staffing.done': {
    zh: '申报已收到，等待另一人确认。确认之前您仍是检查组成员。',
    en: 'It has arrived and waits for a second person. Until it is confirmed you are of the team.',
  },
  'linkInspection.staffing.made': { zh: '您的申报', en: 'What you have declared' },
  'linkInspection.staffing.state': { zh: '状态', en: 'State' },
  'linkInspection.staffing.pending': { zh: '等待另一人确认', en: 'Waits for a second person' },
  'linkInspection.staffing.confirmed': {
    zh: '已确认（{date}），正在按抽签规则确定接替的人',
    en: 'Confirmed on {date}; the seat is being drawn',
  },
  'linkInspection.staffing.refused': { zh: '未获确认（{date}）', en: 'Refused on {date}' },
  'linkInspection.staffing.drawn': { zh: '已由抽签规则确定接替的人', en: 'The seat has been drawn anew' },
});
