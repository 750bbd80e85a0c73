import { requireSecondPerson } from '../access/fourEyes.ts';
import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { annulmentReasons } from '../law/penaltyProcedure.ts';
import type { Lead } from '../lead/lead.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecidePenalty, type DecidePenaltyLater } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import { penaltyFact, toldCredit } from './effects.ts';
import { type OutcomeDeps, toldInspection } from './inspectionOutcome.ts';
import type { PenaltyCase } from './penaltyCase.ts';

/** A decision that no longer stands is taken back everywhere in three working days (行政处罚法 art. 48). */

/** Enters the paper that annuls the decision: the three days run from its day. */
export const proposeAnnulment: DecidePenalty<{
  readonly ground: string;
  readonly reference: string;
  readonly reason: string;
  readonly on: LocalDate;
}> = (penalty, { ground, reference, reason, on }, moment) => {
  if (!annulmentReasons.some(({ rule }) => rule === ground))
    return problem('penalty.ground.unknown', undefined, 'ground');
  const today = shanghaiDate(moment.at);
  if (on > today) return problem('penalty.day.future', undefined, 'on');
  if (penalty.decision !== undefined && on < penalty.decision.on)
    return problem('penalty.day.early', undefined, 'on');
  const withdraw = deadlineOf('withdraw', on, penalty, moment.calendar);
  return ok({
    to: moment.status,
    state: {
      ...penalty,
      annulment: { ground, reference, reason, on, proposed: actOf(moment) },
      deadlines: withDeadline(penalty.deadlines, withdraw),
    },
    ground,
    seal: { reference, reason },
  });
};

/** Annuls it, or finds that what was entered is wrong. What was published leaves a tombstone: number, day, reason. */
export const annul =
  (deps: OutcomeDeps): DecidePenaltyLater<{ readonly agrees: boolean }> =>
  async (penalty, { agrees }, moment) => {
    const { annulment, publicity } = penalty;
    if (annulment === undefined || annulment.decided !== undefined) return problem('penalty.annulment.none');
    const eyes = requireSecondPerson(annulment.proposed.by, moment.actor.userId);
    if (!eyes.ok) return eyes;
    const settled = withoutDeadline(penalty.deadlines, 'withdraw');
    if (!agrees) {
      const { annulment: _gone, ...rest } = penalty;
      return ok({ to: moment.status, state: { ...rest, deadlines: settled }, ground: 'sent-back' });
    }
    const on = shanghaiDate(moment.at);
    const state: PenaltyCase = {
      ...penalty,
      annulment: { ...annulment, decided: actOf(moment) },
      deadlines: [],
    };
    const papers = [
      { key: 'annulment', order: { type: 'form', form: 'annulment', id: '1' } as const },
    ] as const;
    if (publicity === undefined) return ok({ to: 'annulled', state, ground: annulment.ground, papers });
    const said = toldCredit(state, 'withdraw', moment.at, 'annulled');
    const { uscc, kind } = penalty.party;
    const told = await toldInspection(deps, penalty, { outcome: 'none' }, moment);
    return ok({
      to: 'annulled',
      state: { ...said.state, publicity: { ...publicity, ended: { on, reason: 'annulled' } } },
      ground: annulment.ground,
      papers,
      publishes: true,
      credit: said.credit,
      risk:
        kind === 'agency' && uscc !== undefined
          ? [{ type: 'retracted', id: penaltyFact(penalty, publicity.class), uscc, on }]
          : [],
      leads: annulledListing(penalty, moment.at),
      ...told,
    });
  };

/** The listing that rests on the decision falls with it (令44号 art. 19). */
function annulledListing({ id, draft, decision, party }: PenaltyCase, at: string): readonly Lead[] {
  if (draft?.listing === undefined || decision?.number === undefined || party.uscc === undefined) return [];
  return [
    {
      source: 'penalty',
      to: 'listing',
      penalty: id,
      number: decision.number,
      uscc: party.uscc,
      ground: draft.listing.ground,
      annulled: true,
      by: 'system',
      at,
    },
  ];
}
