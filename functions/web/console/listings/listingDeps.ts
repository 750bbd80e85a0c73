import type { LookDeps } from '../../../../shared/listing/looking.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { targetedDeps } from '../targeted/targetedDeps.ts';

/** What the commands of the lists work with. */
export function listingDeps(deps: ConsoleDeps): LookDeps {
  const { cases, desk, auditKey, now } = deps.draws;
  return {
    cases,
    desk,
    auditKey,
    now,
    register: deps.register,
    lists: deps.listings,
    kick: deps.listingKick,
    calendar: deps.calendar,
    office: deps.office,
    targeted: targetedDeps(deps),
    inspections: deps.inspectionLists,
  };
}
