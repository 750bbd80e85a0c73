import type { LocalDate } from '../calendar/localDate.ts';
import { owesListedVisit } from '../plan/cells.ts';
import type { Agency } from '../register/agency.ts';
import { type OrderStatus, type StoredOrder, standingStatuses } from './targetedOrder.ts';

/**
 * Agencies on one of the two lists that still owe the visit the law orders (专利代理管理办法 art. 40(2)) and that no
 * standing order is about. A suggestion only: the next monthly draw would deal them a team, too.
 */
export function suggestedAgencies(
  agencies: readonly Agency[],
  orders: readonly StoredOrder[],
  today: LocalDate,
): readonly Agency[] {
  const standing = new Set(
    orders
      .filter(({ status }) => standingStatuses.includes(status as OrderStatus))
      .map(({ state }) => state.uscc),
  );
  return agencies.filter(
    (agency) => agency.status === 'active' && owesListedVisit(agency, today) && !standing.has(agency.uscc),
  );
}
