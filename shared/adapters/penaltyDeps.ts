import { type ResumeDeps, resumeCase } from '../case/resume.ts';
import type { PenaltyDeps, PenaltyKick } from '../penalty/ports.ts';
import { commandDeps } from './commandDeps.ts';
import { type Woken, wakers } from './kick.ts';

/** What a function needs to give commands to penalty cases; made once per process from its environment. */
export function penaltyDeps(kick: PenaltyKick): PenaltyDeps {
  return { ...commandDeps(), kick };
}

/** The functions that every command may wake. */
export const penaltyWorkers = {
  publish: 'PUBLICITY_WORKER',
  mail: 'MAIL_WORKER',
  leads: 'LEAD_WORKER',
  credit: 'CREDIT_WORKER',
} as const;

/** Kicks of a function that answers no task: the machine calls it, or the sweeper answers for it. */
export function penaltyKick(woken: Woken<keyof PenaltyKick>): PenaltyKick {
  const wake = wakers(woken);
  return {
    resume: wake('resume'),
    start: wake('start'),
    mail: wake('mail'),
    publish: wake('publish'),
    credit: wake('credit'),
    leads: wake('leads'),
  };
}

/** Kicks of a function that answers tasks itself. */
export function answeringPenaltyKick(resume: ResumeDeps, woken: Woken<keyof PenaltyKick>): PenaltyKick {
  return {
    ...penaltyKick(woken),
    // The outbox row stands; the deadline sweeper wakes an execution that could not be woken here.
    resume: (caseId) => resumeCase(resume, caseId).catch(() => undefined),
  };
}
