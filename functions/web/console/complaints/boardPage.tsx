import type { VNode } from 'preact';
import { type LocalDate, monthOf } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { channels } from '../../../../shared/complaint/filing.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { conducts } from '../../../../shared/law/conducts.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Pagination } from '../../kit/components/pagination.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue, hrefWith } from '../../kit/links.ts';
import { DeadlineLine } from '../deadlineView.tsx';
import { caseKinds, openStatuses } from './boardFilter.ts';
import { CaseLink, PausedTag, UrgentLine } from './caseLine.tsx';
import { termText, words } from './complaintWords.ts';
import { isOverdueOn, nextDeadline, waits, waitsOf } from './waiting.ts';

export interface BoardProps {
  /** Every open case. */
  readonly all: readonly StoredComplaint[];
  /** What the filter left, in the order in which it presses. */
  readonly found: readonly StoredComplaint[];
  readonly handlers: readonly { readonly userId: string; readonly name: string }[];
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Whether this person enters filings for others. */
  readonly enters: boolean;
}

const EXPORT = '/complaints/export';
/** Rows of one page; what is overdue stands on the first. */
const PAGE = 100;

/** Every open case by what it waits for and by the day that presses; nothing on it says who filed. */
export function BoardPage(props: BoardProps): VNode {
  const { lang, query } = usePage();
  const { all, found, today } = props;
  const overdue = all.filter((one) => isOverdueOn(one, today)).length;
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const asked = Number.parseInt(firstValue(query, 'page'), 10);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  return (
    <ConsolePage
      title={words(lang, 'complaintPage.board.title')}
      lead={
        <>
          {words(lang, 'complaintPage.board.count', { open: all.length })}
          {overdue === 0 ? null : (
            <>
              {' · '}
              <a class="govuk-link dr-due__overdue" href="/complaints?overdue=yes">
                {words(lang, 'complaintPage.board.overdue', { count: overdue })}
              </a>
            </>
          )}
        </>
      }
      {...(props.enters
        ? {
            action: (
              <ButtonLink href="/complaints/new">{words(lang, 'complaintPage.board.enter')}</ButtonLink>
            ),
          }
        : {})}
    >
      <Waits all={all} today={today} />
      <BoardFilters {...props} />
      <DataTable
        caption={words(lang, 'complaintPage.board.title')}
        captionHidden
        columns={useColumns(props)}
        rows={found.slice((page - 1) * PAGE, page * PAGE)}
        rowKey={({ caseId }) => caseId}
        empty={words(lang, all.length === 0 ? 'complaintPage.board.empty' : 'complaintPage.board.none')}
      />
      <Pagination page={page} pages={pages} />
      <p class="govuk-body">
        <a class="govuk-link" href={hrefWith(EXPORT, query, { format: 'xlsx', page: undefined })}>
          {words(lang, 'complaintPage.board.xlsx')}
        </a>
        {' · '}
        <a class="govuk-link" href={hrefWith(EXPORT, query, { format: 'csv', page: undefined })}>
          {words(lang, 'complaintPage.board.csv')}
        </a>
        {' · '}
        <a class="govuk-link" href={`/complaints/months/${monthOf(today)}`}>
          {words(lang, 'complaintPage.board.ended')}
        </a>
        {' · '}
        <a class="govuk-link" href="/complaints/wishes">
          {words(lang, 'complaintPage.board.wishes')}
        </a>
        {' · '}
        <a class="govuk-link" href="/complaints/erasure">
          {words(lang, 'complaintPage.board.erasure')}
        </a>
      </p>
    </ConsolePage>
  );
}

