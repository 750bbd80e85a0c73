import type { LocalDate } from '../calendar/localDate.ts';
import { formulaAt } from '../law/riskFormula.ts';
import { assess, type LineReason } from './assess.ts';
import type { RiskLedger } from './ledger.ts';
import { factsOf, type RiskFact } from './riskFact.ts';

/** A line of an assessment as it is read. The lines add up to the score. */
export type ReadLine =
  | {
      readonly type: 'base' | 'quiet' | 'imported';
      readonly points: number;
      readonly reason: LineReason;
    }
  | {
      readonly type: 'fact';
      readonly fact: RiskFact;
      readonly points: number;
      readonly reason: LineReason;
    }
  /** What came from reports, for everybody who may not know of them: one line, no day, number or kind. */
  | { readonly type: 'other'; readonly points: number };

/** The assessment of a day, line by line, for the people of the office who handle reports. */
export function officeLines(ledger: RiskLedger, day: LocalDate): readonly ReadLine[] {
  const facts = factsOf(ledger.events);
  return assess(facts, day, formulaAt(day), ledger.imported).lines.flatMap(
    ({ of, points, reason }): ReadLine[] => {
      if (typeof of === 'string') return [{ type: of, points, reason }];
      const fact = facts.find(({ id }) => id === of.fact);
      return fact === undefined ? [] : [{ type: 'fact', fact, points, reason }];
    },
  );
}

/**
 * The same for the agency itself and for everybody else. That somebody reported it, when, and what became of it is
 * secret from whoever the report was about (令121号 art. 37): the confirmed ones are one line with their points alone.
 */
export function ownLines(ledger: RiskLedger, day: LocalDate): readonly ReadLine[] {
  const lines = officeLines(ledger, day);
  const told = lines.filter((line) => line.type !== 'fact' || line.fact.kind !== 'report-confirmed');
  const points = lines.filter((line) => !told.includes(line)).reduce((sum, line) => sum + line.points, 0);
  return points === 0 ? told : [...told, { type: 'other', points }];
}
