import { defineMessages } from './message.ts';

/** Console pages with the papers of a case, whatever its kind. */
export const casePaperMessages = defineMessages({
  'casePapers.papers': { zh: '文书', en: 'Papers' },
  'casePapers.none': { zh: '还没有文书', en: 'No papers yet' },
  'casePapers.number': { zh: '文号', en: 'Number' },
  'casePapers.form': { zh: '文书', en: 'Paper' },
  'casePapers.to': { zh: '受送达人', en: 'To' },
  'casePapers.to.filer': { zh: '投诉人、举报人', en: 'The filer' },
  'casePapers.to.office': { zh: '存档', en: 'The file' },
  'casePapers.date': { zh: '日期', en: 'Date' },
  'casePapers.state': { zh: '送达情况', en: 'Service' },
  'casePapers.task': { zh: '待办', en: 'To do' },
  'casePapers.print': { zh: '打印', en: 'Print' },
  'casePapers.title': { zh: '{number}：文书', en: '{number}: papers' },
  'penaltyPapers.serving': {
    zh: '事先告知书、听证通知书和决定书的送达，登记后案件随之进入下一环节。',
    en: 'The case goes on when the service of its prior notice, hearing notice or decision is recorded.',
  },
  'penaltyPapers.link': {
    zh: '扫码或者打开以下网址，可以查看本案的文书和期限，在期限内提交陈述申辩、要求听证。请勿转交他人。',
    en: 'Scan it or open the address to read the papers and periods of the case and to state it in time. Do not pass it on.',
  },
  'penaltyPapers.open': { zh: '行政处罚：待送达的文书', en: 'Penalty cases: papers to be served' },
  'penaltyPapers.open.lead': { zh: '共 {total} 件', en: '{total} in all' },
  'penaltyPapers.open.none': { zh: '没有', en: 'None' },
  'penaltyPapers.due': { zh: '行政处罚文书待送达', en: 'Papers on penalties to be served' },
});
