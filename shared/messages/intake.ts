import { defineMessages } from './message.ts';

/** The questions of the public form for complaints (投诉) and reports (举报). */
export const intakeMessages = defineMessages({
  'intake.continue': { zh: '继续', en: 'Continue' },
  'intake.yuan': { zh: '元', en: 'yuan' },
  'intake.draft.none': {
    zh: '没有找到您未提交的内容：可能已超过 24 小时，或者浏览器已关闭过。请重新开始。',
    en: 'There is no unsent form of yours: more than 24 hours have passed, or the browser was closed. Please begin again.',
  },

  'intake.seen.office': {
    zh: '谁会看到：本机关办案人员。',
    en: 'Who sees it: the people of this office who handle it.',
  },
  'intake.seen.parties': {
    zh: '谁会看到：本机关办案人员；受理后也转给机构。',
    en: 'Who sees it: the people of this office who handle it; once accepted, the agency too.',
  },
  'intake.seen.mixed': {
    zh: '谁会看到：本机关办案人员；投诉受理后，机构只看到属于投诉的部分，不知道有举报。',
    en: 'Who sees it: the people of this office who handle it; once accepted, the agency sees what belongs to the complaint and never learns of the report.',
  },
  'intake.seen.sealed': {
    zh: '谁会看到：加密封存。说明理由并经另一人同意才能查看；发给机构的文书中不出现。',
    en: 'Who sees it: sealed. Reading it takes a reason and a second person; papers to the agency never show it.',
  },
  'intake.seen.once': {
    zh: '谁会看到：没有人。只用来发这一封邮件，发出后删除。',
    en: 'Who sees it: nobody. It is used for this one mail and then deleted.',
  },

  'intake.before.title': {
    zh: '这件事您以前向我们反映过吗？',
    en: 'Have you told us about this before?',
  },
  'intake.before.no': { zh: '没有', en: 'No' },
  'intake.before.yes': { zh: '反映过，有新的情况', en: 'Yes, and there is something new' },
  'intake.before.yes.hint': {
    zh: '填写上次的回执码，两件会合并处理，您不用重复说明。',
    en: 'With the code of your earlier receipt the two are handled together.',
  },
  'intake.before.code': { zh: '上次的回执码（18 位数字）', en: 'Earlier receipt code, 18 digits' },
  'intake.before.code.hint': {
    zh: '找不到回执码的，请选“没有”，照常填写。',
    en: 'If you do not have it any more, choose No and go on as usual.',
  },
  'intake.before.found': {
    zh: '已找到您上次的回执。留空即可继续。',
    en: 'Your earlier receipt has been found. Leave this empty to go on.',
  },

  'intake.agency.title': { zh: '您要反映哪家机构？', en: 'Which agency is it about?' },
  'intake.agency.hint': {
    zh: '填写名称、名称中的几个字，或者 18 位统一社会信用代码。',
    en: 'Enter its name, a part of it, or its unified social credit code of 18 characters.',
  },
  'intake.agency.search': { zh: '查找', en: 'Search' },
  'intake.agency.unlistedLink': {
    zh: '找不到，或者它没有执业许可',
    en: 'It is not in the list, or has no licence',
  },
  'intake.agency.matches': { zh: '是哪一家？', en: 'Which of these is it?' },
  'intake.agency.noMatch': { zh: '名录中没有找到', en: 'Nothing found in the register' },
  'intake.agency.searched': { zh: '您查找的是“{search}”。', en: 'You searched for “{search}”.' },
  'intake.agency.more': {
    zh: '与“{search}”相符的很多，这里是前 20 家。没有您要找的，请返回并多填几个字。',
    en: 'Many fit “{search}”: these are the first 20. If yours is not here, go back and enter more of its name.',
  },
  'intake.agency.none': { zh: '名单里没有', en: 'None of these' },
  'intake.agency.none.hint': {
    zh: '未取得执业许可的机构也可以举报。',
    en: 'One without a licence can be reported as well.',
  },
  'intake.unlisted.title': { zh: '请描述这家机构', en: 'Describe the agency' },
  'intake.unlisted.lead': {
    zh: '没有执业许可从事专利代理本身就是违法行为，您知道多少就写多少。',
    en: 'Acting as a patent agency without a licence is unlawful in itself. Write what you know.',
  },
  'intake.unlisted.name': { zh: '机构或者个人的名称', en: 'Name of the agency or person' },
  'intake.unlisted.uscc.hint': {
    zh: '合同、发票或者营业执照上有，18 位。',
    en: 'On the contract, the invoice or the business licence: 18 characters.',
  },
  'intake.unlisted.whereabouts.hint': {
    zh: '地址、网址、电话、微信号或者店铺名，写一种就可以。',
    en: 'Address, web page, telephone, WeChat account or shop name: one is enough.',
  },

  'intake.standing.title': { zh: '您与这家机构是什么关系？', en: 'What are you to this agency?' },
  'intake.standing.hint': {
    zh: '这决定按哪种程序处理。',
    en: 'It decides how the matter is handled.',
  },
  'intake.wish.title': { zh: '您希望我们做什么？', en: 'What do you want us to do?' },
  'intake.wish.settle.hint': {
    zh: '我们组织双方调解，不能强制任何一方。',
    en: 'We mediate between you and the agency; nobody can be forced.',
  },
  'intake.wish.check.hint': {
    zh: '我们核查并决定是否立案，不处理您的损失。',
    en: 'We verify and decide whether to file a case; it does not settle your loss.',
  },
  'intake.wish.both.hint': {
    zh: '分成两件办理，互相关联，期限各自计算。',
    en: 'Two linked cases, each with its own dates.',
  },
  'intake.kind.complaint': { zh: '您反映的属于投诉', en: 'This is a complaint (投诉)' },
  'intake.kind.report': { zh: '您反映的属于举报', en: 'This is a report (举报)' },
  'intake.kind.both': { zh: '您反映的既是投诉，也是举报', en: 'This is a complaint and a report' },
  'intake.kind.why': { zh: '依据', en: 'Why' },
  'intake.kind.means': { zh: '这意味着', en: 'What it means' },
  'intake.kind.complaint.means': {
    zh: '投诉：7 个工作日内告诉您是否受理；受理后组织调解，会把争议内容转给机构。',
    en: 'Complaint: within 7 working days we tell you whether it is accepted; then we mediate, and the agency is told what the dispute is about.',
  },
  'intake.kind.complaint.name': {
    zh: '投诉须提供姓名、电话和地址。',
    en: 'A complaint needs your name, telephone and address.',
  },
  'intake.kind.report.means': {
    zh: '举报：15 个工作日内核查并决定是否立案，可延长 15 个工作日；不会让机构知道有人举报。',
    en: 'Report: within 15 working days, or 15 more, we verify and decide whether to file a case; the agency is not told that there is a report.',
  },
  'intake.kind.report.name': {
    zh: '举报可以实名，也可以匿名。',
    en: 'A report can be made with your name or without.',
  },
  'intake.kind.both.means': {
    zh: '两件共用一个回执码；投诉的材料转给机构时，不包含举报。',
    en: 'One receipt code opens both; what the agency gets of the complaint says nothing of the report.',
  },
  'intake.kind.continue': { zh: '明白了，继续', en: 'I understand, continue' },

  'intake.service.title': { zh: '涉及哪种服务？', en: 'Which service is it about?' },
  'intake.conducts.title': { zh: '机构或者人员做了什么？', en: 'What did the agency or its people do?' },
  'intake.conducts.hint': {
    zh: '可以多选。下面小字是对应的法律规定。',
    en: 'Choose all that fit. The law it belongs to stands in small print.',
  },
  'intake.facts.title': { zh: '发生了什么？', en: 'What happened?' },
  'intake.facts.hint': {
    zh: '按时间顺序写清楚谁、什么时候、做了什么。最多 {most} 字。请不要写您自己的姓名和电话，后面会单独询问。',
    en: 'In the order of time: who did what, and when. At most {most} characters. Leave out your own name and number: they are asked for apart.',
  },
  'intake.knownSince.hint': {
    zh: '您什么时候知道的。超过三年的投诉可能不予受理。例如 2026 年 3 月 15 日。',
    en: 'When you came to know of it. A complaint after more than three years may not be accepted. For example 2026, 3, 15.',
  },
  'intake.practitioner.hint': { zh: '姓名或者您知道的称呼。', en: 'A name, or what you call them.' },
  'intake.matter.title': { zh: '有关编号和金额', en: 'Numbers and amounts' },
  'intake.matter.lead': {
    zh: '没有或者不知道的，留空即可。',
    en: 'Leave empty what you do not have or know.',
  },
  'intake.applicationNumber.hint': {
    zh: '例如 2023101234567 或者 ZL202310123456.7',
    en: 'Such as 2023101234567 or ZL202310123456.7',
  },
  'intake.amountFen.hint': { zh: '例如 1200 或者 1200.50', en: 'Such as 1200 or 1200.50' },
  'intake.rights.title': {
    zh: '是否有一个日期，过了它您就会丧失权利？',
    en: 'Is there a day after which you lose a right?',
  },
  'intake.rights.hint': {
    zh: '例如缴费、答复或者续展的最后期限。有的话我们会优先处理；没有就留空。我们的处理不会中断这个期限，请同时自行办理。例如 2026 年 12 月 1 日。',
    en: 'Such as the last day to pay, answer or renew. With one we handle it first; without, leave it empty. Our handling does not stop that day: act on it yourself as well. For example 2026, 12, 1.',
  },
  'intake.request.title': { zh: '您请求怎样解决？', en: 'How do you ask for it to be settled?' },
  'intake.request.hint': {
    zh: '例如退还代理费 3000 元。最多 {most} 字。',
    en: 'Such as a refund of 3,000 yuan. At most {most} characters.',
  },

  'intake.evidence.title': { zh: '证据材料', en: 'Evidence' },
  'intake.evidence.lead': {
    zh: '合同、付款记录、聊天截图、通知书等。没有也可以继续。',
    en: 'Contracts, payments, screenshots, official letters. You can go on without any.',
  },
  'intake.evidence.limits': {
    zh: '最多 {most} 个文件，每个不超过 {megabytes} MB，类型：{types}。每次选择一个。',
    en: 'At most {most} files of up to {megabytes} MB each: {types}. Choose one at a time.',
  },
  'intake.evidence.choose': { zh: '选择一个文件', en: 'Choose a file' },
  'intake.evidence.upload': { zh: '上传这个文件', en: 'Upload this file' },
  'intake.evidence.number': { zh: '文件 {number}', en: 'File {number}' },
  'intake.evidence.name': { zh: '名称', en: 'Name' },
  'intake.evidence.size': { zh: '类型和大小', en: 'Type and size' },
  'intake.evidence.remove': { zh: '删除文件', en: 'Remove file' },
  'intake.evidence.removed': { zh: '文件已删除。', en: 'The file was removed.' },
  'intake.evidence.have': {
    zh: '已上传 {count} 个文件，最多 {most} 个。',
    en: '{count} of at most {most} files are uploaded.',
  },
  'intake.evidence.paused': {
    zh: '您所在的网络短时间内上传太多。请在大约 {minutes} 分钟后再打开本页上传；已有的文件没有丢失，也可以先继续。',
    en: 'There were too many uploads from your network. Open this page again in about {minutes} minutes; nothing is lost, and you can go on without.',
  },
  'intake.evidence.full': {
    zh: '已有 {most} 个文件，不能再加。可以先删除一个。',
    en: 'There are {most} files already. Remove one to add another.',
  },
  'intake.evidence.without': { zh: '没有材料，继续', en: 'Go on without files' },

  'intake.naming.title': { zh: '您想实名还是匿名举报？', en: 'With your name or without?' },
  'intake.naming.named.hint': {
    zh: '我们可以联系您补充情况，并把是否立案告诉您。身份加密封存。',
    en: 'We can ask you for more, and tell you whether a case is filed. Your identity is sealed.',
  },
  'intake.naming.anonymous.hint': {
    zh: '我们不知道您是谁，也不能主动联系您；您可以凭回执码查看进度、收发消息。回执码丢失后无法找回。',
    en: 'We do not know who you are and cannot write to you; with the receipt code you see how it goes and can exchange messages. A lost code cannot be brought back.',
  },
  'intake.identity.title': { zh: '您的联系方式', en: 'How to reach you' },
  'intake.identity.complaint': {
    zh: '投诉须提供姓名、电话和地址（《市场监督管理投诉举报处理办法》第十条）。代他人提交的，填写他人的信息。',
    en: 'A complaint needs them (art. 10 of the rules on complaints and reports). If you act for somebody, enter that person here.',
  },
  'intake.identity.report': {
    zh: '用于核实情况和告知结果。代他人提交的，填写他人的信息。',
    en: 'For questions, and to tell you the outcome. If you act for somebody, enter that person here.',
  },
  'intake.address.hint': {
    zh: '能收到信件的地址。',
    en: 'Where letters reach you.',
  },
  'intake.mail.hint': {
    zh: '填写后，有进展会发邮件给您；回执码丢失时，这是唯一能在网上找回的办法。',
    en: 'With it you get mails when something happens, and it is the only way to get a lost receipt code back online.',
  },
  'intake.proxy.title': { zh: '您是为自己还是代他人提交？', en: 'Do you act for yourself?' },
  'intake.proxy.hint': {
    zh: '代理人须有授权委托书，可以作为材料上传（第十一条）。',
    en: 'Who acts for another needs a power of attorney; it can be uploaded as evidence (art. 11).',
  },
  'intake.proxyAuthority.hint': {
    zh: '例如：代为投诉、参加调解、接受赔偿。',
    en: 'Such as: to complain, take part in mediation, accept a payment.',
  },
});