/** How many cases wait for each step: a way into the list, and the shape of the day at a glance. */
function Waits({ all, today }: Pick<BoardProps, 'all' | 'today'>): VNode {
  const { lang, query } = usePage();
  const cells = waits.flatMap((wait) => {
    const waiting = all.filter((one) => waitsOf(one).includes(wait));
    const late = waiting.filter((one) => isOverdueOn(one, today)).length;
    return waiting.length === 0 ? [] : [{ wait, count: waiting.length, late }];
  });
  return (
    <nav class="dr-lanes" aria-label={words(lang, 'complaintPage.board.lanes')}>
      <ul>
        {cells.map(({ wait, count, late }) => (
          <li key={wait}>
            <a
              href={hrefWith('/complaints', {}, { wait })}
              aria-current={query['wait'] === wait ? 'true' : undefined}
            >
              <span class="dr-lanes__count">{count}</span>
              <span>{words(lang, `complaintPage.wait.${wait}`)}</span>
              {late === 0 ? null : (
                <strong class="dr-due__overdue">
                  {words(lang, 'complaintPage.board.late', { count: late })}
                </strong>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function BoardFilters({ handlers }: BoardProps): VNode {
  const { lang } = usePage();
  const all = words(lang, 'complaintPage.all');
  return (
    <Filters>
      <Select
        name="handler"
        label={words(lang, 'complaintPage.handler')}
        empty={all}
        choices={[
          { value: 'mine', label: words(lang, 'complaintPage.handler.mine') },
          { value: 'none', label: words(lang, 'complaintPage.handler.none') },
          ...handlers.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
      <Select
        name="kind"
        label={words(lang, 'complaintPage.kind')}
        empty={all}
        choices={caseKinds.map((value) => ({ value, label: words(lang, `complaint.kind.${value}`) }))}
      />
      <Select
        name="status"
        label={words(lang, 'complaintPage.status')}
        empty={all}
        choices={openStatuses.map((value) => ({
          value,
          label: words(lang, `complaint.status.${value}`),
        }))}
      />
      <Select
        name="wait"
        label={words(lang, 'complaintPage.waits')}
        empty={all}
        choices={waits.map((value) => ({ value, label: words(lang, `complaintPage.wait.${value}`) }))}
      />
      <Select
        name="channel"
        label={words(lang, 'complaintPage.channel')}
        empty={all}
        choices={channels.map((value) => ({ value, label: words(lang, `complaint.channel.${value}`) }))}
      />
      <Select
        name="overdue"
        label={words(lang, 'complaintPage.overdue')}
        empty={all}
        choices={[{ value: 'yes', label: words(lang, 'complaintPage.overdue.only') }]}
      />
      <TextInput name="text" label={words(lang, 'complaintPage.board.text')} width={20} />
    </Filters>
  );
}

function useColumns({ today, calendar }: BoardProps): readonly Column<StoredComplaint>[] {
  const { lang } = usePage();
  return [
    {
      key: 'case',
      label: words(lang, 'complaintPage.case'),
      rowHeader: true,
      cell: (one) => (
        <>
          <CaseLink stored={one} />
          <div>{words(lang, `complaint.kind.${one.state.kind}`)}</div>
        </>
      ),
    },
    {
      key: 'due',
      label: words(lang, 'complaintPage.due'),
      cell: (one) => {
        const next = nextDeadline(one);
        return (
          <>
            {next === undefined ? null : (
              <>
                {words(lang, `complaint.deadline.${next.kind}`)}
                <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
              </>
            )}
            <PausedTag stored={one} />
            <div>
              <UrgentLine stored={one} today={today} />
            </div>
          </>
        );
      },
    },
    {
      key: 'agency',
      label: words(lang, 'complaintPage.agency'),
      cell: ({ state }) => (
        <>
          {state.matter.agency.name}
          {state.matter.agency.listed ? null : (
            <>
              {' '}
              <Tag tone="neutral">{words(lang, 'complaintPage.unlisted')}</Tag>
            </>
          )}
          <div class="dr-aside">
            {state.matter.conducts
              .map((rule) => termText(lang, conducts, rule))
              .join(lang === 'zh' ? '；' : '; ')}
          </div>
        </>
      ),
    },
    {
      key: 'waits',
      label: words(lang, 'complaintPage.waits'),
      cell: (one) => (
        <ul class="dr-plain-list">
          {waitsOf(one).map((wait) => (
            <li key={wait}>
              {wait === 'message'
                ? words(lang, 'complaintPage.unread', { count: one.state.messages.unreadByOffice })
                : words(lang, `complaintPage.wait.${wait}`)}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'handler',
      label: words(lang, 'complaintPage.handler'),
      cell: ({ state }) => state.handler?.name ?? words(lang, 'complaintPage.handler.none'),
    },
  ];
}
