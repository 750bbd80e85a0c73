import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem } from '../problem.ts';
import type { DecidePenaltyLater } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import type { PenaltyCase } from './penaltyCase.ts';
import { type ServiceDeps, type ServiceInput, servedPaper } from './service.ts';

/** The decision has reached the party: from that day it has effect, and the fine is due in 15 days (行政处罚法 arts. 61, 67). */
export const serveDecision =
  (deps: ServiceDeps): DecidePenaltyLater<ServiceInput> =>
  async (penalty, input, moment) => {
    const { decision } = penalty;
    if (decision === undefined) return problem('penalty.decision.none');
    const served = await servedPaper(deps, penalty, 'decision', input, moment);
    if (!served.ok) return served;
    // 两书同达: how its publicity ends reaches the party together with it.
    const repair = await servedPaper(deps, penalty, 'repair-notice', input, moment);
    if (!repair.ok) return repair;
    const { service } = served.value;
    const linked = [...served.value.linked, ...repair.value.linked];
    const state: PenaltyCase = { ...penalty, decision: { ...decision, served: service } };
    const rest = withoutDeadline(state.deadlines, 'serve');
    const owes = decision.fine + decision.confiscated > 0;
    const deadlines = owes
      ? withDeadline(rest, deadlineOf('pay', service.on, penalty, moment.calendar))
      : rest;
    return ok({ to: 'effective', state: { ...state, deadlines }, ground: service.method, linked });
  };
