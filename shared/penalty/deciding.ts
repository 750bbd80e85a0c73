import { requireSecondPerson } from '../access/fourEyes.ts';
import { shanghaiDate, yearOf } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import { documentNumber } from '../notice/documentNumber.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecidePenaltyLater, type PenaltyDecision, type PenaltyMoment } from './command.ts';
import type { DeadlineKind } from './deadlineKinds.ts';
import { deadlineOf } from './deadlines.ts';
import { assessed } from './drafting.ts';
import type { NumberDesk } from './filing.ts';
import { type OutcomeDeps, toldInspection } from './inspectionOutcome.ts';
import type { Assessment } from './measures.ts';
import {
  currentNotice,
  type Decision,
  type Draft,
  type PenaltyCase,
  type StoredDeadline,
} from './penaltyCase.ts';
import { decisionSequence } from './penaltyRows.ts';
import { publicationClassOf } from './publicationTerms.ts';

/** The decision, by somebody who neither handled nor drafted nor reviewed the case (行政处罚法 arts. 57, 59, 60). */

export interface DecidingDeps extends OutcomeDeps {
  readonly desk: NumberDesk;
  /** First part of the number of a decision, e.g. `京知罚`. */
  readonly penaltyPrefix: string;
}

/**
 * Whether somebody may decide the case: not who handles it, drafted it, considered it or reviewed it last.
 *
 * Problems: `access.fourEyes.samePerson`
 */
export function mayDecide(penalty: PenaltyCase, actor: Pick<Actor, 'userId'>): Result<undefined> {
  for (const first of [
    penalty.draft?.by,
    penalty.consideration?.by,
    penalty.handler?.userId,
    penalty.reviews.at(-1)?.by,
  ]) {
    if (first === undefined) continue;
    const eyes = requireSecondPerson(first, actor.userId);
    if (!eyes.ok) return eyes;
  }
  return ok(undefined);
}

/** What has to have been done before anything is imposed. */
function stepsMissing(penalty: PenaltyCase): Result<never> | undefined {
  const notice = currentNotice(penalty);
  if (notice?.served === undefined) return problem('penalty.notice.none');
  if (penalty.consideration === undefined) return problem('penalty.consider.none');
  const passed = (stage: 'notice' | 'decision') =>
    penalty.reviews.some((one) => one.stage === stage && one.outcome === 'passed');
  return passed('notice') && passed('decision') ? undefined : problem('penalty.review.missing');
}

/** Decides as drafted, or sends it back with a reason. */
export const decide =
  (deps: DecidingDeps): DecidePenaltyLater<{ readonly agrees: boolean; readonly reason: string }> =>
  async (penalty, { agrees, reason }, moment) => {
    const { draft } = penalty;
    if (draft === undefined) return problem('penalty.draft.none');
    const may = mayDecide(penalty, moment.actor);
    if (!may.ok) return may;
    if (!agrees) {
      if (reason === '') return problem('penalty.reason.missing', undefined, 'reason');
      const to = draft.outcome === 'penalty' ? ('considering' as const) : ('investigating' as const);
      const note = { ...actOf(moment), text: reason };
      const state = { ...penalty, notes: [...penalty.notes, note] };
      return ok({ to, state, ground: 'sent-back', seal: { reason } });
    }
    const checked = assessed(penalty, draft.outcome, draft.charges, moment.at);
    if (!checked.ok) return checked;
    if (draft.outcome === 'penalty') {
      const missing = stepsMissing(penalty);
      if (missing !== undefined) return missing;
    }
    return outcomes[draft.outcome](deps, { penalty, draft, assessment: checked.value, moment });
  };

interface Deciding {
  readonly penalty: PenaltyCase;
  readonly draft: Draft;
  readonly assessment: Assessment | undefined;
  readonly moment: PenaltyMoment;
}

type Outcomes = Readonly<
  Record<Draft['outcome'], (deps: DecidingDeps, of: Deciding) => Promise<Result<PenaltyDecision>>>
>;

const outcomes: Outcomes = {
  async penalty(deps, { penalty, draft, assessment, moment }) {
    if (assessment === undefined) throw new Error(`${penalty.id}: a penalty without an assessment`);
    const on = shanghaiDate(moment.at);
    const { decision, row } = await numbered(deps, draft, moment);
    const state: PenaltyCase = {
      ...penalty,
      decision: { ...decision, fine: assessment.fine, confiscated: assessment.confiscated },
    };
    const gsxt = publicationClassOf(draft.charges, penalty.party) !== 'none';
    const kinds: readonly DeadlineKind[] = gsxt ? ['serve', 'portal', 'gsxt'] : ['serve', 'portal'];
    const deadlines = kinds.reduce<readonly StoredDeadline[]>(
      (all, kind) => withDeadline(all, deadlineOf(kind, on, penalty, moment.calendar)),
      penalty.deadlines.filter(({ kind }) => kind !== 'decide'),
    );
    return ok({
      to: 'serving',
      state: { ...state, deadlines },
      ground: draft.outcome,
      seal: { decision: { ...state.decision } },
      rows: [row],
      // 两书同达: what ends the publicity, and when, goes out with the decision itself.
      papers: [paper('decision'), paper('repair-notice')],
    });
  },
  async 'no-penalty'(deps, { penalty, draft, moment }) {
    const { decision, row } = await numbered(deps, draft, moment);
    const told = await toldInspection(deps, penalty, { outcome: 'none' }, moment);
    return ok({
      to: 'dismissed',
      state: { ...penalty, decision },
      ground: draft.ground ?? draft.outcome,
      rows: [row],
      papers: [paper('no-penalty')],
      ...told,
    });
  },
  async transfer(_deps, of) {
    return handedOn(of, 'transferred', 'transfer');
  },
  async proposal(_deps, of) {
    return handedOn(of, 'proposed', 'proposal');
  },
};

/** What another authority decides: the file goes there with a paper of the office, which decides nothing itself. */
function handedOn(
  { penalty, draft, moment }: Deciding,
  to: 'transferred' | 'proposed',
  form: 'transfer' | 'proposal',
): Result<PenaltyDecision> {
  const decision: Decision = { ...bare(draft, moment) };
  return ok({ to, state: { ...penalty, decision }, ground: draft.outcome, papers: [paper(form)] });
}

const bare = (draft: Draft, moment: PenaltyMoment) => ({
  outcome: draft.outcome,
  on: shanghaiDate(moment.at),
  decided: actOf(moment),
  fine: 0,
  confiscated: 0,
});

/** The decision under the next number of its year, and the counter that goes with it. */
async function numbered({ desk, penaltyPrefix }: DecidingDeps, draft: Draft, moment: PenaltyMoment) {
  const year = yearOf(shanghaiDate(moment.at));
  const sequence = decisionSequence(year);
  const last = await desk.counter(sequence);
  const serial = last + 1;
  const decision: Decision = {
    ...bare(draft, moment),
    serial,
    number: documentNumber(penaltyPrefix, year, serial),
  };
  return { decision, row: counterPut(sequence, last, 1) };
}

const paper = (form: 'decision' | 'repair-notice' | 'no-penalty' | 'transfer' | 'proposal') => ({
  key: form,
  order: { type: 'form', form, id: '1' } as const,
});
