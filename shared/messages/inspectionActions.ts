import { defineMessages } from './message.ts';

/** Forms of the page of an inspection: what they ask, what follows, what is said when it is done. */
export const inspectionActionMessages = defineMessages({
  'inspectionPage.todo': { zh: '待办事项', en: 'What can be done now' },
  'inspectionPage.nothing.staffing': {
    zh: '检查组人数不足，等监管人员办理。您现在没有要办的事项。',
    en: 'The team is short of people; a supervisor acts on it. There is nothing for you to do now.',
  },
  'inspectionPage.nothing.notified': {
    zh: '等检查组检查并提交记录。您现在没有要办的事项。',
    en: 'The team inspects and hands in its record. There is nothing for you to do now.',
  },
  'inspectionPage.nothing.joining': {
    zh: '系统正在合并两件检查，稍后请刷新本页。',
    en: 'The two inspections are being merged. Load this page again in a moment.',
  },
  'inspectionPage.nothing.visited': {
    zh: '等没有参加检查的人审核。您现在没有要办的事项。',
    en: 'Somebody who did not inspect reviews it. There is nothing for you to do now.',
  },
  'inspectionPage.nothing.returned': {
    zh: '已退回检查组，等检查组改正后重新提交。您现在没有要办的事项。',
    en: 'The team corrects the record and hands it in again. There is nothing for you to do now.',
  },
  'inspectionPage.nothing.reviewed': {
    zh: '系统正在公示结果，稍后请刷新本页。',
    en: 'The result is being published. Load this page again in a moment.',
  },
  'inspectionPage.nothing.rectifying': {
    zh: '等机构改正并报告；到期没有报告的，自动进入复查。您现在没有要办的事项。',
    en: 'The agency puts it right and reports; without a report the check follows when the time is over. There is nothing for you to do now.',
  },
  'inspectionPage.nothing.rechecking': {
    zh: '等检查组的两名成员复查并确认。您现在没有要办的事项。',
    en: 'Two members of the team check and confirm. There is nothing for you to do now.',
  },
  'inspectionPage.nothing.closed': { zh: '已办结，没有要办的事项。', en: 'Closed: nothing is left to do.' },
  'inspectionPage.nothing.merged': {
    zh: '已合并到另一件检查，请在那一件中办理。',
    en: 'Merged into another inspection: act there.',
  },
  'inspectionPage.nothing.cancelled': {
    zh: '已终止，没有要办的事项。',
    en: 'Cancelled: nothing is left to do.',
  },
  'inspectionPage.why.inspected': {
    zh: '您参加过这次检查，不能审核它。请由没有参加检查的监管人员或者审批人员审核。',
    en: 'You took part in this inspection and cannot review it. A supervisor or approver who did not has to.',
  },
  'inspectionPage.why.cancel': {
    zh: '您提出的终止申请要由审批人员确认，不能由您自己确认。',
    en: 'You asked to cancel it; an approver has to confirm, not you.',
  },
  'inspectionPage.why.staffing': {
    zh: '您提出的或者关于您的更换申请，要由另一个人决定。',
    en: 'Somebody else decides on a request that you made or that is about you.',
  },
  'inspectionPage.stale': {
    zh: '您打开页面以后案件有变化，没有保存。您填写的内容还在，请看过最新情况后再提交',
    en: 'The case has changed since you opened the page: nothing was saved. Your entries are still here; look at the present state and send them again',
  },
  'inspectionPage.days': { zh: '日', en: 'days' },

  'inspectionPage.staffing.own': { zh: '我要回避或者不能参加', en: 'I have to step back, or cannot come' },
  'inspectionPage.staffing.other': {
    zh: '为检查人员提出回避或者更换',
    en: 'Ask that a member steps back or is replaced',
  },
  'inspectionPage.staffing.lead': {
    zh: '由另一个人决定；同意后系统按照公开的抽签规则补人，任何人不能指定。',
    en: 'Somebody else decides; then the next alternate of the draw comes in by itself. Nobody can be chosen.',
  },
  'inspectionPage.staffing.who': { zh: '检查人员', en: 'Inspector' },
  'inspectionPage.staffing.reason': { zh: '原因', en: 'Reason' },
  'inspectionPage.staffing.thisVisit': { zh: '只退出这一件检查', en: 'Leaves this inspection only' },
  'inspectionPage.staffing.allVisits': {
    zh: '退出本次抽签中所有还没有进行的检查',
    en: 'Leaves every inspection of this draw that is still to come',
  },
  'inspectionPage.staffing.text': { zh: '说明', en: 'Explanation' },
  'inspectionPage.staffing.text.hint': {
    zh: '不公开；系统只留存它的摘要作为凭证，请另行保管原件',
    en: 'Not published; only its digest is kept as proof, so keep the original yourself',
  },
  'inspectionPage.staffing.send': { zh: '提交申请', en: 'Send the request' },
  'inspectionPage.staffing.decide': { zh: '决定是否更换 {name}', en: 'Decide whether {name} is replaced' },
  'inspectionPage.staffing.request': {
    zh: '{by} 于 {at} 提出，原因：{reason}。',
    en: 'Asked for by {by} on {at}; reason: {reason}.',
  },
  'inspectionPage.staffing.confirm.one': {
    zh: '同意后此人退出这一件检查，系统按照公开的抽签规则补人并公布，不能撤回。',
    en: 'Then the person leaves this inspection; the next alternate is drawn and published. It cannot be taken back.',
  },
  'inspectionPage.staffing.confirm.all': {
    zh: '同意后此人退出本次抽签中所有还没有进行的检查，系统按照公开的抽签规则补人并公布，不能撤回。',
    en: 'Then the person leaves every inspection of this draw still to come; the next alternates are drawn and published. It cannot be taken back.',
  },
  'inspectionPage.staffing.confirm': { zh: '同意更换', en: 'Replace' },
  'inspectionPage.staffing.refuse': { zh: '不同意', en: 'Do not replace' },

  'inspectionPage.recusal.enter': {
    zh: '登记机构的书面回避申请',
    en: 'Enter an application for recusal on paper',
  },
  'inspectionPage.recusal.enter.lead': {
    zh: '机构用纸件申请检查人员回避的，在这里登记，由审批人员决定；决定前检查照常进行（行政处罚法第四十三条）。',
    en: 'When the agency applies on paper, enter it here; an approver decides, and the work goes on meanwhile (行政处罚法 art. 43).',
  },
  'inspectionPage.recusal.who': { zh: '申请谁回避', en: 'Who is to step back' },
  'inspectionPage.recusal.text': { zh: '申请理由', en: 'Reason of the application' },
  'inspectionPage.recusal.text.hint': {
    zh: '照申请书填写；只有监管人员和审批人员看得到',
    en: 'As in the application; only supervisors and approvers see it',
  },
  'inspectionPage.recusal.decide': {
    zh: '决定 {name} 是否回避',
    en: 'Decide whether {name} steps back',
  },
  'inspectionPage.recusal.applied': { zh: '机构于 {at} 申请，理由：', en: 'The agency applied on {at}:' },
  'inspectionPage.recusal.outcome': { zh: '决定', en: 'Decision' },
  'inspectionPage.recusal.outcome.missing': {
    zh: '请选择同意回避或者驳回申请',
    en: 'Choose whether the person steps back',
  },
  'inspectionPage.recusal.granted': { zh: '同意回避', en: 'The person steps back' },
  'inspectionPage.recusal.granted.hint': {
    zh: '此人退出这一件检查，系统按照公开的抽签规则补人',
    en: 'Leaves this inspection; the next alternate of the draw comes in',
  },
  'inspectionPage.recusal.rejected': { zh: '驳回申请', en: 'The application is rejected' },
  'inspectionPage.recusal.reason': { zh: '决定的理由', en: 'Reason of the decision' },
  'inspectionPage.recusal.reason.hint': {
    zh: '写进给机构的决定书',
    en: 'Stands in the decision to the agency',
  },
  'inspectionPage.recusal.send': { zh: '作出决定', en: 'Decide' },

  'inspectionPage.cancel.ask': { zh: '申请终止检查', en: 'Ask to cancel the inspection' },
  'inspectionPage.cancel.lead': {
    zh: '检查不能进行的才可以终止，由审批人员确认，并在公示网站上说明。',
    en: 'Only when the inspection cannot take place; an approver confirms, and the public site says so.',
  },
  'inspectionPage.cancel.ground': { zh: '终止的原因', en: 'Ground' },
  'inspectionPage.cancel.agency-gone.hint': {
    zh: '按抽签顺序由下一家机构递补，另开一件检查',
    en: 'The next agency of the draw steps in, with an inspection of its own',
  },
  'inspectionPage.cancel.duplicate.hint': {
    zh: '按抽签顺序由下一家机构递补，另开一件检查',
    en: 'The next agency of the draw steps in, with an inspection of its own',
  },
  'inspectionPage.cancel.no-team.hint': {
    zh: '不递补；这家机构仍在今后的抽签范围内',
    en: 'Nobody steps in; the agency stays in the pool of later draws',
  },
  'inspectionPage.cancel.reason': { zh: '情况说明', en: 'Explanation' },
  'inspectionPage.cancel.withdraw': { zh: '撤回终止申请', en: 'Withdraw the request to cancel' },
  'inspectionPage.cancel.confirm': { zh: '确认终止检查', en: 'Confirm the cancellation' },
  'inspectionPage.cancel.asked': {
    zh: '{by} 于 {at} 申请终止。原因：{ground}。说明：{reason}',
    en: 'Asked for by {by} on {at}. Ground: {ground}. Explanation: {reason}',
  },

  'inspectionPage.join.title': {
    zh: '与同一机构的另一件检查合并',
    en: 'Merge with another inspection of this agency',
  },
  'inspectionPage.join.lead': {
    zh: '同一机构同一时间有两件检查的，合并为一次上门（北京市优化营商环境条例第七十条）。这一件的事项和检查组并入所选的那一件，两边都是抽签产生的人，不需要再选人；以后只在那一件中办理，结果按各自的抽签分别记录。',
    en: 'Two inspections of one agency at one time become one visit (北京市优化营商环境条例 art. 70). The items and the team of this one join the one that you choose; all were drawn by lot, so nobody is chosen. From then on you act there, and the results are kept apart by draw.',
  },
  'inspectionPage.join.into': { zh: '并入哪一件', en: 'Into which one' },
  'inspectionPage.join.choice': {
    zh: '{origin}；检查期间 {from} 至 {to}；检查组：{team}',
    en: '{origin}; visits from {from} to {to}; team: {team}',
  },
  'inspectionPage.join.warn': { zh: '合并以后不能再分开。', en: 'They cannot be taken apart again.' },
  'inspectionPage.join.send': { zh: '合并', en: 'Merge' },

  'inspectionPage.approve.title': { zh: '审核并公示结果', en: 'Approve and publish the result' },
  'inspectionPage.approve.found': { zh: '检查组认定：{results}。', en: 'The team has found: {results}.' },
  'inspectionPage.approve.nothing': {
    zh: '没有需要改正或者移交的问题，审核通过后公示并办结。',
    en: 'Nothing has to be put right or handed over: once approved it is published and closed.',
  },
  'inspectionPage.approve.must': { zh: '按检查结果必须选择', en: 'The result asks for it' },
  'inspectionPage.approve.may': { zh: '由审核人决定', en: 'For the reviewer to decide' },
  'inspectionPage.approve.rectify': { zh: '责令限期改正', en: 'Order rectification' },
  'inspectionPage.approve.rectify.yes': { zh: '责令限期改正', en: 'Order it' },
  'inspectionPage.approve.rectify.text': { zh: '改正的内容和要求', en: 'What has to be put right' },
  'inspectionPage.approve.rectify.text.hint': {
    zh: '写进责令改正通知书',
    en: 'Stands in the order to the agency',
  },
  'inspectionPage.approve.rectify.days': { zh: '改正期限', en: 'Period' },
  'inspectionPage.approve.rectify.days.hint': { zh: '{least} 至 {most} 日', en: '{least} to {most} days' },
  'inspectionPage.approve.handOver': { zh: '移交后续处理', en: 'Hand over' },
  'inspectionPage.approve.handOver.none': { zh: '不移交', en: 'Not handed over' },
  'inspectionPage.approve.handOver.reason': { zh: '移交的理由', en: 'Reason of the hand-over' },
  'inspectionPage.approve.handOver.reason.hint': { zh: '移交的才填写', en: 'Only when it is handed over' },
  'inspectionPage.approve.comment': { zh: '审核意见', en: 'Comment' },
  'inspectionPage.approve.warn': {
    zh: '通过后结果立即公示，并通知机构，不能撤回；有误的只能走更正程序。请先看过下面的记录和材料。',
    en: 'The result is published and the agency told at once. It cannot be taken back, only corrected. Read the record and the evidence below first.',
  },
  'inspectionPage.approve.send': { zh: '审核通过并公示', en: 'Approve and publish' },
  'inspectionPage.return.title': { zh: '退回检查组改正', en: 'Send it back to the team' },
  'inspectionPage.return.lead': {
    zh: '检查组改正后要重新签字、重新提交。已退回 {returned} 次，最多 {most} 次。',
    en: 'The team corrects it, signs again and hands it in again. Sent back {returned} times, at most {most}.',
  },
  'inspectionPage.return.reason': { zh: '要改正什么', en: 'What has to be corrected' },
  'inspectionPage.return.send': { zh: '退回', en: 'Send back' },

  'inspectionPage.rectify.enter': {
    zh: '登记机构的书面改正报告',
    en: 'Enter a report of the agency on paper',
  },
  'inspectionPage.rectify.enter.lead': {
    zh: '机构用纸件报告改正情况的，在这里登记。登记后进入复查，机构不能再用链接报告。',
    en: 'When the agency reports on paper, enter it here. The check follows, and the agency can no longer report by its link.',
  },
  'inspectionPage.rectify.text': { zh: '改正情况', en: 'What was put right' },
  'inspectionPage.recheck.title': { zh: '复查改正情况', en: 'Check what was put right' },
  'inspectionPage.recheck.again': { zh: '更改复查结论', en: 'Change what the check has shown' },
  'inspectionPage.recheck.lead': {
    zh: '由原检查组一名成员复查，另一名成员确认后生效。',
    en: 'One member of the team checks, a second one confirms.',
  },
  'inspectionPage.recheck.outcome': { zh: '复查结论', en: 'What the check has shown' },
  'inspectionPage.recheck.note': { zh: '复查情况', en: 'What was found' },
  'inspectionPage.recheck.note.hint': {
    zh: '改正不到位的，写明还要改正什么：它就是第二次通知书的内容',
    en: 'If it is not enough, write what is still to be put right: that is what the second order says',
  },
  'inspectionPage.recheck.send': { zh: '提交结论', en: 'Hand it in' },
  'inspectionPage.recheck.confirm': { zh: '确认复查结论', en: 'Confirm the check' },
  'inspectionPage.recheck.found': {
    zh: '{by} 于 {at} 认定：{outcome}。',
    en: 'Found by {by} on {at}: {outcome}.',
  },
  'inspectionPage.recheck.days': { zh: '继续改正的期限', en: 'Further period' },
  'inspectionPage.recheck.warn.rectified': { zh: '确认后案件办结。', en: 'The case is then closed.' },
  'inspectionPage.recheck.warn.not-rectified': {
    zh: '确认后案件移交行政处罚程序，不能撤回。',
    en: 'The case then goes to the penalty procedure and cannot be taken back.',
  },

  'inspectionPage.correct.raise': { zh: '提出公示结果有误', en: 'Say that the published result is wrong' },
  'inspectionPage.correct.raise.lead': {
    zh: '从今天起三个工作日内更正或者撤下；由监管人员提出意见，审批人员决定。',
    en: 'It is corrected or withdrawn within three working days from today: a supervisor proposes, an approver decides.',
  },
  'inspectionPage.correct.text': { zh: '哪里有误', en: 'What is wrong' },
  'inspectionPage.propose.title': { zh: '提出更正意见', en: 'Propose a correction' },
  'inspectionPage.propose.again': { zh: '更改更正意见', en: 'Change the proposal' },
  'inspectionPage.propose.kind': { zh: '怎样更正', en: 'What is to be done' },
  'inspectionPage.propose.missing': {
    zh: '请选择更正结果或者撤下结果',
    en: 'Choose to correct or to withdraw',
  },
  'inspectionPage.propose.correct': { zh: '更正结果', en: 'Correct the result' },
  'inspectionPage.propose.withdraw': { zh: '撤下结果', en: 'Withdraw the result' },
  'inspectionPage.propose.item': { zh: '{name}：正确的结果', en: '{name}: the right result' },
  'inspectionPage.propose.obstruction': { zh: '不配合检查的情形', en: 'Form of obstruction' },
  'inspectionPage.propose.unreachable': {
    zh: '无法联系的认定方式',
    en: 'How it was found that nobody is there',
  },
  'inspectionPage.propose.note': { zh: '说明', en: 'Note' },
  'inspectionPage.propose.reason': { zh: '更正的理由', en: 'Reason' },
  'inspectionPage.propose.send': { zh: '提交审批', en: 'Hand in for decision' },
  'inspectionPage.settle.title': { zh: '决定更正', en: 'Decide on the correction' },
  'inspectionPage.settle.raised': {
    zh: '{by} 提出公示结果有误：',
    en: '{by} says that the published result is wrong:',
  },
  'inspectionPage.settle.unproposed': {
    zh: '监管人员还没有提出更正意见，现在只能决定维持原结果。',
    en: 'No supervisor has proposed anything yet: now you can only decide that the result stands.',
  },
  'inspectionPage.settle.proposed': { zh: '{by} 的意见（{reason}）：', en: 'Proposal of {by} ({reason}):' },
  'inspectionPage.settle.decision': { zh: '决定', en: 'Decision' },
  'inspectionPage.settle.missing': { zh: '请选择按意见更正或者维持原结果', en: 'Choose what is decided' },
  'inspectionPage.settle.follow': { zh: '按意见更正', en: 'As proposed' },
  'inspectionPage.settle.keep': { zh: '维持原结果', en: 'The result stands' },
  'inspectionPage.settle.reason': { zh: '维持的理由', en: 'Why it stands' },
  'inspectionPage.settle.reason.hint': {
    zh: '原样写入《更正申请处理结果告知书》，送达机构。',
    en: 'The agency is told in these words.',
  },
  'inspectionPage.settle.down': {
    zh: '公示的结果已经撤下，不会再公示。现在只能维持原结果，写明理由后办结这次更正。',
    en: 'The result has come down and is not published again: you can only decide that it stands and say why, which closes the correction.',
  },
  'inspectionPage.settle.warn': {
    zh: '更正或者撤下立即公示，原来的版本只留编号、日期和原因，不能撤回。',
    en: 'A correction or withdrawal is published at once; of the earlier version number, day and reason stay. It cannot be taken back.',
  },
  'inspectionPage.settle.send': { zh: '作出决定', en: 'Decide' },

  'inspectionPage.done.request-staffing': {
    zh: '申请已提交，等另一个人决定',
    en: 'The request was sent; somebody else decides',
  },
  'inspectionPage.done.decide-staffing': { zh: '已作出决定', en: 'Decided' },
  'inspectionPage.done.apply-recusal': {
    zh: '回避申请已登记，等审批人员决定',
    en: 'The application was entered; an approver decides',
  },
  'inspectionPage.done.decide-recusal': {
    zh: '已作出决定，决定书随后送机构',
    en: 'Decided; the agency gets the decision',
  },
  'inspectionPage.done.request-cancel': {
    zh: '终止申请已提交，等审批人员确认',
    en: 'The request was sent; an approver confirms',
  },
  'inspectionPage.done.withdraw-cancel': { zh: '终止申请已撤回', en: 'The request was withdrawn' },
  'inspectionPage.done.cancel': {
    zh: '检查已终止，已经知道本次检查的机构和检查人员随后收到通知',
    en: 'The inspection is cancelled; the agency and the team are told if they knew of it',
  },
  'inspectionPage.done.join': { zh: '正在合并', en: 'They are being merged' },
  'inspectionPage.done.return': { zh: '已退回检查组', en: 'Sent back to the team' },
  'inspectionPage.done.approve': { zh: '审核通过，正在公示', en: 'Approved; it is being published' },
  'inspectionPage.done.recheck': {
    zh: '复查结论已提交，等另一名成员确认',
    en: 'Handed in; a second member confirms',
  },
  'inspectionPage.done.confirm-recheck': { zh: '复查结论已确认', en: 'The check is confirmed' },
  'inspectionPage.done.answer-rectification': {
    zh: '改正报告已登记，进入复查',
    en: 'The report was entered; the check follows',
  },
  'inspectionPage.done.raise-correction': {
    zh: '已提出，三个工作日内办理',
    en: 'Raised; it is settled within three working days',
  },
  'inspectionPage.done.propose-correction': {
    zh: '更正意见已提交，等审批人员决定',
    en: 'Proposed; an approver decides',
  },
  'inspectionPage.done.settle-correction': {
    zh: '已作出决定，告知书随后送机构',
    en: 'Decided; the agency is told',
  },
});
