import { endOfShanghaiDay, shanghaiDate, yearOf } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import type { Audience } from './deadlineKinds.ts';
import { nextLook } from './deadlines.ts';
import { isOpen, type RepairCase, type RepairStatus } from './repairCase.ts';

/** Keys of the rows of applications for credit repair in the core table; no other file spells them. */

export const REPAIR_PREFIX = 'RP#';
export const repairCaseId = (id: string) => `${REPAIR_PREFIX}${id}`;
/** Open applications, by the instant at which time does something to them next. */
export const OPEN_QUEUE = 'Q#RP';
/** Refusals and cancellations that are published, by the instant at which that ends. */
export const PUBLIC_QUEUE = 'Q#RPPUB';
export const PAPER_QUEUE = 'Q#RPPAPER';
const FAR = '9999-12-31T00:00:00Z';

export const listOfYear = (year: number) => `LS#RP#${year}`;
export const agencyList = (uscc: string) => `LS#RP#AG#${uscc}`;
/** Every refusal or cancellation for fraud that is or was published. */
export const PUBLISHED_LIST = 'LS#RP#PUBLIC';
/** Numbers of the papers of a year, decisions included. */
export const paperSequence = (year: number) => `repair-paper#${year}`;

/** Attributes that put the case into its lists and, while time can do something to it, into its queue. */
export function repairIndex(
  repair: RepairCase,
  status: RepairStatus,
  at: string,
): Readonly<Record<string, string>> {
  const list = { glpk: listOfYear(yearOf(shanghaiDate(repair.opened.at))), glsk: repair.id };
  const next = nextMoment(repair, status, at);
  if (isOpen(status, repair)) return { ...list, gqpk: OPEN_QUEUE, gqsk: next ?? FAR };
  return { ...list, ...(next === undefined ? {} : { gqpk: PUBLIC_QUEUE, gqsk: next }) };
}

/** Whether a decision waits to be carried out: a step that no person takes, and that cannot be lost. */
export function waitsForSystem(repair: RepairCase, status: RepairStatus): boolean {
  return status === 'granted' || (status === 'cancelled' && repair.cancellation?.restored === undefined);
}

/** The next instant at which something happens to the case by itself; undefined when nothing is to come. */
export function nextMoment(repair: RepairCase, status: RepairStatus, at: string): string | undefined {
  const moments = [
    waitsForSystem(repair, status) ? at : undefined,
    nextLook(repair, status, at),
    publicityEndsAt(repair),
  ];
  return moments.filter((moment) => moment !== undefined).sort()[0];
}

/** Instant at which the publicity of a fraud is over; undefined when there is none. */
export function publicityEndsAt({ publishedUntil }: Pick<RepairCase, 'publishedUntil'>): string | undefined {
  return publishedUntil === undefined ? undefined : endOfShanghaiDay(publishedUntil);
}

/** The row with which an application is found by the agency it concerns. */
export function finderRows({ id, applicant: { uscc } }: RepairCase): readonly RowPut[] {
  if (uscc === undefined) return [];
  return [{ row: { pk: repairCaseId(id), sk: 'AGENCY', glpk: agencyList(uscc), glsk: id }, expect: 'any' }];
}

export function publishedRow({ id }: Pick<RepairCase, 'id'>): RowPut {
  return { row: { pk: repairCaseId(id), sk: 'PUBLIC', glpk: PUBLISHED_LIST, glsk: id }, expect: 'any' };
}

/** The last application about a record. */
export interface SubjectLock {
  readonly repair: string;
}

export const subjectKey = (subject: string) => ({ pk: `RPSUBJECT#${subject}`, sk: 'META' });

/** One application about a record at a time: the row is taken from the one before it, or from nobody. */
export function subjectRow(subject: string, repair: string, before: SubjectLock | undefined): RowPut {
  return {
    row: { ...subjectKey(subject), repair },
    expect: before === undefined ? 'absent' : { repair: before.repair },
  };
}

/** The official papers of an application. */
export const paperKinds = ['acceptance', 'completion', 'grant', 'refusal', 'cancellation'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What is to be written to somebody. */
export type PaperOrder =
  | { readonly type: 'form'; readonly form: PaperKind }
  | {
      readonly type: 'reminder' | 'escalation';
      readonly kind: string;
      readonly due: string;
      readonly audience: readonly Audience[];
    };

export interface QueuedPaper {
  readonly repair: string;
  /** Tells two orders apart; the same key is the same paper. */
  readonly key: string;
  readonly order: PaperOrder;
  readonly at: string;
}

export const paperPk = ({ repair, key }: Pick<QueuedPaper, 'repair' | 'key'>) =>
  `OB#RPPAPER#${repair}#${key}`;

/** Outbox: a paper or mail of this case is to be written. The same key again changes nothing that was sent. */
export function paperRow(repair: string, key: string, order: PaperOrder, at: string): RowPut {
  return {
    row: {
      pk: paperPk({ repair, key }),
      sk: 'META',
      paper: { repair, key, order, at },
      gqpk: PAPER_QUEUE,
      gqsk: at,
    },
    expect: 'any',
  };
}
