import type { LocalDate } from '../calendar/localDate.ts';
import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import { dayOf, deadlineOf } from './deadlines.ts';
import {
  type Correction,
  type InspectionCase,
  type PenaltyOutcome,
  type Publicity,
  penaltyOutcomes,
} from './inspectionCase.ts';
import { publicResults, publishedUntil, withdrawn } from './publishing.ts';
import { curedFacts, publishedFacts, retractedFacts } from './riskFacts.ts';
import { checkedResults, type ResultInput } from './visitResults.ts';

/**
 * A published result that is wrong is corrected or withdrawn within three working days; what it replaces leaves a
 * tombstone: number, day and reason.
 */

export function openCorrection(inspection: Pick<InspectionCase, 'corrections'>): Correction | undefined {
  return inspection.corrections.find(({ settled }) => settled === undefined);
}

/** Whether what was published has come down: nothing is left that could be corrected. */
export function isDown({ publicity }: Pick<InspectionCase, 'publicity'>): boolean {
  return publicity?.withdrawn !== undefined;
}

function withCorrection(inspection: InspectionCase, next: Correction): InspectionCase {
  return {
    ...inspection,
    corrections: inspection.corrections.map((one) => (one.settled === undefined ? next : one)),
  };
}

/** The agency, or somebody of the office, says that the published result is wrong: the clock starts. */
export const raiseCorrection: DecideInspection<{ readonly text: string }> = (
  inspection,
  { text },
  moment,
) => {
  const { actor, at, calendar, status } = moment;
  if (inspection.publicity === undefined || isDown(inspection))
    return problem('inspection.correction.unpublished');
  if (openCorrection(inspection) !== undefined) return problem('inspection.correction.pending');
  const correction: Correction = { raised: { by: actor.userId, name: actor.name, at }, text };
  return ok({
    to: status,
    state: {
      ...inspection,
      corrections: [...inspection.corrections, correction],
      deadlines: withDeadline(inspection.deadlines, deadlineOf('correction', dayOf(at), calendar)),
    },
    seal: { text },
  });
};

/** What should stand instead: the results of the items that change, or nothing at all. */
export const proposeCorrection: DecideInspection<{
  readonly reason: string;
  /** Absent: the result is to be withdrawn. */
  readonly results?: readonly ResultInput[];
}> = (inspection, input, { actor, at, status }) => {
  const open = openCorrection(inspection);
  if (open === undefined) return problem('inspection.correction.none');
  if (isDown(inspection)) return problem('inspection.correction.down');
  const { reason } = input;
  const checked = input.results === undefined ? undefined : checkedResults(inspection, input.results, at);
  if (checked?.ok === false) return checked;
  const results = checked === undefined ? undefined : { ...inspection.results, ...checked.value };
  const proposed = {
    by: actor.userId,
    name: actor.name,
    at,
    reason,
    ...(results === undefined ? {} : { results }),
  };
  return ok({
    to: status,
    state: withCorrection(inspection, { ...open, proposed }),
    ground: results === undefined ? 'withdraw' : 'correct',
    // Of a withdrawal there are no results whose digest could be kept.
    seal: { reason, ...(results === undefined ? {} : { results }) },
  });
};

/** The agency is told why its result stays; what is withdrawn or corrected speaks for itself. */
export type SettleInput = { readonly keep: false } | { readonly keep: true; readonly reason: string };

/**
 * A second person decides: the proposal, or that the result stands as it is. What has come down meanwhile never goes
 * up again: then the correction can only be closed.
 */
export const settleCorrection: DecideInspection<SettleInput> = (inspection, input, moment) => {
  const { actor, at, status } = moment;
  const open = openCorrection(inspection);
  const { publicity } = inspection;
  if (open === undefined || publicity === undefined) return problem('inspection.correction.none');
  if (!input.keep && isDown(inspection)) return problem('inspection.correction.down');
  if (!input.keep && open.proposed === undefined) return problem('inspection.correction.proposal');
  if ((open.proposed ?? open.raised).by === actor.userId) return problem('inspection.four_eyes');
  const by = { by: actor.userId, name: actor.name, at };
  const today = dayOf(at);
  const deadlines = withoutDeadline(inspection.deadlines, 'correction');
  const results = open.proposed?.results;
  const id = String(inspection.corrections.indexOf(open) + 1);
  const papers = [{ key: `correction-${id}`, order: { type: 'correction', id } }] as const;
  if (input.keep) {
    const { reason } = input;
    const settled = { ...by, outcome: 'kept' as const, reason };
    return ok({
      to: status,
      state: { ...withCorrection(inspection, { ...open, settled }), deadlines },
      ground: 'kept',
      seal: { reason },
      papers,
    });
  }
  const before = { ...inspection, publicity };
  const down = withdrawn(publicity, today, results === undefined ? 'annulled' : 'corrected');
  if (results === undefined) {
    const settled = { ...by, outcome: 'withdrawn' as const };
    return ok({
      to: status,
      state: { ...withCorrection(inspection, { ...open, settled }), publicity: down, deadlines },
      ground: 'withdrawn',
      publishes: true,
      papers,
      rows: retractedFacts(before, today, at),
    });
  }
  const shown = publicResults(inspection, results);
  // The day of the first publication counts on: a correction does not lengthen the time on display.
  const until = publishedUntil(inspection, shown, publicity.on);
  const settled = { ...by, outcome: 'corrected' as const, replaced: inspection.results };
  const { withdrawn: _down, ...rest } = down;
  const next: Publicity = {
    ...rest,
    version: publicity.version + 1,
    at,
    results: shown,
    ...(until === undefined ? {} : { until }),
  };
  const corrected = { ...inspection, publicity: next };
  return ok({
    to: status,
    state: {
      ...withCorrection(inspection, { ...open, settled }),
      results,
      publicity: next,
      deadlines,
    },
    ground: 'corrected',
    publishes: true,
    papers: [{ key: `result-${next.version}`, order: { type: 'result' } }],
    rows: [
      ...retractedFacts(before, today, at),
      ...publishedFacts(corrected, at),
      ...(inspection.outcome === 'rectified' ? curedFacts(corrected, today, at) : []),
    ],
  });
};

/**
 * What came of the penalty procedure: only then is it known how long a negative result stays. One that was more than
 * minor carries the result with it, to the same last day.
 */
export const penaltyOutcome: DecideInspection<{ readonly outcome: string; readonly until?: LocalDate }> = (
  inspection,
  { outcome, until: penaltyUntil },
  { actor, at, status },
) => {
  const known = penaltyOutcomes.find((one): one is PenaltyOutcome => one === outcome);
  if (known === undefined) return problem('inspection.penalty.outcome', undefined, 'outcome');
  if (inspection.handOver?.to !== 'penalty') return problem('inspection.penalty.none');
  const penalty = { by: actor.userId, name: actor.name, at, outcome: known };
  const { publicity } = inspection;
  const state = { ...inspection, penalty };
  if (publicity === undefined || publicity.withdrawn !== undefined)
    return ok({ to: status, state, ground: known });
  const until = known === 'other' ? penaltyUntil : publishedUntil(state, publicity.results, publicity.on);
  const { until: _before, ...rest } = publicity;
  return ok({
    to: status,
    state: { ...state, publicity: { ...rest, ...(until === undefined ? {} : { until }) } },
    ground: known,
    publishes: true,
  });
};
