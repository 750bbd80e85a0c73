import { addMonths, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import { type RefusalGround, refusalGrounds } from '../law/intakeGrounds.ts';
import { ruleAt } from '../law/lawTable.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideComplaint } from './command.ts';
import type { ComplaintCase } from './complaintCase.ts';
import { deadlineOf } from './deadlines.ts';
import { textOf } from './handling.ts';

/** Whether a complaint is accepted, within seven working days of its receipt (令121号 arts. 15, 16). */

/** Years after which a complaint may be refused (令121号 art. 16(4)). */
const LIMITATION_YEARS = 3;

/**
 * Facts that point to a ground of refusal. They are shown to the person who decides and decide nothing: weighing is
 * allowed, an automatic refusal is not (art. 17).
 */
export function refusalHints(complaint: ComplaintCase): readonly RefusalGround[] {
  const { knownSince } = complaint.matter;
  const late =
    knownSince !== undefined && addMonths(knownSince, 12 * LIMITATION_YEARS) < complaint.received.on;
  return [
    ...(late ? (['too-late'] as const) : []),
    ...(complaint.filer.standing === 'business' ? (['no-consumer-dispute'] as const) : []),
  ];
}

export const accept: DecideComplaint<undefined> = (complaint, _input, moment) => {
  if (complaint.handler === undefined) return problem('complaint.handler.missing');
  // It was accepted before it was handed over and came back: the period of the mediation has been running since.
  if (complaint.accepted !== undefined) return ok({ to: 'mediating', state: complaint });
  const on = shanghaiDate(moment.at);
  const mediate = deadlineOf('mediate', on, complaint, moment.calendar);
  const deadlines = mediate === undefined ? complaint.deadlines : withDeadline(complaint.deadlines, mediate);
  return ok({
    to: 'mediating',
    state: { ...complaint, accepted: { ...actOf(moment), on }, deadlines },
    papers: [
      { key: 'acceptance', order: { type: 'form', form: 'acceptance', id: '1' } },
      { key: 'mediation-invitation-1', order: { type: 'form', form: 'mediation-invitation', id: '1' } },
    ],
  });
};

/** Refuses on one of the seven grounds, with the reason; the paper names the other ways that are open. */
export const refuseComplaint: DecideComplaint<{
  readonly ground: RefusalGround;
  readonly reason: string;
}> = (complaint, input, moment) => {
  if (complaint.handler === undefined) return problem('complaint.handler.missing');
  // Once accepted it is ended, on the ground that it should not have been (art. 23(6)).
  if (complaint.accepted !== undefined) return problem('complaint.refuse.accepted');
  // The rule book of the case: the older one knew six grounds.
  if (ruleAt(refusalGrounds, input.ground, complaint.received.on) === undefined)
    return problem('complaint.ground.unknown', undefined, 'ground');
  const reason = textOf(input.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({
    to: 'refused',
    state: { ...complaint, refusal: { ...actOf(moment), ground: input.ground, reason: reason.value } },
    ground: input.ground,
    seal: { reason: reason.value },
    papers: [{ key: 'refusal', order: { type: 'form', form: 'refusal', id: '1' } }],
  });
};
