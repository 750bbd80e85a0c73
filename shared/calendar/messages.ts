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
  'calendar.holidays.source': {
    zh: '请写明数据来源：通知的名称、日期和网址。',
    en: 'Say where the table was read: name, date and address of the notice.',
  },
  'calendar.holidays.source_long': {
    zh: '数据来源超过 300 字，请缩短。',
    en: 'The source has more than 300 characters; shorten it.',
  },
  'calendar.holidays.verification': {
    zh: '请选择核实程度。',
    en: 'Choose how far the table was checked.',
  },
  'calendar.holidays.unreadable': {
    zh: '第 {line} 行“{text}”不是日期，请按 {year}-01-01 或者 {year}-01-01/{year}-01-03 的格式填写，每行一段。',
    en: 'Line {line}, "{text}", is no date; write {year}-01-01 or {year}-01-01/{year}-01-03, one run per line.',
  },
  'calendar.holidays.one_day': {
    zh: '第 {line} 行“{text}”不是一个日期，请每行填写一天，格式如 {year}-01-01。',
    en: 'Line {line}, "{text}", is not a single date; write one day per line, in the form {year}-01-01.',
  },
  'calendar.holidays.too_many': {
    zh: '行数超过 60 行，请核对是否误贴了其他内容。',
    en: 'There are more than 60 lines; check whether something else was pasted here.',
  },
  'calendar.holidays.other_year': {
    zh: '第 {line} 行的 {day} 不属于 {year} 年，请按年度分别填写。',
    en: 'Line {line}: {day} is not in {year}; enter one table per year.',
  },
  'calendar.holidays.run_reversed': {
    zh: '第 {line} 行放假起止日期颠倒（{from} 至 {to}），请检查。',
    en: 'Line {line}: the holiday ends before it starts ({from} to {to}); check the two dates.',
  },
  'calendar.holidays.order': {
    zh: '第 {line} 行（{day}）早于上一行，请按日期先后填写。',
    en: 'Line {line} ({day}) is earlier than the line before; enter the runs in the order of their dates.',
  },
  'calendar.holidays.overlap': {
    zh: '第 {line} 行（{day}）与上一行重叠，请合并或者更正。',
    en: 'Line {line} ({day}) overlaps the line before; join the two or correct them.',
  },
  'calendar.holidays.not_weekend': {
    zh: '第 {line} 行的 {day} 不是周六或者周日，调休上班只能在周末，请核对。',
    en: 'Line {line}: {day} is no Saturday or Sunday; only weekend days are made up, so check the date.',
  },
  'calendar.holidays.twice': {
    zh: '第 {line} 行的 {day} 重复，请删除一行。',
    en: 'Line {line}: {day} stands there twice; remove one of the lines.',
  },
  'calendar.holidays.both': {
    zh: '第 {line} 行的 {day} 既放假又上班，请删除其中一项。',
    en: 'Line {line}: {day} is both off and worked; remove one of the two.',
  },
  'calendar.holidays.too_few': {
    zh: '只有 {days} 天放假，少于法定节假日的 {needed} 天（{citation}），不能标为完整。请补全，或者取消勾选“完整”后保存。',
    en: 'Only {days} days are off, fewer than the {needed} of the statutory holidays ({citation}): this is not the whole year. Add what is missing, or save it without the mark "complete".',
  },
  'calendar.holidays.year_range': {
    zh: '只能填写 2014 年至 {latest} 年的节假日安排，请核对年度。',
    en: 'Tables can be entered for 2014 to {latest}; check the year.',
  },
  'calendar.holidays.role': {
    zh: '您的角色不能办理此项。请由监管人员填写，审批人员确认。',
    en: 'Your role cannot do this: a supervisor enters a table, an approver confirms it.',
  },
  'calendar.holidays.status': {
    zh: '该年度没有待确认的节假日安排，请刷新页面查看现在的状态。',
    en: 'No table of this year waits for a confirmation; reload the page to see how it stands.',
  },
  'calendar.holidays.stale': {
    zh: '该年度的节假日安排已被他人更改，请刷新页面后再办理。',
    en: 'Somebody has changed the table of this year meanwhile; reload the page and try again.',
  },
});
