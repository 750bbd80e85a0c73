import { defineMessages } from '../../messages/message.ts';

/** Mails about dates: to the office the number, what is due and the link; to the party the day for paying. */
export const penaltyReminderMessages = defineMessages({
  'penalty.reminder.subject': { zh: '办理事项即将到期（{number}）', en: 'A date is near ({number})' },
  'penalty.escalation.subject': { zh: '办理事项已经逾期（{number}）', en: 'A date has passed ({number})' },
  'penalty.reminder.office': {
    zh: '行政处罚案件 {number}：“{what}”的最后一日是{due}（含当日）。',
    en: 'Penalty case {number}: “{what}” is due by {due}.',
  },
  'penalty.escalation.office': {
    zh: '行政处罚案件 {number}：“{what}”已于{due}到期，至{today}逾期{days}日，仍未完成。',
    en: 'Penalty case {number}: “{what}” was due by {due}; on {today} it is {days} day(s) late.',
  },
  'penalty.reminder.count.workingDay': {
    zh: '今天（{today}）是第{day}个工作日，共{of}个工作日。',
    en: 'Today ({today}) is working day {day} of {of}.',
  },
  'penalty.reminder.count.day': {
    zh: '今天（{today}）是第{day}日，共{of}日。',
    en: 'Today ({today}) is day {day} of {of}.',
  },
  'penalty.reminder.provisional': {
    zh: '该日期为暂定，节假日安排公布后可能调整。',
    en: 'The date is provisional.',
  },
  'penalty.reminder.basis': { zh: '期限依据：{citation}。', en: 'Basis: {citation}.' },
  'penalty.reminder.next': { zh: '请登录后办理。', en: 'Sign in and act on it.' },
  'penalty.reminder.open': { zh: '打开案件', en: 'Open the case' },
  'penalty.reminder.party.subject': {
    zh: '缴纳期限即将届满（{number}）',
    en: 'The time for paying is nearly over ({number})',
  },
  'penalty.reminder.party': {
    zh: '行政处罚决定书 {number}：缴纳罚没款的最后一日是{due}（含当日）。',
    en: 'Decision {number}: what was imposed is to be paid by {due}.',
  },
  'penalty.reminder.party.next': {
    zh: '请凭随决定书送达的缴款书缴纳；已经缴纳的，请不必理会本邮件。',
    en: 'Pay with the slip that came with the decision. If you have paid, ignore this mail.',
  },
  'penalty.reminder.party.open': { zh: '查看决定和缴纳方式', en: 'See the decision and how to pay' },
});
