import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { type ResumeDeps, resumeCase } from '../case/resume.ts';
import { type StartDeps, startRun } from '../case/startRun.ts';
import { drawCaseId } from '../draw/ceremony/drawRows.ts';
import type { DrawDeps, Kick } from '../draw/ceremony/ports.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { DynamoDrawDesk } from './dynamoDrawDesk.ts';
import { DynamoResumeOutbox, DynamoRunNumbers, DynamoTasks } from './dynamoTasks.ts';
import { environment } from './environment.ts';
import { kickWorker } from './kick.ts';
import { secretsManagerAppSecrets } from './secrets.ts';
import { stepFunctionsTasks, stepFunctionsWorkflow } from './stepFunctions.ts';
import { kmsTokenCipher } from './tokenCipher.ts';

/** What a function needs to give commands to draws; made once per process from its environment. */
export function drawDeps(kick: Kick): DrawDeps {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  return {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    desk: new DynamoDrawDesk(client, core),
    kick,
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
  };
}

/** Starting executions. */
export function startDeps(): StartDeps {
  return {
    workflow: stepFunctionsWorkflow(new SFNClient(), environment('DRAW_MACHINE_ARN')),
    runs: new DynamoRunNumbers(documentClient(), environment('CORE_TABLE')),
  };
}

/** Waking executions: only for functions that no state machine calls (the rights would be circular). */
export function resumeDeps(): ResumeDeps {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const cipher = kmsTokenCipher(new KMSClient(), environment('VAULT_KEY_ID'));
  return {
    workflow: stepFunctionsTasks(new SFNClient()),
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    tasks: new DynamoTasks(client, core, cipher),
    outbox: new DynamoResumeOutbox(client, core),
  };
}

/** Kicks of a step of the state machine: the machine itself goes on, there is nobody to wake. */
export function workerKick(): Kick {
  const lambda = new LambdaClient();
  return {
    resume: async () => {},
    start: async () => {},
    publish: () => kickWorker(lambda, environment('PUBLICITY_WORKER'), {}),
    mail: () => kickWorker(lambda, environment('MAIL_WORKER'), {}),
  };
}

/** Kicks of a function that opens draws and answers nobody's task. */
export function startingKick(deps: StartDeps = startDeps()): Kick {
  return {
    ...workerKick(),
    // The case stands; the reconciler starts an execution that could not be started here.
    start: (number) => quietly(startRun(deps, drawCaseId(number), number, { draw: number })),
  };
}

/** Kicks of a function that may also answer tasks. */
export function fullKick(): Kick {
  const deps = resumeDeps();
  return {
    ...startingKick(),
    // The outbox row stands; the deadline sweeper wakes an execution that could not be woken here.
    resume: (caseId) => quietly(resumeCase(deps, caseId)),
  };
}

/** A kick is speed only: whatever it fails with, a sweep makes good. */
async function quietly(kick: Promise<unknown>): Promise<void> {
  await kick.catch(() => undefined);
}
