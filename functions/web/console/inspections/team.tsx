import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import { dayOf } from '../../../../shared/inspection/deadlines.ts';
import type {
  InspectionCase,
  RecusalApplication,
  StaffingRequest,
  TeamSeat,
} from '../../../../shared/inspection/inspectionCase.ts';
import { mayActOn } from '../../../../shared/inspection/teamRules.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { dayText, momentText } from '../moment.ts';
import type { CasePageProps } from './casePage.tsx';
import { readsRecusals } from './inspectionAccess.ts';
import { words } from './inspectionWords.ts';

/** The day on which the certificates count: of the visit, or today while it has not begun. */
function dayOfVisit({ ended, arrivals }: InspectionCase, today: LocalDate): LocalDate {
  const [first] = arrivals;
  return first === undefined ? (ended ?? today) : dayOf(first.at);
}

export function Team({ lang, stored, inspectors, today }: CasePageProps): VNode {
  const { team } = stored.state;
  const day = dayOfVisit(stored.state, today);
  const certificate = ({ inspectorId }: TeamSeat) => {
    const row = inspectors.get(inspectorId);
    if (inspectorId === '') return '—';
    if (row === undefined) return words(lang, 'inspectionPage.team.unknown');
    const until = dayText(lang, row.certificateValidTo);
    return mayActOn(row, day) ? (
      words(lang, 'inspectionPage.team.valid', { until })
    ) : (
      <>
        {words(lang, 'inspectionPage.team.valid', { until })}{' '}
        <Tag tone="overdue">{words(lang, 'inspectionPage.team.invalid')}</Tag>
      </>
    );
  };
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.team')}
      rows={team}
      rowKey={({ draw, seat }) => `${draw} ${seat}`}
      columns={[
        {
          key: 'name',
          label: words(lang, 'inspectionPage.team.member'),
          rowHeader: true,
          cell: ({ name, inspectorId }) =>
            inspectorId === '' ? words(lang, 'inspectionPage.team.vacant') : name,
        },
        {
          key: 'seat',
          label: words(lang, 'inspectionPage.team.seat'),
          cell: (seat) => (seat === team[0] ? words(lang, 'inspectionPage.team.leader') : String(seat.seat)),
        },
        {
          key: 'certificate',
          label: words(lang, 'inspectionPage.team.certificate', { day: dayText(lang, day) }),
          cell: certificate,
        },
      ]}
    />
  );
}

/** Who asked to leave the team and what was decided. */
export function Staffing({ lang, stored }: CasePageProps): VNode | null {
  const { staffing } = stored.state;
  if (staffing.length === 0) return null;
  const decision = ({ decided, event }: StaffingRequest) => {
    if (decided === undefined) return words(lang, 'inspectionPage.staffing.undecided');
    const by = words(lang, `inspectionPage.staffing.${decided.outcome}`, {
      by: decided.name,
      at: momentText(lang, decided.at),
    });
    if (decided.outcome === 'refused') return by;
    return `${by} · ${event === undefined ? words(lang, 'inspectionPage.staffing.drawing') : words(lang, 'inspectionPage.staffing.drawn', { event })}`;
  };
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.staffing.list')}
      rows={staffing}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: words(lang, 'inspectionPage.team.member'),
          rowHeader: true,
          cell: ({ name }) => name,
        },
        {
          key: 'reason',
          label: words(lang, 'inspectionPage.staffing.reason'),
          cell: ({ reason }) => dropOutReasonText(lang, reason),
        },
        {
          key: 'asked',
          label: words(lang, 'inspectionPage.staffing.asked'),
          cell: ({ requested }) => `${requested.name} · ${momentText(lang, requested.at)}`,
        },
        { key: 'decision', label: words(lang, 'inspectionPage.decision'), cell: decision },
      ]}
    />
  );
}

/** Applications of the agency. That there are some is no secret; what they say is. */
export function Recusals({ lang, stored, user }: CasePageProps): VNode | null {
  const { recusals } = stored.state;
  if (recusals.length === 0) return null;
  const confidential = readsRecusals(user);
  const decision = ({ decided }: RecusalApplication) =>
    decided === undefined
      ? words(lang, 'inspectionPage.recusal.undecided')
      : words(lang, `inspectionPage.recusal.${decided.outcome}.by`, {
          by: decided.name,
          at: momentText(lang, decided.at),
        });
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.recusal.list')}
      rows={recusals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: words(lang, 'inspectionPage.team.member'),
          rowHeader: true,
          cell: ({ name }) => name,
        },
        {
          key: 'at',
          label: words(lang, 'inspectionPage.recusal.at'),
          cell: ({ at }) => momentText(lang, at),
        },
        {
          key: 'text',
          label: words(lang, 'inspectionPage.recusal.text'),
          cell: ({ text }) => (confidential ? text : words(lang, 'inspectionPage.recusal.hidden')),
        },
        {
          key: 'decision',
          label: words(lang, 'inspectionPage.decision'),
          cell: (one) => (
            <>
              {decision(one)}
              {confidential && one.decided !== undefined ? <div>{one.decided.reason}</div> : null}
            </>
          ),
        },
      ]}
    />
  );
}
