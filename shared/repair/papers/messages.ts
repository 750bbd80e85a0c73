import { defineMessages } from '../../messages/message.ts';

/** Mails to the office about dates: the application, what is due, and the link. */
export const repairReminderMessages = defineMessages({
  'repair.reminder.subject': { zh: '信用修复办理事项即将到期（{number}）', en: 'A date is near ({number})' },
  'repair.escalation.subject': {
    zh: '信用修复办理事项已经逾期（{number}）',
    en: 'A date has passed ({number})',
  },
  'repair.reminder.office': {
    zh: '信用修复申请（{number}）：“{what}”的最后一日是{due}（含当日）。',
    en: 'Credit repair on {number}: “{what}” is due by {due}.',
  },
  'repair.escalation.office': {
    zh: '信用修复申请（{number}）：“{what}”已于{due}到期，至{today}逾期{days}日，仍未完成。',
    en: 'Credit repair on {number}: “{what}” was due by {due}; on {today} it is {days} day(s) late.',
  },
  'repair.reminder.basis': { zh: '期限依据：{citation}。', en: 'Basis: {citation}.' },
  'repair.reminder.next': { zh: '请登录后办理。', en: 'Sign in and act on it.' },
  'repair.reminder.open': { zh: '打开申请', en: 'Open the application' },
});
