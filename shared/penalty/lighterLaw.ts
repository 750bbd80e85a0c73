import type { CatalogueTier, MeasureKind } from '../law/catalogueRow.ts';

const gravestFirst: readonly MeasureKind[] = [
  'revocation',
  'suspension',
  'fine',
  'confiscation',
  'criticism',
  'warning',
];

/**
 * What a tier can cost at worst, then what it must cost at least, from the gravest kind of penalty to the lightest.
 * An order to correct or to stop is no penalty and does not count.
 */
function weight(tier: CatalogueTier): readonly number[] {
  return gravestFirst.flatMap((kind) => {
    const range = tier.measures.find((measure) => measure.kind === kind);
    if (range === undefined) return [0, 0, 0, 0];
    const amounts = range.fine ?? range.months ?? { min: 1, max: 1 };
    const must = range.need === 'must';
    return [
      range.timesGains?.max ?? 0,
      amounts.max,
      must ? (range.timesGains?.min ?? 0) : 0,
      must ? amounts.min : 0,
    ];
  });
}

/** Whether `newer` is lighter than `older`: the first number that differs, gravest kind first, decides. */
export function isLighter(newer: CatalogueTier, older: CatalogueTier): boolean {
  const before = weight(older);
  for (const [index, now] of weight(newer).entries()) {
    const then = before[index] ?? 0;
    if (now !== then) return now < then;
  }
  return false;
}
