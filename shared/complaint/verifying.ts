import { requireSecondPerson } from '../access/fourEyes.ts';
import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import type { RowPut } from '../case/caseStore.ts';
import { type NotFiledGround, notFiledGrounds } from '../law/intakeGrounds.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type ComplaintLead, leadRow } from '../lead/lead.ts';
import { ok, problem, type Result } from '../problem.ts';
import { factId, riskRow } from '../risk/riskEvent.ts';
import { actOf, type DecideComplaint } from './command.ts';
import { type ComplaintCase, type Extension, openSuspension } from './complaintCase.ts';
import { complaintCaseId } from './complaintRows.ts';
import type { DeadlineKind } from './deadlineKinds.ts';
import { deadlineOf, recounted, rowOf } from './deadlines.ts';
import { textOf } from './handling.ts';

/** Verification of a report and the decision whether a case is filed (立案): 15 + 15 working days (令2号 art. 18). */

export const verify: DecideComplaint<undefined> = (complaint) =>
  complaint.handler === undefined
    ? problem('complaint.handler.missing')
    : ok({ to: 'verifying', state: complaint });

/** The date of the case that the law lets extend, if it has one. */
export function extendable(complaint: ComplaintCase): DeadlineKind | undefined {
  return complaint.deadlines.find(({ kind }) => rowOf(kind, complaint.received.on)?.extension !== undefined)
    ?.kind;
}

/** A period that is over cannot be made longer; while the case rests it is not over. */
function lateProblem(complaint: ComplaintCase, kind: DeadlineKind, at: string): Result<never> | undefined {
  if (openSuspension(complaint) !== undefined) return undefined;
  const due = complaint.deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;
  return due !== undefined && due < shanghaiDate(at)
    ? problem('complaint.extension.late', { due })
    : undefined;
}

/** Asks for the longer period; it takes effect when somebody else has approved it. */
export const askExtension: DecideComplaint<{ readonly reason: string }> = (complaint, input, moment) => {
  const kind = extendable(complaint);
  if (kind === undefined) return problem('complaint.extension.none');
  const before = complaint.extensions.filter((one) => one.kind === kind);
  if (before.some(({ decided }) => decided === undefined || decided.outcome === 'approved'))
    return problem('complaint.extension.again');
  const late = lateProblem(complaint, kind, moment.at);
  if (late !== undefined) return late;
  const reason = textOf(input.reason, 'reason');
  if (!reason.ok) return reason;
  const extension: Extension = { kind, reason: reason.value, asked: actOf(moment) };
  return ok({
    to: moment.status,
    state: { ...complaint, extensions: [...complaint.extensions, extension] },
    ground: kind,
    seal: { reason: reason.value },
  });
};

export const decideExtension: DecideComplaint<{ readonly outcome: 'approved' | 'rejected' }> = (
  complaint,
  { outcome },
  moment,
) => {
  const waiting = complaint.extensions.find(({ decided }) => decided === undefined);
  if (waiting === undefined) return problem('complaint.extension.none');
  const eyes = requireSecondPerson(waiting.asked.by, moment.actor.userId);
  if (!eyes.ok) return eyes;
  const late = outcome === 'approved' ? lateProblem(complaint, waiting.kind, moment.at) : undefined;
  if (late !== undefined) return late;
  const extensions = complaint.extensions.map((one) =>
    one === waiting ? { ...one, decided: { ...actOf(moment), outcome } } : one,
  );
  const state = { ...complaint, extensions };
  const deadlines = complaint.deadlines.map((one) => recounted(one, state, moment.calendar));
  return ok({ to: moment.status, state: { ...state, deadlines }, ground: outcome });
};

