import { defineMessages } from './message.ts';

/** The public form around its questions: the start, the check, what makes somebody wait, the receipt. */
export const intakeFrameMessages = defineMessages({
  'intake.start.title': { zh: '投诉、举报代理机构', en: 'Complain about or report an agency' },
  'intake.start.lead': {
    zh: '您可以在这里反映专利代理机构、商标代理机构及其人员的问题，不需要注册账号。',
    en: 'Tell us here about a patent or trademark agency or its people. You need no account.',
  },
  'intake.start.complaint': {
    zh: '：您与机构有争议，希望我们帮助解决，例如退费、赔偿。须留下姓名、电话和地址。',
    en: ' (投诉): you have a dispute with the agency and want it settled, such as a refund. It needs your name, telephone and address.',
  },
  'intake.start.report': {
    zh: '：您知道机构或者人员违法，希望我们查处。可以匿名。',
    en: ' (举报): you know of something unlawful and want it looked into. You may stay anonymous.',
  },
  'intake.start.unsure': {
    zh: '分不清也没关系：回答几个问题后，我们会告诉您属于哪一种，以及依据是什么。',
    en: 'If you are not sure: after a few questions we tell you which of them it is, and by which rule.',
  },
  'intake.start.need': { zh: '您需要准备', en: 'What you need' },
  'intake.start.need.agency': {
    zh: '机构的名称或者统一社会信用代码',
    en: 'the name of the agency or its unified social credit code',
  },
  'intake.start.need.facts': { zh: '发生了什么、大概什么时候', en: 'what happened, and roughly when' },
  'intake.start.need.files': {
    zh: '证据材料的照片或者 PDF（如有）',
    en: 'photos or PDFs of evidence, if you have any',
  },
  'intake.start.need.name': {
    zh: '投诉还需要您的姓名、电话和地址',
    en: 'for a complaint, your name, telephone and address',
  },
  'intake.start.time': {
    zh: '大约需要 5 分钟。每页只问一件事，可以随时返回修改，提交前可以核对全部内容。',
    en: 'It takes about five minutes. One question a page; you can go back at any time and check everything before you send.',
  },
  'intake.start.begin': { zh: '开始填写', en: 'Start' },
  'intake.start.beginAgain': { zh: '放弃并重新开始', en: 'Discard it and start again' },
  'intake.start.draftWaits': {
    zh: '您在这个浏览器里有一份还没有提交的内容。',
    en: 'There is an unsent form of yours in this browser.',
  },
  'intake.start.resume': { zh: '接着填写', en: 'Go on with it' },
  'intake.start.receiptWaits': {
    zh: '您已经提交，但还没有确认保存回执。重新开始前请先保存，否则回执码将无法再次显示。',
    en: 'You have sent a form and not yet said that its receipt is saved. Save it first: it cannot be shown again.',
  },
  'intake.start.toReceipt': { zh: '查看回执', en: 'To the receipt' },

  'intake.privacy.title': { zh: '您的信息如何保存和使用', en: 'What is kept, where, and for what' },
  'intake.privacy.draft': {
    zh: '提交之前，您填写的内容加密保存，只有您现在的浏览器能打开，本机关也看不到；24 小时后自动删除。',
    en: 'Until you send, what you enter is encrypted so that only this browser can open it, not even we; after 24 hours it is deleted.',
  },
  'intake.privacy.ip': {
    zh: '不保存、不记录您的 IP 地址。为防止大量滥用，只保留一个每天更换密钥的网段摘要，一小时内失效。',
    en: 'Your IP address is neither stored nor logged. Against floods a digest of your network is kept, under a key that changes daily, for an hour at most.',
  },
  'intake.privacy.identity': {
    zh: '姓名、电话、地址、邮箱单独加密封存；查看须说明理由并经另一人同意，每次查看都有记录。',
    en: 'Name, telephone, address and mail address are sealed apart under a key of their own; reading them takes a reason and a second person, and is recorded.',
  },
  'intake.privacy.use': {
    zh: '您的信息只用于处理这件投诉、举报，存放在境内，不用于其他目的。',
    en: 'Your information is used to handle this matter and for nothing else, and stays in the country.',
  },
  'intake.privacy.files': {
    zh: '照片可能含有拍摄地点等信息；匿名举报时请使用截图，不要上传能看出您身份的材料。',
    en: 'Photos can carry where they were taken. To stay anonymous use screenshots, and nothing that shows who you are.',
  },
  'intake.privacy.kept': {
    zh: '保存期限按档案管理的规定执行，到期后经两人批准删除身份信息。',
    en: 'How long it is kept follows the rules on archives; then two people approve that identities are erased.',
  },

  'intake.check.title': { zh: '提交前请核对', en: 'Check your answers' },
  'intake.check.lead': {
    zh: '提交后不能再修改，但可以用回执码补充情况。',
    en: 'After sending nothing can be changed, but you can add to it with the receipt code.',
  },
  'intake.check.about': { zh: '反映的对象', en: 'What it is about' },
  'intake.check.happened': { zh: '事情', en: 'What happened' },
  'intake.check.matter': { zh: '编号、请求和材料', en: 'Numbers, request and evidence' },
  'intake.check.you': { zh: '您', en: 'You' },
  'intake.check.beforeFound': { zh: '是，已凭回执码关联', en: 'Yes, linked by its receipt' },
  'intake.check.send': { zh: '提交', en: 'Send' },
  'intake.check.truth': {
    zh: '请对内容的真实性负责。捏造事实、诬告陷害他人的，依法承担责任。',
    en: 'You answer for what you tell being true. Whoever invents facts to harm others is liable by law.',
  },
  'intake.check.released': {
    zh: '您已通过邮件确认，可以直接提交。',
    en: 'Confirmed by mail: you can send.',
  },
  'intake.check.noScript': {
    zh: '浏览器不能运行脚本，或者计算太慢？',
    en: 'Your browser runs no scripts, or is too slow?',
  },
  'intake.check.noScriptLink': { zh: '改用邮件确认', en: 'Confirm by mail instead' },
  'intake.check.button': { zh: '确认并提交', en: 'Confirm and send' },

  'intake.pause.title': { zh: '请稍等再提交', en: 'Please wait a moment' },
  'intake.pause.network': {
    zh: '您所在的网络短时间内操作太多。',
    en: 'There were too many requests from your network.',
  },
  'intake.pause.load': { zh: '现在提交的人很多。', en: 'Very many are sending just now.' },
  'intake.pause.mails': {
    zh: '您所在的网络短时间内要求发送的邮件太多。',
    en: 'Too many mails were asked for from your network.',
  },
  'intake.pause.byMail': {
    zh: '不想等待的，可以通过邮件确认后立即提交',
    en: 'To send without waiting, confirm by mail',
  },
  'intake.pause.seconds': { zh: '请在 {seconds} 秒后再试。', en: 'Try again in {seconds} seconds.' },
  'intake.pause.minutes': {
    zh: '请在大约 {minutes} 分钟后再试。',
    en: 'Try again in about {minutes} minutes.',
  },
  'intake.pause.kept': {
    zh: '您填写的内容没有丢失，会再保留 24 小时。',
    en: 'Nothing you entered is lost: it is kept for another 24 hours.',
  },
  'intake.pause.back': { zh: '返回', en: 'Back' },

  'intake.release.title': { zh: '通过邮件确认', en: 'Confirm by mail' },
  'intake.release.lead': {
    zh: '我们会向您的邮箱发一封带链接的邮件，点开并确认后就可以提交。链接一小时内有效。匿名举报也可以这样做。',
    en: 'We send a mail with a link. Open it and confirm, then you can send the form. The link is good for one hour. It works for anonymous reports too.',
  },
  'intake.release.send': { zh: '发送邮件', en: 'Send the mail' },
  'intake.release.sent': { zh: '邮件将很快发出', en: 'A mail is on its way' },
  'intake.release.sent.text': {
    zh: '请在一小时内打开邮件里的链接并确认，然后回到这个浏览器提交。没有收到的，请查看垃圾邮件。您填写的内容仍保留在这里。',
    en: 'Open its link within an hour and confirm, then come back to this browser and send. If it does not arrive, look into your spam. What you entered stays here.',
  },
  'intake.release.open': { zh: '确认提交', en: 'Confirm your form' },
  'intake.release.open.text': {
    zh: '如果是您本人填写了投诉、举报，请确认；不是的，请关闭本页，什么也不会发生。',
    en: 'If it was you who filled in a complaint or report, confirm. If not, close this page: nothing happens.',
  },
  'intake.release.open.button': { zh: '是我填写的', en: 'It was me' },
  'intake.release.done': { zh: '已确认', en: 'Confirmed' },
  'intake.release.done.text': {
    zh: '请回到填写时使用的浏览器，刷新核对页面后提交。内容只有那个浏览器能打开。',
    en: 'Go back to the browser in which you filled in the form, reload the check page and send. Only that browser can open it.',
  },
  'intake.release.toCheck': { zh: '到核对页面', en: 'To the check page' },

  'intake.receipt.title': { zh: '已收到', en: 'We have received it' },
  'intake.receipt.code': { zh: '您的回执码', en: 'Your receipt code' },
  'intake.receipt.at': { zh: '提交时间：{at}', en: 'Sent: {at}' },
  'intake.receipt.keep': {
    zh: '请现在保存回执码，离开本页后不再显示。查看进度、收发消息都要用它。',
    en: 'Save the code now: it is not shown again after you leave. You need it to follow the matter and to write to us.',
  },
  'intake.receipt.keepOnly': {
    zh: '请现在保存回执码，离开本页后不再显示，丢失后无法在网上找回。查看进度、收发消息都要用它。',
    en: 'Save the code now: it is not shown again after you leave, and a lost code cannot be brought back online. You need it to follow the matter and to write to us.',
  },
  'intake.receipt.save': { zh: '保存', en: 'Save' },
  'intake.receipt.saveCode': { zh: '下载回执（文本文件）', en: 'Download the receipt (text file)' },
  'intake.receipt.saveText': {
    zh: '下载您提交的内容（文本文件，不含您的身份）',
    en: 'Download what you sent (text file, without your identity)',
  },
  'intake.receipt.saveProof': {
    zh: '下载提交证明（本机关的电子签名）',
    en: 'Download the proof of filing (signed by this office)',
  },
  'intake.receipt.proofMeans': {
    zh: '提交证明和内容文件放在一起，任何人都能核验您在什么时间提交了什么，不需要本机关协助。也可以打印本页或者抄下回执码。',
    en: 'With both files anybody can verify what you sent and when, without this office. You can also print this page or write the code down.',
  },
  'intake.receipt.print': { zh: '打印本页', en: 'Print this page' },
  'intake.receipt.next': { zh: '接下来', en: 'What happens next' },
  'intake.receipt.until': { zh: '最迟 {date}', en: 'by {date} at the latest' },
  'intake.receipt.provisional': {
    zh: '（暂定：放假安排尚未公布）',
    en: ' (provisional: the holidays are not announced yet)',
  },
  'intake.receipt.follow': {
    zh: '凭回执码随时可以查看进度：{address}',
    en: 'Follow it at any time with the code: {address}',
  },
  'intake.receipt.saved': { zh: '我已保存，离开', en: 'I have saved it' },
  'intake.receipt.savedMeans': {
    zh: '按下后，本页内容从这个浏览器和服务器上删除。',
    en: 'Then what this page shows is deleted from this browser and from the server.',
  },
  'intake.done.title': { zh: '完成', en: 'Done' },
  'intake.done.text': {
    zh: '谢谢您。回执页面的内容已删除。',
    en: 'Thank you. The receipt page has been deleted.',
  },
  'intake.start.follow': {
    zh: '已经提交过？凭回执码查看进度',
    en: 'Sent something before? Follow it with your receipt code',
  },
  'intake.done.follow': { zh: '凭回执码查看进度', en: 'Follow it with your receipt code' },
  'intake.done.again': { zh: '再反映一件事', en: 'Tell us about something else' },
});
