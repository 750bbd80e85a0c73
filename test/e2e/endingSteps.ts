import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { giveListing } from '../../shared/listing/command.ts';
import { decideListing } from '../../shared/listing/deciding.ts';
import { endListing, proposeRemoval } from '../../shared/listing/ending.ts';
import { proposeListing } from '../../shared/listing/proposing.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import type { Result } from '../../shared/problem.ts';
import { accept } from '../../shared/repair/accepting.ts';
import { apply, attach } from '../../shared/repair/applying.ts';
import { decideRepair } from '../../shared/repair/carryingOut.ts';
import { giveRepair } from '../../shared/repair/command.ts';
import { propose } from '../../shared/repair/deciding.ts';
import { openRepair } from '../../shared/repair/opening.ts';
import { people } from '../fixtures/drawWorld.ts';
import { agencyLink, materials, repairFile } from '../fixtures/repairWorld.ts';
import type { ConsequenceDesk } from './consequenceDesk.ts';

/** Somebody who proposes may not decide, whatever roles that person has. */
const sameApprover = { ...people.supervisor, roles: ['approver'] } as const;

/** What a command answers, when it has to be taken. */
export function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** How an agency comes on the abnormal list and off it: proposed by one person, decided by another. */
export function listingSteps({ listings: deps, today }: ConsequenceDesk) {
  return {
    /** Sent twice, it is one proposal. */
    async propose(uscc: string): Promise<string> {
      const charge = { ground: 'unreachable', facts: '两次专用信函均被退回。' } as const;
      const proposal = { uscc, source: { type: 'person' }, origin: `form/${uscc}`, charge } as const;
      taken(await proposeListing(deps, proposal, people.supervisor));
      return taken(await proposeListing(deps, proposal, people.supervisor)).id;
    },
    decide(id: string, who: 'another' | 'the same') {
      const input = { outcome: 'listed', reason: '事实清楚。', gate: true } as const;
      const actor = who === 'another' ? people.approver : sameApprover;
      return giveListing(deps, id, 'decide', decideListing(deps), input, actor);
    },
    async proposeRemoval(id: string): Promise<void> {
      const cured = { curedOn: today(), reason: '已经取得联系并办理变更。' };
      taken(await giveListing(deps, id, 'propose-removal', proposeRemoval, cured, people.supervisor));
    },
    remove(id: string, who: 'another' | 'the same') {
      const actor = who === 'another' ? people.approver : sameApprover;
      return endListing(deps, id, { reason: 'cured', on: today() }, actor);
    },
  };
}

/** The repair of a penalty: applied for by the agency by its link, decided by two people of the office. */
export function repairSteps(
  { repairs: deps, today }: ConsequenceDesk,
  { clock }: Pick<LocalRuntime, 'clock'>,
) {
  return {
    open: (penalty: string, uscc: string, id: string) =>
      openRepair(deps, { id, kind: 'penalty', subject: penaltyCaseId(penalty), uscc }, agencyLink),
    /** Hands the four papers in. */
    async apply(id: string): Promise<void> {
      const at = `${clock.iso().slice(0, 19)}Z`;
      for (const material of materials)
        taken(await giveRepair(deps, id, 'attach', attach, { file: repairFile(material, at) }, agencyLink));
      const input = { on: today(), channel: 'link' } as const;
      taken(await giveRepair(deps, id, 'apply', apply(deps), input, agencyLink));
    },
    async accept(id: string): Promise<void> {
      taken(await giveRepair(deps, id, 'accept', accept, undefined, people.supervisor));
    },
    async propose(id: string): Promise<void> {
      const input = { outcome: 'granted', reason: '已经履行并整改' } as const;
      taken(await giveRepair(deps, id, 'propose', propose(deps), input, people.supervisor));
    },
    decide: (id: string, who: 'another' | 'the same') =>
      decideRepair(
        deps,
        id,
        { agrees: true, reason: '' },
        who === 'another' ? people.approver : sameApprover,
      ),
  };
}
