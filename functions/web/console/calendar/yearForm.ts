import type { HolidayEntries } from '../../../../shared/calendar/holidayCommands.ts';
import type { HolidayYear } from '../../../../shared/calendar/holidays.ts';
import { parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { ok, type Problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { plainDigits } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';

type ListName = 'off' | 'work';

interface Line {
  /** As a person counts the lines of the entry, from 1, empty ones included. */
  readonly number: number;
  readonly text: string;
}

/** More lines than a year could have; what is beyond was pasted by mistake. */
const MOST_LINES = 60;
/** How much of an unreadable line is repeated to the person. */
const ECHO = 30;

function linesOf(form: Values, name: ListName): readonly Line[] {
  return firstValue(form, name)
    .split(/\r\n|\r|\n/)
    .map((text, i) => ({ number: i + 1, text: plainDigits(text).trim() }))
    .filter(({ text }) => text !== '');
}

/** `2027-01-01`, also as `2027-1-1` or `2027年1月1日`. */
const DATE = /^(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?$/;
/** Between the two days of a run. */
const BETWEEN = /\s*(?:\/|／|~|～|至|—+)\s*/;

function dateOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function runOf(text: string): { from: string; to: string } | undefined {
  const parts = text.split(BETWEEN).map(dateOf);
  const [from, to = from] = parts;
  return parts.length <= 2 && !parts.includes(undefined) && from !== undefined && to !== undefined
    ? { from, to }
    : undefined;
}

/**
 * What the form of a year says. Lines that are no dates are refused here, by their numbers; whether the days fit
 * together is the domain's to say.
 */
export function readYearForm(year: number, form: Values): Result<HolidayEntries> {
  const [off, work] = [linesOf(form, 'off'), linesOf(form, 'work')];
  const problems: Problem[] = [
    ...lineProblems(year, 'off', off, 'calendar.holidays.unreadable', runOf),
    ...lineProblems(year, 'work', work, 'calendar.holidays.one_day', dateOf),
  ];
  if (problems.length > 0) return refuse(...problems);
  return ok({
    source: firstValue(form, 'source'),
    // The schema refuses what is none of the three, in words.
    verification: firstValue(form, 'verification') as HolidayYear['verification'],
    complete: firstValue(form, 'complete') === 'yes',
    off: off.flatMap(({ text }) => runOf(text) ?? []),
    work: work.flatMap(({ text }) => dateOf(text) ?? []),
  });
}

function lineProblems(
  year: number,
  field: ListName,
  lines: readonly Line[],
  code: string,
  read: (text: string) => unknown,
): Problem[] {
  if (lines.length > MOST_LINES) return [{ code: 'calendar.holidays.too_many', field }];
  return lines
    .filter(({ text }) => read(text) === undefined)
    .map(({ number, text }) => ({ code, params: { line: number, text: text.slice(0, ECHO), year }, field }));
}

/** Problems of single days at the entry that holds them, with the line as the person counts it. */
export function atLines(problems: readonly Problem[], form: Values): readonly Problem[] {
  return problems.map((problem) => {
    const [name, index] = (problem.field ?? '').split('.');
    if ((name !== 'off' && name !== 'work') || index === undefined) return problem;
    const line = linesOf(form, name)[Number(index)]?.number ?? Number(index) + 1;
    return { ...problem, params: { ...problem.params, line }, field: name };
  });
}

/** A table as the entries of its form. */
export function yearEntries(table: HolidayYear): Values {
  return {
    source: table.source,
    verification: table.verification,
    ...(table.complete ? { complete: 'yes' } : {}),
    off: table.off.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join('\n'),
    work: table.work.join('\n'),
  };
}
