import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { type VisitOrigin, visitOrigins } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { activeDeadlines } from '../../../../shared/inspection/deadlines.ts';
import { type InspectionStatus, inspectionStatuses } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { districts } from '../../../../shared/register/district.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import type { Person } from './offers.ts';
import { type Wait, waitingIn, waits } from './waiting.ts';

/** Everything of a year, or, across years, what is overdue or waits for the person. */
export const listViews = ['overdue', 'mine'] as const;
export type ListView = (typeof listViews)[number] | '';

export interface ListFilter {
  readonly year: string;
  readonly view: ListView;
  /** With `mine`: what waits. */
  readonly wait: Wait | undefined;
  readonly status: InspectionStatus | undefined;
  readonly origin: VisitOrigin | undefined;
  readonly district: string | undefined;
  /** Part of an agency's name or code. */
  readonly agency: string;
}

/** Reads the filter of an address; what is none of the choices filters nothing. */
export function readFilter(query: Values, thisYear: number): ListFilter {
  const asked = (name: string) => firstValue(query, name).trim();
  const year = asked('year');
  const wait = waits.find((one) => one === asked('wait'));
  return {
    year: /^\d{4}$/.test(year) ? year : String(thisYear),
    // Who asks for one kind of act asks for what waits for them.
    view: wait === undefined ? (listViews.find((view) => view === asked('view')) ?? '') : 'mine',
    wait,
    status: inspectionStatuses.find((status) => status === asked('status')),
    origin: visitOrigins.find(({ code }) => code === asked('origin'))?.code,
    district: districts.find(({ code }) => code === asked('district'))?.code,
    agency: asked('agency'),
  };
}

/** Whether one of the running dates has passed. */
export function isOverdueOn({ state, status }: StoredInspection, today: LocalDate): boolean {
  return activeDeadlines(state, status as InspectionStatus).some(({ deadline }) => deadline.dueLegal < today);
}

export function filtered(
  inspections: readonly StoredInspection[],
  filter: ListFilter,
  user: Person,
  today: LocalDate,
): readonly StoredInspection[] {
  const text = filter.agency.toLowerCase();
  return inspections.filter((stored) => {
    const { agency, origin } = stored.state;
    const waiting = () => waitingIn(stored, user, today);
    return (
      (filter.status === undefined || stored.status === filter.status) &&
      (filter.origin === undefined || origin === filter.origin) &&
      (filter.district === undefined || agency.district === filter.district) &&
      (text === '' || agency.name.toLowerCase().includes(text) || agency.uscc.toLowerCase().includes(text)) &&
      (filter.view !== 'overdue' || isOverdueOn(stored, today)) &&
      (filter.view !== 'mine' ||
        waiting().some(({ what }) => filter.wait === undefined || what === filter.wait))
    );
  });
}
