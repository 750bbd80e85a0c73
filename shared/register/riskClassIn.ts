import type { Agency } from './agency.ts';
import type { RiskClass } from './vocabulary.ts';

type Classed = Pick<Agency, 'riskClass' | 'nextRisk'>;

/**
 * The class that counts in the plan of a month (`2027-03`): the only reader for whatever a class decides. A class that
 * was assessed while the plan of a month was published counts from a later month, so that no published plan and no
 * draw that was made from it ever moves.
 */
export function riskClassIn({ riskClass, nextRisk }: Classed, month: string): RiskClass {
  return nextRisk !== undefined && month >= nextRisk.from ? nextRisk.class : riskClass;
}

/** The class that was assessed last, whenever it begins to count. */
export function latestRiskClass({ riskClass, nextRisk }: Classed): RiskClass {
  return nextRisk?.class ?? riskClass;
}
