import type { Row, RowPut } from '../../case/caseStore.ts';
import type { MonthLock } from './ports.ts';
import type { SealedRow, Visit } from './visit.ts';

/** Keys of the rows of a draw in the core table; no other file spells them. */

export const drawCaseId = (number: string) => `DR#${number}`;
export const LIST_OF_DRAWS = 'LS#DR';

const logKey = (i: number) => `L#${String(i).padStart(6, '0')}`;
export const SEALED_PREFIX = 'TID#';
export const OBJECTION_PREFIX = 'OJ#';
export const LOG_PREFIX = 'L#';
export const VISIT_PREFIX = 'E#';

export function logRow(number: string, i: number, entry: unknown): RowPut {
  return { row: { pk: drawCaseId(number), sk: logKey(i), entry }, expect: 'absent' };
}

export function visitRow(visit: Visit): Row {
  return { pk: drawCaseId(visit.draw), sk: `${VISIT_PREFIX}${String(visit.no).padStart(5, '0')}`, visit };
}

export const sealedKey = (snapshot: number, id: string) => `${SEALED_PREFIX}${snapshot}#${id}`;

export function sealedRow(number: string, snapshot: number, sealed: SealedRow): Row {
  return { pk: drawCaseId(number), sk: sealedKey(snapshot, sealed.id), sealed };
}

/** Beside the plan of the month, which may not change while a draw is open. */
export const lockKey = (month: string) => ({ pk: `PL#${month}`, sk: 'DRAW' });

export function lockRow(month: string, lock: MonthLock): Row {
  return { ...lockKey(month), ...lock };
}

export const counterKey = (sequence: string) => ({ pk: `CT#${sequence}`, sk: 'COUNTER' });

/** Takes `count` numbers of a sequence whose last number is `last`; fails if somebody was faster. */
export function counterPut(sequence: string, last: number, count: number): RowPut {
  return {
    row: { ...counterKey(sequence), n: last + count },
    expect: last === 0 ? 'absent' : { n: last },
  };
}

/** Outbox: the execution that waits for this case is to be woken. */
export function resumeRow(caseId: string, at: string): RowPut {
  return {
    row: { pk: `OB#RESUME#${caseId}`, sk: 'META', case: caseId, gqpk: 'Q#RESUME', gqsk: at },
    expect: 'any',
  };
}

/** Outbox: the public pages of this subject are to be rebuilt. */
export function publicityRow(subject: string, at: string): RowPut {
  return {
    row: { pk: `OB#PUB#${subject}`, sk: 'META', subject, gqpk: 'Q#PUB', gqsk: at },
    expect: 'any',
  };
}
