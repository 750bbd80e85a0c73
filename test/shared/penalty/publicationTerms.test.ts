import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { Discretion, Measures } from '../../../shared/law/catalogueRow.ts';
import { yuan } from '../../../shared/money.ts';
import { lateFee } from '../../../shared/penalty/lateFee.ts';
import { publicationClassOf, publicityTerm } from '../../../shared/penalty/publicationTerms.ts';

const decided = localDate('2026-11-30');
const agency = { kind: 'agency' } as const;
const person = { kind: 'person' } as const;

const of = (measures: Measures, discretion: Discretion = 'lighter') => ({ measures, discretion });

describe('the class of a decision', () => {
  test.each([
    ['a warning alone', [of({ warning: true })], agency, 'none'],
    ['an order to correct alone', [of({ correct: decided })], agency, 'none'],
    ['a warning and criticism', [of({ warning: true, criticism: true })], agency, 'minor'],
    ['a lighter fine at the limit', [of({ warning: true, fine: yuan(50_000) })], agency, 'minor'],
    ['a lighter fine above it', [of({ fine: yuan(50_000) + 1 })], agency, 'ordinary'],
    ['a small fine that is not lighter', [of({ fine: yuan(1_000) }, 'ordinary')], agency, 'ordinary'],
    ['a mitigated fine', [of({ fine: yuan(9_000) }, 'mitigated')], agency, 'minor'],
    ['a person at the limit', [of({ fine: yuan(5_000) })], person, 'minor'],
    ['a person above it', [of({ fine: yuan(5_000) + 1 })], person, 'ordinary'],
    [
      'a firm that is no agency',
      [of({ fine: yuan(50_000) })],
      { kind: 'other', organisation: true },
      'minor',
    ],
    ['somebody else', [of({ fine: yuan(50_000) })], { kind: 'other' }, 'ordinary'],
    ['gains confiscated', [of({ confiscation: 1, fine: 1 })], agency, 'ordinary'],
    ['a suspension', [of({ suspension: 6 })], agency, 'restriction'],
    ['a revocation', [of({ revocation: true })], agency, 'revocation'],
    [
      'two lighter fines over the limit',
      [of({ fine: yuan(30_000) }), of({ fine: yuan(30_000) })],
      agency,
      'ordinary',
    ],
    ['one lighter, one not', [of({ fine: 1 }), of({ fine: 1 }, 'heavier')], agency, 'ordinary'],
    [
      'the gravest of several',
      [of({ warning: true }), of({ suspension: 6 }), of({ fine: 1 })],
      agency,
      'restriction',
    ],
  ] as const)('%s', (_, charges, party, expected) => {
    expect(publicationClassOf(charges, party, decided)).toBe(expected);
  });
});

describe('the term', () => {
  const from = { document: decided };

  test('of a warning alone: never on the GSXT', () => {
    expect(publicityTerm('none', decided)).toEqual({ gsxt: false, until: '2027-02-28', from });
  });

  test('of a minor one: three months and no early end, to the end of a shorter month', () => {
    expect(publicityTerm('minor', decided)).toEqual({ gsxt: true, until: '2027-02-28', from });
  });

  test('of an ordinary one: a year, from the day after three months on application', () => {
    expect(publicityTerm('ordinary', decided)).toEqual({
      gsxt: true,
      earliest: '2027-03-01',
      until: '2027-11-30',
      from,
    });
  });

  test('of a restriction: not before it is over, at either end', () => {
    const term = (until: string) => {
      const { earliest, until: last } = publicityTerm('restriction', decided, localDate(until));
      return [earliest, last];
    };
    expect(term('2027-05-31')).toEqual(['2027-12-01', '2029-11-30']);
    expect(term('2028-02-29')).toEqual(['2028-03-01', '2029-11-30']);
    expect(term('2031-01-31')).toEqual([undefined, '2031-01-31']);
  });

  test('of a revocation: three years, never early', () => {
    expect(publicityTerm('revocation', decided)).toEqual({
      gsxt: true,
      until: '2029-11-30',
      neverEarly: true,
      from,
    });
  });

  test('keeps both starts, and knows a decision of before the rules', () => {
    const published = localDate('2026-12-08');
    expect(publicityTerm('minor', decided, undefined, published).from).toEqual({
      document: decided,
      published,
    });
    expect(publicityTerm('ordinary', localDate('2025-12-24')).until).toBe('2026-12-24');
  });
});

test('a fine paid late grows by three per cent a day, never above itself', () => {
  const fine = yuan(10_000);
  const due = localDate('2026-03-10');
  const paid = (day: string, resting?: number) => lateFee(fine, due, localDate(day), resting);
  expect(paid('2026-03-10')).toBe(0);
  expect(paid('2026-03-01')).toBe(0);
  expect(paid('2026-03-11')).toBe(yuan(300));
  expect(paid('2026-04-12')).toBe(yuan(9_900));
  expect(paid('2026-04-13')).toBe(fine);
  expect(paid('2030-01-01')).toBe(fine);
  expect(paid('2026-04-13', 30)).toBe(yuan(1_200));
  expect(lateFee(33, due, localDate('2026-03-11'))).toBe(0);
});
