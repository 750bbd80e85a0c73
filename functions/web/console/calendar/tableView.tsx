import type { VNode } from 'preact';
import type { HolidayVersion } from '../../../../shared/calendar/holidayCase.ts';
import { type DayRun, daysOff } from '../../../../shared/calendar/holidayChecks.ts';
import type { HolidayYear } from '../../../../shared/calendar/holidays.ts';
import { type DayChanges, workingDaysOf } from '../../../../shared/calendar/holidayYears.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { workingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { Act } from '../../../../shared/draw/ceremony/drawCase.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText, momentText } from '../moment.ts';
import { CompletenessTag, VerificationTag } from './yearTags.tsx';

const weekday = {
  zh: new Intl.DateTimeFormat('zh-CN', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
} as const;

/** `2027年1月1日（周五）`: who compares with the notice reads the weekday first. */
function dayWithWeekday(lang: Lang, day: LocalDate): string {
  const name = weekday[lang].format(new Date(`${day}T00:00:00Z`));
  return lang === 'zh' ? `${dayText(lang, day)}（${name}）` : `${dayText(lang, day)} (${name})`;
}

function actText(lang: Lang, { name, at }: Act): string {
  return text(lang, 'calendarPage.act', { name, at: momentText(lang, at) });
}

/** A table of a year: where it comes from, how many days are worked, the runs off and the make-up days. */
export function HolidayTableView(props: {
  table: HolidayYear;
  /** The office's own version, for who did what; absent for a table that comes with the system. */
  version: (HolidayVersion & { readonly confirmed?: Act }) | undefined;
  /** Tells the tables of two versions on one page apart. */
  name: string;
}): VNode {
  const { lang } = usePage();
  const { table, version, name } = props;
  const caption = (what: 'off' | 'work') =>
    `${name}${lang === 'zh' ? '：' : ': '}${text(lang, `calendarPage.${what}`)}`;
  return (
    <>
      <SummaryList
        rows={[
          { label: text(lang, 'calendarPage.source'), value: table.source },
          { label: text(lang, 'calendarPage.verification'), value: <VerificationTag table={table} /> },
          { label: text(lang, 'calendarPage.complete'), value: <CompletenessTag table={table} /> },
          {
            label: text(lang, 'calendarPage.workingDays'),
            value: text(lang, 'calendarPage.daysCount', {
              days: workingDaysOf(table.year, workingCalendar([table])),
            }),
          },
          version === undefined
            ? { label: text(lang, 'calendarPage.standing'), value: text(lang, 'calendarPage.builtIn') }
            : { label: text(lang, 'calendarPage.saved'), value: actText(lang, version.saved) },
          version?.confirmed === undefined
            ? undefined
            : { label: text(lang, 'calendarPage.confirmed'), value: actText(lang, version.confirmed) },
        ]}
      />
      <DataTable
        caption={caption('off')}
        columns={[
          {
            key: 'from',
            label: text(lang, 'calendarPage.from'),
            rowHeader: true,
            cell: ({ from }: DayRun) => dayWithWeekday(lang, from),
          },
          {
            key: 'to',
            label: text(lang, 'calendarPage.to'),
            cell: ({ to }: DayRun) => dayWithWeekday(lang, to),
          },
          {
            key: 'days',
            label: text(lang, 'calendarPage.days'),
            numeric: true,
            cell: (run: DayRun) => String(daysOff([run])),
          },
        ]}
        rows={table.off}
        rowKey={({ from }) => from}
        empty={text(lang, 'calendarPage.noneOff')}
      />
      <DataTable
        caption={caption('work')}
        columns={[
          {
            key: 'day',
            label: text(lang, 'calendarPage.day'),
            rowHeader: true,
            cell: (day: LocalDate) => dayWithWeekday(lang, day),
          },
        ]}
        rows={table.work}
        rowKey={(day) => day}
        empty={text(lang, 'calendarPage.noneWork')}
      />
    </>
  );
}

/** What a waiting table would change of the one in force, day by day. */
export function ChangesView(props: { changes: DayChanges; againstNothing: boolean }): VNode {
  const { lang } = usePage();
  const { off, worked } = props.changes;
  const days = (list: readonly LocalDate[]) =>
    list.map((day) => dayWithWeekday(lang, day)).join(lang === 'zh' ? '、' : ', ');
  return (
    <section>
      <h3 class="govuk-heading-s">{text(lang, 'calendarPage.changes')}</h3>
      {props.againstNothing ? <p class="govuk-body">{text(lang, 'calendarPage.changes.monday')}</p> : null}
      {off.length + worked.length === 0 ? (
        <p class="govuk-body">{text(lang, 'calendarPage.changes.none')}</p>
      ) : (
        <SummaryList
          rows={[
            off.length === 0
              ? undefined
              : { label: text(lang, 'calendarPage.changes.off', { count: off.length }), value: days(off) },
            worked.length === 0
              ? undefined
              : {
                  label: text(lang, 'calendarPage.changes.worked', { count: worked.length }),
                  value: days(worked),
                },
          ]}
        />
      )}
    </section>
  );
}
