import type { Problem } from '../problem.ts';

/** One line of a verification: what was looked at and, if it differs, what was expected and what was found. */
export interface Check {
  /** Dotted name, e.g. `pool.root`. */
  readonly name: string;
  /** What it is about: a pool, a cell, a source, an agency. */
  readonly subject?: string;
  readonly ok: boolean;
  /** What this program computed or the commitment fixes. */
  readonly expected?: string;
  /** What the record says. */
  readonly found?: string;
  /** Code of something worth saying although nothing differs. */
  readonly note?: string;
}

/** The two texts must be equal. */
export function compared(name: string, expected: string, found: string, subject?: string): Check {
  const about = { name, ...(subject === undefined ? {} : { subject }) };
  return expected === found ? { ...about, ok: true } : { ...about, ok: false, expected, found };
}

/** A rule holds or does not. */
export function holds(name: string, ok: boolean, subject?: string): Check {
  return { name, ...(subject === undefined ? {} : { subject }), ok };
}

/** No problem may have been found; otherwise one check per problem. */
export function unproblematic(name: string, problems: readonly Problem[]): Check[] {
  if (problems.length === 0) return [{ name, ok: true }];
  return problems.map(({ code, params, field }) => ({
    name,
    ...(field === undefined ? {} : { subject: field }),
    ok: false,
    found: [code, ...Object.values(params ?? {})].join(' '),
  }));
}
