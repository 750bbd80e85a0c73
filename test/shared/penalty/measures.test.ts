import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { CatalogueRow, CatalogueTier, Measures, PartyKind } from '../../../shared/law/catalogueRow.ts';
import { penaltyCatalogue } from '../../../shared/law/penaltyCatalogue.ts';
import { type Fen, yuan } from '../../../shared/money.ts';
import { discretionOf, fineRangeOf } from '../../../shared/penalty/fineRange.ts';
import { type Charge, type ChargedParty, checkCharges } from '../../../shared/penalty/measures.ts';
import { ACT, assessed, conflict, fined, refusals, suspended, unlicensed } from './charges.ts';

const GAINS = yuan(30_000);

/** The least that a tier orders, for a charge on a day of this version. */
function leastMeasures(tier: CatalogueTier, fine: Fen | undefined): Measures {
  const kinds = tier.measures.filter(({ need }) => need === 'must').map(({ kind }) => kind);
  const months = tier.measures.find(({ kind }) => kind === 'suspension')?.months?.min ?? 6;
  const flags = Object.fromEntries(kinds.map((kind) => [kind, true]));
  return {
    ...flags,
    ...(kinds.includes('correct') ? { correct: localDate('2027-12-31') } : {}),
    ...(kinds.includes('confiscation') ? { confiscation: GAINS } : {}),
    ...(kinds.includes('suspension') || (kinds.length === 0 && tier.authority === 'cnipa')
      ? { suspension: months }
      : {}),
    ...(fine === undefined ? {} : { fine }),
  };
}

const byGains = (tier: CatalogueTier) => tier.measures.some(({ timesGains }) => timesGains !== undefined);

function chargeOf(row: CatalogueRow, tier: CatalogueTier, fine: Fen | undefined): Charge {
  const range = tier.measures.find(({ kind }) => kind === 'fine');
  const limits = range === undefined ? undefined : fineRangeOf(range, GAINS);
  const stands =
    fine === undefined || limits === undefined ? 'ordinary' : discretionOf(fine, limits, row.validFrom);
  return {
    no: 1,
    entry: row.rule,
    tier: tier.tier,
    actOn: row.validFrom,
    act: 1,
    facts: '事实',
    measures: leastMeasures(tier, fine),
    discretion: stands === undefined || stands === 'mitigated' ? 'ordinary' : stands,
    ...(byGains(tier) ? { gains: GAINS } : {}),
  };
}

const ranges = penaltyCatalogue.flatMap((row: CatalogueRow) =>
  row.tiers.flatMap((tier) => {
    const measure = tier.measures.find(({ kind }) => kind === 'fine');
    const range = measure === undefined ? undefined : fineRangeOf(measure, GAINS);
    return range === undefined
      ? []
      : [[`${row.rule}@${row.validFrom} ${tier.tier}`, row, tier, range] as const];
  }),
);

