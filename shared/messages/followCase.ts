import { defineMessages } from './message.ts';

/** One complaint or report, as whoever filed it sees it. */
export const followCaseMessages = defineMessages({
  'followCase.title.complaint': { zh: '投诉：{agency}', en: 'Complaint about {agency}' },
  'followCase.title.report': { zh: '举报：{agency}', en: 'Report about {agency}' },
  'followCase.what.complaint': {
    zh: '投诉：您要求解决您与该机构之间的争议。',
    en: 'A complaint: you ask for your dispute with the agency to be settled.',
  },
  'followCase.what.report': {
    zh: '举报：您反映了涉嫌违法的线索。被举报人不会知道有人举报，也不会知道是谁举报（第三十七条）。',
    en: 'A report: you told of a suspected breach. The agency learns neither that there is a report nor who made it (art. 37).',
  },
  'followCase.number': { zh: '编号', en: 'Number' },
  'followCase.number.none': { zh: '承办人接手后编号', en: 'Given when somebody takes it in hand' },
  'followCase.received': { zh: '收到日期', en: 'Received' },
  'followCase.kind': { zh: '类别', en: 'Kind' },
  'followCase.now': { zh: '目前进展', en: 'Where it stands' },

  'followCase.status.complaint.received': {
    zh: '本机关已收到，正在决定是否受理。',
    en: 'The office has it and is deciding whether to accept it.',
  },
  'followCase.status.complaint.mediating': {
    zh: '本机关已受理，正在组织调解。',
    en: 'The office has accepted it and is mediating.',
  },
  'followCase.status.complaint.telling': {
    zh: '调解已终止，本机关正在告知双方。',
    en: 'The mediation has ended; the office is telling both sides.',
  },
  'followCase.status.complaint.closed': { zh: '投诉已办结。', en: 'The complaint has been dealt with.' },
  'followCase.status.complaint.refused': {
    zh: '本机关决定不予受理，理由见下。',
    en: 'The office has not accepted it; the reason stands below.',
  },
  'followCase.status.complaint.withdrawn': { zh: '您已撤回投诉。', en: 'You have withdrawn the complaint.' },
  'followCase.status.complaint.transferred': {
    zh: '已转交有权处理的机关，去向见下。',
    en: 'It has been handed to an office with the power; where to, stands below.',
  },
  'followCase.status.report.received': {
    zh: '本机关已收到，等待核查。',
    en: 'The office has it; it waits to be verified.',
  },
  'followCase.status.report.verifying': { zh: '本机关正在核查。', en: 'The office is verifying it.' },
  'followCase.status.report.decided': {
    zh: '本机关已作出是否立案的决定，结果见这一件的“办理经过”。',
    en: 'The office has decided whether to file a case; see “What has happened” of this case.',
  },
  'followCase.status.report.telling': {
    zh: '本机关已作出是否立案的决定，正在告知举报人。',
    en: 'The office has decided whether to file a case and is telling who reported.',
  },
  'followCase.status.report.closed': {
    zh: '举报已办结，结果见这一件的“办理经过”。',
    en: 'The report has been dealt with; see “What has happened” of this case.',
  },
  'followCase.status.report.transferred': {
    zh: '已转交有权处理的机关，去向见下。',
    en: 'It has been handed to an office with the power; where to, stands below.',
  },

  'followCase.dates': { zh: '期限', en: 'By when' },
  'followCase.dates.none': { zh: '目前没有正在计算的期限。', en: 'No period runs at present.' },
  'followCase.dates.law': { zh: '依据：', en: 'By:' },
  'followCase.rest': {
    zh: '自 {from} 起期限暂停计算：{reason}。暂停的天数不计入期限，恢复后重新算出最后一日。',
    en: 'Since {from} the clock is stopped: {reason}. These days do not count; the last day is counted anew afterwards.',
  },
  'followCase.overdue': {
    zh: '本机关已超过期限。您可以发消息催办，也可以向本机关的上级机关反映。',
    en: 'The office is late. You can write to it here, or turn to the authority above it.',
  },

  'followCase.events': { zh: '办理经过', en: 'What has happened' },
  'followCase.event.received': { zh: '本机关收到', en: 'Received by the office' },
  'followCase.event.taken': { zh: '已由承办人接手', en: 'Taken in hand' },
  'followCase.event.accepted': { zh: '决定受理', en: 'Accepted' },
  'followCase.event.refused': { zh: '决定不予受理', en: 'Not accepted' },
  'followCase.event.asked': { zh: '请您补充材料', en: 'You were asked for something' },
  'followCase.event.answered': { zh: '补充材料已收到', en: 'What was asked for has come' },
  'followCase.event.sitting': { zh: '进行了调解', en: 'A sitting of the mediation' },
  'followCase.event.rested': { zh: '期限暂停计算', en: 'The clock was stopped' },
  'followCase.event.resumed': { zh: '期限恢复计算', en: 'The clock runs again' },
  'followCase.event.extended': { zh: '经批准延长期限', en: 'The period was extended with approval' },
  'followCase.event.mediationEnded': { zh: '调解终止', en: 'The mediation ended' },
  'followCase.event.filed': { zh: '决定立案', en: 'It was decided to file a case' },
  'followCase.event.notFiled': { zh: '决定不予立案', en: 'It was decided not to file a case' },
  'followCase.event.transferred': { zh: '转交：{to}', en: 'Handed to {to}' },
  'followCase.event.returned': { zh: '已退回本机关，继续办理', en: 'Sent back; the office goes on' },
  'followCase.event.told': { zh: '已告知您', en: 'You were told' },
  'followCase.event.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'followCase.event.closed': { zh: '办结', en: 'Dealt with' },
  'followCase.event.office': { zh: '本机关', en: 'The office' },
  'followCase.refused.ways': {
    zh: '您还可以：与经营者协商和解；请求消费者协会或者依法成立的其他调解组织调解；根据与经营者达成的仲裁协议提请仲裁；向人民法院提起诉讼（消费者权益保护法第三十九条）。',
    en: 'Other ways are open: settle with the agency; ask a consumers’ association or another lawful body to mediate; arbitration, if you agreed on it; or the court (Consumer Protection Law, art. 39).',
  },

  'followCase.do': { zh: '现在可以做什么', en: 'What you can do now' },
  'followCase.do.write': { zh: '给本机关发消息', en: 'Write to the office' },
  'followCase.do.files': { zh: '补充文件', en: 'Send files' },
  'followCase.do.withdraw': { zh: '撤回投诉', en: 'Withdraw the complaint' },

  'followCase.asked': { zh: '请您补充', en: 'The office asks you' },
  'followCase.asked.identity': { zh: '身份证明材料', en: 'Proof of who you are' },
  'followCase.asked.documents': { zh: '文件材料', en: 'Documents' },
  'followCase.asked.until': { zh: '请在 {date} 之前补充', en: 'By {date}' },
  'followCase.asked.how': {
    zh: '先在“补充文件”发送，或者用消息说明；全部发完后按下面的按钮。',
    en: 'Send it under “Send files”, or write a message. When everything is there, press the button.',
  },
  'followCase.asked.done': { zh: '已全部补充', en: 'I have sent everything' },
  'followCase.asked.taken': {
    zh: '已告知本机关材料补充完毕。',
    en: 'The office has been told that everything is there.',
  },

  'followCase.messages': { zh: '与本机关的消息', en: 'Messages with the office' },
  'followCase.messages.none': { zh: '还没有消息。', en: 'There are no messages yet.' },
  'followCase.messages.you': { zh: '您', en: 'You' },
  'followCase.messages.office': { zh: '本机关', en: 'The office' },
  'followCase.message': { zh: '消息内容', en: 'Your message' },
  'followCase.message.hint': {
    zh: '最多 {most} 个字。只有承办您这一件的工作人员看得到。匿名的，请不要写能认出您的内容。',
    en: 'At most {most} characters. Only those who handle your case read it. If you are anonymous, write nothing by which you could be known.',
  },
  'followCase.message.send': { zh: '发送', en: 'Send' },
  'followCase.message.sent': { zh: '消息已发送。', en: 'Your message has been sent.' },

  'followCase.files': { zh: '您提交的文件', en: 'Files you have sent' },
  'followCase.files.none': { zh: '没有文件。', en: 'No files.' },
  'followCase.files.name': { zh: '文件', en: 'File' },
  'followCase.files.at': { zh: '提交日期', en: 'Sent' },
  'followCase.files.state': { zh: '状态', en: 'State' },
  'followCase.files.checked': { zh: '已保存', en: 'Kept' },
  'followCase.files.waiting': { zh: '正在检查', en: 'Being checked' },
  'followCase.files.lost': {
    zh: '未能保存，请重新提供',
    en: 'Could not be kept: please send it again',
  },
  'followCase.files.erased': { zh: '保存期满，已删除', en: 'Erased after its period' },

  'followCase.papers': { zh: '给您的文书', en: 'Official papers to you' },
  'followCase.papers.none': { zh: '还没有文书。', en: 'There are no papers yet.' },
  'followCase.papers.paper': { zh: '文书', en: 'Paper' },
  'followCase.papers.number': { zh: '文号', en: 'Number' },
  'followCase.papers.date': { zh: '日期', en: 'Date' },
  'followCase.file': { zh: '选择文件', en: 'Choose a file' },
  'followCase.file.limits': {
    zh: '{types}，每个不超过 {megabytes} MB，还可以补充 {room} 个。',
    en: '{types}, at most {megabytes} MB each; {room} more can be sent.',
  },
  'followCase.file.send': { zh: '上传', en: 'Upload' },
  'followCase.file.paused': {
    zh: '您所在的网络短时间内上传太多。请在大约 {minutes} 分钟后再打开本页上传。',
    en: 'There were too many uploads from your network. Open this page again in about {minutes} minutes.',
  },
  'followCase.file.full': {
    zh: '补充文件的数量已满。需要补充更多的，请先发消息联系本机关。',
    en: 'No more files fit. If you need to send more, first write to the office.',
  },
  'followCase.arrived.title': { zh: '文件已上传', en: 'The file is uploaded' },
  'followCase.arrived.text': {
    zh: '按下按钮，文件才会交给本机关。',
    en: 'It reaches the office when you press the button.',
  },
  'followCase.arrived.send': { zh: '交给本机关', en: 'Hand it to the office' },
  'followCase.arrived.done': { zh: '文件已交给本机关。', en: 'The file has been handed to the office.' },
  'followCase.arrived.refused': { zh: '文件不能接收', en: 'The file cannot be taken' },
  'followCase.back': { zh: '返回这一件', en: 'Back to the case' },
  'followCase.all': { zh: '全部', en: 'All cases' },

  'followCase.withdraw.title': { zh: '撤回投诉', en: 'Withdraw the complaint' },
  'followCase.withdraw.before': {
    zh: '撤回后，本机关不再处理您的投诉，不能恢复。您仍可以另行起诉或者申请仲裁。',
    en: 'The office then no longer handles your complaint, and this cannot be undone. You can still go to court or to arbitration.',
  },
  'followCase.withdraw.mediating': {
    zh: '撤回后，本机关终止调解，并告知您和被投诉人（{citation}），不能恢复。您仍可以另行起诉或者申请仲裁。',
    en: 'The office then ends the mediation and tells you and the agency ({citation}); this cannot be undone. You can still go to court or to arbitration.',
  },
  'followCase.withdraw.report': {
    zh: '您同时提交的举报不受影响，继续核查。',
    en: 'The report that you filed with it is not touched: it is still verified.',
  },
  'followCase.withdraw.reason': { zh: '撤回的理由', en: 'Why you withdraw it' },
  'followCase.withdraw.button': { zh: '确认撤回', en: 'Withdraw it' },
  'followCase.withdraw.done': { zh: '投诉已撤回。', en: 'The complaint has been withdrawn.' },
});
