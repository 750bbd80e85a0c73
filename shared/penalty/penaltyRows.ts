import { endOfShanghaiDay, yearOf } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import type { Audience } from './deadlineKinds.ts';
import { nextLook } from './deadlines.ts';
import { endStatuses, type Party, type PenaltyCase, type PenaltyStatus } from './penaltyCase.ts';

/** Keys of the rows of penalty cases in the core table; no other file spells them. */

export const PENALTY_PREFIX = 'PN#';
export const penaltyCaseId = (id: string) => `${PENALTY_PREFIX}${id}`;
/** Open cases, by the instant at which time does something to them next. */
export const OPEN_QUEUE = 'Q#PN';
/** Ended cases of which something is still published, by the instant at which its publicity ends. */
export const PUBLIC_QUEUE = 'Q#PNPUB';
/** Papers and mails to be written. */
export const PAPER_QUEUE = 'Q#PNPAPER';
/** Subject of the public pages of penalties. */
export const PENALTIES_SUBJECT = 'penalties';
/** Never: an open case without a date is still found as open. */
const FAR = '9999-12-31T00:00:00Z';

export const listOfYear = (year: number) => `LS#PN#${year}`;
export const handlerKey = (userId: string) => `US#${userId}#PN`;
export const agencyList = (uscc: string) => `LS#PN#AG#${uscc}`;
/** Every case with a decision that was or is published. */
export const PUBLISHED_LIST = 'LS#PN#PUBLIC';
export const caseSequence = (year: number) => `penalty-case-${year}`;
export const decisionSequence = (year: number) => `penalty-decision-${year}`;

/** Attributes that put the case into its lists and, while time can do something to it, into its queue. */
export function penaltyIndex(
  penalty: PenaltyCase,
  status: PenaltyStatus,
  at: string,
): Readonly<Record<string, string>> {
  const list = { glpk: listOfYear(yearOf(penalty.received.on)), glsk: penalty.id };
  const handled =
    penalty.handler === undefined ? {} : { gapk: handlerKey(penalty.handler.userId), gask: penalty.id };
  const next = nextMoment(penalty, status, at);
  if (!endStatuses.has(status)) return { ...list, ...handled, gqpk: OPEN_QUEUE, gqsk: next ?? FAR };
  return { ...list, ...handled, ...(next === undefined ? {} : { gqpk: PUBLIC_QUEUE, gqsk: next }) };
}

/** The next instant at which time does something to the case or to what is published of it. */
export function nextMoment(penalty: PenaltyCase, status: PenaltyStatus, at: string): string | undefined {
  const moments = [nextLook(penalty, status, at), publicityEndsAt(penalty)];
  return moments.filter((moment) => moment !== undefined).sort()[0];
}

/** Instant at which its publicity is over; undefined when there is none or it has ended. */
export function publicityEndsAt({ publicity }: Pick<PenaltyCase, 'publicity'>): string | undefined {
  return publicity === undefined || publicity.ended !== undefined
    ? undefined
    : endOfShanghaiDay(publicity.until);
}

/** One case for each thing that it comes from and party: its row names the case. */
export const sourceKey = (caseId: string, { uscc, name }: Pick<Party, 'uscc' | 'name'>) => ({
  pk: `PNSRC#${caseId}#${uscc ?? name}`,
  sk: 'META',
});

/** Rows with which the case is found by the agency it concerns; written when it is opened. */
export function finderRows({ id, party }: PenaltyCase): readonly RowPut[] {
  if (party.uscc === undefined) return [];
  return [
    {
      row: { pk: penaltyCaseId(id), sk: 'AGENCY', glpk: agencyList(party.uscc), glsk: id },
      expect: 'any',
    },
  ];
}

/** Puts the case among those with something published, once. */
export function publishedRow({ id }: Pick<PenaltyCase, 'id'>): RowPut {
  return { row: { pk: penaltyCaseId(id), sk: 'PUBLIC', glpk: PUBLISHED_LIST, glsk: id }, expect: 'any' };
}

/** The official papers of a penalty case. */
export const paperKinds = [
  'filing',
  'prior-notice',
  'hearing-notice',
  'decision',
  'no-penalty',
  'transfer',
  'proposal',
  'payment-reminder',
  'annulment',
  'repair-notice',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What is to be written to somebody. */
export type PaperOrder =
  /** `id` tells two of the same kind apart: the number of the notice, of the reminder. */
  | { readonly type: 'form'; readonly form: PaperKind; readonly id: string }
  | {
      readonly type: 'reminder' | 'escalation';
      readonly kind: string;
      readonly due: string;
      readonly audience: readonly Audience[];
    };

export interface QueuedPaper {
  readonly penalty: string;
  /** Tells two orders apart; the same key is the same paper. */
  readonly key: string;
  readonly order: PaperOrder;
  readonly at: string;
}

export const paperKey = (penalty: string, key: string) => ({
  pk: `OB#PNPAPER#${penalty}#${key}`,
  sk: 'META',
});

/** Outbox: a paper or mail of this case is to be written. The same key again changes nothing that was sent. */
export function paperRow(penalty: string, key: string, order: PaperOrder, at: string): RowPut {
  return {
    row: {
      ...paperKey(penalty, key),
      paper: { penalty, key, order, at },
      gqpk: PAPER_QUEUE,
      gqsk: at,
    },
    expect: 'any',
  };
}
