import type { CatalogueTier } from '../law/catalogueRow.ts';
import { citedText } from '../law/lawTable.ts';
import type { Fen } from '../money.ts';
import type { Problem } from '../problem.ts';
import type { Charge } from './charge.ts';
import { fineRangeOf } from './fineRange.ts';
import { chargeField } from './measureChecks.ts';

interface Assessed {
  readonly charge: Charge;
  readonly tier: CatalogueTier;
}

/** The highest fine that a tier allows for a charge; nothing where it knows none. */
function mostOf({ charge, tier }: Assessed): Fen {
  const range = tier.measures.find(({ kind }) => kind === 'fine');
  return range === undefined ? 0 : (fineRangeOf(range, charge.gains)?.max ?? 0);
}

function problemsOfAct(charges: readonly Assessed[]): Problem[] {
  const fined = charges.filter(({ charge }) => charge.measures.fine !== undefined);
  const [first, second] = fined;
  if (first === undefined) return [];
  const at = (code: string, { charge }: Assessed, params: Problem['params'] = {}): Problem => ({
    code,
    params: { no: charge.no, ...params },
    field: chargeField(charge, 'fine'),
  });
  if (second !== undefined) return [at('penalty.law.finedTwice', second)];
  const higher = charges.find((one) => mostOf(one) > mostOf(first));
  return higher === undefined
    ? []
    : [at('penalty.law.higherNorm', first, { article: citedText(higher.tier.citation) })];
}

/** One act is fined once, under the provision with the higher fine (行政处罚法 art. 29). */
export function finedOnceProblems(assessed: readonly Assessed[]): readonly Problem[] {
  const acts = Map.groupBy(assessed, ({ charge }) => charge.act);
  return [...acts.values()].flatMap(problemsOfAct);
}
