import type { Citation } from '../../law/lawTable.ts';
import type { CreditEntry } from '../creditEntry.ts';

/** What a mapping knows besides the record. */
export interface MappingContext {
  readonly entry: CreditEntry;
  readonly office: {
    readonly name: string;
    /** 统一社会信用代码 of the office: its region and its code as an authority. */
    readonly uscc: string;
  };
}

/**
 * One field of the other side: its name there, and how it is made of ours. The interface of the city's system was not
 * found (regulation.md b12), so that what stands here is what the public systems and third parties show; a field that
 * turns out to be called otherwise is changed here and nowhere else.
 */
export interface FieldRow<Record> {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  /** Where its name is from, and how far that was read. */
  readonly citation: Citation;
  /** Undefined: the field is left out. */
  readonly make: (record: Record, context: MappingContext) => string | undefined;
  /** Whether the other side needs it. */
  readonly required?: true;
  /** Whether a person may put it in other words when it is refused; numbers, dates and amounts never. */
  readonly wording?: true;
}

/** A field that we do not send, and why. */
export interface LeftOut {
  readonly field: string;
  readonly why: string;
}

/** The fields of a record as its table makes them. */
export function madeFields<Record>(
  rows: readonly FieldRow<Record>[],
  record: Record,
  context: MappingContext,
): { readonly [field: string]: string } {
  return Object.fromEntries(
    rows.flatMap(({ field, make }) => {
      const value = make(record, context)?.trim();
      return value === undefined || value === '' ? [] : [[field, value] as const];
    }),
  );
}
