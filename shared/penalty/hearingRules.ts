import type { LocalDate } from '../calendar/localDate.ts';
import type { CollectiveReason } from '../law/decisionReasons.ts';
import type { HearingReason } from '../law/hearingReasons.ts';
import { parameterAt } from '../law/penaltyParameters.ts';
import type { Fen } from '../money.ts';
import { type Charge, type ChargedParty, isOrganisation } from './charge.ts';

interface Sums {
  readonly fine: Fen;
  readonly confiscated: Fen;
}

/** Why a hearing has to be offered (行政处罚法 art. 63), from the sums of all charges together. Thresholds inclusive. */
export function hearingReasonsOf(
  charges: readonly Charge[],
  party: ChargedParty,
  { fine, confiscated }: Sums,
  decideOn: LocalDate,
): readonly HearingReason[] {
  const threshold = parameterAt(isOrganisation(party) ? 'hearing.organisation' : 'hearing.person', decideOn);
  const some = (kind: 'suspension' | 'revocation') =>
    charges.some(({ measures }) => measures[kind] !== undefined);
  return [
    ...(fine >= threshold ? (['large-fine'] as const) : []),
    ...(confiscated >= threshold ? (['large-confiscation'] as const) : []),
    ...(some('revocation') ? (['revocation'] as const) : []),
    ...(some('suspension') ? (['restriction'] as const) : []),
  ];
}

/**
 * Why the heads of the office have to decide together, as far as the charges themselves say so; a person can name
 * further reasons (令2号 arts. 50, 60).
 */
export function collectiveReasonsOf(
  charges: readonly Charge[],
  hearing: readonly HearingReason[],
): readonly CollectiveReason[] {
  return [
    ...(hearing.length > 0 ? (['hearing'] as const) : []),
    ...(charges.some(({ tier }) => tier === 'serious') ? (['serious'] as const) : []),
    ...(charges.some(({ discretion }) => discretion === 'mitigated') ? (['mitigated'] as const) : []),
  ];
}
