import type { VNode } from 'preact';
import { type LocalDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Pagination } from '../../kit/components/pagination.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue, hrefWith } from '../../kit/links.ts';
import { openStatuses, sourceKinds } from './boardFilter.ts';
import { CaseTable } from './caseTable.tsx';
import { words } from './penaltyWords.ts';
import { isOverdueOn, waits, waitsOf } from './waiting.ts';

export interface BoardProps {
  /** Every open case. */
  readonly all: readonly StoredPenalty[];
  /** What the filter left, in the order in which it presses. */
  readonly found: readonly StoredPenalty[];
  readonly handlers: readonly { readonly userId: string; readonly name: string }[];
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  /** Whether this person opens cases. */
  readonly enters: boolean;
}

const EXPORT = '/penalties/export';
/** Rows of one page; what is overdue stands on the first. */
const PAGE = 100;

/** Every open case by what it waits for and by the day that presses. */
export function BoardPage(props: BoardProps): VNode {
  const { lang, query } = usePage();
  const { all, found, today } = props;
  const overdue = all.filter((one) => isOverdueOn(one, today)).length;
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const asked = Number.parseInt(firstValue(query, 'page'), 10);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  return (
    <ConsolePage
      title={words(lang, 'penaltyPage.board.title')}
      lead={
        <>
          {words(lang, 'penaltyPage.board.count', { open: all.length })}
          {overdue === 0 ? null : (
            <>
              {' · '}
              <a class="govuk-link dr-due__overdue" href="/penalties?overdue=yes">
                {words(lang, 'penaltyPage.board.overdue', { count: overdue })}
              </a>
            </>
          )}
        </>
      }
      {...(props.enters
        ? {
            action: <ButtonLink href="/penalties/new">{words(lang, 'penaltyPage.board.enter')}</ButtonLink>,
          }
        : {})}
    >
      <Waits all={all} today={today} />
      <BoardFilters {...props} />
      <CaseTable
        caption={words(lang, 'penaltyPage.board.title')}
        captionHidden
        rows={found.slice((page - 1) * PAGE, page * PAGE)}
        today={today}
        calendar={props.calendar}
        empty={words(lang, all.length === 0 ? 'penaltyPage.board.empty' : 'penaltyPage.board.nothing')}
      />
      <Pagination page={page} pages={pages} />
      <p class="govuk-body">
        <a class="govuk-link" href={hrefWith(EXPORT, query, { format: 'xlsx', page: undefined })}>
          {words(lang, 'penaltyPage.board.xlsx')}
        </a>
        {' · '}
        <a class="govuk-link" href={hrefWith(EXPORT, query, { format: 'csv', page: undefined })}>
          {words(lang, 'penaltyPage.board.csv')}
        </a>
        {' · '}
        <a class="govuk-link" href={`/penalties/years/${yearOf(today)}`}>
          {words(lang, 'penaltyPage.board.year')}
        </a>
        {' · '}
        <a class="govuk-link" href="/penalties/mine">
          {words(lang, 'penaltyPage.board.mine')}
        </a>
        {' · '}
        <a class="govuk-link" href="/catalogue">
          {words(lang, 'penaltyPage.board.catalogue')}
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
    <nav class="dr-lanes" aria-label={words(lang, 'penaltyPage.board.lanes')}>
      <ul>
        {cells.map(({ wait, count, late }) => (
          <li key={wait}>
            <a
              href={hrefWith('/penalties', {}, { wait })}
              aria-current={query['wait'] === wait ? 'true' : undefined}
            >
              <span class="dr-lanes__count">{count}</span>
              <span>{words(lang, `penaltyPage.wait.${wait}`)}</span>
              {late === 0 ? null : (
                <strong class="dr-due__overdue">
                  {words(lang, 'penaltyPage.board.late', { count: late })}
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
  const all = words(lang, 'penaltyPage.all');
  return (
    <Filters>
      <Select
        name="handler"
        label={words(lang, 'penaltyPage.handler')}
        empty={all}
        choices={[
          { value: 'mine', label: words(lang, 'penaltyPage.handler.mine') },
          { value: 'none', label: words(lang, 'penaltyPage.handler.none') },
          ...handlers.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
      <Select
        name="status"
        label={words(lang, 'penaltyPage.status')}
        empty={all}
        choices={openStatuses.map((value) => ({ value, label: words(lang, `penalty.status.${value}`) }))}
      />
      <Select
        name="wait"
        label={words(lang, 'penaltyPage.waits')}
        empty={all}
        choices={waits.map((value) => ({ value, label: words(lang, `penaltyPage.wait.${value}`) }))}
      />
      <Select
        name="source"
        label={words(lang, 'penaltyPage.source')}
        empty={all}
        choices={sourceKinds.map((value) => ({ value, label: words(lang, `penalty.source.${value}`) }))}
      />
      <Select
        name="overdue"
        label={words(lang, 'penaltyPage.overdue')}
        empty={all}
        choices={[{ value: 'yes', label: words(lang, 'penaltyPage.overdue.only') }]}
      />
      <TextInput name="text" label={words(lang, 'penaltyPage.board.text')} width={20} />
    </Filters>
  );
}
