import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';

/** Where all of them stand. */
export const OTHER_WAYS_CITATION = {
  text: '消费者权益保护法（2013年修正）第三十九条',
  verification: 'P',
  note: '条文未逐字核对',
} as const;
const START = localDate('2014-03-15');

/**
 * The other ways that are open to somebody whose complaint is not accepted: a refusal has to name them (令121号
 * art. 15; 消费者权益保护法 art. 39). Read to whoever refuses in the words in which the paper prints them.
 */
export const otherWays = [
  {
    rule: 'settle',
    zh: '与经营者协商和解',
    en: 'Settle it with the agency directly',
    citation: OTHER_WAYS_CITATION,
    validFrom: START,
  },
  {
    rule: 'association',
    zh: '请求消费者协会或者依法成立的其他调解组织调解',
    en: 'Ask a consumers’ association or another mediation body to mediate',
    citation: OTHER_WAYS_CITATION,
    validFrom: START,
  },
  {
    rule: 'authority',
    zh: '向有关行政部门投诉',
    en: 'Complain to the authority that is competent',
    citation: OTHER_WAYS_CITATION,
    validFrom: START,
  },
  {
    rule: 'arbitration',
    zh: '根据与经营者达成的仲裁协议提请仲裁机构仲裁',
    en: 'Go to arbitration, where there is an agreement on it',
    citation: OTHER_WAYS_CITATION,
    validFrom: START,
  },
  {
    rule: 'court',
    zh: '向人民法院提起诉讼',
    en: 'Bring an action before a people’s court',
    citation: OTHER_WAYS_CITATION,
    validFrom: START,
  },
] as const satisfies LawTable<TermRow>;
