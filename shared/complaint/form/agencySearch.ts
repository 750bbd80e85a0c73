import { isUscc, normaliseUscc } from '../../register/uscc.ts';
import type { FiledAgency } from '../filing.ts';

export type ListedAgency = Extract<FiledAgency, { listed: true }>;

/** Most matches on one page; with more, the person is asked to narrow the search. */
export const MOST_MATCHES = 20;

/** What people leave out or type otherwise does not count: spaces, brackets, width, case. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()（）·.,，。]/g, '');
}

export interface Matches {
  readonly rows: readonly ListedAgency[];
  readonly more: boolean;
}

/** The agencies that fit a name, a part of one, or a credit code. */
export function findAgencies(agencies: readonly ListedAgency[], typed: string): Matches {
  const code = normaliseUscc(typed);
  const text = plain(typed);
  if (text === '') return { rows: [], more: false };
  const found = isUscc(code)
    ? agencies.filter(({ uscc }) => uscc === code)
    : agencies.filter(({ name }) => plain(name).includes(text));
  return { rows: found.slice(0, MOST_MATCHES), more: found.length > MOST_MATCHES };
}
