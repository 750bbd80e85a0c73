import { requireSecondPerson } from '../access/fourEyes.ts';
import { shanghaiDate } from '../calendar/localDate.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ruleAt } from '../law/lawTable.ts';
import { retentionPeriods } from '../law/retention.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecideComplaint, giveComplaint } from './command.ts';
import type { ComplaintCase, Reveal } from './complaintCase.ts';
import { revealRow } from './complaintRows.ts';
import type { Identity } from './filing.ts';
import { textOf } from './handling.ts';
import type { ComplaintDeps, StoredComplaint } from './ports.ts';

/**
 * Seeing who filed: somebody says why, a second person agrees, and only who asked may look, within a day, each look
 * written down before anything is shown. The case and its audit chain hold who, when and why, never the identity.
 */

const MOST_REVEALS = 50;
const MOST_LOOKS = 20;
export const REVEAL_REASON = 500;
const HOUR_MS = 3_600_000;

/** The last instant at which a granted wish may be used; undefined for one that was not granted. */
export function revealUntil({ decided }: Pick<Reveal, 'decided'>): string | undefined {
  if (decided?.outcome !== 'granted') return undefined;
  const row = ruleAt(retentionPeriods, 'reveal.window', shanghaiDate(decided.at));
  const length = row === undefined ? 0 : row.length * HOUR_MS;
  return `${new Date(Date.parse(decided.at) + length).toISOString().slice(0, 19)}Z`;
}

/** The wish under which a person may look now. */
export function usableReveal(
  { reveals }: Pick<ComplaintCase, 'reveals'>,
  userId: string,
  at: string,
): Reveal | undefined {
  return reveals.findLast((one) => one.asked.by === userId && at <= (revealUntil(one) ?? ''));
}

export function waitingReveals({ reveals }: Pick<ComplaintCase, 'reveals'>): readonly Reveal[] {
  return reveals.filter(({ decided }) => decided === undefined);
}

function nothingToSee({ filer }: ComplaintCase): Result<never> | undefined {
  if (filer.anonymous) return problem('complaint.reveal.anonymous');
  return filer.erased === undefined ? undefined : problem('complaint.reveal.erased', { on: filer.erased });
}

/**
 * Problems: `complaint.reveal.anonymous`, `.erased`, `.waiting` (the same person has asked already), `.usable` (and may
 * look now), `.many`, and those of a text.
 */
export const askReveal: DecideComplaint<{ readonly reason: string }> = (complaint, input, moment) => {
  const nothing = nothingToSee(complaint);
  if (nothing !== undefined) return nothing;
  const reason = textOf(input.reason, 'reason', REVEAL_REASON);
  if (!reason.ok) return reason;
  const { userId } = moment.actor;
  if (waitingReveals(complaint).some(({ asked }) => asked.by === userId))
    return problem('complaint.reveal.waiting');
  if (usableReveal(complaint, userId, moment.at) !== undefined) return problem('complaint.reveal.usable');
  const no = complaint.reveals.length + 1;
  if (no > MOST_REVEALS) return problem('complaint.reveal.many', { most: MOST_REVEALS });
  const asked: Reveal = { no, reason: reason.value, asked: actOf(moment), seen: [] };
  return ok({
    to: moment.status,
    state: { ...complaint, reveals: [...complaint.reveals, asked] },
    seal: { reason: reason.value },
    rows: [revealRow(complaint.id, no, moment.at, true)],
  });
};

/** Problems: `complaint.reveal.unknown`, `.decided`, `.erased`, and those of the second person. */
export const decideReveal: DecideComplaint<{
  readonly no: number;
  readonly outcome: 'granted' | 'refused';
}> = (complaint, { no, outcome }, moment) => {
  const wish = complaint.reveals.find((one) => one.no === no);
  if (wish === undefined) return problem('complaint.reveal.unknown');
  const { decided } = wish;
  if (decided !== undefined) {
    const again = decided.by === moment.actor.userId && decided.outcome === outcome;
    return again ? ok({ to: moment.status, state: complaint }) : problem('complaint.reveal.decided');
  }
  const second = requireSecondPerson(wish.asked.by, moment.actor.userId);
  if (!second.ok) return second;
  const nothing = outcome === 'granted' ? nothingToSee(complaint) : undefined;
  if (nothing !== undefined) return nothing;
  const settled: Reveal = { ...wish, decided: { ...actOf(moment), outcome } };
  return ok({
    to: moment.status,
    state: { ...complaint, reveals: complaint.reveals.map((one) => (one.no === no ? settled : one)) },
    ground: outcome,
    seal: { reason: wish.reason },
    rows: [revealRow(complaint.id, no, wish.asked.at, false)],
  });
};

/** Problems: `complaint.reveal.unknown`, `.asker`, `.refused`, `.undecided`, `.over`, `.erased`, `.looks`. */
const reveal: DecideComplaint<{ readonly no: number }> = (complaint, { no }, moment) => {
  const wish = complaint.reveals.find((one) => one.no === no);
  if (wish === undefined) return problem('complaint.reveal.unknown');
  if (wish.asked.by !== moment.actor.userId) return problem('complaint.reveal.asker');
  if (wish.decided === undefined) return problem('complaint.reveal.undecided');
  const until = revealUntil(wish);
  if (until === undefined) return problem('complaint.reveal.refused');
  const nothing = nothingToSee(complaint);
  if (nothing !== undefined) return nothing;
  if (moment.at > until) return problem('complaint.reveal.over');
  if (wish.seen.length >= MOST_LOOKS) return problem('complaint.reveal.looks', { most: MOST_LOOKS });
  const seen: Reveal = { ...wish, seen: [...wish.seen, actOf(moment)] };
  return ok({
    to: moment.status,
    state: { ...complaint, reveals: complaint.reveals.map((one) => (one.no === no ? seen : one)) },
    seal: { reason: wish.reason },
  });
};

export interface RevealDeps extends ComplaintDeps {
  readonly identities: { read(id: string): Promise<Identity | undefined> };
}

/** What is shown once: the identity with the wish under which it is seen. */
export interface Shown {
  readonly stored: StoredComplaint;
  readonly reveal: Reveal;
  readonly identity: Identity;
}

/**
 * One look at the identity. It is recorded first: cut off between the two, it is written down that somebody looked
 * who saw nothing, never the other way round.
 *
 * Problems: those of a command and of the look, `complaint.reveal.gone`.
 */
export async function showIdentity(
  deps: RevealDeps,
  id: string,
  no: number,
  actor: Actor,
): Promise<Result<Shown>> {
  const recorded = await giveComplaint(deps, id, 'reveal', reveal, { no }, actor);
  if (!recorded.ok) return recorded;
  const identity = await deps.identities.read(id);
  const wish = recorded.value.state.reveals.find((one) => one.no === no);
  if (identity === undefined || wish === undefined) return problem('complaint.reveal.gone');
  return ok({ stored: recorded.value, reveal: wish, identity });
}
