import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type ResumeDeps, resumeCase } from '../case/resume.ts';
import type { InspectionDeps, InspectionKick } from '../inspection/ports.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { environment } from './environment.ts';
import { kickWorker } from './kick.ts';
import { loadedCalendar } from './loadedCalendar.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/** What a function needs to give commands to inspections; made once per process from its environment. */
export function inspectionDeps(kick: InspectionKick): InspectionDeps {
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
type Woken = Partial<Readonly<Record<keyof InspectionKick, string | readonly string[]>>>;

/** The functions that every command may wake: pages, credit records and mails. */
export const pagesAndMails = {
  publish: ['PUBLICITY_WORKER', 'CREDIT_WORKER'],
  mail: 'MAIL_WORKER',
} as const;

/** Kicks of a function that answers no task: the machine calls it, or the sweeper answers for it. */
export function inspectionKick(woken: Woken): InspectionKick {
  const lambda = new LambdaClient();
  const wake = (part: keyof InspectionKick) => async (): Promise<void> => {
    const names = [woken[part] ?? []].flat();
    await Promise.all(names.map((name) => kickWorker(lambda, environment(name), {})));
  };
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
export function answeringKick(resume: ResumeDeps, woken: Woken): InspectionKick {
  return {
    ...inspectionKick(woken),
    // The outbox row stands; the deadline sweeper wakes an execution that could not be woken here.
    resume: (caseId) => resumeCase(resume, caseId).catch(() => undefined),
  };
}
