import { daysBetween, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { isOverdue, withDeadline } from '../calendar/storedDeadline.ts';
import {
  type MediationEnd,
  mediationEnds,
  type SuspensionReason,
  suspensionReasons,
} from '../law/intakeGrounds.ts';
import { ruleAt } from '../law/lawTable.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideComplaint } from './command.ts';
import { allTold, type ComplaintCase, openSuspension, type Sitting, type Telling } from './complaintCase.ts';
import { clockOf, deadlineOf, recounted } from './deadlines.ts';
import { isFull, textOf } from './handling.ts';
import { waitingTransfer } from './transferring.ts';

/** Mediation, its rests and its end (令121号 arts. 18 to 24). */

/** The day a rest begins may lie in the past, but not before the case was received. */
function dayProblem(complaint: ComplaintCase, day: LocalDate, at: string, field: string) {
  if (day > shanghaiDate(at)) return problem('complaint.day.future', undefined, field);
  return day < complaint.received.on ? problem('complaint.day.early', undefined, field) : undefined;
}

/** Stops the clock, for one of the listed reasons only. */
export const suspend: DecideComplaint<{
  readonly reason: SuspensionReason;
  readonly from: LocalDate;
  readonly note: string;
}> = (complaint, input, moment) => {
  const { reason, from } = input;
  if (ruleAt(suspensionReasons, reason, complaint.received.on) === undefined)
    return problem('complaint.suspension.unknown', undefined, 'reason');
  // Only a mediator is recused from a mediation.
  if (reason === 'recusal' && complaint.kind === 'report')
    return problem('complaint.suspension.unknown', undefined, 'reason');
  if (openSuspension(complaint) !== undefined) return problem('complaint.suspension.open');
  const wrong = dayProblem(complaint, from, moment.at, 'from');
  if (wrong !== undefined) return wrong;
  // A period that was over before the rest began does not come back to life.
  const kind = clockOf(complaint);
  const running = complaint.deadlines.find((one) => one.kind === kind);
  if (running !== undefined && running.deadline.dueLegal < from)
    return problem('complaint.suspension.late', { due: running.deadline.dueLegal }, 'from');
  const last = complaint.suspensions.at(-1);
  if (last?.to !== undefined && from <= last.to)
    return problem('complaint.suspension.overlap', undefined, 'from');
  const note = textOf(input.note, 'note');
  if (!note.ok) return note;
  const suspensions = [...complaint.suspensions, { reason, note: note.value, from, begun: actOf(moment) }];
  return ok({
    to: moment.status,
    state: { ...complaint, suspensions },
    ground: reason,
    seal: { note: note.value },
  });
};

/** The last day of the rest is `to`; the days of the rest are added to what it suspends. */
export const resume: DecideComplaint<{ readonly to: LocalDate }> = (complaint, { to }, moment) => {
  const open = openSuspension(complaint);
  if (open === undefined) return problem('complaint.suspension.none');
  if (to > shanghaiDate(moment.at)) return problem('complaint.day.future', undefined, 'to');
  if (daysBetween(open.from, to) < 0) return problem('complaint.day.early', undefined, 'to');
  const suspensions = complaint.suspensions.map((one) =>
    one === open ? { ...one, to, ended: actOf(moment) } : one,
  );
  const state = { ...complaint, suspensions };
  const deadlines = complaint.deadlines.map((stored) => recounted(stored, state, moment.calendar));
  return ok({ to: moment.status, state: { ...state, deadlines }, ground: open.reason });
};

const MOST_SITTINGS = 30;

/** What was said and by whom it was agreed to: both sides have to consent to be mediated (arts. 18, 19). */
export const recordSitting: DecideComplaint<{
  readonly on: LocalDate;
  readonly consent: Sitting['consent'];
  readonly text: string;
}> = (complaint, input, moment) => {
  const wrong = dayProblem(complaint, input.on, moment.at, 'on');
  if (wrong !== undefined) return wrong;
  const text = textOf(input.text, 'text', 2_000);
  if (!text.ok) return text;
  if (complaint.sittings.length >= MOST_SITTINGS)
    return problem('complaint.sittings.many', { most: MOST_SITTINGS });
  if (isFull(complaint)) return problem('complaint.full', undefined, 'text');
  const sitting = { ...actOf(moment), on: input.on, consent: input.consent, text: text.value };
  return ok({
    to: moment.status,
    state: { ...complaint, sittings: [...complaint.sittings, sitting] },
    ground: input.consent,
    seal: { text: text.value },
  });
};

/** Ends the mediation on a listed ground, or with the agreement of both sides. */
export const endMediation: DecideComplaint<{ readonly ground: MediationEnd; readonly reason: string }> = (
  complaint,
  input,
  moment,
) => {
  const { ground } = input;
  if (ruleAt(mediationEnds, ground, complaint.received.on) === undefined)
    return problem('complaint.ground.unknown', undefined, 'ground');
  if (openSuspension(complaint) !== undefined) return problem('complaint.suspension.open');
  // An agreement is one of both sides, and a sitting shows that both had consented to be mediated.
  if (ground === 'agreed' && !complaint.sittings.some(({ consent }) => consent === 'both'))
    return problem('complaint.agreement.consent', undefined, 'ground');
  const mediate = complaint.deadlines.find(({ kind }) => kind === 'mediate');
  if (
    ground === 'time-over' &&
    mediate !== undefined &&
    !isOverdue(mediate, moment.at) &&
    !lastDay(mediate, moment.at)
  )
    return problem('complaint.time.left', { due: mediate.deadline.dueLegal }, 'ground');
  const reason = textOf(input.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const form = ground === 'agreed' ? ('mediation-agreement' as const) : ('mediation-end' as const);
  return ok({
    to: 'telling',
    state: ended(complaint, ground, reason.value, moment),
    ground,
    seal: { reason: reason.value },
    papers: [{ key: form, order: { type: 'form', form, id: '1' } }],
  });
};

const lastDay = ({ deadline }: { readonly deadline: { readonly dueLegal: LocalDate } }, at: string) =>
  shanghaiDate(at) >= deadline.dueLegal;

type Moment = Parameters<DecideComplaint<unknown>>[2];

function ended(
  complaint: ComplaintCase,
  ground: MediationEnd,
  reason: string,
  moment: Moment,
): ComplaintCase {
  const on = shanghaiDate(moment.at);
  const tell = deadlineOf('tellEnd', on, complaint, moment.calendar);
  return {
    ...complaint,
    mediationEnd: { ...actOf(moment), on, ground, reason },
    deadlines: tell === undefined ? complaint.deadlines : withDeadline(complaint.deadlines, tell),
  };
}

/** The person takes the complaint back: before it was accepted it ends there, later the mediation ends (art. 23(1)). */
export const withdraw: DecideComplaint<{ readonly reason: string }> = (complaint, input, moment) => {
  const reason = textOf(input.reason, 'reason');
  if (!reason.ok) return reason;
  const seal = { reason: reason.value };
  // Accepted, handed over and back: the other side has been invited, and is told that the mediation ends.
  if (moment.status === 'received' && complaint.accepted === undefined)
    return ok({ to: 'withdrawn', state: complaint, ground: 'settled-or-withdrawn', seal });
  const rest = openSuspension(complaint);
  const today = shanghaiDate(moment.at);
  const suspensions = complaint.suspensions.map((one) =>
    one === rest ? { ...one, to: today, ended: actOf(moment) } : one,
  );
  const rested = { ...complaint, suspensions };
  // The days of the rest are added, so that it shows rightly whether the mediation ended in time.
  const deadlines = complaint.deadlines.map((stored) => recounted(stored, rested, moment.calendar));
  return ok({
    to: 'telling',
    state: ended({ ...rested, deadlines }, 'settled-or-withdrawn', reason.value, moment),
    ground: 'settled-or-withdrawn',
    seal,
    papers: [{ key: 'mediation-end', order: { type: 'form', form: 'mediation-end', id: '1' } }],
  });
};

/** Records that somebody was told; the case ends when everybody is, and no hand-over waits for a second person. */
export const tell: DecideComplaint<{ readonly to: Telling['to']; readonly how: Telling['how'] }> = (
  complaint,
  { to, how },
  moment,
) => {
  // That there is a report, and what became of it, is kept from whom it is about (art. 37).
  if (complaint.kind === 'report' && to !== 'filer') return problem('complaint.tell.secret', undefined, 'to');
  const telling: Telling = { ...actOf(moment), to, how };
  const state = { ...complaint, tellings: [...complaint.tellings, telling] };
  const over = allTold(state) && waitingTransfer(state) === undefined;
  return ok({ to: over ? 'closed' : 'telling', state, ground: `${to} ${how}` });
};
