import type { LocalDate } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import type { Fen } from '../money.ts';

/** Result of an inspection, as the GSXT publishes it: one line per item. */
export interface InspectionResultRecord {
  readonly type: 'inspection-result';
  /** Month of the plan, number of the draw, number of the inspection. */
  readonly plan: string;
  readonly draw: string;
  readonly inspection: string;
  /** Whether the agency came out of the lottery (不定向) or was ordered to be inspected (定向). */
  readonly random: boolean;
  readonly doneOn: LocalDate;
  /** By item `code@version`; results are codes of `publicityResults`. */
  readonly items: readonly {
    readonly item: string;
    readonly name: string;
    readonly results: readonly string[];
  }[];
}

/** A penalty decision (双公示 行政处罚). */
export interface PenaltyRecord {
  readonly type: 'penalty';
  /** `portal`: portal and 信用中国, 7 working days. `gsxt`: 20 working days, never for a warning alone. */
  readonly channel: 'portal' | 'gsxt';
  /** 文号 of the decision. */
  readonly number: string;
  readonly party: {
    readonly kind: 'agency' | 'person' | 'other';
    readonly name: string;
    readonly legalRepresentative?: string;
  };
  /** 违法行为类型, 违法事实, 处罚依据 and 处罚内容 as the decision words them. */
  readonly conduct: string;
  readonly facts: string;
  readonly basis: string;
  /** Codes of `measureKinds`. */
  readonly measures: readonly string[];
  readonly content: string;
  readonly fine: Fen;
  readonly confiscated: Fen;
  readonly decidedOn: LocalDate;
  /** Last day of its publicity. */
  readonly until: LocalDate;
}

/** An entry of a list of patent agencies; ending it is the removal (移出). */
export interface ListingRecord {
  readonly type: 'listing';
  readonly list: 'abnormal' | 'serious';
  /** Number of the decision. */
  readonly number: string;
  /** Ground in the words of the law. */
  readonly reason: string;
  readonly on: LocalDate;
}

export type CreditRecord = InspectionResultRecord | PenaltyRecord | ListingRecord;

/**
 * One thing that the credit system has to be told about one agency. `publish` and `correct` carry the record as it
 * stands; `end` stops its publicity in due course (expired, repaired, removed from the list); `withdraw` takes back
 * what should never have been there, and carries no content.
 */
export interface CreditEntry {
  /** What it is about, the same for its whole life: `inspection/<number>`, `penalty/<id>/portal`, `listing/<id>`. */
  readonly key: string;
  /** Counts what was said about this key, from 1. Key and version together are the idempotency key. */
  readonly version: number;
  readonly uscc: string;
  readonly agency: string;
  readonly operation: 'publish' | 'correct' | 'end' | 'withdraw';
  /** Absent when `withdraw`; when `end` it is what ends. */
  readonly record?: CreditRecord;
  /** Code of why it ends or is withdrawn, e.g. `expired`, `repaired`, `annulled`, `cured`. */
  readonly reason?: string;
  /** Instant of the decision: entries of one agency are sent in this order. */
  readonly at: string;
  /** The day by which the law wants it there. */
  readonly due?: LocalDate;
}

/** Entries that wait to be sent. */
export const CREDIT_QUEUE = 'Q#CREDIT';
/** Everything that was and is to be said about an agency stands in one partition, so that it reads in order. */
export const CREDIT_PREFIX = 'CREDIT#';
export const ENTRY_PREFIX = 'E#';

export const creditCaseId = (uscc: string): string => `${CREDIT_PREFIX}${uscc}`;

export const creditEntryId = ({ key, version }: Pick<CreditEntry, 'key' | 'version'>): string =>
  `${key}@${String(version).padStart(4, '0')}`;

export const creditEntryKey = (entry: Pick<CreditEntry, 'key' | 'version' | 'uscc'>) => ({
  pk: creditCaseId(entry.uscc),
  sk: `${ENTRY_PREFIX}${creditEntryId(entry)}`,
});

/**
 * The outbox row of an entry, written in the transaction that makes it true. A second one under the same key and
 * version is refused: nothing that was said is ever said differently under the same name.
 */
export function creditRow(entry: CreditEntry): RowPut {
  return {
    row: {
      ...creditEntryKey(entry),
      entry,
      status: 'queued',
      attempts: 0,
      failures: 0,
      amendment: 0,
      said: [],
      gqpk: CREDIT_QUEUE,
      gqsk: entry.at,
    },
    expect: 'absent',
  };
}
