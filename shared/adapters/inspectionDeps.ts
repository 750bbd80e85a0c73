import { type ResumeDeps, resumeCase } from '../case/resume.ts';
import type { InspectionDeps, InspectionKick } from '../inspection/ports.ts';
import { commandDeps } from './commandDeps.ts';
import { type Woken, wakers } from './kick.ts';

/** What a function needs to give commands to inspections; made once per process from its environment. */
export function inspectionDeps(kick: InspectionKick): InspectionDeps {
  return { ...commandDeps(), kick };
}

/** The functions that every command may wake: pages, credit records and mails. */
export const pagesAndMails = {
  publish: ['PUBLICITY_WORKER', 'CREDIT_WORKER'],
  mail: 'MAIL_WORKER',
} as const;

/** Kicks of a function that answers no task: the machine calls it, or the sweeper answers for it. */
export function inspectionKick(woken: Woken<keyof InspectionKick>): InspectionKick {
  const wake = wakers(woken);
  return {
    resume: wake('resume'),
    start: wake('start'),
    publish: wake('publish'),
    mail: wake('mail'),
    replace: wake('replace'),
    leads: wake('leads'),
  };
}

/** Kicks of a function that answers tasks itself. */
export function answeringKick(resume: ResumeDeps, woken: Woken<keyof InspectionKick>): InspectionKick {
  return {
    ...inspectionKick(woken),
    // The outbox row stands; the deadline sweeper wakes an execution that could not be woken here.
    resume: (caseId) => resumeCase(resume, caseId).catch(() => undefined),
  };
}
