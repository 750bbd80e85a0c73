import type { VNode } from 'preact';
import type { Dispute, Sitting, Telling, Transfer } from '../../../../shared/complaint/complaintCase.ts';
import {
  mediationEnds,
  notFiledGrounds,
  refusalGrounds,
  transferKinds,
} from '../../../../shared/law/intakeGrounds.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { dayText, momentText } from '../moment.ts';
import type { CasePageProps } from './casePage.tsx';
import { termText, words } from './complaintWords.ts';

/** What has been decided and done, each with who did it. */
export function Proceedings(props: CasePageProps): VNode {
  return (
    <>
      <Outcome {...props} />
      <Sittings {...props} />
      <Transfers {...props} />
      <Disputes {...props} />
      <Tellings {...props} />
    </>
  );
}

const act = (lang: CasePageProps['lang'], { name, at }: { readonly name: string; readonly at: string }) =>
  `${name} · ${momentText(lang, at)}`;

function Outcome({ lang, stored }: CasePageProps): VNode | null {
  const { accepted, refusal, mediationEnd, decision } = stored.state;
  const rows = [
    accepted === undefined
      ? undefined
      : {
          label: words(lang, 'complaintPage.accepted'),
          value: `${dayText(lang, accepted.on)} · ${accepted.name}`,
        },
    refusal === undefined
      ? undefined
      : {
          label: words(lang, 'complaintPage.refused'),
          value: (
            <>
              {termText(lang, refusalGrounds, refusal.ground)} · {act(lang, refusal)}
              <div class="dr-told">{refusal.reason}</div>
            </>
          ),
        },
    mediationEnd === undefined
      ? undefined
      : {
          label: words(lang, 'complaintPage.mediationEnd'),
          value: (
            <>
              {termText(lang, mediationEnds, mediationEnd.ground)} · {act(lang, mediationEnd)}
              <div class="dr-told">{mediationEnd.reason}</div>
            </>
          ),
        },
    decision === undefined
      ? undefined
      : {
          label: words(lang, 'complaintPage.decision'),
          value: (
            <>
              {words(lang, `complaintPage.outcome.${decision.outcome}`)}
              {decision.ground === undefined
                ? null
                : ` · ${termText(lang, notFiledGrounds, decision.ground)}`}
              {decision.inspect ? ` · ${words(lang, 'complaintPage.inspect')}` : null}
              <div class="dr-told">{decision.reason}</div>
              <div>
                {words(lang, 'complaintPage.proposed', { act: act(lang, decision.proposed) })} ·{' '}
                {decision.decided === undefined
                  ? words(lang, 'complaintPage.waitsForSecond')
                  : words(lang, 'complaintPage.decidedBy', { act: act(lang, decision.decided) })}
              </div>
            </>
          ),
        },
  ];
  if (rows.every((row) => row === undefined)) return null;
  return <SummaryList title={words(lang, 'complaintPage.proceedings')} rows={rows} />;
}

function Sittings({ lang, stored }: CasePageProps): VNode | null {
  const { sittings } = stored.state;
  if (sittings.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.sittings')}
      rows={sittings}
      rowKey={({ at }: Sitting) => at}
      columns={[
        {
          key: 'on',
          label: words(lang, 'complaintPage.day'),
          rowHeader: true,
          cell: ({ on }) => dayText(lang, on),
        },
        {
          key: 'consent',
          label: words(lang, 'complaintPage.consent'),
          cell: ({ consent }) => words(lang, `complaintPage.consent.${consent}`),
        },
        {
          key: 'text',
          label: words(lang, 'complaintPage.sitting.text'),
          cell: ({ text }) => <div class="dr-told">{text}</div>,
        },
        { key: 'by', label: words(lang, 'complaintPage.by'), cell: (one) => act(lang, one) },
      ]}
    />
  );
}

function Transfers({ lang, stored }: CasePageProps): VNode | null {
  const { transfers } = stored.state;
  if (transfers.length === 0) return null;
  const standing = ({ kind, confirmed, returned }: Transfer) => {
    if (returned !== undefined)
      return words(lang, 'complaintPage.transfer.returned', {
        act: act(lang, returned),
        reason: returned.reason,
      });
    if (confirmed !== undefined)
      return words(lang, 'complaintPage.transfer.confirmed', { act: act(lang, confirmed) });
    return kind === 'crime' ? words(lang, 'complaintPage.waitsForSecond') : '—';
  };
  return (
    <DataTable
      caption={words(lang, 'complaintPage.transfers')}
      rows={transfers}
      rowKey={({ at }: Transfer) => at}
      columns={[
        {
          key: 'kind',
          label: words(lang, 'complaintPage.transfer.kind'),
          rowHeader: true,
          cell: ({ kind }) => termText(lang, transferKinds, kind),
        },
        { key: 'to', label: words(lang, 'complaintPage.transfer.to'), cell: ({ to }) => to },
        { key: 'reason', label: words(lang, 'complaintPage.reason'), cell: ({ reason }) => reason },
        { key: 'by', label: words(lang, 'complaintPage.by'), cell: (one) => act(lang, one) },
        { key: 'standing', label: words(lang, 'complaintPage.transfer.standing'), cell: standing },
      ]}
    />
  );
}

function Disputes({ lang, stored }: CasePageProps): VNode | null {
  const disputes = stored.state.disputes ?? [];
  if (disputes.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.disputes')}
      rows={disputes}
      rowKey={({ at }: Dispute) => at}
      columns={[
        {
          key: 'with',
          label: words(lang, 'complaintPage.dispute.with'),
          rowHeader: true,
          cell: (one) => one.with,
        },
        { key: 'reason', label: words(lang, 'complaintPage.reason'), cell: ({ reason }) => reason },
        { key: 'by', label: words(lang, 'complaintPage.by'), cell: (one) => act(lang, one) },
        {
          key: 'outcome',
          label: words(lang, 'complaintPage.dispute.outcome'),
          cell: ({ settled }) =>
            settled === undefined
              ? '—'
              : `${words(lang, `complaintPage.dispute.outcome.${settled.outcome}`)} · ${act(lang, settled)}`,
        },
      ]}
    />
  );
}

function Tellings({ lang, stored }: CasePageProps): VNode | null {
  const { tellings } = stored.state;
  if (tellings.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.tellings')}
      rows={tellings}
      rowKey={({ at, to }: Telling) => `${at} ${to}`}
      columns={[
        {
          key: 'to',
          label: words(lang, 'complaintPage.telling.to'),
          rowHeader: true,
          cell: ({ to }) => words(lang, `complaintPage.telling.to.${to}`),
        },
        {
          key: 'how',
          label: words(lang, 'complaintPage.telling.how'),
          cell: ({ how }) => words(lang, `complaintPage.telling.how.${how}`),
        },
        { key: 'by', label: words(lang, 'complaintPage.by'), cell: (one) => act(lang, one) },
      ]}
    />
  );
}
