import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { CaseLink } from './caseLine.tsx';
import type { Person } from './offers.ts';
import { joined, words } from './penaltyWords.ts';
import { byPressure, nextDeadline, waitsFor } from './waiting.ts';

/** Penalty cases that wait for the person, overdue ones first; on the first page. */
export function PenaltyMineTable(props: {
  open: readonly StoredPenalty[];
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
      caption={words(lang, 'penaltyPage.mine')}
      rows={mine}
      rowKey={({ caseId }) => caseId}
      columns={[
        {
          key: 'what',
          label: words(lang, 'penaltyPage.waits'),
          rowHeader: true,
          cell: (one) =>
            joined(
              lang,
              waitsFor(one, user).map((wait) => words(lang, `penaltyPage.wait.${wait}`)),
            ),
        },
        { key: 'case', label: words(lang, 'penaltyPage.case'), cell: (one) => <CaseLink stored={one} /> },
        { key: 'party', label: words(lang, 'penaltyPage.party'), cell: ({ state }) => state.party.name },
        {
          key: 'due',
          label: words(lang, 'penaltyPage.due'),
          cell: (one) => {
            const next = nextDeadline(one);
            return next === undefined ? (
              '—'
            ) : (
              <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
            );
          },
        },
      ]}
    />
  );
}
