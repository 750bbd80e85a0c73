import { defineMessages } from './message.ts';

/** Notices, their delivery and their service. */
export const noticeMessages = defineMessages({
  'notice.status.issued': { zh: '已制作', en: 'Issued' },
  'notice.status.queued': { zh: '待发送', en: 'Waiting to be sent' },
  'notice.status.sent': { zh: '已发送', en: 'Sent' },
  'notice.status.delivered': { zh: '已确认收到', en: 'Receipt confirmed' },
  'notice.status.bounced': { zh: '未送到', en: 'Not delivered' },
  'notice.status.served': { zh: '已另行送达', en: 'Served by other means' },
  'notice.service.internal': { zh: '内部通知', en: 'Internal' },
  'notice.service.electronic': { zh: '电子送达', en: 'Electronic service' },
  'notice.service.courtesy': { zh: '副本（不具有送达效力）', en: 'Courtesy copy (no service)' },
  'notice.service.paper': { zh: '纸质送达', en: 'Service on paper' },
  'notice.service.shown': { zh: '查询页展示', en: 'Shown on the status page' },
  'notice.task.serve-on-paper': { zh: '另行送达纸质文书', en: 'Serve on paper' },
  'notice.task.serve-by-other-means': { zh: '以其他方式送达', en: 'Serve by other means' },
  'notice.command.mark-served': { zh: '登记送达', en: 'Record service' },
  'notice.command.mark-bounced': { zh: '登记退信', en: 'Record a returned mail' },
  'notice.command.requeue': { zh: '更正地址后重新发送', en: 'Send again to a corrected address' },
  'notice.command.confirm-receipt': { zh: '确认收到', en: 'Confirm receipt' },
  'notice.failure.outcome-unknown': {
    zh: '两次发送都没有得到邮件服务器的答复，收件人可能已经收到',
    en: 'Two attempts ended without an answer of the mail server: the recipient may have it',
  },
  'notice.failure.attempts-exhausted': { zh: '多次发送未成功', en: 'Too many attempts failed' },
  'notice.failure.address-invalid': { zh: '邮箱地址无效', en: 'The address is not valid' },
  'notice.failure.returned': { zh: '邮件被退回', en: 'The mail was returned' },
  'notice.failure.refused': { zh: '邮件服务器拒收', en: 'Refused by the mail server' },
  'case.stale': {
    zh: '有人刚刚办理了此事项，没有执行您的操作。请查看最新状态后再办理',
    en: 'Someone has just acted on this; nothing was done. Look at the current state first',
  },
  'notice.unknown': { zh: '没有这份通知', en: 'There is no such notice' },
  'notice.state': {
    zh: '这份通知现在的状态是“{status}”，不能这样办理',
    en: 'The notice is in the state “{status}”: this cannot be done now',
  },
  'notice.address': { zh: '请填写一个有效的邮箱地址', en: 'Enter one valid address' },
  'notice.address.same': { zh: '与现在的地址相同', en: 'This is the address it already has' },
  'notice.served.date': {
    zh: '请填写送达日期，不早于文书日期、不晚于今天',
    en: 'Enter the date of service: not before the paper, not after today',
  },
  'notice.served.method': { zh: '请选择送达方式', en: 'Choose how it was served' },
  'notice.served.note': { zh: '请选择送达情况', en: 'Choose what the record of service says' },
});
