import { isOverdue, withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { ok, problem } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import { dayOf, deadlineOf } from './deadlines.ts';
import { MOST_EVIDENCE } from './evidenceCommands.ts';
import {
  currentRound,
  type InspectionCase,
  type RecheckOutcome,
  type RectificationRound,
  recheckOutcomes,
} from './inspectionCase.ts';
import { handOverRows } from './inspectionRows.ts';
import { asMember } from './record.ts';
import { handOverOf, RECTIFY_DAYS } from './reviewing.ts';
import { curedFacts, wasPublished } from './riskFacts.ts';

/** 责令限期改正: what the agency reports, and the check by two members of the original team. */

/** After the second round it is decided: put right, or handed over. */
export const MOST_ROUNDS = 2;

function withRound(inspection: InspectionCase, round: RectificationRound): InspectionCase {
  return { ...inspection, rectification: [...inspection.rectification.slice(0, -1), round] };
}

/** The agency adds a file to its report; it is kept at once and handed in with the report. */
export const attachRectification: DecideInspection<{ readonly evidence: Evidence }> = (
  inspection,
  { evidence },
  { status },
) => {
  const round = currentRound(inspection);
  if (round === undefined) return problem('inspection.rectify.none');
  const standing = inspection.evidence.filter((one) => one.removed === undefined);
  if (standing.some(({ id }) => id === evidence.id)) return ok({ to: status, state: inspection });
  if (roundEvidence(inspection).length >= MOST_EVIDENCE)
    return problem('inspection.evidence.many', { most: MOST_EVIDENCE });
  return ok({
    to: status,
    state: { ...inspection, evidence: [...inspection.evidence, evidence] },
    seal: { evidence: evidence.sha256 },
  });
};

/** The files of the round that runs. */
export function roundEvidence(inspection: InspectionCase): readonly Evidence[] {
  const round = currentRound(inspection);
  if (round === undefined) return [];
  // As instants: files are dated to the millisecond, commands to the second.
  const since = Date.parse(round.ordered.at);
  return inspection.evidence.filter(
    ({ purpose, at, removed }) =>
      purpose === 'rectification' && Date.parse(at) >= since && removed === undefined,
  );
}

/** The agency reports what it has put right: by its link, or on paper entered by a supervisor. */
export const answerRectification: DecideInspection<{ readonly text: string }> = (
  inspection,
  { text },
  { at, calendar },
) => {
  const round = currentRound(inspection);
  if (round === undefined) return problem('inspection.rectify.none');
  const evidence = roundEvidence(inspection).map(({ id }) => id);
  const state = withRound(inspection, { ...round, answer: { at, text, evidence } });
  return ok({ to: 'rechecking', state: rechecking(state, at, calendar), seal: { text } });
};

function rechecking(
  inspection: InspectionCase,
  at: string,
  calendar: Parameters<typeof deadlineOf>[2],
): InspectionCase {
  const kept = withoutDeadline(inspection.deadlines, 'rectify');
  return { ...inspection, deadlines: withDeadline(kept, deadlineOf('recheck', dayOf(at), calendar)) };
}

/** The period is over without a report: the team checks all the same. */
export const expireRectification: DecideInspection<undefined> = (
  inspection,
  _input,
  { at, calendar, status },
) => {
  const due = inspection.deadlines.find(({ kind }) => kind === 'rectify');
  if (due === undefined || !isOverdue(due, at)) return ok({ to: status, state: inspection });
  return ok({ to: 'rechecking', state: rechecking(inspection, at, calendar), ground: 'overdue' });
};

export const recheck: DecideInspection<{ readonly outcome: string; readonly note: string }> = (
  inspection,
  { outcome, note },
  { actor, at, status },
) => {
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const round = currentRound(inspection);
  if (round === undefined) return problem('inspection.rectify.none');
  const known = recheckOutcomes.find((one): one is RecheckOutcome => one === outcome);
  if (known === undefined) return problem('inspection.recheck.outcome', undefined, 'outcome');
  if (known === 'insufficient' && inspection.rectification.length >= MOST_ROUNDS)
    return problem('inspection.recheck.rounds', { most: MOST_ROUNDS }, 'outcome');
  const checked = { by: actor.userId, name: actor.name, at, outcome: known, note };
  return ok({
    to: status,
    state: withRound(inspection, { ...round, recheck: checked }),
    ground: known,
    seal: { note },
  });
};

/** A second member of the original team confirms what the first has found. */
export const confirmRecheck: DecideInspection<{ readonly days: number }> = (inspection, { days }, moment) => {
  const { actor, at, calendar } = moment;
  const member = asMember(inspection, actor);
  if (!member.ok) return member;
  const round = currentRound(inspection);
  const checked = round?.recheck;
  if (round === undefined || checked === undefined) return problem('inspection.recheck.none');
  if (checked.by === actor.userId) return problem('inspection.four_eyes');
  const by = { by: actor.userId, name: actor.name, at };
  const settled = withRound(inspection, { ...round, recheck: { ...checked, confirmed: by } });
  const deadlines = withoutDeadline(settled.deadlines, 'recheck');
  const paper = `recheck-${inspection.rectification.length}`;
  const told = { key: paper, order: { type: 'recheck', id: paper } } as const;
  if (checked.outcome === 'insufficient') {
    const { least, most } = RECTIFY_DAYS;
    if (!(Number.isInteger(days) && days >= least && days <= most))
      return problem('inspection.approve.days', { least, most }, 'days');
    const due = deadlineOf('rectify', dayOf(at), calendar, days);
    const next = { ordered: by, text: checked.note, days, due: due.deadline.dueLegal };
    return ok({
      to: 'rectifying',
      state: {
        ...settled,
        rectification: [...settled.rectification, next],
        deadlines: withDeadline(deadlines, due),
      },
      ground: checked.outcome,
      papers: [
        {
          key: `rectification-${settled.rectification.length + 1}`,
          order: { type: 'rectification' },
        },
      ],
    });
  }
  if (checked.outcome === 'rectified') {
    return ok({
      to: 'closed',
      state: {
        ...settled,
        deadlines,
        outcome: inspection.handOver === undefined ? 'rectified' : 'handed-over',
        closed: at,
      },
      ground: checked.outcome,
      publishes: true,
      papers: [told],
      rows: wasPublished(settled) ? curedFacts(settled, dayOf(at), at) : [],
    });
  }
  // What was handed over for the lists only goes to the penalty procedure as well: both leads stay.
  const leads = inspection.handOver?.to === 'penalty';
  const handOver =
    inspection.handOver !== undefined && leads
      ? inspection.handOver
      : handOverOf(inspection, 'penalty', checked.note, by);
  const { until: _until, ...publicity } = settled.publicity ?? {};
  const state: InspectionCase = {
    ...settled,
    deadlines,
    handOver,
    outcome: 'handed-over',
    closed: at,
    // What was not put right goes the way of the penalty, and so does its publicity.
    ...(settled.publicity === undefined
      ? {}
      : { publicity: publicity as NonNullable<InspectionCase['publicity']> }),
  };
  return ok({
    to: 'closed',
    state,
    ground: checked.outcome,
    publishes: true,
    papers: [told],
    rows: leads ? [] : handOverRows(state, at),
  });
};
