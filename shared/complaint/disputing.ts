import { shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideComplaint } from './command.ts';
import { type DisputeOutcome, openDispute } from './complaintCase.ts';
import { deadlineOf } from './deadlines.ts';
import { textOf } from './handling.ts';

/**
 * A dispute about which office is competent (令121号 art. 33): it is negotiated for seven working days, then put to the
 * common superior. The dates that the case owes run on meanwhile.
 */

const MOST_DISPUTES = 10;

/** Problems: `complaint.dispute.open`, `complaint.dispute.many`, those of a text. */
export const dispute: DecideComplaint<{ readonly with: string; readonly reason: string }> = (
  complaint,
  input,
  moment,
) => {
  if (openDispute(complaint) !== undefined) return problem('complaint.dispute.open');
  const disputes = complaint.disputes ?? [];
  if (disputes.length >= MOST_DISPUTES) return problem('complaint.dispute.many', { most: MOST_DISPUTES });
  const other = textOf(input.with, 'with', 100);
  if (!other.ok) return other;
  const reason = textOf(input.reason, 'reason');
  if (!reason.ok) return reason;
  const begun = { ...actOf(moment), with: other.value, reason: reason.value };
  const due = deadlineOf('competence', shanghaiDate(moment.at), complaint, moment.calendar);
  return ok({
    to: moment.status,
    state: {
      ...complaint,
      disputes: [...disputes, begun],
      deadlines: due === undefined ? complaint.deadlines : withDeadline(complaint.deadlines, due),
    },
    seal: { with: other.value, reason: reason.value },
  });
};

/** What it came to; a case that is another office's is then handed over. Problem: `complaint.dispute.none`. */
export const settleDispute: DecideComplaint<{ readonly outcome: DisputeOutcome }> = (
  complaint,
  { outcome },
  moment,
) => {
  const open = openDispute(complaint);
  if (open === undefined) return problem('complaint.dispute.none');
  const disputes = (complaint.disputes ?? []).map((one) =>
    one === open ? { ...one, settled: { ...actOf(moment), outcome } } : one,
  );
  return ok({ to: moment.status, state: { ...complaint, disputes }, ground: outcome });
};
