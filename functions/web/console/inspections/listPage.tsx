import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { originText, visitOrigins } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { inspectionStatuses, members } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { districts } from '../../../../shared/register/district.ts';
import { Select } from '../../kit/components/choiceFields.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Pagination } from '../../kit/components/pagination.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue } from '../../kit/links.ts';
import { DeadlineLine } from '../deadlineView.tsx';
import { vocabularyText } from '../vocabularyText.ts';
import { statusOf } from './actForm.tsx';
import { inspectionPath, listed, toneOf, words } from './inspectionWords.ts';
import { listViews } from './listFilter.ts';
import { nextDeadline, waits } from './waiting.ts';

const PAGE = 50;

export interface ListPageProps {
  /** What the filter left, newest draw first. */
  readonly found: readonly StoredInspection[];
  readonly years: readonly number[];
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
}

/** The inspections of a year, or those that are overdue or wait for the person, whatever their year. */
export function ListPage({ found, years, today, calendar }: ListPageProps): VNode {
  const { lang, query } = usePage();
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const asked = Number.parseInt(firstValue(query, 'page'), 10);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  return (
    <ConsolePage title={words(lang, 'inspectionPage.list.title')} lead={<Origins found={found} />}>
      <Filters>
        <Select
          name="view"
          label={words(lang, 'inspectionPage.list.view')}
          empty={words(lang, 'inspectionPage.list.view.year')}
          choices={listViews.map((value) => ({
            value,
            label: words(lang, `inspectionPage.list.view.${value}`),
          }))}
        />
        <Select
          name="year"
          label={words(lang, 'inspectionPage.list.year')}
          empty={false}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="status"
          label={words(lang, 'inspectionPage.status')}
          empty={words(lang, 'inspectionPage.list.all')}
          choices={inspectionStatuses.map((value) => ({
            value,
            label: words(lang, `inspection.status.${value}`),
          }))}
        />
        <Select
          name="origin"
          label={words(lang, 'inspectionPage.origin')}
          empty={words(lang, 'inspectionPage.list.all')}
          choices={visitOrigins.map(({ code }) => ({ value: code, label: originText(lang, code) }))}
        />
        <Select
          name="district"
          label={words(lang, 'inspectionPage.district')}
          empty={words(lang, 'inspectionPage.list.all')}
          choices={districts.map((one) => ({ value: one.code, label: one[lang] }))}
        />
        <Select
          name="wait"
          label={words(lang, 'inspectionPage.list.wait')}
          empty={words(lang, 'inspectionPage.list.all')}
          choices={waits.map((value) => ({ value, label: words(lang, `inspectionPage.wait.${value}`) }))}
        />
        <TextInput name="agency" label={words(lang, 'inspectionPage.list.agency')} width={20} />
      </Filters>
      <DataTable
        caption={words(lang, 'inspectionPage.list.title')}
        captionHidden
        columns={useColumns(today, calendar)}
        rows={found.slice((page - 1) * PAGE, page * PAGE)}
        rowKey={({ caseId }) => caseId}
        empty={words(lang, 'inspectionPage.list.none')}
      />
      <Pagination page={page} pages={pages} />
    </ConsolePage>
  );
}

/** How many there are of each origin: drawn, ordered by law and targeted are never one number. */
function Origins({ found }: { found: readonly StoredInspection[] }): VNode {
  const { lang } = usePage();
  const counts = visitOrigins.map(({ code }) =>
    words(lang, 'inspectionPage.list.count', {
      origin: originText(lang, code),
      count: found.filter(({ state }) => state.origin === code).length,
    }),
  );
  return <>{counts.join(' · ')}</>;
}

function useColumns(today: LocalDate, calendar: WorkingCalendar): readonly Column<StoredInspection>[] {
  const { lang } = usePage();
  return [
    {
      key: 'number',
      label: words(lang, 'inspectionPage.number'),
      rowHeader: true,
      cell: ({ state }) => (
        <a class="govuk-link" href={inspectionPath(state.number)}>
          {state.number}
        </a>
      ),
    },
    { key: 'agency', label: words(lang, 'inspectionPage.agency'), cell: ({ state }) => state.agency.name },
    {
      key: 'district',
      label: words(lang, 'inspectionPage.district'),
      cell: ({ state }) => vocabularyText(lang, districts, state.agency.district),
    },
    {
      key: 'origin',
      label: words(lang, 'inspectionPage.origin'),
      // A joint visit is asked for by several draws.
      cell: ({ state }) =>
        listed(
          lang,
          [...new Set(state.parts.map(({ origin }) => origin))].map((origin) => originText(lang, origin)),
        ),
    },
    {
      key: 'status',
      label: words(lang, 'inspectionPage.status'),
      cell: (one) => (
        <Tag tone={toneOf(statusOf(one))}>{words(lang, `inspection.status.${statusOf(one)}`)}</Tag>
      ),
    },
    {
      key: 'leader',
      label: words(lang, 'inspectionPage.team.leader'),
      cell: ({ state }) => members(state)[0]?.name ?? words(lang, 'inspectionPage.team.vacant'),
    },
    {
      key: 'next',
      label: words(lang, 'inspectionPage.list.next'),
      cell: (one) => {
        const next = nextDeadline(one.state, statusOf(one));
        return next === undefined ? (
          '—'
        ) : (
          <>
            {words(lang, `inspection.deadline.${next.kind}`)}
            <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
          </>
        );
      },
    },
  ];
}
