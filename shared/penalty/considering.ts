import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { ok, problem } from '../problem.ts';
import type { Charge } from './charge.ts';
import { actOf, type DecidePenalty } from './command.ts';
import { assessed, underReview } from './drafting.ts';
import { neverHeavier } from './measures.ts';
import {
  type Consideration,
  currentNotice,
  type Draft,
  openSuspension,
  type PenaltyCase,
} from './penaltyCase.ts';

/** What the party said is considered, and the case goes to its second review (行政处罚法 arts. 45, 57, 58). */

export interface ConsiderationInput {
  readonly adopted: Consideration['adopted'];
  readonly text: string;
  readonly group?: { readonly on: LocalDate; readonly members: readonly string[]; readonly text: string };
  /** What stands after it: the charges of the notice, or lighter ones. */
  readonly charges: readonly Charge[];
}

/**
 * Never heavier than what the party was told of, because it spoke. Whoever has found new facts opens the case again and
 * tells the party of them.
 */
export const consider: DecidePenalty<ConsiderationInput> = (penalty, input, moment) => {
  const { draft } = penalty;
  const notice = currentNotice(penalty);
  if (draft === undefined || notice?.served === undefined) return problem('penalty.notice.none');
  if (openSuspension(penalty) !== undefined) return problem('penalty.suspension.open');
  const spoken = penalty.statements.some(({ kind }) => kind !== 'waiver');
  if (spoken === (input.adopted === 'nothing-said'))
    return problem('penalty.consider.said', undefined, 'adopted');
  const heavier = neverHeavier(notice.charges, input.charges);
  if (!heavier.ok) return heavier;
  const checked = assessed(penalty, 'penalty', input.charges, moment.at);
  if (!checked.ok) return checked;
  if (checked.value?.collective === true && input.group === undefined)
    return problem('penalty.group.missing', undefined, 'group.on');
  if (input.group !== undefined) {
    if (input.group.on > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'group.on');
    if (new Set(input.group.members).size < 3)
      return problem('penalty.group.few', undefined, 'group.members');
  }
  const consideration: Consideration = {
    ...actOf(moment),
    adopted: input.adopted,
    text: input.text,
    ...(input.group === undefined ? {} : { group: input.group }),
  };
  const next: Draft = { ...draft, charges: input.charges };
  return ok({
    to: 'reviewing',
    state: underReview({ ...penalty, consideration, draft: next }, moment),
    ground: input.adopted,
    seal: { text: input.text, charges: input.charges },
  });
};

/** New facts: what the party was told no longer fits, and it will be told anew (令2号 art. 58). */
export const reopen: DecidePenalty<{ readonly reason: string }> = (penalty, { reason }, moment) => {
  const { draft: _draft, consideration: _consideration, hearing: _hearing, ...rest } = penalty;
  const state: PenaltyCase = {
    ...rest,
    // The old notice stays in the file and counts no more.
    notices: penalty.notices.map((one) => ({ ...one, superseded: one.superseded ?? actOf(moment) })),
    deadlines: penalty.deadlines.filter(({ kind }) => kind === 'decide'),
  };
  return ok({ to: 'investigating', state, seal: { reason } });
};
