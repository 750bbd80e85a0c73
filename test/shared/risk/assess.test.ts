import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type LocalDate, localDate } from '../../../shared/calendar/localDate.ts';
import { formulaAt } from '../../../shared/law/riskFormula.ts';
import { assess, classOf, lineReasons, nextChange } from '../../../shared/risk/assess.ts';
import { type RiskEvent, riskFactKinds } from '../../../shared/risk/riskEvent.ts';
import { factsOf, type ImportedClass, type RiskFact } from '../../../shared/risk/riskFact.ts';

const start = localDate('2026-01-01');
const day = localDate('2027-06-30');
const formula = formulaAt(day);

const before = fc.integer({ min: 0, max: 545 }).map((days) => addDays(start, days));
const fact = (n: number): fc.Arbitrary<RiskFact> =>
  fc
    .record({
      kind: fc.constantFrom(...riskFactKinds),
      on: before,
      count: fc.integer({ min: 1, max: 6 }),
      cured: fc.option(before, { nil: undefined }),
      retracted: fc.option(before, { nil: undefined, freq: 4 }),
    })
    .map(({ cured, retracted, ...rest }) => ({
      id: `IN#${n}/${rest.kind}`,
      reference: `BJIPO-2026-0001-00${n}`,
      ...rest,
      ...(cured === undefined ? {} : { cured }),
      ...(retracted === undefined ? {} : { retracted }),
    }));
const facts = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => fact(n))));
const imported = fc.option(
  fc.record({ class: fc.constantFrom('A', 'B', 'C', 'D'), on: before }) as fc.Arbitrary<ImportedClass>,
  { nil: undefined },
);

const score = (list: readonly RiskFact[], on: LocalDate, given?: ImportedClass) =>
  assess(list, on, formula, given).score;

const plain = (kind: RiskFact['kind'], on: string, more: Partial<RiskFact> = {}): RiskFact => ({
  id: `x/${kind}/${on}`,
  kind,
  on: localDate(on),
  reference: 'x',
  count: 1,
  ...more,
});

describe('an assessment', () => {
  it('has whole lines that add up to its score, one for each fact, each with a reason', () => {
    fc.assert(
      fc.property(facts, imported, (list, given) => {
        const { lines, score, class: of } = assess(list, day, formula, given);
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(lines.every(({ points }) => Number.isInteger(points))).toBe(true);
        expect(lines.every(({ reason }) => lineReasons.includes(reason))).toBe(true);
        const told = lines.flatMap(({ of }) => (typeof of === 'object' ? [of.fact] : []));
        expect([...told].sort()).toEqual(list.map(({ id }) => id).sort());
        expect(of).toBe(classOf(score, formula));
      }),
    );
  });

  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(
        facts.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
        ),
        imported,
        ([list, shuffled], given) => {
          expect(assess(shuffled, day, formula, given)).toEqual(assess(list, day, formula, given));
        },
      ),
    );
  });

  it('is never raised by a cure', () => {
    fc.assert(
      fc.property(facts, imported, before, (list, given, cured) => {
        const all = list.map((one) => ({ ...one, cured }));
        expect(score(all, day, given)).toBeLessThanOrEqual(
          score(
            list.map(({ cured: _cured, ...rest }) => rest),
            day,
            given,
          ),
        );
      }),
    );
  });

  it('counts a retracted fact as if it had never been', () => {
    fc.assert(
      fc.property(facts, imported, (list, given) => {
        const standing = list.filter(({ retracted }) => retracted === undefined);
        expect(score(list, day, given)).toBe(score(standing, day, given));
      }),
    );
  });

  it('is never raised by time alone', () => {
    fc.assert(
      fc.property(facts, imported, fc.integer({ min: 1, max: 3_000 }), (list, given, days) => {
        expect(score(list, addDays(day, days), given)).toBeLessThanOrEqual(score(list, day, given));
      }),
    );
  });

  it('changes with time on no day before the one that is looked at next', () => {
    fc.assert(
      fc.property(facts, imported, (list, given) => {
        const next = nextChange(list, day, formula, given);
        const last = next === undefined ? addMonths(day, 120) : addDays(next, -1);
        expect(score(list, last, given)).toBe(score(list, day, given));
      }),
    );
  });
});

describe('the classes', () => {
  it('B is where an agency stands of which nothing is known', () => {
    expect(assess([], day, formula)).toEqual({
      score: 20,
      class: 'B',
      lines: [{ of: 'base', points: 20, reason: 'base' }],
    });
  });

  it('A needs both an inspection without findings and time without anything', () => {
    const clean = plain('clean-inspection', '2026-01-10');
    expect(assess([clean], localDate('2026-02-01'), formula).class).toBe('B');
    expect(assess([clean], localDate('2028-01-10'), formula).class).toBe('A');
    const late = plain('annual-report-late', '2026-01-05');
    expect(assess([late], localDate('2029-01-10'), formula).class).toBe('B');
    expect(assess([late, clean], localDate('2029-01-10'), formula).class).toBe('A');
  });

  it('an inspection without findings says nothing any more once something came after it', () => {
    const clean = plain('clean-inspection', '2026-01-10');
    const { lines } = assess([clean, plain('finding', '2026-03-01')], localDate('2026-04-01'), formula);
    expect(lines.map(({ points, reason }) => [points, reason])).toEqual([
      [20, 'base'],
      [0, 'clean-passed'],
      [10, 'full'],
    ]);
  });

  it('two findings and a fine make a D, a C once they are put right', () => {
    const on = '2026-03-01';
    const fine = plain('penalty-ordinary', on);
    const found = plain('finding', on, { count: 2 });
    const later = localDate('2026-04-01');
    expect(assess([found, fine], later, formula)).toMatchObject({ score: 90, class: 'D' });
    const cured = localDate('2026-03-20');
    expect(
      assess(
        [
          { ...found, cured },
          { ...fine, cured },
        ],
        later,
        formula,
      ),
    ).toMatchObject({
      score: 55,
      class: 'C',
    });
  });

  it('many problems of one inspection weigh no more than the most', () => {
    const { score } = assess(
      [plain('finding', '2026-03-01', { count: 9 })],
      localDate('2026-03-02'),
      formula,
    );
    expect(score).toBe(50);
  });

  it.each(['A', 'B', 'C', 'D'] as const)('an imported %s stays, and a C or D fades', (given) => {
    const on = localDate('2026-02-01');
    const of = (date: string) => assess([], localDate(date), formula, { class: given, on }).class;
    expect(of('2026-02-01')).toBe(given);
    expect(of('2027-01-31')).toBe(given);
    expect(of('2030-01-01')).toBe(given === 'A' ? 'A' : 'B');
  });
});

describe('the facts of events', () => {
  const told: readonly RiskEvent[] = [
    { type: 'cured', id: 'a', uscc: 'u', on: localDate('2026-05-01') },
    {
      type: 'fact',
      id: 'a',
      uscc: 'u',
      kind: 'finding',
      on: localDate('2026-03-01'),
      reference: 'n',
      count: 2,
    },
    { type: 'retracted', id: 'gone', uscc: 'u', on: localDate('2026-05-01') },
  ];

  it('are the same in whatever order they come, and a cure waits for its fact', () => {
    const expected = [
      { id: 'a', kind: 'finding', on: '2026-03-01', reference: 'n', count: 2, cured: '2026-05-01' },
    ];
    expect(factsOf(told)).toEqual(expected);
    expect(factsOf([...told].reverse())).toEqual(expected);
  });
});
