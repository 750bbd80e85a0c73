import { defineMessages } from './message.ts';

/** The pages on which somebody follows a complaint or report by its receipt code. */
export const followMessages = defineMessages({
  'follow.title': { zh: '查询投诉、举报办理情况', en: 'Follow a complaint or report' },
  'follow.lead': {
    zh: '用回执码查看办理到哪一步、依据哪一条规定在什么时候之前办完，并与本机关互发消息。不需要账号，不需要说明您是谁。',
    en: 'With the receipt code you see how far it has come, by when it has to be done and by which rule, and you and the office can write to each other. You need no account and need not say who you are.',
  },
  'follow.code': { zh: '回执码', en: 'Receipt code' },
  'follow.code.hint': {
    zh: '18 位数字，例如 482 913 550 172 904 418。空格、横线和全角数字都可以。',
    en: '18 digits, such as 482 913 550 172 904 418. Spaces, dashes and full-width digits do no harm.',
  },
  'follow.open': { zh: '查看', en: 'Show' },
  'follow.lost.link': { zh: '回执码丢失了', en: 'I have lost the code' },
  'follow.privacy': {
    zh: '本页不记录您的网络地址。打开后 {minutes} 分钟没有操作，查询自动结束；用别人的设备或者公用设备的，看完请按“结束查询”。',
    en: 'Your network address is not recorded. After {minutes} minutes without a click the page closes by itself; on a device that others use, press “Leave” when you are done.',
  },
  'follow.ended.title': { zh: '查询已结束', en: 'The page has closed' },
  'follow.ended.text': {
    zh: '已有 {minutes} 分钟没有操作，或者您已结束查询。请重新输入回执码。',
    en: 'There was no click for {minutes} minutes, or you have left. Enter your receipt code again.',
  },
  'follow.ended.yours': {
    zh: '您刚才写的内容没有发送，请复制后重新打开：',
    en: 'What you wrote was not sent. Copy it, and open your case again:',
  },
  'follow.again': { zh: '重新输入回执码', en: 'Enter the receipt code again' },
  'follow.left': {
    zh: '已结束查询，这台设备上不再能打开。',
    en: 'You have left: nothing can be opened on this device any more.',
  },
  'follow.leave': { zh: '结束查询', en: 'Leave' },
  'follow.until': {
    zh: '{time} 前没有操作，本页自动关闭。',
    en: 'Without a click, this page closes at {time}.',
  },
  'follow.cases.title': { zh: '您的投诉、举报', en: 'Your complaints and reports' },
  'follow.cases.two': {
    zh: '您提交的内容既要求解决争议，又反映违法线索，依法分成两件分别办理（令第121号第九条），期限各自计算。',
    en: 'You asked for a dispute to be settled and told of a breach: by law these are two cases with periods of their own (Order 121, art. 9).',
  },
  'follow.cases.open': { zh: '查看这一件', en: 'Open this case' },
  'follow.cases.unread': { zh: '有 {count} 条新消息', en: 'New messages: {count}' },
  'follow.cases.asked': { zh: '需要您补充材料', en: 'The office asks you for something' },

  'follow.lost.title': { zh: '找回回执码', en: 'Get a new receipt code' },
  'follow.lost.lead': {
    zh: '实名提交并确认过电子邮箱的，可以用该邮箱领取新的回执码。',
    en: 'If you filed under your name and confirmed your mail address, a new code is mailed there.',
  },
  'follow.lost.mail': { zh: '提交时填写的电子邮箱', en: 'The mail address that you gave' },
  'follow.lost.send': { zh: '发送新的回执码', en: 'Send a new code' },
  'follow.lost.what': {
    zh: '新的回执码发出后，原回执码立即作废。',
    en: 'Once the new code is sent, the old one opens nothing any more.',
  },
  'follow.lost.anonymous': {
    zh: '匿名举报没有留下联系方式，回执码丢失后无法找回，但举报照常办理。',
    en: 'An anonymous report left no address: a lost code cannot be got back. The report is handled all the same.',
  },
  'follow.lost.mail.missing': { zh: '请填写电子邮箱。', en: 'Enter a mail address.' },
  'follow.lost.mail.wrong': {
    zh: '请填写完整的电子邮箱，例如 name@example.cn。',
    en: 'Enter a whole mail address, such as name@example.cn.',
  },
  'follow.lost.sent.title': { zh: '已收到您的请求', en: 'Your request has been taken' },
  'follow.lost.sent.text': {
    zh: '如果用这个邮箱提交过并且确认过邮箱，新的回执码会在几分钟内发到该邮箱。同一邮箱一小时内只发一次。没有收到的，请查看垃圾邮件，或者联系本机关。',
    en: 'If something was filed with this address and the address was confirmed, a new code arrives there within minutes, once an hour at most. If none comes, look among unwanted mail or contact the office.',
  },
  'follow.lost.sent.why': {
    zh: '无论有没有提交过，本页的回答都相同：这样别人不能用您的邮箱查出您是否投诉、举报过。',
    en: 'This answer is always the same: so nobody can find out by your address whether you have filed.',
  },
  'follow.contact': { zh: '联系本机关', en: 'Contact the office' },

  'follow.confirm.title': { zh: '确认电子邮箱', en: 'Confirm your mail address' },
  'follow.confirm.text': {
    zh: '确认后，本机关可以用这个邮箱通知您，回执码丢失时也可以用它领取新的回执码。',
    en: 'Then the office can tell you things there, and if you lose your receipt code a new one can be mailed.',
  },
  'follow.confirm.not': {
    zh: '如果您没有提交过投诉、举报，请关闭本页，不要确认。',
    en: 'If you have filed nothing, close this page and do not confirm.',
  },
  'follow.confirm.button': { zh: '这是我的邮箱', en: 'This is my address' },
  'follow.confirm.done': { zh: '已确认', en: 'Confirmed' },
  'follow.confirm.done.text': {
    zh: '今后的通知会发到这个邮箱。邮件里不写办理内容，内容请用回执码查看。',
    en: 'You will be told there when something happens. Mails never say what it is about: see that with your code.',
  },
  'follow.confirm.invalid': { zh: '链接无效', en: 'The link is not valid' },
  'follow.confirm.invalid.text': {
    zh: '链接不完整、已过期，或者不是发给您的。请从邮件中重新打开，或者联系本机关。',
    en: 'The link is incomplete, has ended, or is not yours. Open it again from the mail, or contact the office.',
  },
});
