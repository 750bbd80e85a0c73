import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { type Fen, yuan } from '../../../shared/money.ts';
import {
  applicableRow,
  type Charge,
  type ChargedParty,
  neverHeavier,
} from '../../../shared/penalty/measures.ts';
import {
  ACT,
  agency,
  assessed,
  conflict,
  fined,
  person,
  refusals,
  suspended,
  unlicensed,
} from './charges.ts';

describe('the law of the act, or the lighter one', () => {
  const before = localDate('2026-12-31');
  const after = localDate('2027-01-01');
  const version = (code: string, actOn: string, decideOn: string, tier?: 'basic' | 'serious') => {
    const result = applicableRow(code, localDate(actOn), localDate(decideOn), tier);
    return result.ok
      ? [result.value.version, result.value.reason]
      : result.problems.map(({ code: refused }) => refused);
  };

  test('each side of the change has its own', () => {
    expect(version('trademark.forged', before, before)).toEqual(['trademark.forged@2019-11-01', 'same']);
    expect(version('trademark.forged', after, after)).toEqual(['trademark.forged@2027-01-01', 'same']);
  });

  test('the newer applies where it is lighter, tier by tier', () => {
    expect(version('trademark.forged', before, after)).toEqual(['trademark.forged@2027-01-01', 'lighter']);
    expect(version('trademark.unfiled', before, after, 'serious')).toEqual([
      'trademark.unfiled@2027-01-01',
      'lighter',
    ]);
    expect(version('trademark.responsible-person', before, after)).toEqual([
      'trademark.responsible-person@2019-11-01',
      'act',
    ]);
    expect(version('trademark.forged', before, after, 'serious')).toEqual([
      'trademark.forged@2019-11-01',
      'act',
    ]);
  });

  test('the higher tier of the new law does not reach an act of before it', () => {
    const charge: Charge = {
      ...conflict,
      entry: 'trademark.forged',
      tier: 'serious',
      actOn: before,
      measures: { correct: after, fine: yuan(150_000) },
    };
    expect(refusals([charge], agency, after)).toEqual(['unknownTier charge.1.tier']);
    expect(refusals([{ ...charge, actUntil: after }], agency, after)).toEqual([]);
  });

  test('what was not unlawful then is not punished, and an unknown entry is none', () => {
    expect(version('trademark.practitioner', before, after)).toEqual(['penalty.law.notThen']);
    expect(version('patent.none', before, after)).toEqual(['penalty.law.unknownEntry']);
    const then = { ...conflict, actOn: localDate('2019-02-28'), foundOn: localDate('2019-03-01') };
    expect(refusals([then])).toEqual(['notThen charge.1.entry']);
  });
});

describe('the limitation', () => {
  const found = (actOn: string, foundOn: string, more: Partial<Charge> = {}) =>
    refusals([{ ...conflict, actOn: localDate(actOn), foundOn: localDate(foundOn), ...more }]);

  test('is two years from the end of the act to its discovery, five with grave harm', () => {
    expect(found('2023-03-10', '2025-03-10')).toEqual([]);
    expect(found('2023-03-10', '2025-03-11')).toEqual(['tooLate charge.1.actOn']);
    expect(found('2020-03-10', '2025-03-10', { actUntil: localDate('2023-03-10') })).toEqual([]);
    expect(found('2020-03-10', '2025-03-10', { graveHarm: true })).toEqual([]);
    expect(found('2020-03-10', '2025-03-11', { graveHarm: true })).toEqual(['tooLate charge.1.actOn']);
  });

  test('runs to the decision when nobody said when it was found', () => {
    expect(refusals([{ ...conflict, actOn: localDate('2024-11-25') }])).toEqual(['tooLate charge.1.actOn']);
    expect(refusals([{ ...conflict, actOn: localDate('2024-11-26') }])).toEqual([]);
  });

  test('asks for days in their order', () => {
    expect(refusals([{ ...conflict, actUntil: localDate('2026-05-31') }])).toEqual([
      'actDates charge.1.actOn',
    ]);
    expect(refusals([{ ...conflict, actUntil: localDate('2026-11-27') }])).toEqual([
      'actDates charge.1.actOn',
    ]);
  });
});

describe('one act', () => {
  const second: Charge = { ...conflict, no: 2, entry: 'patent.disclosure' };
  const practitioner: Charge = {
    ...conflict,
    entry: 'practitioner.own-name',
    measures: { correct: ACT, warning: true, fine: yuan(25_000) },
  };

  test('is fined once; two acts are fined twice', () => {
    expect(refusals([conflict, second])).toEqual(['finedTwice charge.2.fine']);
    expect(refusals([conflict, { ...second, act: 2 }])).toEqual([]);
    expect(refusals([conflict, { ...second, measures: { correct: ACT, warning: true } }])).toEqual([]);
  });

  test('is fined under the provision with the higher fine', () => {
    const gainful: Charge = {
      ...unlicensed,
      no: 2,
      gains: yuan(20_000),
      measures: { stop: true, confiscation: yuan(20_000), fine: yuan(20_000) },
    };
    const unfined: Charge = { ...practitioner, measures: { correct: ACT, warning: true } };
    expect(refusals([unfined, gainful], person)).toEqual([]);
    const small = {
      ...gainful,
      gains: yuan(1_000),
      measures: { stop: true, confiscation: yuan(1_000), fine: yuan(1_000) },
    } as const;
    expect(refusals([unfined, small], person)).toEqual(['higherNorm charge.2.fine']);
  });
});

