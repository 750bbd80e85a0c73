import { localDate } from '../calendar/localDate.ts';
import type { LawRow, LawTable } from './lawTable.ts';

/** How many days off a year all citizens have by law: what the yearly notice arranges, and never less. */
export type StatutoryHolidayRow = LawRow<'holidays.statutory'> & {
  readonly zh: string;
  readonly en: string;
  /** Days off of the seven festivals together, weekends that are moved not counted. */
  readonly days: number;
};

const note = '未取得原文';

export const statutoryHolidays = [
  {
    rule: 'holidays.statutory',
    zh: '元旦1、春节3、清明1、劳动节1、端午1、中秋1、国庆3',
    en: 'New Year 1, Spring Festival 3, Qingming 1, Labour Day 1, Dragon Boat 1, Mid-Autumn 1, National Day 3',
    days: 11,
    citation: { text: '全国年节及纪念日放假办法（国务院令第644号）第二条', verification: 'M', note },
    validFrom: localDate('2014-01-01'),
    validTo: localDate('2024-12-31'),
  },
  {
    rule: 'holidays.statutory',
    zh: '元旦1、春节4、清明1、劳动节2、端午1、中秋1、国庆3',
    en: 'New Year 1, Spring Festival 4, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3',
    days: 13,
    citation: { text: '全国年节及纪念日放假办法（国务院令第795号）第二条', verification: 'M', note },
    validFrom: localDate('2025-01-01'),
  },
] as const satisfies LawTable<StatutoryHolidayRow>;
