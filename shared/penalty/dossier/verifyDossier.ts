import { chainChecks } from '../../dossier/chainChecks.ts';
import { deadlineChecks } from '../../dossier/deadlineChecks.ts';
import type { Verification } from '../../draw/verify.ts';
import { deadlineKindRow } from '../deadlineKinds.ts';
import type { PenaltyCase, PenaltyStatus } from '../penaltyCase.ts';
import { penaltyCaseId } from '../penaltyRows.ts';
import { penaltyTransitions } from '../transitions.ts';
import type { PenaltyDossier } from './dossier.ts';
import { recordChecks } from './recordChecks.ts';
import { countedLists, recordedActs } from './recordedActs.ts';

const opening: readonly string[] = ['lead'] satisfies readonly PenaltyStatus[];

/**
 * Everything about the dossier of a penalty case that can be recomputed without the office, in a fixed order. What
 * cannot: the keyed digests of the audit entries and the files of evidence, of which only the hashes are here.
 */
export function verifyPenaltyDossier(dossier: PenaltyDossier): Verification {
  const { state, status, audit } = dossier;
  const checks = [
    ...chainChecks<PenaltyCase>({
      caseId: penaltyCaseId(state.id),
      status,
      state,
      audit,
      transitions: penaltyTransitions,
      opening,
      acts: recordedActs(state),
      counted: countedLists,
    }),
    ...recordChecks(dossier),
    ...deadlineChecks(state.deadlines, (kind) => deadlineKindRow(kind).rule),
  ];
  return { checks, consistent: checks.every(({ ok }) => ok) };
}
