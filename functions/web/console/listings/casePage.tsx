import type { VNode } from 'preact';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { listingConsequences, listingGroundRow } from '../../../../shared/law/listingGrounds.ts';
import { type ListingTerm, reportPoints } from '../../../../shared/law/listingTerms.ts';
import { type ListingCase, type ListingStatus, stands } from '../../../../shared/listing/listingCase.ts';
import { activeDeadlines, datesOf, termRow } from '../../../../shared/listing/terms.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList, type SummaryRow } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { CaseHistory } from '../caseHistory.tsx';
import { paperColumns } from '../casePapers/paperPages.tsx';
import { DeadlineView } from '../deadlineView.tsx';
import { dayText, momentText } from '../moment.ts';
import { type ActionProps, Actions } from './actions.tsx';
import { BOARD, citationText, groundText, listingPath, listText, toneOfListing } from './listingWords.ts';

export interface CasePageProps extends ActionProps {
  readonly papers: readonly StoredCasePaper[];
  readonly chain: readonly AuditEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly calendar: WorkingCalendar;
  readonly problems?: readonly Problem[];
}

/** One entry: what is to be done now, its dates, what it says, its papers, and who did what. */
export function ListingCasePage(props: CasePageProps): VNode {
  const { lang } = usePage();
  const { state, status } = props.stored;
  return (
    <ConsolePage
      title={state.agency.name}
      lead={
        <>
          <Tag tone={toneOfListing[status as ListingStatus]}>
            {text(lang, `listing.status.${status as ListingStatus}`)}
          </Tag>{' '}
          {listText(lang, state)}
        </>
      }
      back={{ href: BOARD, label: text(lang, 'listingPage.title') }}
      problems={props.problems ?? []}
    >
      <Actions {...props} />
      <Dates {...props} />
      <Facts listing={state} />
      <Consequences {...props} />
      <DataTable
        caption={text(lang, 'listingPage.papers')}
        columns={paperColumns(lang)}
        rows={props.papers}
        rowKey={({ caseId }) => caseId}
        empty={text(lang, 'listingPage.papers.none')}
      />
      <History {...props} />
    </ConsolePage>
  );
}

function Dates({ stored, today, calendar }: CasePageProps): VNode | null {
  const { lang } = usePage();
  const { state, status } = stored;
  const counted = activeDeadlines(state, status as ListingStatus);
  const terms = stands(status) ? termRows(lang, state) : [];
  if (counted.length + terms.length === 0) return null;
  return (
    <section aria-labelledby="dates">
      <h2 class="govuk-heading-m" id="dates">
        {text(lang, 'listingPage.dates')}
      </h2>
      {counted.map(({ kind, deadline }) => (
        <div key={kind}>
          <h3 class="govuk-heading-s">{text(lang, `listing.deadline.${kind}`)}</h3>
          <DeadlineView deadline={deadline} today={today} calendar={calendar} />
        </div>
      ))}
      <SummaryList rows={terms} />
    </section>
  );
}

/** The terms of an entry that stands, each with where it is written. */
function termRows(lang: Lang, listing: ListingCase): readonly SummaryRow[] {
  const dates = datesOf(listing);
  const rows = [
    ['listing.serious_apply', dates.applyFrom],
    ['listing.serious_end', dates.endsOn],
    ['listing.report_made_good', dates.goodUntil],
    ['listing.abnormal_push', dates.pushOn],
    ['listing.abnormal_years', dates.yearsOn],
  ] as const satisfies readonly (readonly [ListingTerm, unknown])[];
  return rows.flatMap(([rule, date]) => {
    if (date === undefined || listing.since === undefined) return [];
    const row = termRow(rule, listing.since);
    return [
      {
        label: row.label[lang],
        value: (
          <>
            {dayText(lang, date)}
            <br />
            {citationText(lang, row)}
          </>
        ),
      },
    ];
  });
}

