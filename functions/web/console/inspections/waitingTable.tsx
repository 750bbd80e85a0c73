import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { inspectionPath, words } from './inspectionWords.ts';
import type { Waiting } from './waiting.ts';

/** What waits for the person, each with its date; the earliest first. */
export function WaitingTable(props: {
  waiting: readonly Waiting[];
  today: LocalDate;
  calendar: WorkingCalendar;
}): VNode | null {
  const { lang } = usePage();
  if (props.waiting.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.waiting')}
      rows={props.waiting}
      rowKey={({ stored, what }) => `${stored.caseId} ${what}`}
      columns={[
        {
          key: 'what',
          label: words(lang, 'inspectionPage.waiting.what'),
          rowHeader: true,
          cell: ({ what }: Waiting) => words(lang, `inspectionPage.wait.${what}`),
        },
        {
          key: 'inspection',
          label: words(lang, 'inspectionPage.number'),
          cell: ({ stored }) => (
            <a class="govuk-link" href={inspectionPath(stored.state.number)}>
              {stored.state.number}
            </a>
          ),
        },
        {
          key: 'agency',
          label: words(lang, 'inspectionPage.agency'),
          cell: ({ stored }) => stored.state.agency.name,
        },
        {
          key: 'date',
          label: words(lang, 'inspectionPage.waiting.date'),
          cell: ({ deadline }) =>
            deadline === undefined ? (
              '—'
            ) : (
              <DeadlineLine deadline={deadline.deadline} today={props.today} calendar={props.calendar} />
            ),
        },
      ]}
    />
  );
}
