import { defineMessages } from '../../messages/message.ts';

/** The answers of the public form in words, and what is wrong with one. */
export const formMessages = defineMessages({
  'intake.field.agency': { zh: '被反映的机构', en: 'Agency' },
  'intake.field.uscc': { zh: '统一社会信用代码', en: 'Unified social credit code' },
  'intake.field.whereabouts': { zh: '在哪里能找到它', en: 'Where it is found' },
  'intake.field.standing': { zh: '您与机构的关系', en: 'You and the agency' },
  'intake.field.wish': { zh: '您希望', en: 'What you want' },
  'intake.field.kind': { zh: '按什么程序处理', en: 'How it is handled' },
  'intake.field.service': { zh: '涉及的服务', en: 'Service' },
  'intake.field.conducts': { zh: '反映的行为', en: 'What was done' },
  'intake.field.facts': { zh: '事情经过', en: 'What happened' },
  'intake.field.knownSince': { zh: '知道此事的日期', en: 'Known since' },
  'intake.field.practitioner': { zh: '经办人员', en: 'Who acted for the agency' },
  'intake.field.applicationNumber': { zh: '专利或者商标申请号', en: 'Application number' },
  'intake.field.contract': { zh: '合同名称或者编号', en: 'Contract' },
  'intake.field.amountFen': { zh: '涉及金额（元）', en: 'Amount in yuan' },
  'intake.field.rightsLostOn': { zh: '权利丧失日', en: 'Day from which rights are lost' },
  'intake.field.request': { zh: '您的请求', en: 'What you ask for' },
  'intake.field.files': { zh: '证据材料', en: 'Evidence' },
  'intake.field.naming': { zh: '是否实名', en: 'With your name or without' },
  'intake.field.name': { zh: '姓名', en: 'Name' },
  'intake.field.phone': { zh: '联系电话', en: 'Telephone' },
  'intake.field.address': { zh: '通讯地址', en: 'Postal address' },
  'intake.field.mail': { zh: '电子邮箱', en: 'Mail address' },
  'intake.field.proxy': { zh: '是否代他人提交', en: 'On whose behalf' },
  'intake.field.proxyName': { zh: '代理人姓名', en: 'Name of who acts' },
  'intake.field.proxyAuthority': { zh: '代理权限', en: 'Authority' },
  'intake.field.before': { zh: '以前是否反映过', en: 'Told us before' },

  'intake.value.none': { zh: '未填写', en: 'Not given' },
  'intake.value.yes': { zh: '是', en: 'Yes' },
  'intake.value.no': { zh: '否', en: 'No' },
  'intake.value.unlisted': { zh: '（不在名录中）', en: ' (not in the register)' },
  'intake.value.standing.consumer': {
    zh: '我是消费者：为个人或者家庭需要委托机构',
    en: 'A consumer: I use the agency for myself or my family',
  },
  'intake.value.standing.business': {
    zh: '我代表企业、单位，或者是机构的业务客户',
    en: 'A firm, an institution or a business client of the agency',
  },
  'intake.value.standing.none': {
    zh: '我没有委托该机构，只是知道情况',
    en: 'Neither: I know of something but am no client',
  },
  'intake.value.wish.settle': {
    zh: '解决我与机构的争议（如退费、赔偿）',
    en: 'Settle my dispute with the agency, such as a refund',
  },
  'intake.value.wish.check': {
    zh: '查处机构或者人员的违法行为',
    en: 'Look into something unlawful',
  },
  'intake.value.wish.both': { zh: '两者都要', en: 'Both' },
  'intake.value.service.patent': { zh: '专利代理', en: 'Patent services' },
  'intake.value.service.trademark': { zh: '商标代理', en: 'Trademark services' },
  'intake.value.naming.named': { zh: '实名', en: 'With my name' },
  'intake.value.naming.anonymous': { zh: '匿名', en: 'Without my name' },
  'intake.value.acting.self': { zh: '为我自己', en: 'For myself' },
  'intake.value.acting.proxy': { zh: '代他人提交', en: 'For somebody else' },

  'intake.choose': { zh: '请选择一项。', en: 'Choose one.' },
  'intake.conducts': { zh: '请至少选择一项行为。', en: 'Choose at least one.' },
  'intake.kind.changed': {
    zh: '您的选择已经改变，请重新确认。',
    en: 'Your answers have changed. Confirm again.',
  },
  'intake.amount.unreadable': {
    zh: '请填写以元为单位的金额，最多两位小数，例如 1200 或者 1200.50。',
    en: 'Give the amount in yuan with at most two decimals, such as 1200 or 1200.50.',
  },
  'intake.amount.large': {
    zh: '金额最多为一亿元，请核对。',
    en: 'The amount is at most 100 million yuan. Check it.',
  },
  'intake.phone': {
    zh: '请填写能打通的电话号码，例如 13800001111 或者 010-12345678。',
    en: 'Give a telephone number that can be called, such as 13800001111 or 010-12345678.',
  },
  'intake.mail': {
    zh: '请填写一个完整的电子邮箱，例如 name@example.com。',
    en: 'Give one whole mail address, such as name@example.com.',
  },
  'intake.known.future': {
    zh: '日期不能在今天之后。',
    en: 'The day cannot be after today.',
  },
  'intake.agency.missing': {
    zh: '请填写机构名称或者 18 位统一社会信用代码。',
    en: 'Enter a name or a unified social credit code.',
  },
  'intake.agency.choose': {
    zh: '请选择一家机构；没有您要找的，请选“名单里没有”。',
    en: 'Choose an agency, or say that it is not among them.',
  },
  'intake.agency.gone': {
    zh: '这家机构已不在名录中，请重新查找。',
    en: 'The agency is no longer in the register. Search again.',
  },
  'intake.elsewhere': {
    zh: '您在另一个窗口改过这一答案。下面是您刚才填写的内容；再按一次“继续”，就以它为准。',
    en: 'You changed this answer in another window. Below is what you entered here: press Continue once more to keep it.',
  },
  'intake.busy': {
    zh: '暂时没能保存，请再试一次。您填写的内容还在本页。',
    en: 'It could not be saved just now. What you entered is still on this page: try again.',
  },
  'intake.moved': {
    zh: '您在另一个窗口改过答案。请核对以下内容后再提交。',
    en: 'You changed an answer in another window. Check the answers below, then send again.',
  },
  'intake.incomplete': {
    zh: '还有问题没有回答，请从标为“未填写”的地方继续。',
    en: 'Some questions are still open.',
  },
  'intake.unreadable': {
    zh: '有的答案已不符合现在的要求，请逐项点“修改”重新填写。',
    en: 'An answer no longer fits what the form asks. Go through them with Change.',
  },
  'intake.files.many': {
    zh: '最多 {limit} 个文件。请先删除一个，或者把多页材料合并为一个 PDF。',
    en: 'At most {limit} files. Remove one first, or put several pages into one PDF.',
  },
  'intake.files.old': {
    zh: '有文件上传已超过五天，未提交的文件不会久存。请在“证据材料”一步删除并重新上传，再提交。',
    en: 'Some files were uploaded more than five days ago and are not kept for long before sending. Under “evidence”, remove them and upload them again, then send.',
  },
  'intake.files.same': {
    zh: '这个文件已经上传过（内容完全相同），没有重复保存。',
    en: 'This file is here already, byte for byte. It was not added again.',
  },
  'intake.release.many': {
    zh: '这份草稿已经发过 {most} 次邮件，不能再发。请等候邮件，或者改用能运行脚本的浏览器。',
    en: '{most} mails were sent for this draft already. Wait for one to arrive, or use a browser that runs scripts.',
  },
});
