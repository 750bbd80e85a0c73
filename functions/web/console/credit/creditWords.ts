import { creditMessages } from '../../../../shared/credit/messages.ts';
import { creditPageMessages } from '../../../../shared/messages/creditPages.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';

const catalogue = createCatalogue(creditMessages, creditPageMessages);

/** Texts of the pages of credit records. */
export const say = catalogue.text;

const HOUR_MS = 3_600_000;

/** How long something has waited, in the largest unit that says something. */
export function ageText(lang: Lang, from: string, now: Date): string {
  const ms = Math.max(0, now.getTime() - Date.parse(from));
  if (ms >= 48 * HOUR_MS) return say(lang, 'creditPage.age.days', { days: Math.floor(ms / (24 * HOUR_MS)) });
  if (ms >= HOUR_MS) return say(lang, 'creditPage.age.hours', { hours: Math.floor(ms / HOUR_MS) });
  return say(lang, 'creditPage.age.minutes', { minutes: Math.floor(ms / 60_000) });
}
