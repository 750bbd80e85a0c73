import type { Row, RowPut } from '../case/caseStore.ts';
import { leadRow } from '../lead/lead.ts';
import { answerDigest } from './answerDigest.ts';
import type { Audience } from './deadlineKinds.ts';
import { nextLook } from './deadlines.ts';
import {
  type Answer,
  endStatuses,
  type InspectionCase,
  type InspectionStatus,
  members,
} from './inspectionCase.ts';

/** Keys of the rows of an inspection in the core table; no other file spells them. */

export const INSPECTION_PREFIX = 'IN#';
export const inspectionCaseId = (number: string) => `${INSPECTION_PREFIX}${number}`;
/** Open inspections, by the instant at which time does something to them next. */
export const OPEN_QUEUE = 'Q#IN';
/** Ended inspections whose published result comes down on a day, or whose correction is due. */
export const PUBLIC_QUEUE = 'Q#INPUB';
/** Papers and mails to be written. */
export const PAPER_QUEUE = 'Q#PAPER';
/** Replacements to be drawn. */
export const REPLACE_QUEUE = 'Q#REPLACE';
/** Never: an open case without a date is still found as open. */
const FAR = '9999-12-31T00:00:00Z';

export const listOfYear = (year: string) => `LS#IN#${year}`;
export const yearOfNumber = (number: string) => /-(\d{4})-/.exec(number)?.[1] ?? '';
export const assigneeKey = (inspectorId: string) => `IS#${inspectorId}`;
export const agencyList = (uscc: string) => `LS#IN#AG#${uscc}`;

/** Attributes that put the case into its list and, while time can do something to it, into its queue. */
export function inspectionIndex(
  inspection: InspectionCase,
  status: InspectionStatus,
  at: string,
): Readonly<Record<string, string>> {
  const list = { glpk: listOfYear(yearOfNumber(inspection.number)), glsk: inspection.number };
  const next = nextMoment(inspection, status, at);
  if (!endStatuses.has(status)) return { ...list, gqpk: OPEN_QUEUE, gqsk: next ?? FAR };
  return next === undefined ? list : { ...list, gqpk: PUBLIC_QUEUE, gqsk: next };
}

/** The next instant at which time does something to the case or to what is published of it. */
export function nextMoment(
  inspection: InspectionCase,
  status: InspectionStatus,
  at: string,
): string | undefined {
  const moments = [nextLook(inspection, status, at), takeDownAt(inspection)];
  return moments.filter((moment) => moment !== undefined).sort()[0];
}

/** Instant at which the published result comes down: when its last day is over. */
export function takeDownAt({ publicity }: Pick<InspectionCase, 'publicity'>): string | undefined {
  if (publicity?.until === undefined || publicity.withdrawn !== undefined) return undefined;
  // The end of the day in Shanghai.
  return `${publicity.until}T16:00:00Z`;
}

/** One row per member, so that people find what they are assigned; rows of those who left are emptied. */
export function seatRows(before: InspectionCase | undefined, after: InspectionCase): readonly RowPut[] {
  const now = new Set(members(after).map(({ inspectorId }) => inspectorId));
  const old = new Set(before === undefined ? [] : members(before).map(({ inspectorId }) => inspectorId));
  const row = (inspectorId: string, seated: boolean): RowPut => ({
    row: {
      pk: inspectionCaseId(after.number),
      sk: `SEAT#${inspectorId}`,
      ...(seated ? { gapk: assigneeKey(inspectorId), gask: after.number } : {}),
    },
    expect: 'any',
  });
  return [
    ...[...now].filter((id) => !old.has(id)).map((id) => row(id, true)),
    ...[...old].filter((id) => !now.has(id)).map((id) => row(id, false)),
  ];
}

/** Puts the case into the list of its agency, once, when it is opened. */
export function agencyRow({ number, agency }: InspectionCase): RowPut {
  return {
    row: { pk: inspectionCaseId(number), sk: 'AGENCY', glpk: agencyList(agency.uscc), glsk: number },
    expect: 'any',
  };
}

export const countedKey = (number: string) => ({ pk: inspectionCaseId(number), sk: 'COUNTED' });

/** Written with the agency's row of the register, so that a visit is counted there once. */
export function countedPut(number: string, on: string): RowPut {
  return { row: { ...countedKey(number), on }, expect: 'absent' };
}

export const ANSWER_PREFIX = 'AN#';

/** An answer as it was given, kept for good: the same one twice is one row, another one never replaces it. */
export function answerRow(number: string, key: string, answer: Answer): Row {
  const sk = `${ANSWER_PREFIX}${key}#${answer.id}#${answerDigest(key, answer)}`;
  return { pk: inspectionCaseId(number), sk, key, answer };
}

/** What is to be written to somebody: a paper with a number, or a mail that reminds. */
export type PaperOrder =
  | { readonly type: 'first' | 'team' | 'result' | 'rectification' | 'joint' | 'cancelled' }
  /** The id of a correction is its position, from 1. */
  | { readonly type: 'recheck' | 'recusal' | 'correction'; readonly id: string }
  | {
      readonly type: 'reminder' | 'escalation';
      readonly kind: string;
      readonly due: string;
      readonly audience: readonly Audience[];
    };

export interface QueuedPaper {
  readonly inspection: string;
  /** Tells two orders of the same type apart; the same key is the same paper. */
  readonly key: string;
  readonly order: PaperOrder;
  readonly at: string;
}

/** Outbox: a paper or mail of this case is to be written. The same key again changes nothing that was sent. */
export function paperRow(inspection: string, key: string, order: PaperOrder, at: string): RowPut {
  return {
    row: {
      pk: `OB#PAPER#${inspection}#${key}`,
      sk: 'META',
      paper: { inspection, key, order, at },
      gqpk: PAPER_QUEUE,
      gqsk: at,
    },
    expect: 'any',
  };
}

/** Outbox: a confirmed request for a replacement waits to be drawn. */
export function replaceRow(inspection: string, request: string, at: string): RowPut {
  return {
    row: {
      pk: `OB#REPLACE#${inspection}#${request}`,
      sk: 'META',
      inspection,
      request,
      gqpk: REPLACE_QUEUE,
      gqsk: at,
    },
    expect: 'any',
  };
}

/** What the penalty procedure or the lists take up. */
export function handOverRows({ handOver, number, agency }: InspectionCase, at: string): readonly RowPut[] {
  if (handOver === undefined) return [];
  const { name: _name, ...decided } = handOver;
  return [leadRow({ source: 'inspection', inspection: number, uscc: agency.uscc, ...decided }, at)];
}
