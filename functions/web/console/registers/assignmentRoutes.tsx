import type { VNode } from 'preact';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { endStatuses, members } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { districts } from '../../../../shared/register/district.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { download, notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { DeadlineLine } from '../deadlineView.tsx';
import { statusOf } from '../inspections/actForm.tsx';
import { inspectionPath, listed, toneOf } from '../inspections/inspectionWords.ts';
import { nextDeadline, type Waiting, waitingFor } from '../inspections/waiting.ts';
import { WaitingTable } from '../inspections/waitingTable.tsx';
import { dayText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { type OwnInspectorRow, ownInspectorRow } from './ownInspectorRow.ts';
import { OwnRowSection } from './ownRowSection.tsx';

interface Assignment {
  readonly stored: StoredInspection;
  /** Where the agency is registered; absent for an ended inspection. */
  readonly address?: string;
}

/** An inspector's own row and visits; nobody else's. */
export const assignmentRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: '/assignments',
    access: ['inspector'],
    handle: async ({ deps, user, now }) => {
      const { inspectorId } = user;
      const [assignments, own, calendar] = await Promise.all([
        inspectorId === undefined ? [] : assignmentsOf(deps, inspectorId),
        inspectorId === undefined ? undefined : ownInspectorRow(deps, inspectorId),
        deps.calendar(),
      ]);
      const today = shanghaiDate(now);
      const waiting = waitingFor(
        assignments.map(({ stored }) => stored),
        user,
        today,
      );
      return page(<Assignments {...{ inspectorId, assignments, own, calendar, today, waiting }} />);
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/assignments/own-row/proof',
    access: ['inspector'],
    handle: async ({ deps, user: { inspectorId } }) => {
      const own = inspectorId === undefined ? undefined : await ownInspectorRow(deps, inspectorId);
      if (own === undefined) return notFound();
      return download({
        name: `own-row-${own.draw}.json`,
        contentType: 'application/json; charset=utf-8',
        body: `${JSON.stringify(own.proof, null, 2)}\n`,
      });
    },
  }),
];

/** The inspections of this person's teams, with where they are held; an ended one asks for no journey. */
async function assignmentsOf(deps: ConsoleDeps, inspectorId: string): Promise<readonly Assignment[]> {
  const inspections = await deps.inspectionLists.ofInspector(inspectorId);
  return Promise.all(
    inspections.map(async (stored): Promise<Assignment> => {
      if (endStatuses.has(statusOf(stored))) return { stored };
      const kept = await deps.register.agency(stored.state.agency.uscc);
      return kept === undefined ? { stored } : { stored, address: kept.value.address };
    }),
  );
}

interface AssignmentsProps {
  readonly inspectorId: string | undefined;
  readonly assignments: readonly Assignment[];
  readonly own: OwnInspectorRow | undefined;
  readonly waiting: readonly Waiting[];
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
}

function Assignments(props: AssignmentsProps): VNode {
  const { lang } = usePage();
  const { inspectorId, assignments } = props;
  const ended = assignments.filter(({ stored }) => endStatuses.has(statusOf(stored)));
  return (
    <ConsolePage
      title={text(lang, 'assignments.title')}
      {...(inspectorId === undefined
        ? {}
        : {
            action: (
              <ButtonLink href={`/registers/inspectors/${encodeURIComponent(inspectorId)}`}>
                {text(lang, 'assignments.own')}
              </ButtonLink>
            ),
          })}
    >
      {inspectorId === undefined ? (
        <p class="govuk-body">{text(lang, 'assignments.unlinked')}</p>
      ) : (
        <>
          <WaitingTable waiting={props.waiting} today={props.today} calendar={props.calendar} />
          <OpenVisits {...props} assignments={assignments.filter((one) => !ended.includes(one))} />
          {ended.length === 0 ? null : <EndedVisits assignments={ended} />}
          <OwnRowSection own={props.own} />
          <p class="govuk-body">
            <a class="govuk-link" href="/registers/relations/new">
              {text(lang, 'assignments.declare')}
            </a>
          </p>
        </>
      )}
    </ConsolePage>
  );
}

/** Visits that are not over: where, when, with whom, and the page on which the visit is recorded. */
function OpenVisits({ assignments, today, calendar }: AssignmentsProps): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'assignments.visits')}
      rows={assignments}
      rowKey={({ stored }) => stored.caseId}
      empty={text(lang, 'assignments.none')}
      columns={[
        agencyColumn(lang),
        {
          key: 'address',
          label: text(lang, 'inspectionPage.assignment.address'),
          cell: ({ address, stored }: Assignment) =>
            address ?? vocabularyText(lang, districts, stored.state.agency.district),
        },
        {
          key: 'team',
          label: text(lang, 'assignments.team'),
          cell: ({ stored }) =>
            listed(
              lang,
              members(stored.state).map(({ name }) => name),
            ),
        },
        {
          key: 'period',
          label: text(lang, 'assignments.period'),
          cell: ({ stored: { state } }) =>
            `${dayText(lang, state.period.from)} – ${dayText(lang, state.period.to)}`,
        },
        {
          key: 'next',
          label: text(lang, 'inspectionPage.list.next'),
          cell: ({ stored }) => {
            const next = nextDeadline(stored.state, statusOf(stored));
            return next === undefined ? (
              '—'
            ) : (
              <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
            );
          },
        },
        {
          key: 'why',
          label: text(lang, 'assignments.why'),
          cell: ({ stored }) => originText(lang, stored.state.origin),
        },
        statusColumn(lang),
        {
          key: 'visit',
          label: text(lang, 'inspectionPage.assignment.record'),
          cell: ({ stored }) => (
            <a class="govuk-link" href={`${inspectionPath(stored.state.number)}/visit`}>
              {text(lang, 'inspectionPage.visit.open')}
            </a>
          ),
        },
      ]}
    />
  );
}

function EndedVisits({ assignments }: { assignments: readonly Assignment[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'inspectionPage.assignment.ended')}
      rows={assignments}
      rowKey={({ stored }) => stored.caseId}
      columns={[
        agencyColumn(lang),
        {
          key: 'ended',
          label: text(lang, 'inspectionPage.ended'),
          cell: ({ stored: { state } }: Assignment) =>
            state.ended === undefined ? '—' : dayText(lang, state.ended),
        },
        statusColumn(lang),
      ]}
    />
  );
}

const agencyColumn = (lang: Lang): Column<Assignment> => ({
  key: 'agency',
  label: text(lang, 'registers.agency'),
  rowHeader: true,
  cell: ({ stored: { state } }) => (
    <a class="govuk-link" href={inspectionPath(state.number)}>
      {state.agency.name}
    </a>
  ),
});

const statusColumn = (lang: Lang): Column<Assignment> => ({
  key: 'status',
  label: text(lang, 'inspectionPage.status'),
  cell: ({ stored }) => {
    const status = statusOf(stored);
    return <Tag tone={toneOf(status)}>{text(lang, `inspection.status.${status}`)}</Tag>;
  },
});
