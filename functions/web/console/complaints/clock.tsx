import type { VNode } from 'preact';
import { isOverdue } from '../../../../shared/calendar/storedDeadline.ts';
import type {
  Extension,
  MaterialRequest,
  StoredDeadline,
  Suspension,
} from '../../../../shared/complaint/complaintCase.ts';
import { activeDeadlines } from '../../../../shared/complaint/deadlines.ts';
import { suspensionReasons } from '../../../../shared/law/intakeGrounds.ts';
import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { doneOn } from '../../../../shared/statistics/complaints.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { DeadlineView } from '../deadlineView.tsx';
import { dayText, momentText } from '../moment.ts';
import { PausedTag } from './caseLine.tsx';
import type { CasePageProps } from './casePage.tsx';
import { termText, words } from './complaintWords.ts';
import { statusOf } from './waiting.ts';

/** Every date of the case with its rule and why it is that day; then what has lengthened or stopped the clock. */
export function Clock(props: CasePageProps): VNode {
  return (
    <>
      <Dates {...props} />
      <Rests {...props} />
      <Extensions {...props} />
      <Requests {...props} />
    </>
  );
}

function Dates({ lang, stored, today, calendar }: CasePageProps): VNode {
  const active = new Set(activeDeadlines(stored.state, statusOf(stored)).map(({ kind }) => kind));
  const told = ({ remindedAt, escalatedAt }: StoredDeadline) =>
    [
      ...(remindedAt === undefined
        ? []
        : [words(lang, 'complaintPage.reminded', { at: momentText(lang, remindedAt) })]),
      ...(escalatedAt === undefined
        ? []
        : [words(lang, 'complaintPage.escalated', { at: momentText(lang, escalatedAt) })]),
    ].join(lang === 'zh' ? '；' : '; ') || '—';
  return (
    <>
      <h2 class="govuk-heading-m">
        {words(lang, 'complaintPage.clock')} <PausedTag stored={stored} />
      </h2>
      <DataTable
        caption={words(lang, 'complaintPage.clock')}
        captionHidden
        rows={stored.state.deadlines}
        rowKey={({ kind }: StoredDeadline) => kind}
        empty={words(lang, 'complaintPage.clock.none')}
        columns={[
          {
            key: 'what',
            label: words(lang, 'complaintPage.deadline'),
            rowHeader: true,
            cell: ({ kind }) => words(lang, `complaint.deadline.${kind}`),
          },
          {
            key: 'when',
            label: words(lang, 'complaintPage.due'),
            cell: (one) =>
              active.has(one.kind) ? (
                <DeadlineView deadline={one.deadline} today={today} calendar={calendar} />
              ) : (
                <Past stored={stored} one={one} lang={lang} />
              ),
          },
          {
            key: 'law',
            label: words(lang, 'complaintPage.law'),
            cell: ({ deadline }) => (
              <>
                {deadline.citation.text}{' '}
                {isUnverified(deadline) ? (
                  <Tag tone="waiting">{words(lang, 'calendarPage.unverified')}</Tag>
                ) : null}
              </>
            ),
          },
          { key: 'told', label: words(lang, 'complaintPage.told'), cell: told },
        ]}
      />
    </>
  );
}

/** A date that does not run: done in time or too late, or not to be kept any more. */
function Past({
  lang,
  stored,
  one,
}: Pick<CasePageProps, 'lang' | 'stored'> & { one: StoredDeadline }): VNode {
  const { dueLegal } = one.deadline;
  const done = doneOn(stored.state, one.kind);
  const late =
    done === undefined ? one.escalatedAt !== undefined && isOverdue(one, one.escalatedAt) : done > dueLegal;
  return (
    <>
      {dayText(lang, dueLegal)}{' '}
      {done === undefined ? (
        <Tag tone="neutral">{words(lang, 'complaintPage.deadline.idle')}</Tag>
      ) : (
        <Tag tone={late ? 'overdue' : 'done'}>
          {words(lang, `complaintPage.deadline.${late ? 'doneLate' : 'done'}`, { on: dayText(lang, done) })}
        </Tag>
      )}
      {late && done === undefined ? (
        <Tag tone="overdue">{words(lang, 'complaintPage.deadline.missed')}</Tag>
      ) : null}
    </>
  );
}

function Rests({ lang, stored }: CasePageProps): VNode | null {
  const { suspensions } = stored.state;
  if (suspensions.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.suspensions')}
      rows={suspensions}
      rowKey={({ from }: Suspension) => from}
      columns={[
        {
          key: 'reason',
          label: words(lang, 'complaintPage.reason'),
          rowHeader: true,
          cell: ({ reason, note }) => `${termText(lang, suspensionReasons, reason)} · ${note}`,
        },
        {
          key: 'days',
          label: words(lang, 'complaintPage.days'),
          cell: ({ from, to }) =>
            to === undefined
              ? words(lang, 'complaintPage.from', { from: dayText(lang, from) })
              : words(lang, 'complaintPage.fromTo', { from: dayText(lang, from), to: dayText(lang, to) }),
        },
        {
          key: 'by',
          label: words(lang, 'complaintPage.by'),
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
      caption={words(lang, 'complaintPage.extensions')}
      rows={extensions}
      rowKey={({ asked }: Extension) => asked.at}
      columns={[
        {
          key: 'kind',
          label: words(lang, 'complaintPage.deadline'),
          rowHeader: true,
          cell: ({ kind }) => words(lang, `complaint.deadline.${kind}`),
        },
        { key: 'reason', label: words(lang, 'complaintPage.reason'), cell: ({ reason }) => reason },
        {
          key: 'asked',
          label: words(lang, 'complaintPage.asked'),
          cell: ({ asked }) => `${asked.name} · ${momentText(lang, asked.at)}`,
        },
        {
          key: 'decided',
          label: words(lang, 'complaintPage.decided'),
          cell: ({ decided }) =>
            decided === undefined
              ? words(lang, 'complaintPage.waitsForSecond')
              : `${words(lang, `complaintPage.extension.${decided.outcome}`)} · ${decided.name} · ${momentText(lang, decided.at)}`,
        },
      ]}
    />
  );
}

function Requests({ lang, stored }: CasePageProps): VNode | null {
  const { requests } = stored.state;
  if (requests.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.requests')}
      rows={requests}
      rowKey={({ no }: MaterialRequest) => String(no)}
      columns={[
        {
          key: 'what',
          label: words(lang, 'complaintPage.request.what'),
          rowHeader: true,
          cell: ({ what, text }) => (
            <>
              {words(lang, `complaintPage.material.${what}`)}
              <div class="dr-told">{text}</div>
            </>
          ),
        },
        {
          key: 'until',
          label: words(lang, 'complaintPage.until'),
          cell: ({ until }) => dayText(lang, until),
        },
        {
          key: 'asked',
          label: words(lang, 'complaintPage.asked'),
          cell: ({ asked }) => `${asked.name} · ${momentText(lang, asked.at)}`,
        },
        {
          key: 'answered',
          label: words(lang, 'complaintPage.answered'),
          cell: ({ answered }) =>
            answered === undefined
              ? words(lang, 'complaintPage.answered.not')
              : `${words(lang, `complaintPage.answered.${answered.by}`)} · ${momentText(lang, answered.at)}`,
        },
      ]}
    />
  );
}
