import type { VNode } from 'preact';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { mediationEnds, notFiledGrounds, refusalGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText, monthText } from '../moment.ts';
import { CaseLink } from './caseLine.tsx';
import { termText, toneOf, words } from './complaintWords.ts';
import { statusOf } from './waiting.ts';

/** The month before (-1) or after (1) a month, `2026-04`. */
function beside(month: string, step: -1 | 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}

/** The cases of a month of receipt that have ended, with how. */
export function MonthPage(props: {
  month: string;
  /** Whether there is a later month to go to. */
  current: boolean;
  ended: readonly StoredComplaint[];
  open: number;
}): VNode {
  const { lang } = usePage();
  const { month, ended } = props;
  return (
    <ConsolePage
      title={words(lang, 'complaintPage.month.title', { month: monthText(lang, month) })}
      lead={words(lang, 'complaintPage.month.count', { ended: ended.length, open: props.open })}
      back={{ href: '/complaints', label: words(lang, 'complaintPage.board.title') }}
    >
      <DataTable
        caption={words(lang, 'complaintPage.month.title', { month: monthText(lang, month) })}
        captionHidden
        rows={ended}
        rowKey={({ caseId }) => caseId}
        empty={words(lang, 'complaintPage.month.none')}
        columns={[
          {
            key: 'case',
            label: words(lang, 'complaintPage.case'),
            rowHeader: true,
            cell: (one) => (
              <>
                <CaseLink stored={one} />
                <br />
                {words(lang, `complaint.kind.${one.state.kind}`)}
              </>
            ),
          },
          {
            key: 'agency',
            label: words(lang, 'complaintPage.agency'),
            cell: ({ state }) => state.matter.agency.name,
          },
          {
            key: 'received',
            label: words(lang, 'complaintPage.received'),
            cell: ({ state }) => dayText(lang, state.received.on),
          },
          {
            key: 'ended',
            label: words(lang, 'complaintPage.endedOn'),
            cell: ({ state }) => (state.ended === undefined ? '—' : dayText(lang, state.ended)),
          },
          {
            key: 'how',
            label: words(lang, 'complaintPage.outcome'),
            cell: (one) => (
              <>
                <Tag tone={toneOf(statusOf(one))}>{words(lang, `complaint.status.${statusOf(one)}`)}</Tag>{' '}
                <HowEnded stored={one} />
              </>
            ),
          },
          {
            key: 'handler',
            label: words(lang, 'complaintPage.handler'),
            cell: ({ state }) => state.handler?.name ?? '—',
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/complaints/months/${beside(month, -1)}`}>
          {monthText(lang, beside(month, -1))}
        </a>
        {props.current ? null : (
          <>
            {' · '}
            <a class="govuk-link" href={`/complaints/months/${beside(month, 1)}`}>
              {monthText(lang, beside(month, 1))}
            </a>
          </>
        )}
      </p>
    </ConsolePage>
  );
}

function HowEnded({ stored }: { stored: StoredComplaint }): VNode {
  const { lang } = usePage();
  const { refusal, mediationEnd, decision } = stored.state;
  const grounds = [
    ...(refusal === undefined ? [] : [termText(lang, refusalGrounds, refusal.ground)]),
    ...(mediationEnd === undefined ? [] : [termText(lang, mediationEnds, mediationEnd.ground)]),
    ...(decision?.decided === undefined ? [] : [words(lang, `complaintPage.outcome.${decision.outcome}`)]),
    ...(decision?.ground === undefined ? [] : [termText(lang, notFiledGrounds, decision.ground)]),
  ];
  return <>{grounds.join(' · ')}</>;
}
