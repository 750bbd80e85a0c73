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
import { stepFunctionsWorkflow } from './stepFunctions.ts';
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

/** Waking executions: only for functions that no state machine calls (the rights would be circular). */
export function resumeDeps(): ResumeDeps & StartDeps {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const cipher = kmsTokenCipher(new KMSClient(), environment('VAULT_KEY_ID'));
  return {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    tasks: new DynamoTasks(client, core, cipher),
    workflow: stepFunctionsWorkflow(new SFNClient(), environment('DRAW_MACHINE_ARN')),
    outbox: new DynamoResumeOutbox(client, core),
    runs: new DynamoRunNumbers(client, core),
  };
}

/** Kicks of a function that may answer tasks and invoke the workers. */
export function fullKick(): Kick {
  const resume = resumeDeps();
  return {
    ...workerKick(),
    async start(number) {
      try {
        await startRun(resume, drawCaseId(number), number, { draw: number });
      } catch {
        // The case stands; the reconciler starts its execution.
      }
    },
    async resume(caseId) {
      try {
        await resumeCase(resume, caseId);
      } catch {
        // The outbox row stands; the deadline sweeper wakes the execution.
      }
    },
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
