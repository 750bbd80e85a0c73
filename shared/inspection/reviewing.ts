import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import type { PublicityResult } from '../law/inspectionVocabulary.ts';
import { ok, type Problem, problem, refuse } from '../problem.ts';
import type { DecideInspection, InspectionActor } from './command.ts';
import { dayOf, deadlineOf } from './deadlines.ts';
import { type HandOver, type InspectionCase, isMember, itemsOfCase } from './inspectionCase.ts';

/** Review by somebody who did not inspect: back to the team with a reason, or approved with what follows. */

/** The workflow stays within its budget of transitions; a third look is taken together, not by sending back. */
export const MOST_RETURNS = 2;

/** Days within which an agency has to put right what was ordered: from, to. */
export const RECTIFY_DAYS = { least: 1, most: 90 } as const;

/**
 * Whether the person had no part in the inspection: not of the team, now or before, and wrote nothing in it. Whoever
 * stepped back from it, for a conflict of interest above all, does not come back as its reviewer.
 */
export function mayReview(inspection: InspectionCase, actor: InspectionActor): boolean {
  const wrote = [
    ...inspection.arrivals.map(({ by }) => by),
    ...inspection.signatures.map(({ by }) => by),
    ...Object.values(inspection.answers).map(({ by }) => by),
    ...inspection.evidence.flatMap(({ by, removed }) => [by, removed?.by]),
    ...inspection.letters.map(({ entered }) => entered.by),
    inspection.agencySignature?.by,
    inspection.submitted?.by,
  ];
  const steppedBack = inspection.staffing.some(
    ({ inspectorId, decided }) => inspectorId === actor.inspectorId && decided?.outcome !== 'refused',
  );
  return !isMember(inspection, actor.inspectorId) && !steppedBack && !wrote.includes(actor.userId);
}

export const sendBack: DecideInspection<{ readonly reason: string }> = (inspection, { reason }, moment) => {
  const { actor, at, calendar } = moment;
  if (!mayReview(inspection, actor)) return problem('inspection.review.own');
  const returns = inspection.reviews.filter(({ outcome }) => outcome === 'returned').length;
  if (returns >= MOST_RETURNS) return problem('inspection.review.returns', { most: MOST_RETURNS });
  const review = { by: actor.userId, name: actor.name, at, outcome: 'returned' as const, reason };
  const kept = withoutDeadline(inspection.deadlines, 'review');
  return ok({
    to: 'returned',
    state: {
      ...inspection,
      reviews: [...inspection.reviews, review],
      signatures: [],
      deadlines: withDeadline(kept, deadlineOf('correct', dayOf(at), calendar)),
    },
    seal: { reason },
  });
};

export interface ApproveInput {
  readonly comment: string;
  readonly rectify: boolean;
  readonly rectifyDays: number;
  readonly rectifyText: string;
  readonly handOver: '' | HandOver['to'];
  readonly handOverReason: string;
}

/** What each result asks of the reviewer. */
interface Follow {
  readonly rectify: 'must' | 'may' | 'never';
  readonly handOver: 'penalty' | 'listing' | 'may' | 'never';
}

const follows: Readonly<Record<PublicityResult, Follow>> = {
  no_problem: { rectify: 'never', handOver: 'never' },
  no_such_business: { rectify: 'never', handOver: 'never' },
  not_publicised: { rectify: 'may', handOver: 'may' },
  false_publicity: { rectify: 'may', handOver: 'may' },
  unreachable: { rectify: 'never', handOver: 'listing' },
  rectification_ordered: { rectify: 'must', handOver: 'may' },
  obstruction: { rectify: 'may', handOver: 'penalty' },
  pending: { rectify: 'may', handOver: 'penalty' },
};

/** Every result that was found, each once. */
export function resultsFound(inspection: Pick<InspectionCase, 'results'>): readonly PublicityResult[] {
  return [...new Set(Object.values(inspection.results).flatMap(({ results }) => results))];
}

