import type { LocalDate } from '../calendar/localDate.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import type { Applicant, Subject } from './repairCase.ts';

/** What a decision still asks of its party. */
export type Unperformed = 'payment' | 'correction';

/** When the law lets a record end on application (令107号 arts. 8–13). */
export type EarlyEnd =
  /** From this day on, included. */
  | { readonly type: 'from'; readonly day: LocalDate }
  /** At any time, once its cause is cured. */
  | { readonly type: 'any' }
  /** Never. `with`: it ends together with another record, on which the application has to be made. */
  | { readonly type: 'never'; readonly because: 'class' | 'fraud' | 'own-term' | 'penalty' };

/** A record that stands in public today, with everything that decides whether it can be repaired. */
export interface Standing {
  readonly subject: Subject;
  /** What it is for, in the words of its decision. */
  readonly words: string;
  readonly applicant: Applicant;
  readonly early: EarlyEnd;
  readonly unperformed: readonly Unperformed[];
  /** Numbers of later decisions that stand in the way: for the same kind of act, or heavy ones. */
  readonly since: readonly string[];
}

export interface Asked {
  readonly today: LocalDate;
  /** Last day of a bar after a fraud; undefined when there is none. */
  readonly barredUntil?: LocalDate;
}

const neverCodes = {
  class: 'repair.never.class',
  fraud: 'repair.never.fraud',
  'own-term': 'repair.never.ownTerm',
  penalty: 'repair.never.penalty',
} as const;

const unperformedCodes = {
  payment: 'repair.unperformed.payment',
  correction: 'repair.unperformed.correction',
} as const;

/** When it may be applied for at all, whatever was done since. */
function timely({ early, subject }: Standing, { today, barredUntil }: Asked): readonly Problem[] {
  if (early.type === 'never') {
    const { until } = subject;
    return [
      until === undefined
        ? { code: `${neverCodes[early.because]}.open` }
        : { code: neverCodes[early.because], params: { until } },
    ];
  }
  const problems: Problem[] = [];
  if (barredUntil !== undefined && today <= barredUntil)
    problems.push({ code: 'repair.barred', params: { until: barredUntil } });
  if (early.type === 'from' && today < early.day)
    problems.push({ code: 'repair.early', params: { from: early.day } });
  return problems;
}

/** What the conditions of 令107号 arts. 11–13 lack, as far as the files of the office tell. */
export function unmet({ unperformed, since }: Standing): readonly Problem[] {
  return [
    ...unperformed.map((one): Problem => ({ code: unperformedCodes[one] })),
    ...(since.length === 0
      ? []
      : [{ code: 'repair.again', params: { numbers: since.join('、') } } satisfies Problem]),
  ];
}

/**
 * Whether an application about this record may be made on this day; every reason why not.
 *
 * Problems: `repair.never.*` (the law gives no early end), `repair.barred`, `repair.early` (with the first allowed day),
 * `repair.unperformed.*`, `repair.again`
 */
export function mayApply(standing: Standing, asked: Asked): Result<undefined> {
  const problems = [...timely(standing, asked), ...(standing.early.type === 'never' ? [] : unmet(standing))];
  return problems.length === 0 ? ok(undefined) : refuse(...problems);
}

/** Whether a repair may be granted today: the conditions are looked at again on the day of the decision. */
export function mayGrant(standing: Standing | undefined, today: LocalDate): Result<undefined> {
  if (standing === undefined) return problem('repair.subject.gone');
  return mayApply(standing, { today });
}