describe.each(ranges)('the fine of %s', (_, row, tier, { min, max }) => {
  const party: ChargedParty = { kind: row.appliesTo[0] ?? 'other' };
  const at = (fine: Fen) => refusals([chargeOf(row, tier, fine)], party, row.validFrom);

  test('is allowed at both ends and in between', () => {
    expect(at(max)).toEqual([]);
    expect(at(min === 0 ? 1 : min)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: Math.max(1, min), max }), (fine) => {
        expect(at(fine)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('is refused one fen outside, with the article', () => {
    expect(at(max + 1)).toEqual(['fineRange charge.1.fine']);
    expect(at(min - 1)).toEqual([min === 0 ? 'wholeFen charge.1.fine' : 'fineRange charge.1.fine']);
    const result = checkCharges([chargeOf(row, tier, max + 1)], party, row.validFrom);
    expect(result.ok ? '' : result.problems[0]?.params?.['article']).toBe(tier.citation.text);
  });

  test('goes below the range only when mitigated', () => {
    if (min < 2) return;
    const below = { ...chargeOf(row, tier, min - 1), discretion: 'mitigated' as const };
    expect(refusals([below], party, row.validFrom)).toEqual([]);
    const within = { ...chargeOf(row, tier, min), discretion: 'mitigated' as const };
    expect(refusals([within], party, row.validFrom)).toEqual(['discretion charge.1.discretion']);
  });
});

test('every tier of every version can be decided, and by nobody it does not reach', () => {
  const kinds: readonly PartyKind[] = ['agency', 'person', 'other'];
  for (const row of penaltyCatalogue as readonly CatalogueRow[])
    for (const tier of row.tiers) {
      const range = tier.measures.find(({ kind }) => kind === 'fine');
      const limits = range === undefined ? undefined : fineRangeOf(range, GAINS);
      const fine = range?.need === 'must' ? limits?.max : undefined;
      const charge = chargeOf(row, tier, fine);
      const optional = tier.measures[0]?.kind ?? 'talk';
      const least: Charge =
        Object.keys(charge.measures).length > 0 ? charge : { ...charge, measures: { [optional]: true } };
      for (const kind of kinds)
        expect(refusals([least], { kind }, row.validFrom), `${row.rule} ${tier.tier} ${kind}`).toEqual(
          row.appliesTo.includes(kind) ? [] : ['party charge.1.entry'],
        );
    }
});

describe('what an article orders and what it does not know', () => {
  test.each([
    ['a warning left out', { correct: ACT, fine: yuan(50_000) }, ['missingMeasure charge.1.warning']],
    ['no order to correct', { warning: true }, ['missingMeasure charge.1.correct']],
    [
      'public criticism',
      { correct: ACT, warning: true, criticism: true },
      ['unknownMeasure charge.1.criticism'],
    ],
    [
      'a suspension by the office',
      { correct: ACT, warning: true, suspension: 6 },
      ['onlyCnipa charge.1.suspension'],
    ],
    [
      'a revocation by the office',
      { correct: ACT, warning: true, revocation: true },
      ['onlyCnipa charge.1.revocation'],
    ],
    ['half a fen', { correct: ACT, warning: true, fine: 100.5 }, ['wholeFen charge.1.fine']],
    ['no number', { correct: ACT, warning: true, fine: Number.NaN }, ['wholeFen charge.1.fine']],
    ['nothing at all', {}, ['missingMeasure charge.1.correct', 'missingMeasure charge.1.warning']],
  ] as const)('%s', (_, measures, expected) => {
    expect(refusals([{ ...conflict, measures }])).toEqual(expected);
  });

  test('a serious breach is a suspension of six to twelve months, or a revocation, and never a fine', () => {
    const with_ = (measures: Measures) => refusals([{ ...suspended, measures }]);
    expect([5, 6, 12, 13, 6.5].map((suspension) => with_({ suspension }).length)).toEqual([1, 0, 0, 1, 1]);
    expect(with_({ suspension: 13 })).toEqual(['monthsRange charge.1.suspension']);
    expect(with_({ revocation: true })).toEqual([]);
    expect(with_({})).toEqual(['noMeasure charge.1.measures']);
    expect(with_({ suspension: 6, fine: yuan(1) })).toEqual(['unknownMeasure charge.1.fine']);
  });

  test('the stop of trademark business has a least and no most', () => {
    const stop = (suspension: number): Charge => ({
      ...suspended,
      entry: 'trademark.stop-acceptance',
      measures: { suspension },
    });
    expect(refusals([stop(5)])).toEqual(['monthsFrom charge.1.suspension']);
    expect(refusals([stop(1200)])).toEqual([]);
  });

  test('the association’s rules carry no penalty', () => {
    const charge: Charge = {
      ...conflict,
      entry: 'association.quality',
      measures: { talk: true, 'draw-rate': true },
    };
    expect(assessed([charge])).toMatchObject({
      authority: 'association',
      publication: 'none',
      hearing: false,
    });
    expect(refusals([{ ...charge, measures: { fine: yuan(1) } }])).toEqual(['noStatute charge.1.fine']);
    expect(refusals([{ ...charge, measures: { warning: true } }])).toEqual(['noStatute charge.1.warning']);
  });

  test('a trademark fine is not the office’s', () => {
    const talk: Charge = { ...conflict, entry: 'trademark.talk', measures: { talk: true } };
    expect(assessed([talk]).authority).toBe('office');
    expect(refusals([{ ...talk, measures: { fine: yuan(10_000) } }])).toEqual(['onlyMarket charge.1.fine']);
    const transfer: Charge = { ...fined(yuan(50_000), 'ordinary'), entry: 'trademark.forged' };
    expect(assessed([transfer]).authority).toBe('market');
  });
});

describe('unlicensed practice', () => {
  const other: ChargedParty = { kind: 'other', organisation: true };
  const times = (share: number, discretion: Charge['discretion']) =>
    refusals([fined(yuan(20_000) * share, discretion, unlicensed)], other);

  test('is fined one to five times the gains, and all of them are confiscated', () => {
    expect([times(1, 'lighter'), times(3, 'ordinary'), times(5, 'heavier')]).toEqual([[], [], []]);
    expect(times(5.00005, 'heavier')).toEqual(['fineRange charge.1.fine']);
    const part = { ...unlicensed, measures: { ...unlicensed.measures, confiscation: yuan(19_999) } };
    expect(refusals([part], other)).toEqual(['allGains charge.1.confiscation']);
    const { confiscation: _, ...kept } = unlicensed.measures;
    expect(refusals([{ ...unlicensed, measures: kept }], other)).toEqual([
      'missingMeasure charge.1.confiscation',
    ]);
  });

  test('needs the gains to be stated; without any it is only stopped', () => {
    const { gains: _, ...unstated } = unlicensed;
    expect(refusals([unstated], other)).toEqual(['gainsMissing charge.1.gains']);
    expect(refusals([{ ...unlicensed, gains: 0, measures: { stop: true } }], other)).toEqual([]);
    expect(refusals([{ ...unlicensed, gains: 0 }], other).sort()).toEqual([
      'allGains charge.1.confiscation',
      'gainsMissing charge.1.gains',
    ]);
    expect(refusals([{ ...unlicensed, gains: -1 }], other)).toEqual(['wholeFen charge.1.gains']);
  });
});

describe('the discretion', () => {
  const max = yuan(100_000);
  test.each([
    [1, 'lighter'],
    [yuan(30_000), 'lighter'],
    [yuan(30_000) + 1, 'ordinary'],
    [yuan(70_000) - 1, 'ordinary'],
    [yuan(70_000), 'heavier'],
    [max, 'heavier'],
  ] as const)('of %i fen is %s, and nothing else', (fine, expected) => {
    for (const discretion of ['lighter', 'ordinary', 'heavier', 'mitigated'] as const)
      expect(refusals([fined(fine, discretion)])).toEqual(
        discretion === expected ? [] : ['discretion charge.1.discretion'],
      );
  });

  test('of an amount never falls as the amount grows', () => {
    const order = ['mitigated', 'lighter', 'ordinary', 'heavier'];
    const range = fc
      .tuple(fc.nat(1e9), fc.nat(1e9))
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
    fc.assert(
      fc.property(range, fc.nat(1e9), fc.nat(1e9), (limits, a, b) => {
        const rank = (amount: number) => order.indexOf(discretionOf(amount, limits) ?? '');
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        if (low > 0 && high <= limits.max) expect(rank(low)).toBeLessThanOrEqual(rank(high));
        if (high > limits.max) expect(discretionOf(high, limits)).toBeUndefined();
      }),
    );
  });
});
