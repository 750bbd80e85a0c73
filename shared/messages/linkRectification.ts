import { defineMessages } from './message.ts';

/** How an agency answers a rectification order by its signed link. */
export const linkRectificationMessages = defineMessages({
  'linkRectify.title': { zh: '责令限期改正', en: 'Rectification ordered' },
  'linkRectify.round': { zh: '第 {no} 次责令改正', en: 'Order no. {no}' },
  'linkRectify.ordered': { zh: '责令日期', en: 'Ordered on' },
  'linkRectify.text': { zh: '改正的内容和要求', en: 'What has to be put right' },
  'linkRectify.due': { zh: '改正期限', en: 'Put right and report by' },
  'linkRectify.due.value': { zh: '{days} 日，至 {date}', en: '{days} days, until {date}' },
  'linkRectify.answer': { zh: '改正报告', en: 'Report' },
  'linkRectify.answer.on': {
    zh: '{date} 提交，附 {count} 个文件',
    en: 'Handed in on {date}, with {count} files',
  },
  'linkRectify.answer.none': { zh: '尚未提交', en: 'Not handed in yet' },
  'linkRectify.answer.expired': { zh: '期限内没有提交', en: 'Not handed in within the period' },
  'linkRectify.recheck': { zh: '复查', en: 'Check' },
  'linkRectify.recheck.none': { zh: '尚未复查', en: 'Not checked yet' },
  'linkRectify.recheck.value': { zh: '{outcome}（{date}）：{note}', en: '{outcome} ({date}): {note}' },
  'linkRectify.start': { zh: '提交改正报告', en: 'Report what was put right' },

  'linkRectify.report.title': { zh: '提交改正报告', en: 'Report what was put right' },
  'linkRectify.report.lead': {
    zh: '先上传材料，再填写改正情况。检查一遍后提交；提交后不能修改，由检查组复查。',
    en: 'Upload the material first, then say what was put right. You check it once more; after that it cannot be changed, and the team checks.',
  },
  'linkRectify.files': { zh: '改正材料', en: 'Material' },
  'linkRectify.files.hint': {
    zh: '如整改后的照片、制度、公示截图。没有材料的，可以只填写说明。',
    en: 'Such as photos, rules or screenshots. If there is none, the text is enough.',
  },
  'linkRectify.files.by': { zh: '贵机构', en: 'Your agency' },
  'linkRectify.report.text': {
    zh: '改正情况（最多 2000 字）',
    en: 'What was put right (at most 2,000 characters)',
  },
  'linkRectify.report.hint': {
    zh: '对照责令改正的每一项，写明怎样改正、何时完成。填写前请先上传材料：上传时页面会更新，未提交的文字不会保存。',
    en: 'For each point: how and when it was put right. Upload the material first: an upload loads the page anew, and unsent text is not kept.',
  },
  'linkRectify.report.next': { zh: '下一步：检查', en: 'Next: check it' },
  'linkRectify.check.title': { zh: '请检查后提交', en: 'Check it and hand it in' },
  'linkRectify.check.once': {
    zh: '提交后不能修改或者补充。',
    en: 'It cannot be changed or added to once it is handed in.',
  },
  'linkRectify.check.change': { zh: '返回修改', en: 'Go back and change it' },
  'linkRectify.check.submit': { zh: '提交改正报告', en: 'Hand in the report' },
  'linkRectify.done.title': { zh: '改正报告已提交', en: 'The report has been handed in' },
  'linkRectify.done.at': { zh: '提交时间：{at}', en: 'Handed in: {at}' },
  'linkRectify.done.next': {
    zh: '检查组由至少两名成员复查，在 {date} 前完成。复查结论在本页显示并书面告知。',
    en: 'Two members of the team check it by {date}. What they find is shown here and told in writing.',
  },
  'linkRectify.done.keep': {
    zh: '请保存或者打印本页作为提交的凭据。',
    en: 'Keep or print this page as your proof.',
  },

  'linkRectify.uploaded.title': { zh: '文件已上传', en: 'The file has been uploaded' },
  'linkRectify.uploaded.text': {
    zh: '请点击“加入改正材料”。系统会核验文件，不合要求的会说明原因。',
    en: 'Press the button to add it to your material. The file is checked, and you are told if it cannot be taken.',
  },
  'linkRectify.uploaded.submit': { zh: '加入改正材料', en: 'Add it to the material' },
  'linkRectify.uploaded.refused': { zh: '文件没有收下', en: 'The file was not taken' },
  'linkRectify.uploaded.taken': {
    zh: '文件已加入改正材料。',
    en: 'The file has been added to your material.',
  },
  'linkRectify.uploaded.back': { zh: '返回改正报告', en: 'Back to the report' },
  'linkRectify.uploaded.reopen': {
    zh: '请重新打开邮件中的链接，继续填写改正报告。',
    en: 'Open the link of your mail again to go on with the report.',
  },
  'linkRectify.uploaded.ended': {
    zh: '这个上传地址已经失效。请重新打开邮件中的链接，再次选择文件上传。',
    en: 'This upload has run out. Open the link of your mail again and choose the file once more.',
  },
});
