import { KMSClient } from '@aws-sdk/client-kms';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoResumeOutbox, DynamoTasks } from '../../shared/adapters/dynamoTasks.ts';
import { stepFunctionsTasks } from '../../shared/adapters/stepFunctions.ts';
import { kmsTokenCipher } from '../../shared/adapters/tokenCipher.ts';
import { resumeCase } from '../../shared/case/resume.ts';
import { complaintWorld } from '../fixtures/complaintWorld.ts';
import type { LiveDesk } from './drawDesk.ts';

/** Complaints and reports of a running local office: the acts of people over its adapters and its machine. */
export function complaintDesk(runtime: LocalRuntime, draws: LiveDesk) {
  const { context } = runtime;
  const { region, credentials, addresses } = context;
  const local = { endpoint: addresses.aws, region, credentials, maxAttempts: 1 };
  const settings = context.environmentOf('console');
  const named = (key: string): string => settings[key] ?? '';
  const core = named('CORE_TABLE');
  const vault = context.environmentOf('draw-step')['VAULT_TABLE'] ?? '';
  const store = new DynamoCaseStore(draws.client, { core, audit: named('AUDIT_TABLE'), vault });
  const machines = new SFNClient(local);
  const waking = {
    cases: store,
    tasks: new DynamoTasks(draws.client, core, kmsTokenCipher(new KMSClient(local), named('VAULT_KEY_ID'))),
    workflow: stepFunctionsTasks(machines),
    outbox: new DynamoResumeOutbox(draws.client, core),
  };
  /** Runs a function of the office as its schedule would. */
  const run = async (
    name: 'complaint-reconciler' | 'complaint-file-worker' | 'deadline-sweeper',
  ): Promise<void> => {
    const answer = await context.invoke(name, {});
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  const nobody = async () => {};
  const world = complaintWorld({ client: draws.client, store, core }, undefined, {
    auditKey: draws.deps.auditKey,
    now: draws.deps.now,
    kick: {
      resume: (caseId) => resumeCase(waking, caseId),
      start: () => run('complaint-reconciler'),
      mail: nobody,
      files: nobody,
      publish: nobody,
      leads: nobody,
    },
  });
  return {
    ...world,
    core,
    machines,
    machine: context.environmentOf('complaint-reconciler')['COMPLAINT_MACHINE_ARN'] ?? '',
    run,
    /** The newest execution of a case. */
    runOf(id: string): ExecutionView | undefined {
      return runtime.executions.list().find(({ name }) => name.startsWith(`${id}.`));
    },
  };
}

export type LiveComplaints = ReturnType<typeof complaintDesk>;
