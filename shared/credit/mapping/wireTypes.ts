import type { CreditEntry, CreditRecord } from '../creditEntry.ts';
import { doublePublicity } from './doublePublicity.ts';
import { type FieldRow, type MappingContext, madeFields } from './fieldRow.ts';
import { gsxtInspection, gsxtInspectionLine } from './gsxtInspection.ts';
import { gsxtPenalty } from './gsxtPenalty.ts';
import { abnormalListing, seriousListing } from './listing.ts';

/** The kinds of records that the other side knows: one set of fields, and one file of the day, each. */
export const wireTypes = [
  'inspection-result',
  'penalty-portal',
  'penalty-gsxt',
  'listing-abnormal',
  'listing-serious',
] as const;
export type WireType = (typeof wireTypes)[number];

export type WireLine = Readonly<Record<string, string>>;

/** Flat texts, and the lines of an inspection. */
export interface WireFields {
  readonly fields: WireLine;
  readonly details?: readonly WireLine[];
}

interface TypeRow {
  readonly rows: readonly Pick<
    FieldRow<never>,
    'field' | 'zh' | 'en' | 'citation' | 'required' | 'wording'
  >[];
  readonly lines?: readonly Pick<FieldRow<never>, 'field' | 'zh' | 'en' | 'citation' | 'required'>[];
}

/** The fields of each kind of record. */
export const wireTables: Readonly<Record<WireType, TypeRow>> = {
  'inspection-result': { rows: gsxtInspection, lines: gsxtInspectionLine },
  'penalty-portal': { rows: doublePublicity },
  'penalty-gsxt': { rows: gsxtPenalty },
  'listing-abnormal': { rows: abnormalListing },
  'listing-serious': { rows: seriousListing },
};

/** The kind of a record. */
export function wireTypeOf(record: CreditRecord): WireType {
  switch (record.type) {
    case 'inspection-result':
      return record.type;
    case 'penalty':
      return record.channel === 'portal' ? 'penalty-portal' : 'penalty-gsxt';
    case 'listing':
      return record.list === 'abnormal' ? 'listing-abnormal' : 'listing-serious';
  }
}

/** What a record says in the words of the other side. */
export function fieldsOf(record: CreditRecord, context: MappingContext): WireFields {
  switch (record.type) {
    case 'inspection-result':
      return {
        fields: madeFields(gsxtInspection, record, context),
        details: record.items.map((item, i) =>
          madeFields(gsxtInspectionLine, { ...item, position: i + 1 }, context),
        ),
      };
    case 'penalty':
      return {
        fields: madeFields(record.channel === 'portal' ? doublePublicity : gsxtPenalty, record, context),
      };
    case 'listing':
      return {
        fields: madeFields(record.list === 'abnormal' ? abnormalListing : seriousListing, record, context),
      };
  }
}

/** What a person may put in other words. */
export function wordingFields(entry: CreditEntry): TypeRow['rows'] {
  return entry.record === undefined
    ? []
    : wireTables[wireTypeOf(entry.record)].rows.filter(({ wording }) => wording === true);
}
