import type { CaseCommit, CaseStore } from '../case/caseStore.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import type { DrawCase, DrawStatus } from '../draw/ceremony/drawCase.ts';
import { orderCommit } from './orderCommit.ts';
import { type OrderCommand, orderCaseId, type StoredOrder, type TargetedOrder } from './targetedOrder.ts';

/** What a status of a targeted draw does to its orders. */
const effects: Readonly<
  Partial<Record<DrawStatus, { readonly command: OrderCommand; readonly to: 'approved' | 'drawn' }>>
> = {
  voided: { command: 'release', to: 'approved' },
  published: { command: 'conclude', to: 'drawn' },
};

/**
 * What the orders of a draw have to become in the transaction that moves the draw: free again when it is voided,
 * done when it is published. Nothing for other draws and other statuses.
 */
export async function ordersFollowing(
  { cases, auditKey }: { readonly cases: CaseStore; readonly auditKey: () => Promise<Uint8Array> },
  draw: DrawCase,
  to: DrawStatus,
  actor: Actor,
  at: string,
): Promise<readonly CaseCommit<TargetedOrder>[]> {
  const effect = effects[to];
  if (effect === undefined || draw.targets === undefined) return [];
  const key = await auditKey();
  const numbers = draw.targets.flatMap(({ orders }) => orders);
  const stored = await Promise.all(numbers.map((number) => cases.load<TargetedOrder>(orderCaseId(number))));
  return stored
    .filter((one): one is StoredOrder => one?.status === 'assigned' && one.state.draw === draw.number)
    .map((before) => {
      const state = to === 'voided' ? freed(before.state, draw.number) : before.state;
      return orderCommit({ before, ...effect, state, actor, at, seal: { draw: draw.number } }, key);
    });
}

function freed({ draw: _draw, ...order }: TargetedOrder, number: string): TargetedOrder {
  return { ...order, voids: [...order.voids, number] };
}

/** The order as a draw takes it, in the transaction that opens the draw. */
export function assigned(
  before: StoredOrder,
  draw: string,
  actor: Actor,
  at: string,
  auditKey: Uint8Array,
): CaseCommit<TargetedOrder> {
  const state = { ...before.state, draw };
  return orderCommit(
    { before, command: 'assign', to: 'assigned', state, actor, at, seal: { draw } },
    auditKey,
  );
}
