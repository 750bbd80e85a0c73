import { type LocalDate, yearOf } from '../calendar/localDate.ts';

/**
 * Number of an official paper: `京知抽〔2026〕12号`. The year stands in the tortoise-shell brackets U+3014/U+3015,
 * never in square ones, and the serial number is written without leading zeros (GB/T 9704-2012, 7.2.5).
 */
export function documentNumber(prefix: string, year: number, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError(`not a serial number: ${serial}`);
  return `${prefix}\u3014${year}\u3015${serial}号`;
}

/** Name of the sequence that the numbers of a year's papers are taken from: that of the papers' date. */
export function noticeSequence(date: LocalDate): string {
  return `notice#${yearOf(date)}`;
}
