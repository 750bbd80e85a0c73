import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { activeDeadlines } from '../../../../shared/repair/deadlines.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import type { StoredDeadline } from '../../../../shared/repair/repairCase.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { dayText } from '../moment.ts';
import { statusOf } from './offers.ts';
import { repairPagePath, toneOf, words } from './repairWords.ts';

/** The date that comes first. */
export function nextDeadline(stored: StoredRepair): StoredDeadline | undefined {
  return [...activeDeadlines(stored.state, statusOf(stored))].sort((one, other) =>
    one.deadline.dueLegal.localeCompare(other.deadline.dueLegal),
  )[0];
}

interface Clock {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
}

function columns(lang: Lang, { today, calendar }: Clock): readonly Column<StoredRepair>[] {
  return [
    {
      key: 'subject',
      label: words(lang, 'repairPage.subject'),
      rowHeader: true,
      cell: ({ state: { id, subject } }) => (
        <a class="govuk-link" href={repairPagePath(id)}>
          {words(lang, `repair.subject.${subject.kind}`)} {subject.number}
        </a>
      ),
    },
    {
      key: 'applicant',
      label: words(lang, 'repairPage.applicant'),
      cell: ({ state }) => state.applicant.name,
    },
    {
      key: 'received',
      label: words(lang, 'repairPage.received'),
      cell: ({ state: { applied } }) =>
        applied === undefined ? words(lang, 'repairPage.received.not') : dayText(lang, applied.on),
    },
    {
      key: 'status',
      label: words(lang, 'repairPage.status'),
      cell: (stored) => (
        <Tag tone={toneOf(statusOf(stored))}>{words(lang, `repair.status.${statusOf(stored)}`)}</Tag>
      ),
    },
    {
      key: 'due',
      label: words(lang, 'repairPage.due'),
      cell: (stored) => {
        const next = nextDeadline(stored);
        if (next === undefined) return words(lang, 'repairPage.due.none');
        return (
          <>
            {words(lang, `repair.deadline.${next.kind}`)}
            <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
          </>
        );
      },
    },
  ];
}

/** Every open application by the day that presses first. */
export function BoardPage(
  props: Clock & { readonly open: readonly StoredRepair[]; readonly enters: boolean; readonly year: number },
): VNode {
  const { lang } = usePage();
  const { open, year } = props;
  return (
    <ConsolePage
      title={words(lang, 'repairPage.board.title')}
      lead={words(lang, 'repairPage.board.count', { open: open.length })}
      {...(props.enters
        ? { action: <ButtonLink href="/repairs/new">{words(lang, 'repairPage.board.enter')}</ButtonLink> }
        : {})}
    >
      <DataTable
        caption={words(lang, 'repairPage.board.title')}
        captionHidden
        columns={columns(lang, props)}
        rows={open}
        rowKey={({ caseId }) => caseId}
        empty={words(lang, 'repairPage.board.empty')}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/repairs/years/${year}`}>
          {words(lang, 'repairPage.board.year', { year })}
        </a>
      </p>
    </ConsolePage>
  );
}

/** Every application of a year, those that have ended and those that are still being prepared included. */
export function YearPage(
  props: Clock & { readonly all: readonly StoredRepair[]; readonly year: number },
): VNode {
  const { lang } = usePage();
  const { all, year } = props;
  const title = words(lang, 'repairPage.year.title', { year });
  return (
    <ConsolePage title={title} back={{ href: '/repairs', label: words(lang, 'repairPage.board.title') }}>
      <DataTable
        caption={title}
        captionHidden
        columns={columns(lang, props)}
        rows={all}
        rowKey={({ caseId }) => caseId}
        empty={words(lang, 'repairPage.year.empty')}
      />
    </ConsolePage>
  );
}
