import type { VNode } from 'preact';
import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { clockStops } from '../../../../shared/law/penaltyProcedure.ts';
import { activeDeadlines } from '../../../../shared/penalty/deadlines.ts';
import type { Extension, StoredDeadline, Suspension } from '../../../../shared/penalty/penaltyCase.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { DeadlineView } from '../deadlineView.tsx';
import { dayText, momentText } from '../moment.ts';
import { PausedTag } from './caseLine.tsx';
import type { CasePageProps } from './casePage.tsx';
import { joined, termText, words } from './penaltyWords.ts';
import { statusOf } from './waiting.ts';

/** Every date of the case with its rule and why it is that day; then what has lengthened or stopped the clock. */
export function Clock(props: CasePageProps): VNode {
  return (
    <>
      <Dates {...props} />
      <Rests {...props} />
      <Extensions {...props} />
    </>
  );
}

function Dates({ lang, stored, today, calendar }: CasePageProps): VNode {
  const active = new Set(activeDeadlines(stored.state, statusOf(stored)).map(({ kind }) => kind));
  const told = ({ remindedAt, escalatedAt }: StoredDeadline) =>
    joined(lang, [
      ...(remindedAt === undefined
        ? []
        : [words(lang, 'penaltyPage.reminded', { at: momentText(lang, remindedAt) })]),
      ...(escalatedAt === undefined
        ? []
        : [words(lang, 'penaltyPage.escalated', { at: momentText(lang, escalatedAt) })]),
    ]) || '—';
  return (
    <>
      <h2 class="govuk-heading-m">
        {words(lang, 'penaltyPage.clock')} <PausedTag stored={stored} />
      </h2>
      <DataTable
        caption={words(lang, 'penaltyPage.clock')}
        captionHidden
        rows={stored.state.deadlines}
        rowKey={({ kind }: StoredDeadline) => kind}
        empty={words(lang, 'penaltyPage.clock.none')}
        columns={[
          {
            key: 'what',
            label: words(lang, 'penaltyPage.deadline'),
            rowHeader: true,
            cell: ({ kind }) => words(lang, `penalty.deadline.${kind}`),
          },
          {
            key: 'when',
            label: words(lang, 'penaltyPage.due'),
            cell: (one) =>
              active.has(one.kind) ? (
                <DeadlineView deadline={one.deadline} today={today} calendar={calendar} />
              ) : (
                <>
                  {dayText(lang, one.deadline.dueLegal)}{' '}
                  <Tag tone="neutral">{words(lang, 'penaltyPage.deadline.idle')}</Tag>
                </>
              ),
          },
          {
            key: 'law',
            label: words(lang, 'penaltyPage.law'),
            cell: ({ deadline }) => (
              <>
                {deadline.citation.text}{' '}
                {isUnverified(deadline) ? (
                  <Tag tone="waiting">{words(lang, 'calendarPage.unverified')}</Tag>
                ) : null}
              </>
            ),
          },
          { key: 'told', label: words(lang, 'penaltyPage.told'), cell: told },
        ]}
      />
    </>
  );
}

function Rests({ lang, stored }: CasePageProps): VNode | null {
  const { suspensions } = stored.state;
  if (suspensions.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'penaltyPage.suspensions')}
      rows={suspensions}
      rowKey={({ from, reason }: Suspension) => `${from} ${reason}`}
      columns={[
        {
          key: 'reason',
          label: words(lang, 'penaltyPage.ground'),
          rowHeader: true,
          cell: ({ reason, note }) =>
            note === ''
              ? termText(lang, clockStops, reason)
              : `${termText(lang, clockStops, reason)} · ${note}`,
        },
        {
          key: 'days',
          label: words(lang, 'penaltyPage.days'),
          cell: ({ from, to }) =>
            to === undefined
              ? words(lang, 'penaltyPage.from', { from: dayText(lang, from) })
              : words(lang, 'penaltyPage.fromTo', { from: dayText(lang, from), to: dayText(lang, to) }),
        },
        {
          key: 'by',
          label: words(lang, 'penaltyPage.by'),
          cell: ({ begun, ended }) => [begun.name, ...(ended === undefined ? [] : [ended.name])].join(' / '),
        },
      ]}
    />
  );
}

function Extensions({ lang, stored }: CasePageProps): VNode | null {
  const { extensions } = stored.state;
  if (extensions.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'penaltyPage.extensions')}
      rows={extensions}
      rowKey={({ asked }: Extension) => asked.at}
      columns={[
        {
          key: 'kind',
          label: words(lang, 'penaltyPage.deadline'),
          rowHeader: true,
          cell: ({ kind }) => words(lang, `penalty.deadline.${kind}`),
        },
        { key: 'reason', label: words(lang, 'penaltyPage.reason'), cell: ({ reason }) => reason },
        {
          key: 'asked',
          label: words(lang, 'penaltyPage.asked'),
          cell: ({ asked }) => `${asked.name} · ${momentText(lang, asked.at)}`,
        },
        {
          key: 'decided',
          label: words(lang, 'penaltyPage.decided'),
          cell: ({ decided }) =>
            decided === undefined
              ? words(lang, 'penaltyPage.waitsForSecond')
              : `${words(lang, `penaltyPage.extension.${decided.outcome}`)} · ${decided.name} · ${momentText(lang, decided.at)}`,
        },
      ]}
    />
  );
}
