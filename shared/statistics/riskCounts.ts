import type { Agency } from '../register/agency.ts';
import { riskClassIn } from '../register/riskClassIn.ts';
import { type RiskClass, riskClasses } from '../register/vocabulary.ts';
import { type PublicCount, publishedParts } from './suppression.ts';

/** How many agencies stand in each class in the plan of a month, as far as it may be told. */
export interface PublicRiskCounts {
  readonly month: string;
  readonly lines: readonly { readonly class: RiskClass; readonly count: PublicCount }[];
}

/** The classes add up to the agencies of the draw, whose number is public: a small one takes another with it. */
export function publicRiskCounts(agencies: readonly Agency[], month: string): PublicRiskCounts {
  const open = agencies.filter(({ status }) => status !== 'closed').map((one) => riskClassIn(one, month));
  const counts = riskClasses.map(({ code }) => open.filter((one) => one === code).length);
  const shown = publishedParts(counts, true);
  return { month, lines: riskClasses.map(({ code }, at) => ({ class: code, count: shown[at] })) };
}
