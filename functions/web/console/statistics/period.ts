import { type LocalDate, monthOf, yearOf } from '../../../../shared/calendar/localDate.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';

/** The months of receipt that are counted; the address says which. */
export interface Period {
  readonly year: number;
  /** `''` for the year, `q1` to `q4`, `m01` to `m12`. */
  readonly part: string;
  /** First and last month, `2026-01`. */
  readonly from: string;
  readonly to: string;
}

const MONTHS_OF_QUARTER = 3;
export const quarters = ['q1', 'q2', 'q3', 'q4'] as const;
export const months = Array.from({ length: 12 }, (_, i) => `m${String(i + 1).padStart(2, '0')}`);

const two = (month: number) => String(month).padStart(2, '0');

/** Reads the period of an address; what is none is the present year. */
export function readPeriod(query: Values, today: LocalDate): Period {
  const asked = firstValue(query, 'year');
  const year = /^20\d\d$/.test(asked) ? Number(asked) : yearOf(today);
  const part = [...quarters, ...months].find((one) => one === firstValue(query, 'part')) ?? '';
  const number = Number(part.slice(1));
  const [first, last] = part.startsWith('q')
    ? [(number - 1) * MONTHS_OF_QUARTER + 1, number * MONTHS_OF_QUARTER]
    : part.startsWith('m')
      ? [number, number]
      : [1, 12];
  return { year, part, from: `${year}-${two(first)}`, to: `${year}-${two(last)}` };
}

/** Years that can be chosen: from the first rule book of the present law on. */
export function yearsUntil(today: LocalDate): readonly number[] {
  const first = 2025;
  const last = Number(monthOf(today).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}
