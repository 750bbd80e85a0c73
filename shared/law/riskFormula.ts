import { type LocalDate, localDate } from '../calendar/localDate.ts';
import type { RiskClass } from '../register/vocabulary.ts';
import type { RiskFactKind } from '../risk/riskEvent.ts';
import type { RiskNever } from '../risk/riskNever.ts';
import type { LawRow, LawTable } from './lawTable.ts';

/** How a fact weighs. Points are whole; the higher the sum, the more often an agency is drawn. */
export interface FactWeight {
  /** Points of one fact, or of each single problem of it. */
  readonly points: number;
  /** Most points of one fact, however many single problems it has. */
  readonly most: number;
  /** Months from its day in which it weighs in full. */
  readonly full: number;
  /** Months from its day after which it weighs nothing; between the two it weighs half. */
  readonly gone: number;
}

/** What an agency that nothing speaks against gains. Points are taken off. */
export interface RiskCredit {
  readonly points: number;
}

/**
 * One version of the published formula: the whole of it, so that no two of its numbers are of different versions.
 * `default`: our proposal, which an office replaces by its published plan; no text gives a number.
 */
export interface RiskFormula extends LawRow<'risk.formula'> {
  readonly kind: 'default';
  /** Points of an agency of which nothing is known: in the middle of class B. */
  readonly base: number;
  readonly facts: Readonly<Record<RiskFactKind, FactWeight>>;
  /** Percent of its points that a fact keeps once its cause is gone. */
  readonly curedPercent: number;
  /** Percent of its points that a fact keeps between `full` and `gone` months. */
  readonly laterPercent: number;
  /** The newest inspection without findings, while nothing has come against the agency since. */
  readonly cleanInspection: RiskCredit;
  /** So many months without anything against the agency. */
  readonly quietTime: RiskCredit & { readonly months: number };
  /** The class an agency had when its ledger was opened weighs as a fact of its own for so long. */
  readonly imported: { readonly full: number; readonly gone: number };
  /** Fewest points of each class; A has all below B. */
  readonly from: Readonly<Record<Exclude<RiskClass, 'A'>, number>>;
  /** Codes of what is never counted. */
  readonly never: readonly RiskNever[];
}

const YEAR = 12;

/** Rows of the formula, one for each version. */
export const riskFormulas: LawTable<RiskFormula> = [
  {
    rule: 'risk.formula',
    kind: 'default',
    citation: {
      text: '国家市场监督管理总局关于推进企业信用风险分类管理进一步提升监管效能的意见（国市监信发〔2022〕6号）',
      verification: 'M',
      note: '仅规定 A、B、C、D 四类的含义，未见规定分值，知识产权部门类推适用；分值由本机关公布',
    },
    validFrom: localDate('2026-01-01'),
    base: 20,
    facts: {
      finding: { points: 10, most: 30, full: YEAR, gone: 2 * YEAR },
      'clean-inspection': { points: 0, most: 0, full: YEAR, gone: YEAR },
      obstruction: { points: 40, most: 40, full: 2 * YEAR, gone: 3 * YEAR },
      'report-confirmed': { points: 10, most: 10, full: YEAR, gone: 2 * YEAR },
      'penalty-minor': { points: 20, most: 20, full: YEAR, gone: 2 * YEAR },
      'penalty-ordinary': { points: 50, most: 50, full: 2 * YEAR, gone: 3 * YEAR },
      'penalty-serious': { points: 80, most: 80, full: 3 * YEAR, gone: 5 * YEAR },
      'listed-abnormal': { points: 30, most: 30, full: YEAR, gone: 3 * YEAR },
      'listed-serious': { points: 80, most: 80, full: 3 * YEAR, gone: 5 * YEAR },
      'annual-report-late': { points: 10, most: 10, full: YEAR, gone: 2 * YEAR },
    },
    curedPercent: 50,
    laterPercent: 50,
    cleanInspection: { points: 10 },
    quietTime: { points: 10, months: 2 * YEAR },
    imported: { full: YEAR, gone: 2 * YEAR },
    from: { B: 10, C: 40, D: 80 },
    never: ['unconfirmed', 'mediation', 'defence', 'credit-grade'],
  },
];

/**
 * The version in force on a day. A day before the first version is counted by the first: an agency's history is
 * older than the formula.
 */
export function formulaAt(day: LocalDate): RiskFormula {
  const begun = riskFormulas.filter(({ validFrom }) => validFrom <= day);
  const found = begun.at(-1) ?? riskFormulas[0];
  if (found === undefined) throw new Error('there is no formula of the risk class');
  return found;
}
