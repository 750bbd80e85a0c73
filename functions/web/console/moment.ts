import { formatDateEn, formatDateZh, parseLocalDate } from '../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../shared/messages/message.ts';

const clock = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
    hour12: false,
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }),
} as const;

const precise = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'medium',
    hour12: false,
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'medium',
  }),
} as const;

/** An instant in Shanghai time, to the second: where the order of two acts matters. */
export function preciseText(lang: Lang, at: string): string {
  return precise[lang].format(new Date(at));
}

/** An instant in Shanghai time, to the minute. */
export function momentText(lang: Lang, at: string): string {
  return clock[lang].format(new Date(at));
}

/** A calendar date as people write it; what is no date stays as it is. */
export function dayText(lang: Lang, day: string): string {
  const date = parseLocalDate(day);
  if (date === undefined) return day;
  return lang === 'zh' ? formatDateZh(date) : formatDateEn(date);
}

/** `2026年12月`, `December 2026`. */
export function monthText(lang: Lang, month: string): string {
  const [year = '', number = ''] = month.split('-');
  if (lang === 'zh') return `${year}年${Number(number)}月`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${name.format(new Date(`${month}-01T00:00:00Z`))} ${year}`;
}
