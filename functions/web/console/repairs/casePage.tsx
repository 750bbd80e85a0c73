import type { VNode } from 'preact';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { citedText } from '../../../../shared/law/lawTable.ts';
import { repairRefusals } from '../../../../shared/law/repairRules.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { RepairCase, Subject } from '../../../../shared/repair/repairCase.ts';
import { mayApply, type Standing } from '../../../../shared/repair/standing.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { SummaryList, type SummaryRow } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { CaseHistory } from '../caseHistory.tsx';
import { paperColumns } from '../casePapers/paperPages.tsx';
import { DeadlineView } from '../deadlineView.tsx';

import { inspectionPath } from '../inspections/inspectionWords.ts';
import { listingPath } from '../listings/listingWords.ts';
import { dayText, momentText } from '../moment.ts';
import { penaltyPath } from '../penaltyPaths.ts';

import { type ActsProps, ToDo } from './acts.tsx';
import { Materials } from './materials.tsx';
import { statusOf } from './offers.ts';
import { commandText, toneOf, words } from './repairWords.ts';

export interface CasePageProps extends ActsProps {
  readonly calendar: WorkingCalendar;
  /** The record as it stands today; undefined when nothing of it is public. */
  readonly standing: Standing | undefined;
  readonly barredUntil: LocalDate | undefined;
  readonly papers: readonly StoredCasePaper[];
  readonly chain: readonly AuditEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** One application: what is to be done, the record, its papers, its dates, what was decided and how it was carried out. */
export function CasePage(props: CasePageProps): VNode {
  const { lang } = usePage();
  const { stored, problems } = props;
  const { subject, applicant } = stored.state;
  const status = statusOf(stored);
  return (
    <ConsolePage
      title={`${words(lang, `repair.subject.${subject.kind}`)} ${subject.number}`}
      lead={
        <>
          <Tag tone={toneOf(status)}>{words(lang, `repair.status.${status}`)}</Tag> {applicant.name}
        </>
      }
      back={{ href: '/repairs', label: words(lang, 'repairPage.board.title') }}
      problems={problems}
    >
      <Inset>{words(lang, 'repairPage.competence')}</Inset>
      <Proposed {...props} />
      <ToDo {...props} />
      <Record {...props} />
      <Materials {...props} />
      <Dates {...props} />
      <SummaryList title={words(lang, 'repairPage.decision')} rows={decisionRows(lang, stored.state)} />
      <Papers {...props} />
      <Notes {...props} />
      <History {...props} />
    </ConsolePage>
  );
}

function groundText(lang: Lang, ground: string | undefined): string | undefined {
  const row = repairRefusals.find(({ rule }) => rule === ground);
  return row === undefined ? undefined : `${row[lang]}（${citedText(row.citation)}）`;
}

function Proposed({ stored }: CasePageProps): VNode | null {
  const { lang } = usePage();
  const { proposal } = stored.state;
  if (proposal === undefined) return null;
  const ground = groundText(lang, proposal.ground);
  return (
    <SummaryList
      title={words(lang, 'repairPage.proposal')}
      rows={[
        {
          label: words(lang, 'repairPage.act.outcome'),
          value: words(lang, `repairPage.proposal.${proposal.outcome}`),
        },
        ground === undefined ? undefined : { label: words(lang, 'repairPage.ground'), value: ground },
        {
          label: words(lang, 'repairPage.reason'),
          value: <span class="dr-lines">{proposal.reason}</span>,
        },
        { label: words(lang, 'repairPage.by'), value: proposal.proposed.name },
      ]}
    />
  );
}

function Record({ stored, standing, barredUntil, today }: CasePageProps): VNode {
  const { lang, problemText } = usePage();
  const { subject, applied, completion } = stored.state;
  const may =
    standing === undefined
      ? undefined
      : mayApply(standing, { today, ...(barredUntil === undefined ? {} : { barredUntil }) });
  const conditions =
    may === undefined
      ? words(lang, 'repairPage.standing.gone')
      : may.ok
        ? words(lang, 'repairPage.standing.met')
        : may.problems.map(problemText).join(' ');
  return (
    <SummaryList
      title={words(lang, 'repairPage.subject')}
      rows={[
        {
          label: words(lang, 'repairPage.received'),
          value:
            applied === undefined
              ? words(lang, 'repairPage.received.not')
              : `${dayText(lang, applied.on)} · ${words(lang, `repairPage.channel.${applied.channel}`)}`,
        },
        {
          label: words(lang, 'repairPage.case'),
          value: (
            <a class="govuk-link" href={subjectPath(subject)}>
              {subject.number}
            </a>
          ),
        },
        subject.until === undefined
          ? undefined
          : { label: words(lang, 'repairPage.until'), value: dayText(lang, subject.until) },
        { label: words(lang, 'repairPage.standing'), value: conditions },
        completion === undefined
          ? undefined
          : {
              label: words(lang, 'repairPage.completion'),
              value: (
                <>
                  <span class="dr-lines">{completion.text}</span>
                  <br />
                  {words(lang, 'repairPage.completion.until')} {dayText(lang, completion.until)}
                  {completion.completed === undefined
                    ? ''
                    : ` · ${words(lang, 'repairPage.completion.done')} ${dayText(lang, completion.completed.on)}`}
                </>
              ),
            },
      ]}
    />
  );
}

function Dates({ stored, today, calendar }: CasePageProps): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={words(lang, 'repairPage.clock')}
      rows={stored.state.deadlines}
      rowKey={({ kind }) => kind}
      empty={words(lang, 'repairPage.clock.none')}
      columns={[
        {
          key: 'what',
          label: words(lang, 'repairPage.what'),
          rowHeader: true,
          cell: ({ kind }) => words(lang, `repair.deadline.${kind}`),
        },
        {
          key: 'due',
          label: words(lang, 'repairPage.due'),
          cell: ({ deadline }) => <DeadlineView deadline={deadline} today={today} calendar={calendar} />,
        },
      ]}
    />
  );
}