describe('who decides', () => {
  test('is the office only when every charge is its own', () => {
    expect(assessed([conflict]).authority).toBe('office');
    expect(assessed([conflict, { ...suspended, no: 2, act: 2 }]).authority).toBe('cnipa');
  });

  test('several authorities need several cases', () => {
    const market: Charge = { ...fined(yuan(50_000), 'ordinary'), no: 2, act: 2, entry: 'trademark.forged' };
    expect(refusals([conflict, market])).toEqual(['mixedAuthorities']);
    expect(refusals([])).toEqual(['noCharge']);
  });

  test('a suspension lists a patent agency, nobody else', () => {
    expect(assessed([suspended]).listing).toBe('serious');
    expect(assessed([conflict]).listing).toBeUndefined();
    const attorney: Charge = { ...suspended, entry: 'practitioner.disclosure' };
    expect(assessed([attorney], person)).toMatchObject({ authority: 'cnipa', publication: 'restriction' });
    expect(assessed([attorney], person).listing).toBeUndefined();
  });
});

describe('the hearing', () => {
  test.each([
    [yuan(100_000), true],
    [yuan(100_000) - 1, false],
  ])('an agency with %i fen: %s', (fine, hearing) => {
    expect(assessed([fined(fine, 'heavier')])).toMatchObject({ hearing, collective: hearing, fine });
  });

  test.each([
    [yuan(10_000), true],
    [yuan(10_000) - 1, false],
  ])('a natural person with %i fen: %s', (fine, hearing) => {
    const charge = { ...fined(fine, 'lighter'), entry: 'practitioner.own-name' };
    expect(assessed([charge], person).hearing).toBe(hearing);
  });

  test('counts all fines together, and confiscated gains by themselves', () => {
    const two = [conflict, { ...conflict, no: 2, act: 2, entry: 'patent.disclosure' }];
    expect(assessed(two)).toMatchObject({ fine: yuan(100_000), hearingReasons: ['large-fine'] });
    const gains = (amount: Fen): Charge => ({
      ...unlicensed,
      gains: amount,
      measures: { stop: true, confiscation: amount, fine: amount },
    });
    const firm: ChargedParty = { kind: 'other', organisation: true };
    expect(assessed([gains(yuan(100_000))], firm).hearingReasons).toEqual([
      'large-fine',
      'large-confiscation',
    ]);
    expect(assessed([gains(yuan(100_000) - 1)], firm).hearing).toBe(false);
    // Nobody said that it is a firm: a natural person is heard from the lower sum on.
    expect(assessed([gains(yuan(10_000))], { kind: 'other' }).hearing).toBe(true);
  });

  test('is offered before a suspension or revocation, whatever the sum', () => {
    expect(assessed([suspended])).toMatchObject({ hearing: true, hearingReasons: ['restriction'], fine: 0 });
    expect(assessed([{ ...suspended, measures: { revocation: true } }])).toMatchObject({
      hearingReasons: ['revocation'],
      collectiveReasons: ['hearing', 'serious'],
      publication: 'revocation',
    });
  });
});

test('an assessment cites every article once', () => {
  const two = [conflict, { ...conflict, no: 2, act: 2 }];
  expect(assessed(two).citations).toEqual([
    '专利代理条例第二十五条第一款第二项',
    '专利代理条例第二十五条第一款',
  ]);
});

describe('never heavier for having defended', () => {
  const heavier = (after: readonly Charge[], before: readonly Charge[] = [conflict]) => {
    const result = neverHeavier(before, after);
    return result.ok ? [] : result.problems.map(({ field }) => field);
  };

  test('refuses each measure that grew, by its name', () => {
    expect(heavier([fined(yuan(50_000) + 1, 'ordinary')])).toEqual(['charge.1.fine']);
    expect(heavier([suspended])).toEqual(['charge.1.suspension']);
    expect(heavier([{ ...suspended, measures: { suspension: 7 } }], [suspended])).toEqual([
      'charge.1.suspension',
    ]);
    expect(heavier([conflict, { ...conflict, no: 2 }])).toEqual(['charge.2.warning', 'charge.2.fine']);
    const result = neverHeavier([conflict], [fined(yuan(60_000), 'ordinary')]);
    expect(result.ok ? '' : catalogue.problemText('zh', result.problems[0] ?? { code: '' })).toContain(
      '“罚款”',
    );
  });

  test('lets anything that is not heavier pass', () => {
    expect(heavier([conflict])).toEqual([]);
    expect(heavier([])).toEqual([]);
    expect(heavier([{ ...conflict, measures: { ...conflict.measures, stop: true, talk: true } }])).toEqual(
      [],
    );
    expect(heavier([{ ...conflict, measures: { correct: localDate('2027-01-31'), warning: true } }])).toEqual(
      [],
    );
    fc.assert(
      fc.property(fc.nat(yuan(100_000)), fc.nat(yuan(100_000)), (a, b) => {
        expect(heavier([fined(b, 'ordinary')], [fined(a, 'ordinary')]).length).toBe(b > a ? 1 : 0);
      }),
    );
  });
});
