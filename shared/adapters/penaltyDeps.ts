import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type ResumeDeps, resumeCase } from '../case/resume.ts';
import type { PenaltyDeps, PenaltyKick } from '../penalty/ports.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { environment } from './environment.ts';
import { kickWorker } from './kick.ts';
import { loadedCalendar } from './loadedCalendar.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/** What a function needs to give commands to penalty cases; made once per process from its environment. */
export function penaltyDeps(kick: PenaltyKick): PenaltyDeps {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  return {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    kick,
    calendar: loadedCalendar(client, core),
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
  };
}

/** Settings with the functions that a kick wakes. Who is not woken is swept by the schedule. */
type Woken = Partial<Readonly<Record<keyof PenaltyKick, string>>>;

/** The functions that every command may wake. */
export const penaltyWorkers = {
  publish: 'PUBLICITY_WORKER',
  mail: 'MAIL_WORKER',
  leads: 'LEAD_WORKER',
  credit: 'CREDIT_WORKER',
} as const;

/** Kicks of a function that answers no task: the machine calls it, or the sweeper answers for it. */
export function penaltyKick(woken: Woken): PenaltyKick {
  const lambda = new LambdaClient();
  const wake = (part: keyof PenaltyKick) => async (): Promise<void> => {
    const name = woken[part];
    if (name !== undefined) await kickWorker(lambda, environment(name), {});
  };
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
export function answeringPenaltyKick(resume: ResumeDeps, woken: Woken): PenaltyKick {
  return {
    ...penaltyKick(woken),
    // The outbox row stands; the deadline sweeper wakes an execution that could not be woken here.
    resume: (caseId) => resumeCase(resume, caseId).catch(() => undefined),
  };
}
