import { deadlineChecks } from '../../dossier/deadlineChecks.ts';
import type { Check } from '../../draw/check.ts';
import type { Verification } from '../../draw/verify.ts';
import { deadlineKindRow } from '../deadlineKinds.ts';
import { chainChecks } from './chainChecks.ts';
import type { Dossier } from './dossier.ts';
import { recordChecks } from './recordChecks.ts';

/**
 * Everything about a dossier that can be recomputed without the office, in a fixed order. What cannot: the keyed
 * digests of the audit entries (they need the office's key) and the files of evidence (only their hashes are here).
 * Before anybody has signed, the record is held by nothing but those.
 */
export function verifyDossier(dossier: Dossier): Verification {
  const checks: readonly Check[] = [
    ...chainChecks(dossier),
    ...recordChecks(dossier),
    ...deadlineChecks(dossier.state.deadlines, (kind) => deadlineKindRow(kind).rule),
  ];
  return { checks, consistent: checks.every(({ ok }) => ok) };
}
