import { defineMessages } from './message.ts';

/** The questions of inspection items, on the pages of the office and of the public. */
export const checklistMessages = defineMessages({
  'checklist.title': { zh: '检查表（{count} 个问题）', en: 'Checklist ({count} questions)' },
  'checklist.none': {
    zh: '没有问题。公布前请填写检查表。',
    en: 'No questions. Enter them before publishing.',
  },
  'checklist.code': { zh: '编号', en: 'No.' },
  'checklist.question': { zh: '问题', en: 'Question' },
  'checklist.method': { zh: '怎样检查', en: 'How to check' },
  'checklist.law': { zh: '依据', en: 'Basis' },
  'checklist.answers': { zh: '答案', en: 'Answers' },
  'checklist.evidence': { zh: '证据', en: 'Evidence' },
  'checklist.evidence.required': { zh: '{evidence}（必须）', en: '{evidence} (required)' },
  'inspection.checklist.digest': {
    zh: '检查表文件与封存时的摘要 {digest} 不符，不能使用。请勿录入结果，立即报告系统管理人员，并在审计链中查看谁动过文件。',
    en: 'The checklist file does not have the sealed digest {digest} and cannot be used. Record nothing, report it to the administrator at once, and look in the audit chain for who touched it.',
  },
  'inspection.checklist.unreadable': {
    zh: '检查表文件无法读取。请勿录入结果，报告系统管理人员。',
    en: 'The checklist file cannot be read. Record nothing and report it to the administrator.',
  },
});
