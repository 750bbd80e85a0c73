import { addMonths, type LocalDate } from '../calendar/localDate.ts';
import type { FactWeight, RiskFormula } from '../law/riskFormula.ts';
import type { RiskClass } from '../register/vocabulary.ts';
import type { ImportedClass, RiskFact } from './riskFact.ts';

/** Why a line of an assessment has its points. Codes of a closed list, each with its text. */
export const lineReasons = [
  'base',
  /** Weighs in full, in part because time has passed, or nothing any more. */
  'full',
  'later',
  'gone',
  /** The same, of a fact whose cause is gone. */
  'full-cured',
  'later-cured',
  'retracted',
  'clean',
  /** An inspection without findings that a later one, or something against the agency, has taken the place of. */
  'clean-passed',
  'quiet',
  'imported',
  'imported-later',
  'imported-gone',
  /** A class A from elsewhere ends with the first thing that comes against the agency. */
  'imported-passed',
] as const;
export type LineReason = (typeof lineReasons)[number];

/** What a line is about: a fact by its id, or one of the parts of the formula. */
export type LineOf = 'base' | 'quiet' | 'imported' | { readonly fact: string };

export interface AssessmentLine {
  readonly of: LineOf;
  /** Whole, below zero where it speaks for the agency; the lines add up to the score. */
  readonly points: number;
  readonly reason: LineReason;
}

export interface Assessment {
  readonly score: number;
  readonly class: RiskClass;
  readonly lines: readonly AssessmentLine[];
}

/**
 * Counts an agency's facts on a day. Pure: the order of the facts does not matter, a retracted fact counts as if it
 * had never been, a cure never raises the score, and neither does time alone.
 *
 * @param imported the class that the register had from elsewhere, which holds on and fades like a fact
 */
export function assess(
  facts: readonly RiskFact[],
  day: LocalDate,
  formula: RiskFormula,
  imported?: ImportedClass,
): Assessment {
  // What is dated later, by a clock that was ahead, counts from its day on.
  const known = facts.filter(({ on }) => on <= day).sort((a, b) => compare(a, b));
  const standing = known.filter((fact) => !isRetracted(fact, day));
  const against = standing.filter(({ kind }) => kind !== 'clean-inspection').map(({ on }) => on);
  const last = against.at(-1);
  const given = imported !== undefined && imported.on <= day ? imported : undefined;
  const holdsA = given?.class === 'A' && !(last !== undefined && last >= given.on);
  const clean = standing.filter(
    ({ kind, on }) => kind === 'clean-inspection' && !(last !== undefined && last > on),
  );
  const newest = clean.at(-1)?.id;
  const lines: AssessmentLine[] = [
    { of: 'base', points: formula.base, reason: 'base' },
    ...(given === undefined ? [] : [importedLine(given, holdsA, day, formula)]),
    ...known.map((fact): AssessmentLine => {
      const of = { fact: fact.id };
      if (isRetracted(fact, day)) return { of, points: 0, reason: 'retracted' };
      if (fact.kind !== 'clean-inspection') return { of, ...weigh(fact, day, formula) };
      // A class A from elsewhere already says so much good.
      return fact.id === newest && !holdsA
        ? { of, points: -formula.cleanInspection.points, reason: 'clean' }
        : { of, points: 0, reason: 'clean-passed' };
    }),
    ...(isQuiet(standing, last, given, day, formula) && !holdsA
      ? [{ of: 'quiet', points: -formula.quietTime.points, reason: 'quiet' } as const]
      : []),
  ];
  const score = lines.reduce((sum, { points }) => sum + points, 0);
  return { score, class: classOf(score, formula), lines };
}

export function classOf(score: number, { from }: Pick<RiskFormula, 'from'>): RiskClass {
  if (score >= from.D) return 'D';
  if (score >= from.C) return 'C';
  return score >= from.B ? 'B' : 'A';
}

const compare = (a: RiskFact, b: RiskFact): number =>
  a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1;

const isRetracted = ({ retracted }: RiskFact, day: LocalDate): boolean =>
  retracted !== undefined && retracted <= day;

/** Nothing has come against the agency for so long; without any fact, since the office knows it. */
function isQuiet(
  standing: readonly RiskFact[],
  last: LocalDate | undefined,
  imported: ImportedClass | undefined,
  day: LocalDate,
  { quietTime }: RiskFormula,
): boolean {
  const since =
    last ?? [...standing.map(({ on }) => on), ...(imported === undefined ? [] : [imported.on])].sort()[0];
  return since !== undefined && addMonths(since, quietTime.months) <= day;
}

type Weight = Pick<AssessmentLine, 'points' | 'reason'>;

function weigh(fact: RiskFact, day: LocalDate, formula: RiskFormula): Weight {
  const weight: FactWeight = formula.facts[fact.kind];
  const whole = Math.min(weight.points * fact.count, weight.most);
  const stage = stageOf(fact.on, weight, day);
  if (stage === 'gone') return { points: 0, reason: 'gone' };
  const cured = fact.cured !== undefined && fact.cured <= day;
  const percent = (stage === 'full' ? 100 : formula.laterPercent) * (cured ? formula.curedPercent : 100);
  return { points: Math.floor((whole * percent) / 10_000), reason: cured ? `${stage}-cured` : stage };
}

function stageOf(
  on: LocalDate,
  { full, gone }: Pick<FactWeight, 'full' | 'gone'>,
  day: LocalDate,
): 'full' | 'later' | 'gone' {
  if (addMonths(on, gone) <= day) return 'gone';
  return addMonths(on, full) <= day ? 'later' : 'full';
}

/** What brings an agency without any other fact into the class that it came with, and fades. */
function importedLine(
  imported: ImportedClass,
  holdsA: boolean,
  day: LocalDate,
  formula: RiskFormula,
): AssessmentLine {
  const of = 'imported' as const;
  if (imported.class === 'A') {
    return holdsA
      ? { of, points: -formula.base, reason: 'imported' }
      : { of, points: 0, reason: 'imported-passed' };
  }
  const whole = imported.class === 'B' ? 0 : formula.from[imported.class] - formula.base;
  switch (stageOf(imported.on, formula.imported, day)) {
    case 'full':
      return { of, points: whole, reason: 'imported' };
    case 'later':
      return { of, points: Math.floor((whole * formula.laterPercent) / 100), reason: 'imported-later' };
    case 'gone':
      return { of, points: 0, reason: 'imported-gone' };
  }
}

/** The next day on which time alone changes the score by these facts; undefined when none will. */
export function nextChange(
  facts: readonly RiskFact[],
  day: LocalDate,
  formula: RiskFormula,
  imported?: ImportedClass,
): LocalDate | undefined {
  const { quietTime } = formula;
  const days = [
    ...facts.flatMap(({ on, kind, cured, retracted }) => {
      const { full, gone } = formula.facts[kind];
      return [on, ...[full, gone, quietTime.months].map((months) => addMonths(on, months)), cured, retracted];
    }),
    ...(imported === undefined
      ? []
      : [formula.imported.full, formula.imported.gone, quietTime.months].map((months) =>
          addMonths(imported.on, months),
        )),
  ];
  return days.filter((one) => one !== undefined && one > day).sort()[0];
}
