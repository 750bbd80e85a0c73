import { defineMessages } from './message.ts';

/** Entering a complaint or report for somebody who came, called or wrote, and the receipt that is handed to them. */
export const complaintEntryMessages = defineMessages({
  'complaintEntry.title': { zh: '代为登记投诉举报', en: 'Enter a complaint or report for a person' },
  'complaintEntry.lead': {
    zh: '按来人、来电或者来信的内容如实填写。除注明“选填”外都要填。',
    en: 'As it was told or written. Everything is asked for unless it says optional.',
  },
  'complaintEntry.came': { zh: '怎样收到', en: 'How it came' },
  'complaintEntry.forwarded.hint': {
    zh: '无处理权限时只能退回，不能再分送（第四十一条）。',
    en: 'Without the power it can only go back, not further (art. 41).',
  },
  'complaintEntry.receivedOn': { zh: '收到日期', en: 'Received on' },
  'complaintEntry.receivedOn.hint': {
    zh: '期限自这一天计算，并按当天有效的办法办理。不能晚于今天。',
    en: 'The clock runs from this day, by the rule book of this day. Not after today.',
  },
  'complaintEntry.standing': { zh: '与机构的关系', en: 'Standing' },
  'complaintEntry.standing.consumer.hint': {
    zh: '为生活消费需要委托',
    en: 'Bought the service for their own life',
  },
  'complaintEntry.standing.business.hint': {
    zh: '企业等与其代理机构的争议',
    en: 'A firm in dispute with its agency',
  },
  'complaintEntry.standing.none.hint': { zh: '只能作为举报', en: 'Can only be a report' },
  'complaintEntry.wish': { zh: '希望', en: 'What they want' },
  'complaintEntry.wish.settle': { zh: '解决争议', en: 'The dispute settled' },
  'complaintEntry.wish.settle.hint': { zh: '作为投诉', en: 'A complaint' },
  'complaintEntry.wish.check': { zh: '查处违法行为', en: 'Something unlawful looked into' },
  'complaintEntry.wish.check.hint': { zh: '作为举报', en: 'A report' },
  'complaintEntry.wish.both': { zh: '两者都要', en: 'Both' },
  'complaintEntry.wish.both.hint': {
    zh: '分为关联的投诉和举报两件（第九条）',
    en: 'Two linked cases (art. 9)',
  },
  'complaintEntry.about': { zh: '反映谁、什么问题', en: 'Who and what' },
  'complaintEntry.agency': { zh: '机构名称或者统一社会信用代码', en: 'Agency: name or credit code' },
  'complaintEntry.agency.hint': {
    zh: '可以只写一部分，再按“在名录中查找”。',
    en: 'A part is enough: then look it up.',
  },
  'complaintEntry.agency.which': { zh: '是哪一家', en: 'Which one' },
  'complaintEntry.look': { zh: '在名录中查找', en: 'Look it up' },
  'complaintEntry.channel.missing': { zh: '请选择来源。', en: 'Choose how it came.' },
  'complaintEntry.standing.missing': {
    zh: '请选择与机构的关系。',
    en: 'Choose what the person is to the agency.',
  },
  'complaintEntry.wish.missing': { zh: '请选择希望怎样处理。', en: 'Choose what the person wants.' },
  'complaintEntry.service.missing': { zh: '请选择业务。', en: 'Choose the service.' },
  'complaintEntry.conducts.missing': {
    zh: '请至少选择一项反映的问题。',
    en: 'Choose what the agency is said to have done.',
  },
  'complaintEntry.whereabouts.missing': {
    zh: '请填写在哪里能找到该机构。',
    en: 'Enter where the agency can be found.',
  },
  'complaintEntry.facts.missing': { zh: '请填写事实。', en: 'Enter the facts.' },
  'complaintEntry.name.missing': { zh: '请填写姓名或者名称。', en: 'Enter the name.' },
  'complaintEntry.phone.missing': { zh: '请填写电话。', en: 'Enter the telephone.' },
  'complaintEntry.address.missing': { zh: '请填写通讯地址。', en: 'Enter the address.' },
  'complaintEntry.agency.missing': { zh: '请填写机构名称或者代码。', en: 'Enter the name or the code.' },
  'complaintEntry.agency.unknown': {
    zh: '名录中没有这家机构。请核对名称或者代码；确实不在名录的，勾选“不在名录中”。',
    en: 'The register has no such agency. Check name or code; if it is not in the register, say so below.',
  },
  'complaintEntry.agency.several': {
    zh: '名录中有 {count} 家符合，请选择其中一家。',
    en: '{count} agencies match. Choose one.',
  },
  'complaintEntry.unlisted': { zh: '名录', en: 'Register' },
  'complaintEntry.unlisted.yes': {
    zh: '不在名录中（如无资质机构）',
    en: 'Not in the register, such as an unlicensed one',
  },
  'complaintEntry.whereabouts': { zh: '地址、网页或者电话', en: 'Address, web page or telephone' },
  'complaintEntry.conducts.service': {
    zh: '所选问题与业务（专利、商标）不符，请核对。',
    en: 'Something chosen does not belong to the service. Check both.',
  },
  'complaintEntry.told': { zh: '内容', en: 'What was told' },
  'complaintEntry.facts.hint': {
    zh: '不要写姓名、电话等能认出投诉举报人的内容。',
    en: 'Leave out names, numbers and whatever else shows who tells it.',
  },
  'complaintEntry.request.hint': {
    zh: '投诉必填，如退费、赔偿。',
    en: 'A complaint has one, such as a refund.',
  },
  'complaintEntry.request.missing': { zh: '投诉要写明请求。', en: 'A complaint says what is asked for.' },
  'complaintEntry.yuan': { zh: '元', en: 'yuan' },
  'complaintEntry.amount': {
    zh: '请按元填写金额，最多两位小数，不超过一亿元。',
    en: 'Enter yuan with at most two decimals, at most 100 million.',
  },
  'complaintEntry.knownSince.hint': {
    zh: '超过三年的，可以不予受理（第十六条第四项）。',
    en: 'After three years a complaint may be refused (art. 16(4)).',
  },
  'complaintEntry.rightsLost.hint': {
    zh: '如不处理将从哪一天起丧失权利，用于判断轻重缓急。',
    en: 'The day from which rights are lost unless something is done.',
  },
  'complaintEntry.who': { zh: '谁提出', en: 'Who tells it' },
  'complaintEntry.who.lead': {
    zh: '单独加密保存，登记后本系统的列表、文书、邮件和导出中都不出现；查看须说明理由并经另一人批准。',
    en: 'Kept apart and encrypted: on no list, paper, mail or export. Looking at it takes a reason and a second person.',
  },
  'complaintEntry.anonymous.label': { zh: '匿名', en: 'Anonymous' },
  'complaintEntry.anonymous.yes': {
    zh: '匿名举报，不填写以下身份',
    en: 'Anonymous: leave the following out',
  },
  'complaintEntry.anonymous.hint': {
    zh: '投诉必须实名（第十条）。',
    en: 'A complaint cannot be anonymous (art. 10).',
  },
  'complaintEntry.anonymous': {
    zh: '投诉须实名。请填写身份，或者在“希望”中只选查处违法行为。',
    en: 'A complaint needs an identity. Enter it, or choose only to have something looked into.',
  },
  'complaintEntry.name': { zh: '姓名或者名称', en: 'Name' },
  'complaintEntry.phone': { zh: '电话', en: 'Telephone' },
  'complaintEntry.address': { zh: '通讯地址', en: 'Address' },
  'complaintEntry.mail.label': { zh: '电子邮箱', en: 'Mail address' },
  'complaintEntry.mail': { zh: '电子邮箱不正确，请核对。', en: 'This is no mail address. Check it.' },
  'complaintEntry.proxy.name': { zh: '代理人姓名', en: 'Name of the proxy' },
  'complaintEntry.proxy.authority': { zh: '代理权限', en: 'What the proxy may do' },
  'complaintEntry.proxy': {
    zh: '代理人姓名和代理权限要一起填写。',
    en: 'Name and authority of the proxy belong together.',
  },
  'complaintEntry.follows': {
    zh: '登记后立即生成回执码，只显示这一次，请打印交给本人或者在电话中读给本人。',
    en: 'You then see the receipt code, this once: print it or read it out to the person.',
  },
  'complaintEntry.send': { zh: '登记', en: 'Enter' },
  'complaintEntry.receipt.title': { zh: '已登记', en: 'Entered' },
  'complaintEntry.receipt.once': {
    zh: '回执码只在这里显示一次。离开前请打印，或者读给本人记下。',
    en: 'The receipt code is shown here once. Print it or read it out before you leave the page.',
  },
  'complaintEntry.receipt.office': { zh: '机关', en: 'Office' },
  'complaintEntry.receipt.cases': { zh: '件', en: 'Cases' },
  'complaintEntry.receipt.follow': { zh: '查询进展', en: 'Follow it at' },
  'complaintEntry.receipt.print': {
    zh: '用浏览器的打印功能打印本页。本机关不保存回执码。',
    en: 'Print this page with your browser. The office does not keep the code.',
  },
  'complaintEntry.receipt.done': { zh: '已交给本人，返回', en: 'Handed over: go back' },
});
