import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { ok, problem } from '../problem.ts';
import type { DecidePenaltyLater, PenaltyDecision, PenaltyMoment } from './command.ts';
import { factOf, penaltyFact, toldCredit } from './effects.ts';
import { type OutcomeDeps, toldInspection } from './inspectionOutcome.ts';
import type { PenaltyCase, PenaltyPublicity } from './penaltyCase.ts';
import { publicityTerm } from './publicationTerms.ts';
import { restrictedUntil } from './publicityOf.ts';

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

/**
 * A repair was got by fraud and is cancelled (令107号 art. 23): it is published again, here and at the credit system, for
 * its full term from that day, and without any early end.
 *
 * Problems: `penalty.publicity.none`, `penalty.publicity.unrepaired`
 */
export const restartPublicity =
  (deps: OutcomeDeps): DecidePenaltyLater<{ readonly on: LocalDate }> =>
  async (penalty, { on }, moment) => {
    const { publicity, draft, decision } = penalty;
    if (publicity === undefined || draft === undefined || decision === undefined)
      return problem('penalty.publicity.none');
    if (publicity.restarted === on) return ok({ to: moment.status, state: penalty });
    if (publicity.ended?.reason !== 'repaired') return problem('penalty.publicity.unrepaired');
    const { until } = publicityTerm(publicity.class, on, restrictedUntil(draft.charges, decision.on));
    const { ended: _ended, earliest: _earliest, ...rest } = publicity;
    const restored: PenaltyCase = { ...penalty, publicity: { ...rest, on, until, restarted: on } };
    const said = toldCredit(restored, 'publish', moment.at, 'repair-cancelled');
    const { uscc } = penalty.party;
    const before = penaltyFact(penalty, publicity.class);
    const facts = factOf(restored, publicity.class, publicity.on);
    return ok({
      to: moment.status,
      state: said.state,
      ground: 'repair-cancelled',
      publishes: true,
      credit: said.credit,
      risk:
        uscc === undefined || facts.length === 0
          ? []
          : [{ type: 'retracted', id: before, uscc, on }, ...facts],
      ...(await toldInspection(deps, penalty, { outcome: 'other', until }, moment)),
    });
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
