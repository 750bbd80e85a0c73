import { defineMessages } from './message.ts';

/** Console pages with the papers of penalty cases. */
export const penaltyPaperMessages = defineMessages({
  'penaltyPapers.title': { zh: '{number}：文书', en: '{number}: papers' },
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
