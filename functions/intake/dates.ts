import { formatDateEn, formatDateZh, localDate } from '../../shared/calendar/localDate.ts';
import type { Lang } from '../../shared/messages/message.ts';

export function dateText(lang: Lang, date: string): string {
  return lang === 'zh' ? formatDateZh(localDate(date)) : formatDateEn(localDate(date));
}

/** An instant in Beijing time to the second, with its zone. */
export function timeText(lang: Lang, at: string): string {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  const text = `${dateText(lang, beijing.slice(0, 10))} ${beijing.slice(11, 19)}`;
  return lang === 'zh' ? `${text}（北京时间）` : `${text} (Beijing, UTC+8)`;
}
