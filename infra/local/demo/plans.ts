import {
  addDays,
  addMonths,
  type LocalDate,
  localDate,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../shared/calendar/localDate.ts';
import type { LastSource, MonthPlan } from '../../../shared/plan/monthPlan.ts';
import { userIdOf } from './people.ts';

/** What the two plans of the demo office have in common: rates by risk class, most for the worst. */
const RATES: MonthPlan['rates'] = [
  { kind: '*', riskClass: '*', recency: 'recent', district: '*', ppm: 0, round: 'exact' },
  { kind: '*', riskClass: 'D', recency: '*', district: '*', ppm: 500_000, round: 'exact' },
  { kind: '*', riskClass: 'C', recency: '*', district: '*', ppm: 150_000, round: 'exact' },
  { kind: '*', riskClass: 'B', recency: '*', district: '*', ppm: 50_000, round: 'exact' },
  { kind: '*', riskClass: 'A', recency: '*', district: '*', ppm: 10_000, round: 'exact' },
];

function plan(month: string, lastSource: LastSource, visits: MonthPlan['visits']): MonthPlan {
  const [year, number] = month.split('-');
  return {
    month,
    title: `${year}年${Number(number)}月知识产权服务机构双随机抽查`,
    items: ['ZL-01@1', 'ZL-05@1', 'ZL-06@1', 'SB-05@1'],
    rates: RATES,
    splitByDistrict: false,
    recentMonths: 12,
    earlierMonths: 24,
    yearlyCap: 2,
    alternates: 3,
    team: {
      district: 'cross',
      slack: 1,
      seats: {
        patent: [['lead'], ['patent']],
        trademark: [['lead'], ['trademark']],
        dual: [['lead'], ['patent'], ['trademark']],
      },
    },
    openDrawnRows: true,
    objectionWorkingDays: 2,
    witnesses: [
      { id: 'official-a', userId: userIdOf('official-a') },
      { id: 'official-b', userId: userIdOf('official-b') },
      { id: 'notary', userId: userIdOf('notary') },
    ],
    lastSource,
    visits,
  };
}

/** The month that `today` is in, by twenty dice thrown in the room, visits in the four weeks from next week on. */
export function planByDice(today: LocalDate): MonthPlan {
  const visits = { from: addDays(today, 7), to: addDays(today, 34) };
  return plan(monthOf(today), { type: 'dice' }, visits);
}

/** The month after it, by 双色球 (Tuesday, Thursday and Sunday, 21:15). */
export function planByLottery(today: LocalDate): MonthPlan {
  const first = localDate(`${monthOf(addMonths(localDate(`${monthOf(today)}-01`), 1))}-01`);
  const day = lotteryDay(addDays(first, 7));
  const last = addDays(addMonths(first, 1), -1);
  return plan(
    monthOf(first),
    { type: 'lottery', game: 'ssq', issue: issueOn(day), at: `${day}T13:15:00Z` },
    { from: addDays(day, 2), to: last },
  );
}

const LOTTERY_WEEKDAYS = new Set([2, 4, 7]);

function lotteryDay(from: LocalDate): LocalDate {
  return LOTTERY_WEEKDAYS.has(weekdayOf(from)) ? from : lotteryDay(addDays(from, 1));
}

/** The running number of the year: right but for the weeks around the Spring Festival in which nothing is drawn. */
function issueOn(day: LocalDate): string {
  const year = yearOf(day);
  let number = 0;
  for (let d = localDate(`${year}-01-01`); d <= day; d = addDays(d, 1)) {
    if (LOTTERY_WEEKDAYS.has(weekdayOf(d))) number++;
  }
  return `${year}${String(number).padStart(3, '0')}`;
}
