import type { VNode } from 'preact';
import type { YearStanding } from '../../../../shared/calendar/holidayYears.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Warning } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { CompletenessTag, VerificationTag } from './yearTags.tsx';

function standingText(lang: Lang, { table, stored }: YearStanding): string {
  const proposed = stored?.state.proposed;
  const confirmed = stored?.state.confirmed;
  const parts = [
    confirmed === undefined
      ? table === undefined
        ? undefined
        : text(lang, 'calendarPage.builtIn')
      : text(lang, 'calendarPage.version', { version: confirmed.version }),
    proposed === undefined ? undefined : text(lang, 'calendarPage.waiting', { version: proposed.version }),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '—' : parts.join(lang === 'zh' ? '；' : '; ');
}

function missingText(lang: Lang, { table, lacks }: YearStanding): string {
  if (lacks !== undefined) return text(lang, `calendarPage.missing.${lacks}`);
  return table?.verification === 'V' ? '—' : text(lang, 'calendarPage.missing.check');
}

/** The years with their tables: where each was read, how far it was checked, and what is missing. */
export function CalendarPage(props: {
  years: readonly YearStanding[];
  /** The years that a person has to see to now. */
  pressing: readonly YearStanding[];
  edits: boolean;
}): VNode {
  const { lang } = usePage();
  const [first] = props.pressing;
  return (
    <ConsolePage
      title={text(lang, 'calendarPage.title')}
      {...(props.edits && first !== undefined
        ? {
            action: (
              <ButtonLink href={`/calendar/${first.year}/edit`}>
                {text(lang, 'calendarPage.enter', { year: first.year })}
              </ButtonLink>
            ),
          }
        : {})}
    >
      <p class="govuk-body">{text(lang, 'calendarPage.about')}</p>
      {props.pressing.map(({ year }) => (
        <Warning key={year}>{text(lang, 'calendarPage.pressing', { year })}</Warning>
      ))}
      <DataTable
        caption={text(lang, 'calendarPage.title')}
        captionHidden
        columns={[
          {
            key: 'year',
            label: text(lang, 'calendarPage.year'),
            rowHeader: true,
            cell: ({ year }: YearStanding) => (
              <a class="govuk-link" href={`/calendar/${year}`}>
                {year}
              </a>
            ),
          },
          {
            key: 'complete',
            label: text(lang, 'calendarPage.complete'),
            cell: ({ table, pressing }: YearStanding) => (
              <CompletenessTag table={table} pressing={pressing} />
            ),
          },
          {
            key: 'verification',
            label: text(lang, 'calendarPage.verification'),
            cell: ({ table }: YearStanding) =>
              table === undefined ? '—' : <VerificationTag table={table} />,
          },
          {
            key: 'missing',
            label: text(lang, 'calendarPage.missing'),
            cell: (row: YearStanding) => missingText(lang, row),
          },
          {
            key: 'standing',
            label: text(lang, 'calendarPage.standing'),
            cell: (row: YearStanding) => standingText(lang, row),
          },
          {
            key: 'source',
            label: text(lang, 'calendarPage.source'),
            cell: ({ table }: YearStanding) => table?.source ?? '—',
          },
        ]}
        rows={props.years}
        rowKey={({ year }) => String(year)}
      />
    </ConsolePage>
  );
}
