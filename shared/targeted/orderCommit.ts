import type { CaseCommit } from '../case/caseStore.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { lawVersion } from '../law/lawTable.ts';
import { targetedGrounds } from '../law/targetedGrounds.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import {
  listOfOrders,
  type OrderCommand,
  type OrderStatus,
  orderCaseId,
  type StoredOrder,
  type TargetedOrder,
} from './targetedOrder.ts';

export interface OrderChange {
  readonly before: StoredOrder | undefined;
  readonly command: OrderCommand;
  readonly to: OrderStatus;
  readonly state: TargetedOrder;
  readonly actor: Actor;
  /** Instant, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  /** Texts that are kept in the audit entry as keyed digests only. */
  readonly seal?: Readonly<Record<string, unknown>>;
}

/** The case and its audit entry: which agency it is about stands there as a digest, like every text. */
export function orderCommit(change: OrderChange, auditKey: Uint8Array): CaseCommit<TargetedOrder> {
  const { before, state, to } = change;
  const law = targetedGrounds.find(({ rule }) => rule === state.ground);
  return {
    caseId: orderCaseId(state.number),
    before,
    status: to,
    state,
    index: { glpk: listOfOrders(yearOfOrder(state.number)), glsk: state.number },
    audit: {
      kind: 'targeted-order',
      command: change.command,
      from: before?.status ?? '',
      to,
      ground: state.ground,
      ...(law === undefined ? {} : { lawVersion: lawVersion(law) }),
      actor: change.actor.userId,
      at: change.at,
      digests: keyedDigests(auditKey, { agency: state.uscc, ...change.seal }),
    },
  };
}

/** `BJIPO-2026-TG0001` → 2026. */
function yearOfOrder(number: string): number {
  return Number(number.split('-').at(-2));
}
