import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { CaseLink, UrgentLine } from './caseLine.tsx';
import { words } from './complaintWords.ts';
import type { Person } from './offers.ts';
import { byPressure, nextDeadline, waitsFor } from './waiting.ts';

/** Complaints and reports that wait for the person, overdue ones first; on the first page. */
export function MineTable(props: {
  open: readonly StoredComplaint[];
  user: Person;
  today: LocalDate;
  calendar: WorkingCalendar;
}): VNode | null {
  const { lang } = usePage();
  const { user, today, calendar } = props;
  const mine = props.open.filter((one) => waitsFor(one, user).length > 0).sort(byPressure(today));
  if (mine.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.mine')}
      rows={mine}
      rowKey={({ caseId }) => caseId}
      columns={[
        {
          key: 'what',
          label: words(lang, 'complaintPage.waits'),
          rowHeader: true,
          cell: (one) =>
            waitsFor(one, user)
              .map((wait) => words(lang, `complaintPage.wait.${wait}`))
              .join(lang === 'zh' ? '；' : '; '),
        },
        {
          key: 'case',
          label: words(lang, 'complaintPage.case'),
          cell: (one) => (
            <>
              <CaseLink stored={one} /> {words(lang, `complaint.kind.${one.state.kind}`)}
            </>
          ),
        },
        {
          key: 'agency',
          label: words(lang, 'complaintPage.agency'),
          cell: ({ state }) => state.matter.agency.name,
        },
        {
          key: 'due',
          label: words(lang, 'complaintPage.due'),
          cell: (one) => {
            const next = nextDeadline(one);
            return (
              <>
                {next === undefined ? (
                  '—'
                ) : (
                  <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
                )}
                <UrgentLine stored={one} today={today} />
              </>
            );
          },
        },
      ]}
    />
  );
}
