import { requireSecondPerson } from '../access/fourEyes.ts';
import { addMonths, type LocalDate, shanghaiDate, yearOf } from '../calendar/localDate.ts';
import { isOverdue, withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import { notFiledGrounds } from '../law/intakeGrounds.ts';
import { lawAt } from '../law/lawTable.ts';
import { parameterRow } from '../law/penaltyParameters.ts';
import { filingConditions } from '../law/penaltyProcedure.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecidePenalty, type DecidePenaltyLater } from './command.ts';
import type { DeadlineKind } from './deadlineKinds.ts';
import { allRecounted, deadlineOf } from './deadlines.ts';
import type { Extension, FilingDecision, Officer, PenaltyCase } from './penaltyCase.ts';
import { caseSequence } from './penaltyRows.ts';

/** The check of a lead and the decision whether a case is filed: 15 + 15 working days (令2号 arts. 18–20). */

/** The last number of a sequence that was given out. */
export interface NumberDesk {
  counter(sequence: string): Promise<number>;
}

export interface NumberDeps {
  readonly desk: NumberDesk;
  readonly officeCode: string;
}

/** Puts somebody in charge; the first time the case gets its number, together with the counter. */
export const assignPenalty =
  ({
    desk,
    officeCode,
  }: NumberDeps): DecidePenaltyLater<{ readonly userId: string; readonly name: string }> =>
  async (penalty, handler, { at, status }) => {
    if (penalty.handler?.userId === handler.userId) return ok({ to: status, state: penalty });
    const state: PenaltyCase = { ...penalty, handler: { ...handler, since: at } };
    if (penalty.number !== undefined) return ok({ to: status, state });
    const year = yearOf(penalty.received.on);
    const sequence = caseSequence(year);
    const last = await desk.counter(sequence);
    const number = `${officeCode}-${year}-CF${String(last + 1).padStart(5, '0')}`;
    return ok({ to: status, state: { ...state, number }, rows: [counterPut(sequence, last, 1)] });
  };

/** The officers of the case: at least two, each an inspector whose certificate is valid (行政处罚法 art. 42). */
export const nameOfficers: DecidePenalty<{ readonly officers: readonly Officer[] }> = (
  penalty,
  { officers },
  { status },
) => {
  const ids = new Set(officers.map(({ inspectorId }) => inspectorId));
  if (ids.size !== officers.length) return problem('penalty.officers.twice', undefined, 'officers');
  if (ids.size < 2) return problem('penalty.officers.few', undefined, 'officers');
  return ok({ to: status, state: { ...penalty, officers }, seal: { officers: [...ids].sort() } });
};

export interface FilingInput {
  readonly outcome: FilingDecision['outcome'];
  /** Codes of `filingConditions` that are met. */
  readonly conditions: readonly string[];
  /** Harm to life, health or financial safety: five years instead of two. */
  readonly graveHarm?: boolean;
  readonly ground?: string;
  readonly to?: string;
  readonly reason: string;
  /** End of what is suspected, as far as known: what was found out too late cannot be punished. */
  readonly actOn?: LocalDate;
}

/** What keeps a case from being filed (令2号 art. 19; 行政处罚法 art. 36). */
function filingProblem(penalty: PenaltyCase, input: FilingInput): Result<never> | undefined {
  const { actOn } = input;
  if (actOn === undefined) return problem('penalty.act_on.missing', undefined, 'actOn');
  const found = penalty.received.on;
  if (actOn > found) return problem('penalty.act_on.future', undefined, 'actOn');
  const { value } = parameterRow(
    input.graveHarm === true ? 'limitation.grave' : 'limitation.ordinary',
    found,
  );
  if (addMonths(actOn, value) < found)
    return problem('penalty.limitation', { actOn, years: value / 12 }, 'actOn');
  if (filingConditions.some(({ rule }) => !input.conditions.includes(rule)))
    return problem('penalty.conditions', undefined, 'conditions');
  return penalty.officers.length < 2 ? problem('penalty.officers.few') : undefined;
}

function groundProblem(penalty: PenaltyCase, { ground }: FilingInput): Result<never> | undefined {
  const known = lawAt(notFiledGrounds, penalty.received.on).some(({ rule }) => rule === ground);
  return known ? undefined : problem('penalty.ground.unknown', undefined, 'ground');
}

const filingProblems: Readonly<
  Record<FilingDecision['outcome'], (penalty: PenaltyCase, input: FilingInput) => Result<never> | undefined>
> = {
  filed: filingProblem,
  'not-filed': groundProblem,
  transferred: (_penalty, { to }) =>
    (to ?? '') === '' ? problem('penalty.to.missing', undefined, 'to') : undefined,
};

/** Proposes to file a case, not to, or to hand it to who is competent. */
export const proposeFiling: DecidePenalty<FilingInput> = (penalty, input, moment) => {
  const { outcome, ground, actOn, to, reason, conditions } = input;
  if (penalty.handler === undefined) return problem('penalty.handler.missing');
  const wrong = filingProblems[outcome](penalty, input);
  if (wrong !== undefined) return wrong;
  const filing: FilingDecision = {
    outcome,
    conditions,
    ...(outcome === 'not-filed' && ground !== undefined ? { ground } : {}),
    ...(outcome === 'transferred' && to !== undefined ? { to } : {}),
    reason,
    proposed: actOf(moment),
  };
  const suspicion = actOn === undefined ? penalty.suspicion : { ...penalty.suspicion, actOn };
  return ok({
    to: moment.status,
    state: { ...penalty, filing, suspicion },
    ground: outcome === 'not-filed' ? `${outcome} ${ground}` : outcome,
    seal: { reason },
  });
};

/** Decides as proposed, or sends the proposal back. */
export const decideFiling: DecidePenalty<{ readonly agrees: boolean }> = (penalty, { agrees }, moment) => {
  const { filing } = penalty;
  if (filing === undefined) return problem('penalty.filing.none');
  const eyes = requireSecondPerson(filing.proposed.by, moment.actor.userId);
  if (!eyes.ok) return eyes;
  if (!agrees) {
    const { filing: _gone, ...rest } = penalty;
    return ok({ to: 'lead', state: rest, ground: 'sent-back' });
  }
  const decided = { ...filing, decided: actOf(moment) };
  const state: PenaltyCase = { ...penalty, filing: decided };
  const ground = filing.ground ?? filing.outcome;
  if (filing.outcome === 'transferred')
    return ok({ to: 'transferred', state, ground, papers: [paper('transfer')] });
  if (filing.outcome === 'not-filed')
    return ok({ to: 'not-filed', state, ground, papers: [paper('filing')] });
  const on = shanghaiDate(moment.at);
  const deadlines = withDeadline(
    withoutDeadline(state.deadlines, 'file'),
    deadlineOf('decide', on, state, moment.calendar),
  );
  return ok({ to: 'investigating', state: { ...state, deadlines }, ground, papers: [paper('filing')] });
};

const paper = (form: 'filing' | 'transfer') => ({
  key: form,
  order: { type: 'form', form, id: '1' } as const,
});

const extendable: readonly DeadlineKind[] = ['file', 'decide'];

/** The date of the case that the law lets extend now, if it has one. */
export function extendableNow(
  penalty: Pick<PenaltyCase, 'deadlines' | 'extensions'>,
): DeadlineKind | undefined {
  return penalty.deadlines.find(
    ({ kind }) =>
      extendable.includes(kind) &&
      !penalty.extensions.some((one) => one.kind === kind && one.decided?.outcome !== 'rejected'),
  )?.kind;
}

/** A period that is over cannot be made longer. */
function lateProblem(penalty: PenaltyCase, kind: DeadlineKind, at: string): Result<never> | undefined {
  const stored = penalty.deadlines.find((one) => one.kind === kind);
  return stored !== undefined && isOverdue(stored, at)
    ? problem('penalty.extension.late', { due: stored.deadline.dueLegal })
    : undefined;
}

/** Asks for the longer period (15 working days more, or 30 days more); it counts when somebody else has approved it. */
export const askExtension: DecidePenalty<{ readonly reason: string }> = (penalty, { reason }, moment) => {
  const kind = extendableNow(penalty);
  if (kind === undefined) return problem('penalty.extension.none');
  const late = lateProblem(penalty, kind, moment.at);
  if (late !== undefined) return late;
  const extension: Extension = { kind, reason, asked: actOf(moment) };
  return ok({
    to: moment.status,
    state: { ...penalty, extensions: [...penalty.extensions, extension] },
    ground: kind,
    seal: { reason },
  });
};

export const decideExtension: DecidePenalty<{ readonly outcome: 'approved' | 'rejected' }> = (
  penalty,
  { outcome },
  moment,
) => {
  const waiting = penalty.extensions.find(({ decided }) => decided === undefined);
  if (waiting === undefined) return problem('penalty.extension.none');
  const eyes = requireSecondPerson(waiting.asked.by, moment.actor.userId);
  if (!eyes.ok) return eyes;
  const late = outcome === 'approved' ? lateProblem(penalty, waiting.kind, moment.at) : undefined;
  if (late !== undefined) return late;
  const extensions = penalty.extensions.map((one) =>
    one === waiting ? { ...one, decided: { ...actOf(moment), outcome } } : one,
  );
  return ok({
    to: moment.status,
    state: allRecounted({ ...penalty, extensions }, moment.calendar),
    ground: outcome,
  });
};
