import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import { dayOf } from '../../../shared/inspection/deadlines.ts';
import { inspectionMessages } from '../../../shared/inspection/messages.ts';
import type { DeadlineRuleId } from '../../../shared/law/deadlineRules.ts';
import { deadlineRules } from '../../../shared/law/deadlineRules.ts';
import { isUnverified, ruleAt } from '../../../shared/law/lawTable.ts';
import { linkInspectionMessages } from '../../../shared/messages/linkInspections.ts';
import { linkRectificationMessages } from '../../../shared/messages/linkRectification.ts';
import { createCatalogue, type Lang } from '../../../shared/messages/message.ts';
import { dateText } from '../../publicity-worker/words.ts';

const catalogue = createCatalogue(inspectionMessages, linkInspectionMessages, linkRectificationMessages);

/** The texts of the inspection pages. */
export const say = catalogue.text;

/** A text whose code is put together from data, such as a status. */
export function sayCode(lang: Lang, code: string): string {
  return catalogue.problemText(lang, { code });
}

/** The Shanghai day of an instant, in words. */
export function dayText(lang: Lang, at: string): string {
  return dateText(lang, dayOf(at));
}

/** What stands behind a citation that nobody has read in full. */
export function unverifiedMark(lang: Lang, row: Parameters<typeof isUnverified>[0]): string {
  return isUnverified(row) ? say(lang, 'linkInspection.unverified') : '';
}

/** Length of a period of the law as it stands on a day, and its mark where it is unverified. */
export function periodOfLaw(
  lang: Lang,
  rule: DeadlineRuleId,
  today: LocalDate,
): { readonly days: number; readonly mark: string } {
  const row = ruleAt(deadlineRules, rule, today);
  if (row === undefined) throw new Error(`no rule ${rule} on ${today}`);
  return { days: row.length, mark: unverifiedMark(lang, row) };
}
