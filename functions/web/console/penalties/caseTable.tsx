import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { CaseLink, PausedTag } from './caseLine.tsx';
import { amountText, joined, termText, toneOf, words } from './penaltyWords.ts';
import { nextDeadline, statusOf, waitsOf } from './waiting.ts';

export interface CaseTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly rows: readonly StoredPenalty[];
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly empty?: string;
}

/** Cases as rows: which, whose date presses, against whom, what it waits for, who has it. */
export function CaseTable(props: CaseTableProps): VNode {
  const { caption, captionHidden, rows, empty } = props;
  return (
    <DataTable
      caption={caption}
      {...(captionHidden === undefined ? {} : { captionHidden })}
      columns={useColumns(props)}
      rows={rows}
      rowKey={({ caseId }) => caseId}
      empty={empty}
    />
  );
}

function useColumns({ today, calendar }: CaseTableProps): readonly Column<StoredPenalty>[] {
  const { lang } = usePage();
  return [
    {
      key: 'case',
      label: words(lang, 'penaltyPage.case'),
      rowHeader: true,
      cell: (one) => (
        <>
          <CaseLink stored={one} />
          <div>
            <Tag tone={toneOf(statusOf(one))}>{words(lang, `penalty.status.${statusOf(one)}`)}</Tag>
          </div>
        </>
      ),
    },
    {
      key: 'due',
      label: words(lang, 'penaltyPage.due'),
      cell: (one) => {
        const next = nextDeadline(one);
        return (
          <>
            {next === undefined ? (
              '—'
            ) : (
              <>
                {words(lang, `penalty.deadline.${next.kind}`)}
                <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
              </>
            )}
            <PausedTag stored={one} />
          </>
        );
      },
    },
    {
      key: 'party',
      label: words(lang, 'penaltyPage.party'),
      cell: ({ state }) => (
        <>
          {state.party.name}
          <div class="dr-aside">
            {joined(
              lang,
              (state.draft?.charges.map(({ entry }) => entry) ?? state.suspicion.entries).map((entry) =>
                termText(lang, penaltyCatalogue, entry),
              ),
            )}
          </div>
          {state.decision?.number === undefined ? null : (
            <div class="dr-aside">
              {state.decision.number} · {amountText(lang, state.decision.fine)}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'waits',
      label: words(lang, 'penaltyPage.waits'),
      cell: (one) => (
        <ul class="dr-plain-list">
          {waitsOf(one).map((wait) => (
            <li key={wait}>{words(lang, `penaltyPage.wait.${wait}`)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'handler',
      label: words(lang, 'penaltyPage.handler'),
      cell: ({ state }) => state.handler?.name ?? words(lang, 'penaltyPage.handler.none'),
    },
  ];
}
