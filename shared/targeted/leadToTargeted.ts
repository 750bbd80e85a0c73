import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { TargetedGround } from '../law/targetedGrounds.ts';
import type { Result } from '../problem.ts';
import { type PlacedOrder, placeOrder } from './placeOrder.ts';
import type { TargetedDeps } from './ports.ts';

export interface TargetedLead {
  readonly uscc: string;
  readonly ground: TargetedGround;
  /** Where it is documented, at most 200 characters; for the office only. */
  readonly reference: string;
  /** Id of the case that it comes from, such as a confirmed complaint: one order per case and agency. */
  readonly source: string;
}

/**
 * What another domain calls when a case of its own shows that an agency has to be inspected. The order is made by
 * the system and decides nothing: a supervisor completes it (items, period, reason), an approver approves it.
 * Repeated with the same source it answers the same order.
 *
 * Problems: `targeted.agency.unknown`, `targeted.agency.closed`, `targeted.ground.not_listed`, `targeted.ground.visited`,
 * `targeted.reference.missing`, `targeted.text.long`, `targeted.busy`.
 */
export function proposeTargeted(deps: TargetedDeps, lead: TargetedLead): Promise<Result<PlacedOrder>> {
  return placeOrder(deps, { ...lead, origin: `case/${lead.source}/${lead.uscc}` }, SYSTEM);
}
