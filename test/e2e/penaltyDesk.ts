import { KMSClient } from '@aws-sdk/client-kms';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoResumeOutbox, DynamoTasks } from '../../shared/adapters/dynamoTasks.ts';
import { stepFunctionsTasks } from '../../shared/adapters/stepFunctions.ts';
import { kmsTokenCipher } from '../../shared/adapters/tokenCipher.ts';
import { resumeCase } from '../../shared/case/resume.ts';
import { penaltyWorld } from '../fixtures/penaltyWorld.ts';
import type { LiveDesk } from './drawDesk.ts';

/** Penalty cases of a running local office: the acts of people over its adapters and its machine. */
export function penaltyDesk(runtime: LocalRuntime, draws: LiveDesk) {
  const { context } = runtime;
  const { region, credentials, addresses } = context;
  const local = { endpoint: addresses.aws, region, credentials, maxAttempts: 1 };
  const settings = context.environmentOf('console');
  const named = (key: string): string => settings[key] ?? '';
  const core = named('CORE_TABLE');
  const store = new DynamoCaseStore(draws.client, { core, audit: named('AUDIT_TABLE') });
  const machines = new SFNClient(local);
  const waking = {
    cases: store,
    tasks: new DynamoTasks(draws.client, core, kmsTokenCipher(new KMSClient(local), named('VAULT_KEY_ID'))),
    workflow: stepFunctionsTasks(machines),
    outbox: new DynamoResumeOutbox(draws.client, core),
  };
  /** Runs a function of the office as its schedule would. */
  const run = async (name: 'penalty-reconciler' | 'deadline-sweeper'): Promise<void> => {
    const answer = await context.invoke(name, {});
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  const nobody = async () => {};
  const world = penaltyWorld({ client: draws.client, store, core }, undefined, {
    auditKey: draws.deps.auditKey,
    now: draws.deps.now,
    setNow: (instant) => runtime.clock.set(instant),
    kick: {
      resume: (caseId) => resumeCase(waking, caseId),
      start: () => run('penalty-reconciler'),
      mail: nobody,
      publish: nobody,
      credit: nobody,
      leads: nobody,
    },
  });
  return {
    ...world,
    core,
    machines,
    machine: context.environmentOf('penalty-reconciler')['PENALTY_MACHINE_ARN'] ?? '',
    run,
    /** The newest execution of a case. */
    runOf(id: string): ExecutionView | undefined {
      return runtime.executions.list().find(({ name }) => name.startsWith(`${id}.`));
    },
  };
}

export type LivePenalties = ReturnType<typeof penaltyDesk>;
