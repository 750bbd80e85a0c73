import { withoutDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecidePenalty, type PenaltyActor } from './command.ts';
import { assessed } from './drafting.ts';
import { type PenaltyCase, type PriorNotice, type Review, reviewStage } from './penaltyCase.ts';

/** Legal review (法制审核), before the party is told and again before it is decided (行政处罚法 art. 58; 令2号 arts. 49–55). */

/**
 * Whether somebody may review the case: not who handles it, drafted it or investigated it.
 *
 * Problems: `penalty.review.own`
 */
export function mayReview(penalty: PenaltyCase, actor: PenaltyActor): Result<undefined> {
  const own =
    penalty.handler?.userId === actor.userId ||
    penalty.draft?.by === actor.userId ||
    penalty.consideration?.by === actor.userId ||
    penalty.officers.some(({ inspectorId }) => inspectorId === actor.inspectorId);
  return own ? problem('penalty.review.own') : ok(undefined);
}

export const review: DecidePenalty<{ readonly outcome: Review['outcome']; readonly note: string }> = (
  penalty,
  { outcome, note },
  moment,
) => {
  const { draft } = penalty;
  if (draft === undefined) return problem('penalty.draft.none');
  const may = mayReview(penalty, moment.actor);
  if (!may.ok) return may;
  if (outcome === 'returned' && note === '') return problem('penalty.review.note', undefined, 'note');
  const stage = reviewStage(penalty);
  const reviewed: PenaltyCase = {
    ...penalty,
    reviews: [...penalty.reviews, { ...actOf(moment), stage, outcome, note }],
    deadlines: withoutDeadline(penalty.deadlines, 'review'),
  };
  const ground = `${stage} ${outcome}`;
  const seal = { note };
  if (outcome === 'returned') {
    const back = stage === 'decision' && draft.outcome === 'penalty' ? 'considering' : 'investigating';
    return ok({ to: back, state: reviewed, ground, seal });
  }
  if (stage === 'decision') return ok({ to: 'deciding', state: reviewed, ground, seal });
  const checked = assessed(penalty, draft.outcome, draft.charges, moment.at);
  if (!checked.ok) return checked;
  const no = penalty.notices.length + 1;
  const notice: PriorNotice = {
    no,
    charges: draft.charges,
    hearing: checked.value?.hearing === true || draft.listing !== undefined,
    ...(draft.listing === undefined ? {} : { listing: draft.listing }),
    issued: actOf(moment),
  };
  return ok({
    to: 'noticing',
    state: { ...reviewed, notices: [...penalty.notices, notice] },
    ground,
    seal,
    papers: [{ key: `prior-notice-${no}`, order: { type: 'form', form: 'prior-notice', id: String(no) } }],
  });
};
