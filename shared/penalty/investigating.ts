import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { type Evidence, withEvidence } from '../evidence/evidence.ts';
import { ruleAt } from '../law/lawTable.ts';
import { clockStops } from '../law/penaltyProcedure.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecidePenalty } from './command.ts';
import { allRecounted } from './deadlines.ts';
import { type Inquiry, openSuspension, type PenaltyCase, type Suspension } from './penaltyCase.ts';

/** What is done while a case is looked into. */

/** Most of each in one case: the database takes 400 KB in all, and whatever is to be decided still has to fit. */
const MOST = { inquiries: 60, notes: 100, evidence: 60, suspensions: 20 } as const;

export const addNote: DecidePenalty<{ readonly text: string }> = (penalty, { text }, moment) => {
  if (penalty.notes.length >= MOST.notes) return problem('penalty.many', { most: MOST.notes }, 'text');
  const notes = [...penalty.notes, { ...actOf(moment), text }];
  return ok({ to: moment.status, state: { ...penalty, notes }, seal: { text } });
};

/** Puts a checked file to the case; the same upload twice is one. */
export const addEvidence: DecidePenalty<{ readonly evidence: Evidence }> = (
  penalty,
  { evidence },
  { status },
) => {
  if (penalty.evidence.length >= MOST.evidence) return problem('penalty.many', { most: MOST.evidence });
  const list = withEvidence(penalty.evidence, evidence);
  if (list === penalty.evidence) return ok({ to: status, state: penalty });
  return ok({ to: status, state: { ...penalty, evidence: list }, seal: { evidence: evidence.sha256 } });
};

/** Records a step of the inquiry. Two officers of the case take it together (行政处罚法 art. 42). */
export const recordInquiry: DecidePenalty<{
  readonly on: LocalDate;
  readonly text: string;
  readonly officers: readonly string[];
}> = (penalty, { on, text, officers }, moment) => {
  if (on > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'on');
  const [first, second] = [...new Set(officers)];
  const known = penalty.officers.map(({ inspectorId }) => inspectorId);
  if (first === undefined || second === undefined || !known.includes(first) || !known.includes(second))
    return problem('penalty.inquiry.two', undefined, 'officers');
  if (penalty.inquiries.length >= MOST.inquiries)
    return problem('penalty.many', { most: MOST.inquiries }, 'text');
  const inquiry: Inquiry = { ...actOf(moment), on, text, officers: [first, second] };
  return ok({
    to: moment.status,
    state: { ...penalty, inquiries: [...penalty.inquiries, inquiry] },
    seal: { text },
  });
};

/** Stops the 90 days, for one of the listed reasons only. */
export const suspend: DecidePenalty<{
  readonly reason: string;
  readonly from: LocalDate;
  readonly note: string;
}> = (penalty, { reason, from, note }, moment) => {
  const code = clockStops.find((row) => row.rule === reason)?.rule;
  if (code === undefined || ruleAt(clockStops, code, from) === undefined)
    return problem('penalty.suspension.unknown', undefined, 'reason');
  if (openSuspension(penalty) !== undefined) return problem('penalty.suspension.open');
  if (from > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'from');
  if (from < penalty.received.on) return problem('penalty.day.early', undefined, 'from');
  const last = penalty.suspensions.at(-1);
  if (last?.to !== undefined && from <= last.to)
    return problem('penalty.suspension.overlap', undefined, 'from');
  if (penalty.suspensions.length >= MOST.suspensions)
    return problem('penalty.many', { most: MOST.suspensions });
  const state = withRest(penalty, { reason, note, from, begun: actOf(moment) });
  return ok({ to: moment.status, state, ground: reason, seal: { note } });
};

/** The last day of the rest is `to`; the days of the rest are added to what it suspends. */
export const resume: DecidePenalty<{ readonly to: LocalDate }> = (penalty, { to }, moment) => {
  const open = openSuspension(penalty);
  if (open === undefined) return problem('penalty.suspension.none');
  if (to > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'to');
  if (to < open.from) return problem('penalty.day.early', undefined, 'to');
  return ok({
    to: moment.status,
    state: allRecounted(withoutRest(penalty, to, moment), moment.calendar),
    ground: open.reason,
  });
};

export function withRest(penalty: PenaltyCase, rest: Suspension): PenaltyCase {
  return { ...penalty, suspensions: [...penalty.suspensions, rest] };
}

/** The open rest with its last day; the same case when there is none. */
export function withoutRest(
  penalty: PenaltyCase,
  to: LocalDate,
  moment: Parameters<typeof actOf>[0],
): PenaltyCase {
  const open = openSuspension(penalty);
  return {
    ...penalty,
    suspensions: penalty.suspensions.map((one) =>
      one === open ? { ...one, to, ended: actOf(moment) } : one,
    ),
  };
}
