import type { LocalDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { Citation } from './lawTable.ts';

/** A term of a closed list, in the order in which a reader asks: which, what it says, where it stands, since when. */
export const listTerm = <Rule extends string>(
  rule: Rule,
  [zh, en]: readonly [zh: string, en: string],
  citation: Citation,
  validFrom: LocalDate,
): TermRow & { readonly rule: Rule } => ({ rule, zh, en, citation, validFrom });

export const readInFull = (text: string, note?: string): Citation => ({
  text,
  verification: 'V',
  ...(note === undefined ? {} : { note }),
});

/** Our own proposal where no text gives a list: shown with 未核实. */
export const proposed = (text: string, note: string): Citation => ({ text, verification: 'M', note });