/** Proposes to file a case or not; the head decides (令2号 art. 18). */
export const proposeDecision: DecideComplaint<{
  readonly outcome: 'filed' | 'not-filed';
  readonly ground?: NotFiledGround;
  readonly reason: string;
  readonly inspect: boolean;
}> = (complaint, input, moment) => {
  const { outcome, ground } = input;
  if (openSuspension(complaint) !== undefined) return problem('complaint.suspension.open');
  if (
    outcome === 'not-filed' &&
    (ground === undefined || ruleAt(notFiledGrounds, ground, complaint.received.on) === undefined)
  )
    return problem('complaint.ground.unknown', undefined, 'ground');
  // Only an agency of the register can be inspected outside the lottery; anybody else is gone after by the penalty procedure.
  if (input.inspect && !complaint.matter.agency.listed)
    return problem('complaint.inspect.unlisted', undefined, 'inspect');
  if (input.inspect && outcome === 'not-filed')
    return problem('complaint.inspect.unconfirmed', undefined, 'inspect');
  const reason = textOf(input.reason, 'reason', 2_000);
  if (!reason.ok) return reason;
  const decision = {
    outcome,
    ...(outcome === 'not-filed' && ground !== undefined ? { ground } : {}),
    reason: reason.value,
    inspect: input.inspect,
    proposed: actOf(moment),
  };
  return ok({
    to: moment.status,
    state: { ...complaint, decision },
    ground: outcome === 'filed' ? outcome : `${outcome} ${ground}`,
    seal: { reason: reason.value },
  });
};

/** Decides as proposed, or sends the proposal back. */
export const decideReport: DecideComplaint<{ readonly agrees: boolean }> = (
  complaint,
  { agrees },
  moment,
) => {
  const { decision } = complaint;
  if (decision === undefined) return problem('complaint.decision.none');
  const eyes = requireSecondPerson(decision.proposed.by, moment.actor.userId);
  if (!eyes.ok) return eyes;
  if (agrees && openSuspension(complaint) !== undefined) return problem('complaint.suspension.open');
  if (!agrees) {
    const { decision: _gone, ...rest } = complaint;
    return ok({ to: 'verifying', state: rest, ground: 'sent-back' });
  }
  return ok({
    to: 'decided',
    state: { ...complaint, decision: { ...decision, decided: actOf(moment) } },
    ground: decision.outcome === 'filed' ? 'filed' : `not-filed ${decision.ground ?? ''}`.trim(),
  });
};

/**
 * What follows from the decision, after the inspection was ordered: the hand-over to the penalty procedure, the event
 * for the agency's risk class, and whom the old rule book still obliges to tell (5 working days, named reporters).
 */
export const followUp: DecideComplaint<undefined> = (complaint, _input, moment) => {
  const { decision, matter, filer } = complaint;
  if (decision?.decided === undefined) return problem('complaint.decision.none');
  const on = shanghaiDate(decision.decided.at);
  const tellReporter = filer.anonymous
    ? undefined
    : deadlineOf('tellReporter', on, complaint, moment.calendar);
  const { uscc } = matter.agency;
  const filed = decision.outcome === 'filed';
  const rows: RowPut[] = [
    ...(filed ? [penaltyLead(complaint, moment.at)] : []),
    ...(filed && uscc !== undefined ? [confirmedRow(complaint, uscc, on, moment.at)] : []),
  ];
  return ok({
    to: tellReporter === undefined ? 'closed' : 'telling',
    state:
      tellReporter === undefined
        ? complaint
        : { ...complaint, deadlines: withDeadline(complaint.deadlines, tellReporter) },
    rows,
    papers: filer.anonymous
      ? []
      : [{ key: 'report-result', order: { type: 'form', form: 'report-result', id: '1' } }],
  });
};

/** What stands about the agency from now on: that a report was confirmed, not what it said or who wrote it. */
function confirmedRow({ id, number }: ComplaintCase, uscc: string, on: LocalDate, at: string): RowPut {
  const kind = 'report-confirmed' as const;
  const reference = number ?? id;
  return riskRow({ type: 'fact', id: factId(complaintCaseId(id), kind), uscc, kind, on, reference }, at);
}

/** The hand-over to the penalty procedure; it names the case, never who reported. */
function penaltyLead({ id, number, matter, decision }: ComplaintCase, at: string): RowPut {
  const { uscc } = matter.agency;
  const lead: ComplaintLead = {
    source: 'complaint',
    to: 'penalty',
    complaint: id,
    ...(number === undefined ? {} : { number }),
    ...(uscc === undefined ? {} : { uscc }),
    conducts: matter.conducts,
    by: decision?.decided?.by ?? 'system',
    at: decision?.decided?.at ?? at,
  };
  return leadRow(lead, at);
}
