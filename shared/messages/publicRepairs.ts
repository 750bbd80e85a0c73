import { defineMessages } from './message.ts';

/** The page of the public site with refusals and cancellations of credit repair for fraud. */
export const publicRepairMessages = defineMessages({
  'site.nav.repairs': { zh: '信用修复失信', en: 'Repair frauds' },
  'site.repairs.title': {
    zh: '因弄虚作假不予修复、撤销修复的决定',
    en: 'Credit repairs refused or cancelled for fraud',
  },
  'site.repairs.lead': {
    zh: '申请信用修复时故意隐瞒真实情况、弄虚作假的，不予修复或者撤销修复的决定公示三年（{citation}）。',
    en: 'A refusal or cancellation of a credit repair for fraud is published for three years ({citation}).',
  },
  'site.repairs.none': { zh: '没有正在公示的决定。', en: 'None at present.' },
  'site.repairs.agency': { zh: '当事人', en: 'Party' },
  'site.repairs.number': { zh: '决定文书号', en: 'Number' },
  'site.repairs.what': { zh: '决定', en: 'Decision' },
  'site.repairs.refused': { zh: '不予信用修复', en: 'Refused' },
  'site.repairs.cancelled': { zh: '撤销准予信用修复的决定', en: 'Cancelled' },
  'site.repairs.subject': { zh: '原记录', en: 'About' },
  'site.repairs.on': { zh: '决定日期', en: 'Decided' },
  'site.repairs.until': { zh: '公示到', en: 'Until' },
});
