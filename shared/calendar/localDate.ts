import * as z from 'zod';

/**
 * A calendar date in Asia/Shanghai, `YYYY-MM-DD`. Deadlines are dates, not instants: a statutory period
 * ends with a day, and every comparison of two `LocalDate`s is a plain string comparison.
 */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** A month in Asia/Shanghai, `YYYY-MM`. */
export type LocalMonth = string & { readonly __brand: 'LocalMonth' };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
// China has had no summer time since 1991 and has one zone: +08:00 all year.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of days of a month, `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date of a text in exactly the form `YYYY-MM-DD` from 1900 to 2199, or undefined if there is no such day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  return day >= 1 && day <= daysInMonth(year, month) ? (text as LocalDate) : undefined;
}

/** A date known to be right (a constant, a stored value). Throws on anything else: that is a programming fault. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

/** A month known to be right. Throws on anything else. */
export function localMonth(text: string): LocalMonth {
  localDate(`${text}-01`);
  return text as LocalMonth;
}

export const localDateSchema = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, { error: 'register.date.format' })
  .transform((text) => text as LocalDate);

function toEpochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromEpochDay(day: number): LocalDate {
  return localDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: LocalDate): LocalMonth {
  return date.slice(0, 7) as LocalMonth;
}

/** Day of the week, Monday 1 … Sunday 7 (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday.
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/**
 * The date `months` months later: the day with the same number, or the last day of the month when it has none
 * (民法典 art. 202), e.g. three months from 2025-11-30 is 2026-02-28.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The Shanghai date on which an instant falls. Accepts an ISO instant with zone or a `Date`. */
export function shanghaiDate(instant: string | Date): LocalDate {
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(instant)}`);
  return localDate(new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
}

function toInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** The first instant of a Shanghai day, `YYYY-MM-DDTHH:MM:SSZ`. */
export function startOfShanghaiDay(date: LocalDate): string {
  return toInstant(toEpochDay(date) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/**
 * The instant at which a Shanghai day is over (24:00, exclusive): a deadline on `date` is met by everything
 * that happens strictly before it (民法典 art. 203(2), cut-off 24:00).
 */
export function endOfShanghaiDay(date: LocalDate): string {
  return startOfShanghaiDay(addDays(date, 1));
}

/** `2026年3月2日`, the form of official papers. */
export function formatDateZh(date: LocalDate): string {
  return `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** Made once: a formatter costs more than all the dates of a page. */
const monthEn = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `2 March 2026`. */
export function formatDateEn(date: LocalDate): string {
  return `${Number(date.slice(8, 10))} ${monthEn.format(new Date(`${date}T00:00:00Z`))} ${yearOf(date)}`;
}
