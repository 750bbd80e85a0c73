import { defineMessages } from './message.ts';

/** Console pages with the papers of complaints and reports. */
export const complaintPaperMessages = defineMessages({
  'complaintPapers.title': { zh: '{number}：文书和邮件', en: '{number}: papers and mails' },
  'complaintPapers.envelope': {
    zh: '文书上没有投诉人、举报人的身份。需要邮寄的，先申请查看身份信息并经他人同意，再写信封。',
    en: 'No paper names the filer. To post one, first ask to see the identity, and write the envelope when a second person has agreed.',
  },
  'complaintPapers.mails': { zh: '发给投诉人、举报人的邮件', en: 'Mails to the filer' },
  'complaintPapers.mails.none': { zh: '没有邮件', en: 'No mails' },
  'complaintPapers.mail.ordered': { zh: '时间', en: 'Ordered' },
  'complaintPapers.mail.about': { zh: '内容', en: 'About' },
  'complaintPapers.mail.about.received': { zh: '已收到', en: 'Received' },
  'complaintPapers.mail.about.form': { zh: '有新文书', en: 'A new paper' },
  'complaintPapers.mail.about.message': { zh: '有新消息', en: 'A new message' },
  'complaintPapers.mail.status.queued': { zh: '待发送', en: 'Waiting to be sent' },
  'complaintPapers.mail.status.sent': { zh: '已发送', en: 'Sent' },
  'complaintPapers.mail.status.bounced': { zh: '未送到', en: 'Not delivered' },
  'complaintPapers.mail.status.told': { zh: '已另行告知', en: 'Told otherwise' },
  'complaintPapers.mail.tell': { zh: '登记已另行告知', en: 'Record that they were told otherwise' },
  'complaintPapers.open': {
    zh: '投诉举报：待送达、待告知',
    en: 'Complaints and reports: to be served or told',
  },
  'complaintPapers.open.lead': { zh: '共 {total} 项', en: '{total} in all' },
  'complaintPapers.open.papers': { zh: '待送达的文书', en: 'Papers to be served' },
  'complaintPapers.open.mails': {
    zh: '未送到的邮件（请用其他方式告知）',
    en: 'Mails that did not arrive: tell the filer otherwise',
  },
  'complaintPapers.open.none': { zh: '没有', en: 'None' },
  'complaintPapers.case': { zh: '案件', en: 'Case' },
  'complaintPapers.failure': { zh: '未成功的原因', en: 'Why it failed' },
  'complaintPapers.due': { zh: '投诉举报文书待送达', en: 'Papers on complaints to be served' },
  'complaintPapers.told': { zh: '已登记。', en: 'Recorded.' },
  'filerMail.unknown': { zh: '没有这封邮件。', en: 'There is no such mail.' },
  'filerMail.state': {
    zh: '邮件已经发出，不需要另行告知。',
    en: 'The mail was sent: nobody has to be told otherwise.',
  },
  'notice.failure.identity-gone': {
    zh: '没有邮箱地址，或者身份信息已经清除',
    en: 'There is no address, or the identity was erased',
  },
  'notice.failure.VAULT': { zh: '暂时不能读取邮箱地址', en: 'The address could not be read just now' },
});
