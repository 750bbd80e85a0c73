import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { Result } from '../problem.ts';
import { proposeTargeted } from '../targeted/leadToTargeted.ts';
import type { TargetedDeps } from '../targeted/ports.ts';
import { giveComplaint } from './command.ts';
import type { ComplaintCase, ComplaintStatus } from './complaintCase.ts';
import { complaintCaseId } from './complaintRows.ts';
import type { ComplaintDeps } from './ports.ts';
import { followUp } from './verifying.ts';

/** The steps of the workflow that no person takes, by the name of their state in statemachines/complaint.asl.json. */

export interface StepDeps extends ComplaintDeps {
  readonly targeted: TargetedDeps;
}

interface Step {
  /** The only status in which the step acts. */
  readonly from: ComplaintStatus;
  readonly take: (deps: StepDeps, complaint: ComplaintCase) => Promise<Result<unknown>>;
}

export const complaintSteps = {
  FollowUp: { from: 'decided', take: followDecision },
} as const satisfies Readonly<Record<string, Step>>;

/** Problems for which no inspection can be ordered and none has to be: the rest of what follows goes on. */
const noInspection = new Set(['targeted.agency.unknown', 'targeted.agency.closed']);

/**
 * Orders the inspection first: cut off after it, the step is repeated and finds the order that is there. The order
 * names the case, never who reported.
 */
async function followDecision(deps: StepDeps, complaint: ComplaintCase): Promise<Result<unknown>> {
  const { decision, matter, id, number } = complaint;
  const { agency } = matter;
  if (decision?.inspect === true && agency.listed) {
    const lead = {
      uscc: agency.uscc,
      ground: 'complaint',
      reference: number ?? id,
      source: complaintCaseId(id),
    } as const;
    const ordered = await proposeTargeted(deps.targeted, lead);
    if (!ordered.ok && !ordered.problems.every(({ code }) => noInspection.has(code))) return ordered;
  }
  return giveComplaint(deps, id, 'follow-up', followUp, undefined, SYSTEM);
}
