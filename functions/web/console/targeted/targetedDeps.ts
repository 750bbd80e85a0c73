import type { TargetedDeps } from '../../../../shared/targeted/ports.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

/** What the commands of targeted orders work with. */
export function targetedDeps(deps: ConsoleDeps): TargetedDeps {
  const { cases, desk, auditKey, now } = deps.draws;
  return {
    cases,
    desk,
    auditKey,
    now,
    orders: deps.targetedOrders,
    register: deps.register,
    officeCode: deps.office.code,
  };
}
