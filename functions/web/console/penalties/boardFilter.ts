import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  endStatuses,
  type PenaltySource,
  type PenaltyStatus,
  penaltyStatuses,
} from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import { penaltyName } from '../penaltyPaths.ts';
import type { Person } from './offers.ts';
import { isOverdueOn, statusOf, type Wait, waits, waitsFor, waitsOf } from './waiting.ts';

export const sourceKinds = [
  'inspection',
  'complaint',
  'transfer',
  'own',
] as const satisfies readonly PenaltySource['kind'][];
export const openStatuses = penaltyStatuses.filter((status) => !endStatuses.has(status));

/** The filter of the board, as it stands in the address. */
export interface BoardFilter {
  readonly status: PenaltyStatus | undefined;
  /** `mine`: what is mine to do, as handler or as second person. `none`: nobody has it. Else a user id. */
  readonly handler: string;
  readonly source: PenaltySource['kind'] | undefined;
  readonly wait: Wait | undefined;
  readonly overdue: boolean;
  /** Part of the party's name or code, or of the number of the case or decision. */
  readonly text: string;
}

/** Reads the filter of an address; what is none of the choices filters nothing. */
export function readBoardFilter(query: Values): BoardFilter {
  const asked = (name: string) => firstValue(query, name).trim();
  return {
    status: openStatuses.find((status) => status === asked('status')),
    handler: asked('handler'),
    source: sourceKinds.find((kind) => kind === asked('source')),
    wait: waits.find((wait) => wait === asked('wait')),
    overdue: asked('overdue') === 'yes',
    text: asked('text'),
  };
}

function ofHandler(stored: StoredPenalty, handler: string, user: Person): boolean {
  const { userId } = stored.state.handler ?? {};
  if (handler === 'mine') return userId === user.userId || waitsFor(stored, user).length > 0;
  return handler === 'none' ? userId === undefined : userId === handler;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

export function onBoard(
  cases: readonly StoredPenalty[],
  filter: BoardFilter,
  user: Person,
  today: LocalDate,
): readonly StoredPenalty[] {
  const wanted = plain(filter.text);
  return cases.filter((stored) => {
    const { party, decision, source } = stored.state;
    const searched = [party.name, party.uscc ?? '', penaltyName(stored.state), decision?.number ?? ''];
    return (
      (filter.status === undefined || statusOf(stored) === filter.status) &&
      (filter.handler === '' || ofHandler(stored, filter.handler, user)) &&
      (filter.source === undefined || source.kind === filter.source) &&
      (filter.wait === undefined || waitsOf(stored).includes(filter.wait)) &&
      (!filter.overdue || isOverdueOn(stored, today)) &&
      (wanted === '' || searched.some((one) => plain(one).includes(wanted)))
    );
  });
}
