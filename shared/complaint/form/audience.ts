import type { Answers } from './answers.ts';
import { isA } from './steps.ts';

/**
 * Who gets to see an answer, told beside every field. `office`: the people of this office who handle it; `parties`:
 * the agency too, once the complaint is accepted; `mixed`: the agency what belongs to the complaint, nothing of the
 * report; `sealed`: nobody without a reason and a second person; `once`: used for one mail and forgotten.
 */
export type AnswerAudience = 'office' | 'parties' | 'mixed' | 'sealed' | 'once';

const sealed: ReadonlySet<string> = new Set([
  'name',
  'phone',
  'address',
  'mail',
  'acting',
  'proxyName',
  'proxyAuthority',
]);
/** What only tells the office where to take it. */
const inner: ReadonlySet<string> = new Set(['told', 'standing', 'wish', 'naming']);

/** @param field name of the field in the form */
export function audienceOf(field: string, answers: Answers): AnswerAudience {
  if (field === 'releaseMail') return 'once';
  if (sealed.has(field)) return 'sealed';
  if (inner.has(field) || !isA(answers, 'complaint')) return 'office';
  return isA(answers, 'report') ? 'mixed' : 'parties';
}
