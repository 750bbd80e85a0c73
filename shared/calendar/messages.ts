import { defineMessages } from '../messages/message.ts';

/** Texts of the calendar's problems and of the lines that explain a deadline. */
export const calendarMessages = defineMessages({
  'calendar.explain.rule': { zh: '依据：{citation}', en: 'Basis: {citation}' },
  'calendar.explain.count_after_workingDay': {
    zh: '自 {event} 的次日起计算 {length} 个工作日，至 {last}。',
    en: '{length} working days counted from the day after {event}, to {last}.',
  },
  'calendar.explain.count_after_day': {
    zh: '自 {event} 的次日起计算 {length} 日，至 {last}。',
    en: '{length} calendar days counted from the day after {event}, to {last}.',
  },
  'calendar.explain.count_after_month': {
    zh: '自 {event} 起 {length} 个月，至 {last}（到期月的对应日，没有对应日的为月末日）。',
    en: '{length} months from {event}, to {last} (the day of the same number, or the end of the month).',
  },
  'calendar.explain.count_before_workingDay': {
    zh: '至迟在 {event} 之前 {length} 个工作日，即 {last}。',
    en: 'At least {length} working days before {event}, that is {last}.',
  },
  'calendar.explain.count_before_day': {
    zh: '至迟在 {event} 之前 {length} 日，即 {last}。',
    en: 'At least {length} calendar days before {event}, that is {last}.',
  },
  'calendar.explain.count_before_month': {
    zh: '至迟在 {event} 之前 {length} 个月，即 {last}。',
    en: 'At least {length} months before {event}, that is {last}.',
  },
  'calendar.explain.extended': {
    zh: '已延长 {length}（{needs}）。',
    en: 'Extended by {length} ({needs}).',
  },
  'calendar.explain.suspended': {
    zh: '{from} 至 {to} 不计入期限。',
    en: '{from} to {to} is not counted.',
  },
  'calendar.explain.day_off_after': {
    zh: '最后一日 {last} 不是工作日，顺延至 {due}。',
    en: 'The last day, {last}, is not worked: it moves to {due}.',
  },
  'calendar.explain.day_off_before': {
    zh: '{last} 不是工作日，提前至 {due}。',
    en: '{last} is not worked: it moves forward to {due}.',
  },
  'calendar.explain.unverified': {
    zh: '未核实：{citation} 未取得全文或者系类推适用，使用前请核对原文。',
    en: 'Unverified: {citation} was not read in full or is applied by analogy; check the text before you rely on it.',
  },
  'calendar.explain.unverified_year': {
    zh: '未核实：{year} 年节假日安排未与通知原文核对，请核对。',
    en: 'Unverified: the holiday table of {year} was not checked against the notice; please check it.',
  },
  'calendar.explain.provisional': {
    zh: '暂定：尚无 {year} 年完整的节假日安排，请在通知发布后导入，日期会自动重算。',
    en: 'Provisional: there is no complete holiday table for {year}; load it when the notice is out and the date is recomputed.',
  },
  'calendar.holidays.other_year': {
    zh: '表中有不属于该年度的日期，请按年度分别填写。',
    en: 'The table holds a day of another year; enter one table per year.',
  },
  'calendar.holidays.run_reversed': {
    zh: '放假起止日期颠倒，请检查。',
    en: 'A holiday ends before it starts; check the two dates.',
  },
  'calendar.holidays.both': {
    zh: '同一天既放假又上班，请删除其中一项。',
    en: 'A day is both off and worked; remove one of the two.',
  },
});