function Facts({ listing }: { listing: ListingCase }): VNode {
  const { lang } = usePage();
  const { charge, decision, ended, madeGood, notice, removal, source, since, visit } = listing;
  const row = charge === undefined ? undefined : listingGroundRow(charge.ground);
  const day = (label: string, date: string | undefined) =>
    date === undefined ? undefined : { label, value: dayText(lang, date) };
  const line = (label: string, value: string | undefined) =>
    value === undefined || value === '' ? undefined : { label, value };
  return (
    <SummaryList
      rows={[
        {
          label: text(lang, 'listingPage.agency'),
          value: (
            <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(listing.uscc)}`}>
              {listing.agency.name} ({listing.uscc})
            </a>
          ),
        },
        { label: text(lang, 'listingPage.ground'), value: groundText(lang, charge?.ground) },
        row && { label: text(lang, 'listingPage.basis'), value: citationText(lang, row) },
        line(text(lang, 'listingPage.facts'), charge?.facts),
        line(text(lang, 'listingPage.penalty'), charge?.penalty),
        day(text(lang, 'listingPage.restricted'), charge?.restrictedUntil),
        {
          label: text(lang, 'listingPage.source'),
          value: <Source listing={listing} />,
        },
        line(
          text(lang, 'listingPage.proposed'),
          `${listing.proposed.name} ${momentText(lang, listing.proposed.at)}`,
        ),
        day(text(lang, 'listingPage.served'), notice?.served?.on),
        ...listing.statements.map(({ on, text: said }) => ({
          label: text(lang, 'listingPage.statement', { on: dayText(lang, on) }),
          value: said,
        })),
        line(text(lang, 'listingPage.number'), decision?.number),
        decision && {
          label: text(lang, `listingPage.outcome.${decision.outcome}`),
          value: `${decision.name} ${momentText(lang, decision.at)}：${decision.reason}`,
        },
        day(text(lang, 'listingPage.since'), since),
        visit && {
          label: text(lang, 'listingPage.visit'),
          value:
            visit.order === undefined ? (
              text(lang, `listingPage.visit.${visit.outcome}`)
            ) : (
              <a class="govuk-link" href={`/targeted/${encodeURIComponent(visit.order)}`}>
                {text(lang, 'listingPage.visit.ordered')} {visit.order}
              </a>
            ),
        },
        listing.escalated === undefined || listing.escalated === ''
          ? undefined
          : {
              label: text(lang, 'listingPage.escalated'),
              value: (
                <a class="govuk-link" href={listingPath(listing.escalated)}>
                  {listing.escalated}
                </a>
              ),
            },
        ...listing.refusals.map(({ name, at, reason }) => ({
          label: text(lang, 'listingPage.act.refuse-removal'),
          value: `${name} ${momentText(lang, at)}：${reason}`,
        })),
        removal && {
          label: text(lang, 'listingPage.removal'),
          value: `${removal.name} ${momentText(lang, removal.at)}：${removal.reason}（${dayText(lang, removal.curedOn)}）`,
        },
        ended && {
          label: text(lang, `listing.end.${ended.reason}`),
          value: `${dayText(lang, ended.on)} ${ended.number}`,
        },
        charge?.ground === 'annual-report-late' && source.type === 'mirror'
          ? { label: text(lang, 'listingPage.points'), value: pointsText(lang, madeGood) }
          : undefined,
      ]}
    />
  );
}

/** What CNIPA's evaluation deducts for a late report, as it stands for this agency now. */
function pointsText(lang: Lang, madeGood: ListingCase['madeGood']): string {
  const rule = madeGood?.inTime === true ? 'made-good' : 'late';
  const row = reportPoints.find((one) => one.rule === rule);
  return row === undefined ? '' : `${row.points}：${row[lang]}（${citationText(lang, row)}）`;
}

function Source({ listing: { source } }: { listing: ListingCase }): VNode {
  const { lang } = usePage();
  const words = text(lang, `listing.source.${source.type}`);
  const link = (href: string, label: string) => (
    <>
      {words}{' '}
      <a class="govuk-link" href={href}>
        {label}
      </a>
    </>
  );
  switch (source.type) {
    case 'inspection':
      return link(`/inspections/${encodeURIComponent(source.inspection)}`, source.inspection);
    case 'listing':
      return link(listingPath(source.listing), source.listing);
    case 'penalty':
      return <>{`${words} ${source.number}`}</>;
    case 'mirror':
      return <>{`${words} ${source.year} ${dayText(lang, source.on)}`}</>;
    default:
      return <>{words}</>;
  }
}

function Consequences({ stored }: CasePageProps): VNode | null {
  const { lang } = usePage();
  const { charge } = stored.state;
  if (charge === undefined) return null;
  const { list } = listingGroundRow(charge.ground);
  return (
    <Details summary={text(lang, 'listingPage.consequences')}>
      <ul class="govuk-list govuk-list--bullet">
        {listingConsequences
          .filter(({ lists }) => lists.some((one) => one === list))
          .map((row) => (
            <li key={row.rule}>{`${row[lang]}（${citationText(lang, row)}）`}</li>
          ))}
      </ul>
    </Details>
  );
}

function History({ chain, names }: CasePageProps): VNode {
  const { lang } = usePage();
  return (
    <CaseHistory
      chain={chain}
      what={(command) => commandText(lang, command)}
      who={(actor) => (actor === 'system' ? text(lang, 'listingPage.system') : (names.get(actor) ?? actor))}
      labels={{
        title: text(lang, 'listingPage.history', { count: chain.length }),
        at: text(lang, 'listingPage.history.at'),
        what: text(lang, 'listingPage.history.what'),
        who: text(lang, 'listingPage.history.who'),
      }}
    />
  );
}

const commandCodes = [
  'propose',
  'complete',
  'notify',
  'record-service',
  'record-statement',
  'decide',
  'drop',
  'propose-removal',
  'refuse-removal',
  'end',
  'restart',
  'visit',
  'look',
] as const;

function commandText(lang: Lang, command: string): string {
  const known = commandCodes.find((one) => one === command);
  return known === undefined ? command : text(lang, `listingPage.command.${known}`);
}
