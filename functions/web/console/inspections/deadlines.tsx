import type { VNode } from 'preact';
import { activeDeadlines } from '../../../../shared/inspection/deadlines.ts';
import type { StoredDeadline } from '../../../../shared/inspection/inspectionCase.ts';
import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { DeadlineView } from '../deadlineView.tsx';
import { momentText } from '../moment.ts';
import { statusOf } from './actForm.tsx';
import type { CasePageProps } from './casePage.tsx';
import { words } from './inspectionWords.ts';

/** Every running date: how far it has come, whether it presses, by which rule, and who was told. */
export function Deadlines({ lang, stored, today, calendar }: CasePageProps): VNode {
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.deadlines')}
      rows={[...activeDeadlines(stored.state, statusOf(stored))].sort((one, other) =>
        one.deadline.dueLegal.localeCompare(other.deadline.dueLegal),
      )}
      rowKey={({ kind }: StoredDeadline) => kind}
      empty={words(lang, 'inspectionPage.deadlines.none')}
      columns={[
        {
          key: 'what',
          label: words(lang, 'inspectionPage.deadline.what'),
          rowHeader: true,
          cell: ({ kind }) => words(lang, `inspection.deadline.${kind}`),
        },
        {
          key: 'when',
          label: words(lang, 'inspectionPage.deadline.when'),
          cell: ({ deadline }) => <DeadlineView deadline={deadline} today={today} calendar={calendar} />,
        },
        {
          key: 'law',
          label: words(lang, 'inspectionPage.deadline.law'),
          cell: ({ deadline }) => (
            <>
              {deadline.citation.text}{' '}
              {isUnverified(deadline) ? (
                <Tag tone="waiting">{text(lang, 'calendarPage.unverified')}</Tag>
              ) : null}
            </>
          ),
        },
        {
          key: 'told',
          label: words(lang, 'inspectionPage.deadline.told'),
          cell: ({ remindedAt, escalatedAt }) => (
            <>
              {remindedAt === undefined ? null : (
                <div>
                  {words(lang, 'inspectionPage.deadline.reminded', { at: momentText(lang, remindedAt) })}
                </div>
              )}
              {escalatedAt === undefined ? null : (
                <div>
                  {words(lang, 'inspectionPage.deadline.escalated', { at: momentText(lang, escalatedAt) })}
                </div>
              )}
              {remindedAt === undefined && escalatedAt === undefined ? '—' : null}
            </>
          ),
        },
      ]}
    />
  );
}
