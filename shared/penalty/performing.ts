import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import type { Fen } from '../money.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecidePenalty } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import { type PenaltyCase, paid } from './penaltyCase.ts';

/** Payment, correction, enforcement and the end of the file (行政处罚法 arts. 67–73; 令2号 arts. 76, 77). */

/** What the party still owes of the decision; the surcharge for being late is not part of it. */
export function owed(penalty: Pick<PenaltyCase, 'decision' | 'payments'>): Fen {
  const { decision } = penalty;
  return decision === undefined ? 0 : Math.max(0, decision.fine + decision.confiscated - paid(penalty));
}

/** Whether the party has done all that was decided. */
export function performed(
  penalty: Pick<PenaltyCase, 'decision' | 'payments' | 'draft' | 'corrected'>,
): boolean {
  const ordered = penalty.draft?.charges.some(({ measures }) => measures.correct !== undefined) === true;
  return owed(penalty) === 0 && (!ordered || penalty.corrected !== undefined);
}

/** The date for closing the file runs from the day on which everything was done. */
function withClosing(penalty: PenaltyCase, moment: Parameters<DecidePenalty<unknown>>[2]): PenaltyCase {
  const rest = owed(penalty) === 0 ? withoutDeadline(penalty.deadlines, 'pay') : penalty.deadlines;
  if (!performed(penalty)) return { ...penalty, deadlines: rest };
  const close = deadlineOf('close', shanghaiDate(moment.at), penalty, moment.calendar);
  return { ...penalty, deadlines: withDeadline(rest, close) };
}

export const recordPayment: DecidePenalty<{
  readonly on: LocalDate;
  readonly amount: Fen;
  readonly receipt: string;
}> = (penalty, { on, amount, receipt }, moment) => {
  const served = penalty.decision?.served?.on;
  if (on > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'on');
  if (served !== undefined && on < served) return problem('penalty.day.early', undefined, 'on');
  if (!Number.isSafeInteger(amount) || amount <= 0) return problem('penalty.amount', undefined, 'amount');
  // The same slip of the bank, pressed twice.
  if (penalty.payments.some((one) => one.receipt === receipt))
    return ok({ to: moment.status, state: penalty });
  const payments = [...penalty.payments, { ...actOf(moment), on, amount, receipt }];
  return ok({
    to: moment.status,
    state: withClosing({ ...penalty, payments }, moment),
    seal: { amount, receipt },
  });
};

/** What was ordered was found put right. */
export const recordCorrection: DecidePenalty<{ readonly on: LocalDate }> = (penalty, { on }, moment) => {
  if (on > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'on');
  if (penalty.corrected !== undefined) return ok({ to: moment.status, state: penalty });
  return ok({
    to: moment.status,
    state: withClosing({ ...penalty, corrected: { ...actOf(moment), on } }, moment),
  });
};

/** The written reminder (催告) before the court is asked; it is due only when the time for paying is over. */
export const remindPayment: DecidePenalty<undefined> = (penalty, _input, moment) => {
  if (owed(penalty) === 0) return problem('penalty.paid');
  const pay = penalty.deadlines.find(({ kind }) => kind === 'pay');
  const today = shanghaiDate(moment.at);
  if (pay !== undefined && today <= pay.deadline.dueLegal)
    return problem('penalty.pay.open', { due: pay.deadline.dueLegal });
  const no = penalty.enforcement.filter(({ step }) => step === 'reminder').length + 1;
  const step = { ...actOf(moment), step: 'reminder' as const, on: today };
  return ok({
    to: moment.status,
    state: { ...penalty, enforcement: [...penalty.enforcement, step] },
    papers: [
      {
        key: `payment-reminder-${no}`,
        order: { type: 'form', form: 'payment-reminder', id: String(no) },
      },
    ],
  });
};

/** The court is asked to enforce: after a reminder. */
export const askCourt: DecidePenalty<{ readonly on: LocalDate }> = (penalty, { on }, moment) => {
  if (owed(penalty) === 0) return problem('penalty.paid');
  if (!penalty.enforcement.some(({ step }) => step === 'reminder')) return problem('penalty.court.reminder');
  if (on > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'on');
  const step = { ...actOf(moment), step: 'court' as const, on };
  return ok({ to: moment.status, state: { ...penalty, enforcement: [...penalty.enforcement, step] } });
};

/** Closes the file when everything was done, or when nothing more can be got and the court has it. */
export const close: DecidePenalty<{ readonly reason: string }> = (penalty, { reason }) => {
  const court = penalty.enforcement.some(({ step }) => step === 'court');
  if (!performed(penalty) && !court) return problem('penalty.close.open');
  const deadlines = withoutDeadline(withoutDeadline(penalty.deadlines, 'close'), 'pay');
  return ok({
    to: 'closed',
    state: { ...penalty, deadlines },
    ground: performed(penalty) ? 'performed' : 'court',
    seal: { reason },
  });
};
