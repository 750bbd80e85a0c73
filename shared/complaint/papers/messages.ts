import { defineMessages } from '../../messages/message.ts';

/** Mails to filers: nothing of who they are, of the matter, or of whom it is about. */
export const filerMailMessages = defineMessages({
  'filerMail.subject': {
    zh: '{office}：您提交的事项有新进展',
    en: '{office}: news on what you have submitted',
  },
  'filerMail.greeting': { zh: '您好：', en: 'Good day,' },
  'filerMail.received': {
    zh: '{office}已经收到您在网上提交的事项。',
    en: '{office} has received what you have submitted.',
  },
  'filerMail.news': {
    zh: '您向{office}提交的事项有新进展。',
    en: 'There is news on what you have submitted to {office}.',
  },
  'filerMail.open.how': {
    zh: '请打开查询页，输入您保存的回执码查看。',
    en: 'Open the status page and enter the code that you have kept.',
  },
  'filerMail.open': { zh: '打开查询页', en: 'Open the status page' },
  'filerMail.confirm.why': {
    zh: '请打开下面的链接，确认这个邮箱是您的。确认以后，遗失回执码时可以凭这个邮箱找回。',
    en: 'Open the link to confirm that this mailbox is yours. Then you can get your code back here if you lose it.',
  },
  'filerMail.confirm': { zh: '确认邮箱', en: 'Confirm the mailbox' },
  'filerMail.follow': {
    zh: '办理情况可以随时凭回执码查看：{link}',
    en: 'See at any time how it stands, with your code: {link}',
  },
  'filerMail.codeless': {
    zh: '本邮件不含回执码，也不含您提交的内容。',
    en: 'This mail holds neither your code nor anything of what you have submitted.',
  },
  'filerMail.stranger': {
    zh: '如果您没有提交过，请不必理会本邮件。',
    en: 'If you have submitted nothing, ignore this mail.',
  },
  'filerMail.noReply': {
    zh: '本邮件由系统发出，请勿直接回复。',
    en: 'This mail was sent by a machine: do not answer it.',
  },
  'filerMail.lost': {
    zh: '有人在{office}的查询页用这个邮箱申请新的回执码。新的回执码如下，原来的回执码已经失效：',
    en: 'Somebody asked on the status page of {office} for a new code for this mailbox. Here it is; the old one no longer opens anything:',
  },
  'filerMail.lost.keep': {
    zh: '请抄下或者打印新的回执码后删除本邮件。谁有回执码，谁就能查看您提交的事项。',
    en: 'Write the new code down or print it, then delete this mail: whoever has the code sees what you have submitted.',
  },
  'filerMail.release.subject': { zh: '{office}：请确认提交', en: '{office}: confirm that you want to send' },
  'filerMail.release': {
    zh: '您在{office}的网页上填写的内容还没有提交。请打开下面的链接，按“是我填写的”，再回到填写的页面提交。链接一小时内有效。',
    en: 'What you have written on the pages of {office} has not been sent yet. Open the link, press “It was me”, then go back to the form and send it. The link is good for an hour.',
  },
  'filerMail.release.open': { zh: '确认是我填写的', en: 'Confirm that it was me' },
});

/** Mails to the office about dates: the number, what is due, and the link; nothing of the matter or who filed. */
export const complaintReminderMessages = defineMessages({
  'complaint.reminder.subject': { zh: '办理事项即将到期（{number}）', en: 'A date is near ({number})' },
  'complaint.escalation.subject': { zh: '办理事项已经逾期（{number}）', en: 'A date has passed ({number})' },
  'complaint.reminder.office': {
    zh: '{kind} {number}：“{what}”的最后一日是{due}（含当日）。',
    en: '{kind} {number}: “{what}” is due by {due}.',
  },
  'complaint.escalation.office': {
    zh: '{kind} {number}：“{what}”已于{due}到期，至{today}逾期{days}日，仍未完成。',
    en: '{kind} {number}: “{what}” was due by {due}; on {today} it is {days} day(s) late.',
  },
  'complaint.reminder.count.workingDay': {
    zh: '今天（{today}）是第{day}个工作日，共{of}个工作日。',
    en: 'Today ({today}) is working day {day} of {of}.',
  },
  'complaint.reminder.count.day': {
    zh: '今天（{today}）是第{day}日，共{of}日。',
    en: 'Today ({today}) is day {day} of {of}.',
  },
  'complaint.reminder.provisional': {
    zh: '该日期为暂定，节假日安排公布后可能调整。',
    en: 'The date is provisional.',
  },
  'complaint.reminder.basis': { zh: '期限依据：{citation}。', en: 'Basis: {citation}.' },
  'complaint.reminder.next': { zh: '请登录后办理。', en: 'Sign in and act on it.' },
  'complaint.reminder.open': { zh: '打开案件', en: 'Open the case' },
});
