import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  type ComplaintStatus,
  complaintStatuses,
  endStatuses,
} from '../../../../shared/complaint/complaintCase.ts';
import { type CaseKind, type Channel, channels } from '../../../../shared/complaint/filing.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import type { Person } from './offers.ts';
import { isOverdueOn, statusOf, type Wait, waits, waitsFor, waitsOf } from './waiting.ts';

export const caseKinds = ['complaint', 'report'] as const satisfies readonly CaseKind[];
export const openStatuses = complaintStatuses.filter((status) => !endStatuses.has(status));

/** The filter of the board, as it stands in the address. */
export interface BoardFilter {
  readonly kind: CaseKind | undefined;
  readonly status: ComplaintStatus | undefined;
  /** `mine`: what is mine to do, as handler or as second person. `none`: nobody has it. Else a user id. */
  readonly handler: string;
  readonly channel: Channel | undefined;
  readonly wait: Wait | undefined;
  readonly overdue: boolean;
  /** Part of the agency's name or code, or of the number. */
  readonly text: string;
}

/** Reads the filter of an address; what is none of the choices filters nothing. */
export function readBoardFilter(query: Values): BoardFilter {
  const asked = (name: string) => firstValue(query, name).trim();
  return {
    kind: caseKinds.find((kind) => kind === asked('kind')),
    status: openStatuses.find((status) => status === asked('status')),
    handler: asked('handler'),
    channel: channels.find((channel) => channel === asked('channel')),
    wait: waits.find((wait) => wait === asked('wait')),
    overdue: asked('overdue') === 'yes',
    text: asked('text'),
  };
}

function ofHandler(stored: StoredComplaint, handler: string, user: Person): boolean {
  const { userId } = stored.state.handler ?? {};
  if (handler === 'mine') return userId === user.userId || waitsFor(stored, user).length > 0;
  return handler === 'none' ? userId === undefined : userId === handler;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

export function onBoard(
  cases: readonly StoredComplaint[],
  filter: BoardFilter,
  user: Person,
  today: LocalDate,
): readonly StoredComplaint[] {
  const wanted = plain(filter.text);
  return cases.filter((stored) => {
    const { state } = stored;
    const { agency } = state.matter;
    const searched = [agency.name, agency.uscc ?? '', state.number ?? '', state.id];
    return (
      (filter.kind === undefined || state.kind === filter.kind) &&
      (filter.status === undefined || statusOf(stored) === filter.status) &&
      (filter.handler === '' || ofHandler(stored, filter.handler, user)) &&
      (filter.channel === undefined || state.channel === filter.channel) &&
      (filter.wait === undefined || waitsOf(stored).includes(filter.wait)) &&
      (!filter.overdue || isOverdueOn(stored, today)) &&
      (wanted === '' || searched.some((one) => plain(one).includes(wanted)))
    );
  });
}
