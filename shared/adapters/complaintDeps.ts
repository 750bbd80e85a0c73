import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type ResumeDeps, resumeCase } from '../case/resume.ts';
import type { ComplaintDeps, ComplaintKick } from '../complaint/ports.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { environment } from './environment.ts';
import { kickWorker } from './kick.ts';
import { loadedCalendar } from './loadedCalendar.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/**
 * What a function needs to give commands to complaints and reports; made once per process from its environment.
 *
 * @param vault name of the vault table, for a function that keeps identities there
 */
export function complaintDeps(kick: ComplaintKick, vault?: string): ComplaintDeps {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  return {
    cases: new DynamoCaseStore(client, {
      core,
      audit: environment('AUDIT_TABLE'),
      ...(vault === undefined ? {} : { vault }),
    }),
    kick,
    calendar: loadedCalendar(client, core),
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
  };
}

/** Settings with the functions that a kick wakes. Who is not woken is swept by the schedule. */
type Woken = Partial<Readonly<Record<keyof ComplaintKick, readonly string[]>>>;

/** The two functions that write and send what a complaint or report orders: to the office and agencies, and to filers. */
export const complaintMails = { mail: ['MAIL_WORKER', 'FILER_MAIL_WORKER'] } as const;

/** Kicks of a function that answers no task: the machine calls it, or the sweeper answers for it. */
export function complaintKick(woken: Woken): ComplaintKick {
  const lambda = new LambdaClient();
  const wake = async (part: keyof ComplaintKick, payload: object = {}): Promise<void> => {
    await Promise.all((woken[part] ?? []).map((name) => kickWorker(lambda, environment(name), payload)));
  };
  return {
    resume: () => wake('resume'),
    start: () => wake('start'),
    mail: () => wake('mail'),
    files: (complaints) => wake('files', { complaints }),
    publish: () => wake('publish'),
    leads: () => wake('leads'),
  };
}

/** Kicks of a function that answers tasks itself. */
export function answeringComplaintKick(resume: ResumeDeps, woken: Woken): ComplaintKick {
  return {
    ...complaintKick(woken),
    // The outbox row stands; the deadline sweeper wakes an execution that could not be woken here.
    resume: (caseId) => resumeCase(resume, caseId).catch(() => undefined),
  };
}
