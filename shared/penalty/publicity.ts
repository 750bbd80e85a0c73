import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { ok, problem } from '../problem.ts';
import type { DecidePenaltyLater, PenaltyDecision, PenaltyMoment } from './command.ts';
import { penaltyFact, toldCredit } from './effects.ts';
import { type OutcomeDeps, toldInspection } from './inspectionOutcome.ts';
import type { PenaltyCase, PenaltyPublicity } from './penaltyCase.ts';

/** How the publicity of a decision ends: by itself on its day, or early on application where the law gives that. */

/** The last day is over: it comes down by itself, here and at the credit system. */
export const expirePublicity =
  (deps: OutcomeDeps): DecidePenaltyLater<undefined> =>
  async (penalty, _input, moment) => {
    const { publicity } = penalty;
    const today = shanghaiDate(moment.at);
    if (publicity === undefined || publicity.ended !== undefined || publicity.until >= today)
      return ok({ to: moment.status, state: penalty });
    return ok(await ended(deps, penalty, publicity, 'expired', today, moment));
  };

/**
 * A repair (信用修复) that was granted ends it early. The law may give no early end (吊销), or none yet.
 *
 * Problems: `penalty.publicity.none`, `penalty.publicity.never`, `penalty.publicity.early`
 */
export const repairPublicity =
  (deps: OutcomeDeps): DecidePenaltyLater<{ readonly on: LocalDate }> =>
  async (penalty, { on }, moment) => {
    const { publicity } = penalty;
    if (publicity === undefined) return problem('penalty.publicity.none');
    if (publicity.ended !== undefined) return ok({ to: moment.status, state: penalty });
    if (publicity.earliest === undefined) return problem('penalty.publicity.never');
    if (on < publicity.earliest) return problem('penalty.publicity.early', { from: publicity.earliest });
    return ok(await ended(deps, penalty, publicity, 'repaired', on, moment));
  };

async function ended(
  deps: OutcomeDeps,
  penalty: PenaltyCase,
  publicity: PenaltyPublicity,
  reason: 'expired' | 'repaired',
  on: LocalDate,
  moment: PenaltyMoment,
): Promise<PenaltyDecision> {
  const said = toldCredit(penalty, 'end', moment.at, reason);
  const { uscc, kind } = penalty.party;
  // The negative result of its inspection comes down together with it.
  const minor = publicity.class === 'none' || publicity.class === 'minor';
  const told = minor ? {} : await toldInspection(deps, penalty, { outcome: 'other', until: on }, moment);
  return {
    to: moment.status,
    state: { ...said.state, publicity: { ...publicity, ended: { on, reason } } },
    ground: reason,
    publishes: true,
    credit: said.credit,
    risk:
      reason === 'repaired' && kind === 'agency' && uscc !== undefined
        ? [{ type: 'cured', id: penaltyFact(penalty, publicity.class), uscc, on }]
        : [],
    ...told,
  };
}
