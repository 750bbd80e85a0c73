import { requireSecondPerson } from '../access/fourEyes.ts';
import { type LocalDate, shanghaiDate, yearOf } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import type { RowPut } from '../case/caseStore.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type RepairRefusal, repairRefusals } from '../law/repairRules.ts';
import { documentNumber } from '../notice/documentNumber.ts';
import { ok, problem, type Result } from '../problem.ts';
import { fraudDates } from './bars.ts';
import { actOf, type DecideRepair, type DecideRepairLater, type RepairMoment, textOf } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import type { RepairDeps } from './ports.ts';
import type { RepairCase, RepairStatus } from './repairCase.ts';
import { paperSequence } from './repairRows.ts';
import { mayGrant } from './standing.ts';

/** The decision: reasoned, with a ground of the list when it is a refusal, and made by two people (令107号 arts. 14–17). */

/** Which grounds a refusal can have in a status: not accepted, or not granted. */
export function refusalStep(status: RepairStatus): 'accepting' | 'deciding' {
  return status === 'accepted' ? 'deciding' : 'accepting';
}

/** The next number of the papers of a year, and the row that takes it. */
export async function nextNumber(
  { desk, prefix }: Pick<RepairDeps, 'desk' | 'prefix'>,
  on: LocalDate,
): Promise<{ readonly number: string; readonly serial: number; readonly row: RowPut }> {
  const year = yearOf(on);
  const sequence = paperSequence(year);
  const last = await desk.counter(sequence);
  return {
    number: documentNumber(prefix, year, last + 1),
    serial: last + 1,
    row: counterPut(sequence, last, 1),
  };
}

export type ProposalInput =
  | { readonly outcome: 'granted'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly ground: string; readonly reason: string };

/**
 * Proposes to grant, or to refuse with a ground and its reason.
 *
 * Problems: `repair.proposal.waits`, `repair.grant.unaccepted`, `repair.ground.unknown`, `repair.material.unasked`,
 * `repair.completion.running`, `repair.text.*`, and those of `mayGrant`
 */
export const propose =
  ({ subjects }: Pick<RepairDeps, 'subjects'>): DecideRepairLater<ProposalInput> =>
  async (repair, input, moment) => {
    if (repair.proposal !== undefined) return problem('repair.proposal.waits');
    const reason = textOf(input.reason, 'reason');
    if (!reason.ok) return reason;
    const today = shanghaiDate(moment.at);
    if (input.outcome === 'granted') {
      if (moment.status !== 'accepted') return problem('repair.grant.unaccepted', undefined, 'outcome');
      const may = mayGrant(await subjects[repair.subject.kind]?.find(repair.subject.id), today);
      if (!may.ok) return may;
    } else {
      const may = groundFits(repair, input.ground, moment.status, today);
      if (!may.ok) return may;
    }
    return ok({
      to: moment.status,
      state: {
        ...repair,
        proposal: {
          outcome: input.outcome,
          ...(input.outcome === 'refused' ? { ground: input.ground } : {}),
          reason: reason.value,
          proposed: actOf(moment),
        },
      },
      ground: input.outcome === 'refused' ? input.ground : 'granted',
      seal: { reason: reason.value },
    });
  };

function isRefusal(ground: string): ground is RepairRefusal {
  return repairRefusals.some(({ rule }) => rule === ground);
}

function groundFits(
  { completion }: RepairCase,
  ground: string,
  status: RepairStatus,
  today: LocalDate,
): Result<unknown> {
  const row = isRefusal(ground) ? ruleAt(repairRefusals, ground, today) : undefined;
  if (row?.step !== refusalStep(status)) return problem('repair.ground.unknown', undefined, 'ground');
  if (ground === 'material' && completion === undefined)
    return problem('repair.material.unasked', undefined, 'ground');
  if (status === 'completing' && completion !== undefined && today <= completion.until)
    return problem('repair.completion.running', { until: completion.until });
  return ok(undefined);
}

/**
 * Decides as proposed, or sends it back with a reason. A grant is looked at once more: what was not performed, or punished
 * again, since it was proposed stands in its way.
 */
export const decide =
  (
    deps: Pick<RepairDeps, 'subjects' | 'desk' | 'prefix'>,
  ): DecideRepairLater<{ readonly agrees: boolean; readonly reason: string }> =>
  async (repair, { agrees, reason }, moment) => {
    const { proposal, ...rest } = repair;
    if (proposal === undefined) return problem('repair.proposal.none');
    const eyes = requireSecondPerson(proposal.proposed.by, moment.actor.userId);
    if (!eyes.ok) return eyes;
    if (!agrees) {
      const read = textOf(reason, 'reason');
      if (!read.ok) return read;
      const note = { ...actOf(moment), text: read.value };
      return ok({
        to: moment.status,
        state: { ...rest, notes: [...rest.notes, note] },
        ground: 'sent-back',
        seal: { reason: read.value },
      });
    }
    const on = shanghaiDate(moment.at);
    if (proposal.outcome === 'granted') {
      const may = mayGrant(await deps.subjects[repair.subject.kind]?.find(repair.subject.id), on);
      if (!may.ok) return may;
    }
    const { number, serial, row } = await nextNumber(deps, on);
    const state: RepairCase = {
      ...rest,
      decision: { ...proposal, number, serial, on, decided: actOf(moment) },
    };
    return ok(proposal.outcome === 'granted' ? granted(state, on, row, moment) : refused(state, on, row));
  };

function granted(state: RepairCase, on: LocalDate, row: RowPut, { calendar }: RepairMoment) {
  return {
    to: 'granted' as const,
    state: { ...state, deadlines: withDeadline([], deadlineOf('apply', on, state, calendar)) },
    ground: 'granted',
    rows: [row],
    papers: [{ key: 'decision', order: { type: 'form', form: 'grant' } as const }],
  };
}

/** A refusal for fraud is itself published, and bars the applicant. */
function refused(state: RepairCase, on: LocalDate, row: RowPut) {
  const fraud = state.decision?.ground === 'fraud';
  return {
    to: 'refused' as const,
    state: { ...state, deadlines: [], ...(fraud ? fraudDates(on) : {}) },
    ground: state.decision?.ground ?? 'refused',
    rows: [row],
    papers: [{ key: 'decision', order: { type: 'form', form: 'refusal' } as const }],
    ...(fraud ? { publishes: true as const } : {}),
  };
}

export const note: DecideRepair<{ readonly text: string }> = (repair, { text }, moment) => {
  const read = textOf(text, 'text');
  if (!read.ok) return read;
  return ok({
    to: moment.status,
    state: { ...repair, notes: [...repair.notes, { ...actOf(moment), text: read.value }] },
    seal: { text: read.value },
  });
};
