import { defineMessages } from '../../messages/message.ts';

/** What the mails about dates say. `{due}` and `{today}` are dates in words; `{what}` is the name of the date. */
export const reminderMessages = defineMessages({
  'inspection.reminder.subject': { zh: '检查事项即将到期（{number}）', en: 'A date is near ({number})' },
  'inspection.escalation.subject': { zh: '检查事项已经逾期（{number}）', en: 'A date has passed ({number})' },
  'inspection.reminder.office': {
    zh: '对{agency}的检查（编号{number}）：“{what}”的最后一日是{due}（含当日）。',
    en: 'Inspection {number} of {agency}: “{what}” is due by {due}.',
  },
  'inspection.escalation.office': {
    zh: '对{agency}的检查（编号{number}）：“{what}”已于{due}到期，至{today}逾期{days}日，仍未完成。',
    en: 'Inspection {number} of {agency}: “{what}” was due by {due}; on {today} it is {days} day(s) late.',
  },
  'inspection.reminder.agency': {
    zh: '本机关责令你单位改正的问题（检查编号{number}），改正并报告的最后一日是{due}（含当日）。',
    en: 'You were ordered to put right what an inspection found ({number}) and to report it by {due}.',
  },
  'inspection.reminder.count.workingDay': {
    zh: '今天（{today}）是第{day}个工作日，共{of}个工作日。',
    en: 'Today ({today}) is working day {day} of {of}.',
  },
  'inspection.reminder.count.day': {
    zh: '今天（{today}）是第{day}日，共{of}日。',
    en: 'Today ({today}) is day {day} of {of}.',
  },
  'inspection.reminder.provisional': {
    zh: '该日期为暂定，节假日安排公布后可能调整。',
    en: 'The date is provisional.',
  },
  'inspection.reminder.basis': { zh: '期限依据：{citation}。', en: 'Basis: {citation}. ' },
  'inspection.reminder.next.visit': {
    zh: '请尽快完成检查，由两名以上检查人员签字后提交检查记录。检查人员不能参加或者检查不能进行的，请立即在系统中申请替换或者终止。',
    en: 'Carry out the visit, sign and submit the record. If somebody cannot come or it cannot take place, ask for a replacement or the end of the case.',
  },
  'inspection.reminder.next.recusal': {
    zh: '请审查机构的回避申请，作出同意或者驳回的决定并写明理由。',
    en: 'Decide on the application for recusal and give the reason.',
  },
  'inspection.reminder.next.review': {
    zh: '请审核检查结果：通过，或者写明理由退回检查组。',
    en: 'Review the result: approve it, or send it back with a reason.',
  },
  'inspection.reminder.next.correct': {
    zh: '请按照退回理由改正检查记录，重新签字后提交。',
    en: 'Correct the record as the reviewer asked, sign and submit it again.',
  },
  'inspection.reminder.next.publicity': {
    zh: '检查结果应当按期公示。请尽快办完尚未完成的改正或者审核；审核通过后，系统自动公示。',
    en: 'The result has to be published in time: finish the correction or the review; it is published once it is approved.',
  },
  'inspection.reminder.next.rectify': {
    zh: '机构没有报告改正情况，案件已经转入复查。请检查组安排复查。',
    en: 'The agency has not reported: the team checks all the same.',
  },
  'inspection.reminder.next.recheck': {
    zh: '请检查组复查改正情况：一名成员填写复查结果，另一名成员确认。',
    en: 'Check what was put right: one member enters the result, another confirms it.',
  },
  'inspection.reminder.next.correction': {
    zh: '请核实公示的结果：由一人提出更正、撤回或者维持，另一人决定。',
    en: 'Check the published result: one person proposes, another decides.',
  },
  'inspection.reminder.next.agency': {
    zh: '请打开下面的链接，填写改正情况并上传证明材料。已经书面报送的，请与下面的联系部门确认是否收到。逾期不报告的，本机关照常复查，改正不到位的依法处理。',
    en: 'Open the link, say what you have put right and add the proof. If you have reported on paper, ask whether it has arrived.',
  },
  'inspection.reminder.open.staff': { zh: '打开检查案件', en: 'Open the case' },
  'inspection.reminder.open.inspector': { zh: '查看检查任务', en: 'See the assignment' },
  'inspection.reminder.open.agency': { zh: '填写改正情况', en: 'Report what was put right' },
});
