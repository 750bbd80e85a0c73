import { requireSecondPerson } from '../access/fourEyes.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideComplaint } from './command.ts';
import { textOf } from './handling.ts';
import { openHold } from './retention.ts';
import { REVEAL_REASON } from './revealing.ts';

/** Keeping what would be erased: anybody of the desk may put it off, only a second person lets it go again. */

const MOST_HOLDS = 20;

/** Problems: `complaint.hold.again`, `complaint.hold.many`, those of a text. */
export const placeHold: DecideComplaint<{ readonly reason: string }> = (complaint, input, moment) => {
  const reason = textOf(input.reason, 'holdReason', REVEAL_REASON);
  if (!reason.ok) return reason;
  const open = openHold(complaint);
  if (open !== undefined) {
    const again = open.placed.by === moment.actor.userId && open.reason === reason.value;
    return again ? ok({ to: moment.status, state: complaint }) : problem('complaint.hold.again');
  }
  const holds = complaint.holds ?? [];
  if (holds.length >= MOST_HOLDS) return problem('complaint.hold.many', { most: MOST_HOLDS });
  return ok({
    to: moment.status,
    state: { ...complaint, holds: [...holds, { reason: reason.value, placed: actOf(moment) }] },
    seal: { reason: reason.value },
  });
};

/** Problems: `complaint.hold.none`, those of the second person. */
export const liftHold: DecideComplaint<undefined> = (complaint, _input, moment) => {
  const open = openHold(complaint);
  if (open === undefined) return problem('complaint.hold.none');
  const second = requireSecondPerson(open.placed.by, moment.actor.userId);
  if (!second.ok) return second;
  const holds = (complaint.holds ?? []).map((one) =>
    one === open ? { ...one, lifted: actOf(moment) } : one,
  );
  return ok({ to: moment.status, state: { ...complaint, holds }, seal: { reason: open.reason } });
};
