import { requireSecondPerson } from '../access/fourEyes.ts';
import { type TransferKind, transferKinds } from '../law/intakeGrounds.ts';
import { ruleAt } from '../law/lawTable.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecideComplaint } from './command.ts';
import { allTold, type ComplaintCase, type Transfer } from './complaintCase.ts';
import { textOf } from './handling.ts';

/** 分送, 移送 and return (令121号 arts. 33, 41, 42). */

/** The transfer that waits for a second person, if one does. */
export function waitingTransfer({ transfers }: ComplaintCase): Transfer | undefined {
  const last = transfers.at(-1);
  return last?.kind === 'crime' && last.confirmed === undefined ? last : undefined;
}

/**
 * Hands the case to somebody else. What another office has passed on to this one may only go back to it; a suspected
 * crime goes to the police when a second person has confirmed it; found in a mediation, it ends that first (art. 23(6)),
 * and the parties are told all the same.
 */
export const transfer: DecideComplaint<{
  readonly kind: TransferKind;
  readonly to: string;
  readonly reason: string;
}> = (complaint, input, moment) => {
  const { kind } = input;
  if (ruleAt(transferKinds, kind, complaint.received.on) === undefined)
    return problem('complaint.transfer.unknown', undefined, 'kind');
  if (moment.status === 'telling' && kind !== 'crime')
    return problem('complaint.transfer.telling', undefined, 'kind');
  // Once it was taken up here, the office that would impose what this one may not is another matter.
  const passesOn = kind === 'forwarded' || (kind === 'other-body' && moment.status === 'received');
  if (complaint.channel === 'forwarded' && passesOn)
    return problem('complaint.transfer.forwarded', undefined, 'kind');
  if (complaint.channel !== 'forwarded' && kind === 'returned')
    return problem('complaint.transfer.own', undefined, 'kind');
  if (waitingTransfer(complaint) !== undefined) return problem('complaint.transfer.waiting');
  const to = textOf(input.to, 'to', 100);
  if (!to.ok) return to;
  const reason = textOf(input.reason, 'reason');
  if (!reason.ok) return reason;
  const next: Transfer = { ...actOf(moment), kind, to: to.value, reason: reason.value };
  const transfers = [...complaint.transfers, next];
  const waits = kind === 'crime';
  return ok({
    to: waits ? moment.status : 'transferred',
    state: { ...complaint, transfers },
    ground: kind,
    seal: { to: to.value, reason: reason.value },
    papers: waits ? [] : [forwardingPaper(transfers.length)],
  });
};

const forwardingPaper = (no: number) => ({
  key: `forwarding-${no}`,
  order: { type: 'form', form: 'forwarding', id: String(no) } as const,
});

export const confirmTransfer: DecideComplaint<{ readonly agrees: boolean }> = (
  complaint,
  { agrees },
  moment,
) => {
  const waiting = waitingTransfer(complaint);
  if (waiting === undefined) return problem('complaint.transfer.none');
  const eyes = requireSecondPerson(waiting.by, moment.actor.userId);
  if (!eyes.ok) return eyes;
  const others = complaint.transfers.slice(0, -1);
  // Where the parties are told, the case ends with that.
  const stays = moment.status === 'telling' && allTold(complaint) ? 'closed' : moment.status;
  if (!agrees) return ok({ to: stays, state: { ...complaint, transfers: others }, ground: 'sent-back' });
  const transfers = [...others, { ...waiting, confirmed: actOf(moment) }];
  return ok({
    to: moment.status === 'telling' ? stays : 'transferred',
    state: { ...complaint, transfers },
    ground: waiting.kind,
    papers: [forwardingPaper(transfers.length)],
  });
};

/** Sent back by whoever got it: the case goes on here, and its clock has been running since it was received. */
export const takeBack: DecideComplaint<{ readonly reason: string }> = (complaint, input, moment) => {
  const last = complaint.transfers.at(-1);
  if (last === undefined) return problem('complaint.transfer.none');
  const reason = textOf(input.reason, 'reason');
  if (!reason.ok) return reason;
  const returned = { ...actOf(moment), reason: reason.value };
  return ok({
    to: 'received',
    state: { ...complaint, transfers: [...complaint.transfers.slice(0, -1), { ...last, returned }] },
    ground: last.kind,
    seal: { reason: reason.value },
  });
};