/** What may and must follow from the results of a case: the reviewer's page shows it, the command enforces it. */
export function followsOf(inspection: Pick<InspectionCase, 'results'>) {
  const rows = resultsFound(inspection).map((result) => follows[result]);
  const handOvers = rows.map(({ handOver }) => handOver);
  return {
    rectifyMust: rows.some(({ rectify }) => rectify === 'must'),
    rectifyMay: rows.some(({ rectify }) => rectify !== 'never'),
    handOverMust: handOvers.find((to): to is HandOver['to'] => to === 'penalty' || to === 'listing'),
    handOverMay: handOvers.some((to) => to !== 'never'),
  };
}

export const approve: DecideInspection<ApproveInput> = (inspection, input, moment) => {
  const { actor, at, calendar } = moment;
  if (!mayReview(inspection, actor)) return problem('inspection.review.own');
  const problems = approveProblems(inspection, input);
  if (problems.length > 0) return refuse(...problems);
  const by = { by: actor.userId, name: actor.name, at };
  const review = { ...by, outcome: 'approved' as const, reason: input.comment };
  const rectify = input.rectify ? deadlineOf('rectify', dayOf(at), calendar, input.rectifyDays) : undefined;
  const rounds = rectify
    ? [
        {
          ordered: by,
          text: input.rectifyText,
          days: input.rectifyDays,
          due: rectify.deadline.dueLegal,
        },
      ]
    : [];
  const kept = withoutDeadline(inspection.deadlines, 'review');
  return ok({
    to: 'reviewed',
    state: {
      ...inspection,
      reviews: [...inspection.reviews, review],
      rectification: rounds,
      ...(input.handOver === ''
        ? {}
        : { handOver: handOverOf(inspection, input.handOver, input.handOverReason, by) }),
      deadlines: rectify === undefined ? kept : withDeadline(kept, rectify),
    },
    ground: [...resultsFound(inspection)].sort().join(' '),
    seal: { comment: input.comment, rectify: input.rectifyText, handOver: input.handOverReason },
  });
};

/** Everything that was found with a problem, as the next procedure takes it up. */
export function handOverOf(
  inspection: InspectionCase,
  to: HandOver['to'],
  reason: string,
  by: { readonly by: string; readonly name: string; readonly at: string },
): HandOver {
  const findings = itemsOfCase(inspection).flatMap((item) => {
    const results = (inspection.results[item]?.results ?? []).filter(
      (result) => follows[result].handOver !== 'never',
    );
    return results.length === 0 ? [] : [{ item, results }];
  });
  return { ...by, to, findings, reason };
}

function approveProblems(inspection: InspectionCase, input: ApproveInput): Problem[] {
  const { rectifyMust, rectifyMay, handOverMust, handOverMay } = followsOf(inspection);
  const problems: Problem[] = [];
  // 行政处罚法 art. 43: the head decides; nothing is concluded over an application that waits.
  if (inspection.recusals.some(({ decided }) => decided === undefined))
    problems.push({ code: 'inspection.approve.recusal', field: 'comment' });
  if (rectifyMust && !input.rectify) problems.push({ code: 'inspection.approve.rectify', field: 'rectify' });
  if (input.rectify && !rectifyMay) problems.push({ code: 'inspection.approve.noRectify', field: 'rectify' });
  const { least, most } = RECTIFY_DAYS;
  const days = input.rectifyDays;
  if (input.rectify && !(Number.isInteger(days) && days >= least && days <= most))
    problems.push({ code: 'inspection.approve.days', params: { least, most }, field: 'rectifyDays' });
  if (input.rectify && input.rectifyText === '')
    problems.push({ code: 'inspection.approve.text', field: 'rectifyText' });
  if (handOverMust !== undefined && input.handOver !== handOverMust)
    problems.push({ code: `inspection.approve.handOver.${handOverMust}`, field: 'handOver' });
  if (input.handOver !== '' && !handOverMay)
    problems.push({ code: 'inspection.approve.noHandOver', field: 'handOver' });
  if (input.handOver !== '' && input.handOverReason === '')
    problems.push({ code: 'inspection.approve.reason', field: 'handOverReason' });
  return problems;
}