function decisionRows(lang: Lang, repair: RepairCase): readonly (SummaryRow | undefined)[] {
  const { decision, carriedOut, creditStopped, cancellation, publishedUntil, barredUntil, extension } =
    repair;
  const dated = (label: Parameters<typeof words>[1], on: string | undefined) =>
    on === undefined
      ? undefined
      : { label: words(lang, label as 'repairPage.due'), value: dayText(lang, on) };
  const ground = groundText(lang, decision?.ground);
  return [
    extension === undefined
      ? undefined
      : { label: words(lang, 'repairPage.act.ask-extension'), value: extension.reason },
    decision === undefined
      ? { label: words(lang, 'repairPage.decision'), value: '—' }
      : {
          label: words(lang, 'repairPage.decision'),
          value: `${words(lang, `repairPage.decision.${decision.outcome}`)} ${decision.number} · ${dayText(lang, decision.on)} · ${decision.decided.name}`,
        },
    ground === undefined ? undefined : { label: words(lang, 'repairPage.ground'), value: ground },
    decision === undefined
      ? undefined
      : { label: words(lang, 'repairPage.reason'), value: <span class="dr-lines">{decision.reason}</span> },
    dated('repairPage.carried', carriedOut?.on),
    carriedOut === undefined
      ? undefined
      : {
          label: words(lang, 'repairPage.stopped'),
          value:
            creditStopped === undefined
              ? words(lang, 'repairPage.stopped.awaited')
              : dayText(lang, creditStopped.on),
        },
    cancellation === undefined
      ? undefined
      : {
          label: words(lang, 'repairPage.cancellation'),
          value: (
            <>
              {cancellation.decided === undefined
                ? words(lang, 'repairPage.proposal')
                : `${cancellation.decided.number} · ${dayText(lang, cancellation.decided.on)}`}
              <br />
              <span class="dr-lines">{cancellation.reason}</span>
            </>
          ),
        },
    cancellation?.restored === undefined
      ? undefined
      : {
          label: words(lang, 'repairPage.cancellation.restored'),
          value: momentText(lang, cancellation.restored.at),
        },
    dated('repairPage.published', publishedUntil),
    dated('repairPage.barred', barredUntil),
  ];
}

function Papers({ papers }: CasePageProps): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={words(lang, 'repairPage.papers')}
      rows={papers}
      rowKey={({ caseId }) => caseId}
      empty={words(lang, 'repairPage.papers.none')}
      columns={paperColumns(lang)}
    />
  );
}

function Notes({ stored }: CasePageProps): VNode | null {
  const { lang } = usePage();
  const { notes } = stored.state;
  if (notes.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{words(lang, 'repairPage.notes')}</h2>
      <ul class="govuk-list">
        {notes.map(({ name, at, text }) => (
          <li key={`${at} ${text}`}>
            <strong>{name}</strong> {momentText(lang, at)}
            <div class="dr-told">{text}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ chain, names, stored }: CasePageProps): VNode {
  const { lang } = usePage();
  const who = (actor: string) => {
    if (actor === 'system') return words(lang, 'repairPage.system');
    return actor.startsWith('link:') ? stored.state.applicant.name : (names.get(actor) ?? actor);
  };
  return (
    <CaseHistory
      chain={chain}
      what={(command) => commandText(lang, command)}
      who={who}
      labels={{
        title: words(lang, 'repairPage.history', { count: chain.length }),
        at: words(lang, 'repairPage.at'),
        what: words(lang, 'repairPage.what'),
        who: words(lang, 'repairPage.by'),
      }}
    />
  );
}

/** The page of the case that the record is of. */
function subjectPath({ kind, id }: Subject): string {
  const plain = id.slice(id.indexOf('#') + 1);
  if (kind === 'penalty') return penaltyPath(plain);
  return kind === 'inspection' ? inspectionPath(plain) : listingPath(plain);
}
