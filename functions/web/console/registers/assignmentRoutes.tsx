import type { VNode } from 'preact';
import { type DrawCase, kindOfNumber } from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import { periodOf } from '../../../../shared/draw/ceremony/targets.ts';
import { teamOf, type Visit } from '../../../../shared/draw/ceremony/visit.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { districts } from '../../../../shared/register/district.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { download, notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { dayText, monthText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { type OwnInspectorRow, ownInspectorRow } from './ownInspectorRow.ts';
import { OwnRowSection } from './ownRowSection.tsx';

/** Draws that are looked through: two years of months and of targeted draws in between. */
const DRAWS = 60;

interface Assignment {
  readonly visit: Visit;
  readonly month: string;
  readonly from: string;
  readonly to: string;
}

/** An inspector's own row and visits; nobody else's. */
export const assignmentRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: '/assignments',
    access: ['inspector'],
    handle: async ({ deps, user }) => {
      const { inspectorId } = user;
      const assignments = inspectorId === undefined ? [] : await assignmentsOf(deps, inspectorId);
      const own = inspectorId === undefined ? undefined : await ownInspectorRow(deps, inspectorId);
      return page(<Assignments inspectorId={inspectorId} assignments={assignments} own={own} />);
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

async function assignmentsOf(deps: ConsoleDeps, inspectorId: string): Promise<readonly Assignment[]> {
  const { cases, desk } = deps.draws;
  const draws = (await desk.numbers()).filter((number) => kindOfNumber(number) !== 'rehearsal');
  const numbers = draws.slice(0, DRAWS);
  const found = await Promise.all(
    numbers.map(async (number): Promise<readonly Assignment[]> => {
      const draw = await cases.load<DrawCase>(drawCaseId(number));
      // Before publication the teams are not told, and a rehearsal sends nobody anywhere.
      if (draw?.status !== 'published' || draw.state.kind === 'rehearsal') return [];
      const { state } = draw;
      const visits = await desk.visits(number);
      return visits
        .filter(({ seats }) => seats.some((seat) => seat.inspectorId === inspectorId))
        .map((visit) => ({ visit, month: state.task, ...periodOf(state, visit.uscc) }));
    }),
  );
  return found.flat();
}

function Assignments(props: {
  inspectorId: string | undefined;
  assignments: readonly Assignment[];
  own: OwnInspectorRow | undefined;
}): VNode {
  const { lang } = usePage();
  const { inspectorId } = props;
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
          <DataTable
            caption={text(lang, 'assignments.visits')}
            captionHidden
            columns={[
              {
                key: 'agency',
                label: text(lang, 'registers.agency'),
                rowHeader: true,
                cell: ({ visit }: Assignment) => visit.agencyName,
              },
              {
                key: 'month',
                label: text(lang, 'assignments.month'),
                cell: ({ month }: Assignment) => monthText(lang, month),
              },
              {
                key: 'district',
                label: text(lang, 'assignments.district'),
                cell: ({ visit }: Assignment) => vocabularyText(lang, districts, visit.district),
              },
              {
                key: 'team',
                label: text(lang, 'assignments.team'),
                cell: ({ visit }: Assignment) =>
                  teamOf(visit)
                    .map(({ name }) => name)
                    .join(lang === 'zh' ? '、' : ', '),
              },
              {
                key: 'period',
                label: text(lang, 'assignments.period'),
                cell: ({ from, to }: Assignment) => `${dayText(lang, from)} – ${dayText(lang, to)}`,
              },
              {
                key: 'why',
                label: text(lang, 'assignments.why'),
                cell: ({ visit }: Assignment) => originText(lang, visit.origin),
              },
            ]}
            rows={props.assignments}
            rowKey={({ visit }) => `${visit.draw} ${visit.no}`}
            empty={text(lang, 'assignments.none')}
          />
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
