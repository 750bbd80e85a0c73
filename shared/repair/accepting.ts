import { requireSecondPerson } from '../access/fourEyes.ts';
import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { isOverdue, withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import type { RepairMaterial } from '../law/repairRules.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideRepair, textOf } from './command.ts';
import { deadlineOf, decisionKind, recounted } from './deadlines.ts';

/** Accepting an application, asking once for what is missing, and the longer time for deciding (令107号 arts. 14, 16). */

/** Tells the applicant once everything that is missing or wrong. */
export const askCompletion: DecideRepair<{
  readonly materials: readonly RepairMaterial[];
  readonly text: string;
  readonly until: LocalDate;
}> = (repair, { materials, text, until }, moment) => {
  if (repair.completion !== undefined) return problem('repair.completion.once');
  if (repair.proposal !== undefined) return problem('repair.proposal.waits');
  if (materials.length === 0) return problem('repair.completion.what', undefined, 'materials');
  const read = textOf(text, 'text');
  if (!read.ok) return read;
  if (until <= shanghaiDate(moment.at)) return problem('repair.completion.until', undefined, 'until');
  return ok({
    to: 'completing',
    state: {
      ...repair,
      // What is asked for again is not taken from shared data any more.
      shared: repair.shared.filter((one) => !materials.includes(one)),
      completion: { asked: actOf(moment), materials, text: read.value, until },
      deadlines: withoutDeadline(repair.deadlines, 'accept'),
    },
    seal: { text: read.value },
    papers: [{ key: 'completion', order: { type: 'form', form: 'completion' } }],
  });
};

export const accept: DecideRepair<undefined> = (repair, _input, moment) => {
  if (repair.proposal !== undefined) return problem('repair.proposal.waits');
  const on = shanghaiDate(moment.at);
  const decide = deadlineOf(decisionKind(repair.subject.kind), on, repair, moment.calendar);
  return ok({
    to: 'accepted',
    state: {
      ...repair,
      accepted: { ...actOf(moment), on, decideBy: decide.deadline.dueLegal },
      deadlines: withDeadline(withoutDeadline(repair.deadlines, 'accept'), decide),
    },
    papers: [{ key: 'acceptance', order: { type: 'form', form: 'acceptance' } }],
  });
};

/** Asks for ten more working days, once and while the seven run; there are none for the abnormal list. */
export const askExtension: DecideRepair<{ readonly reason: string }> = (repair, { reason }, moment) => {
  const running = repair.deadlines.find(({ kind }) => kind === 'decide');
  if (running === undefined) return problem('repair.extension.none');
  if (repair.extension !== undefined) return problem('repair.extension.once');
  if (isOverdue(running, moment.at)) return problem('repair.extension.late');
  const read = textOf(reason, 'reason');
  if (!read.ok) return read;
  return ok({
    to: moment.status,
    state: { ...repair, extension: { reason: read.value, asked: actOf(moment) } },
    seal: { reason: read.value },
  });
};

export const decideExtension: DecideRepair<{ readonly agrees: boolean }> = (repair, { agrees }, moment) => {
  const { extension } = repair;
  if (extension === undefined || extension.decided !== undefined) return problem('repair.extension.unasked');
  const eyes = requireSecondPerson(extension.asked.by, moment.actor.userId);
  if (!eyes.ok) return eyes;
  const outcome = agrees ? ('approved' as const) : ('rejected' as const);
  const next = { ...repair, extension: { ...extension, decided: { ...actOf(moment), outcome } } };
  return ok({
    to: moment.status,
    state: {
      ...next,
      deadlines: next.deadlines.map((one) =>
        one.kind === 'decide' ? recounted(one, next, moment.calendar) : one,
      ),
    },
    ground: outcome,
  });
};
