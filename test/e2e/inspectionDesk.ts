import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { s3DrawFiles } from '../../shared/adapters/drawFiles.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoResumeOutbox, DynamoTasks } from '../../shared/adapters/dynamoTasks.ts';
import { stepFunctionsTasks } from '../../shared/adapters/stepFunctions.ts';
import { kmsTokenCipher } from '../../shared/adapters/tokenCipher.ts';
import { builtInCalendar } from '../../shared/calendar/workingDays.ts';
import { resumeCase } from '../../shared/case/resume.ts';
import { inspectionNumber } from '../../shared/inspection/inspectionCase.ts';
import { type ActDeps, inspectionActs } from '../fixtures/inspectionActs.ts';
import { type LiveDesk, SEATS } from './drawDesk.ts';

/** Inspections of a running local office: the acts of people over its adapters, its machine and its workers. */
export function inspectionDesk(runtime: LocalRuntime, draws: LiveDesk) {
  const { context } = runtime;
  const { region, credentials, addresses } = context;
  const settings = context.environmentOf('console');
  const named = (key: string): string => settings[key] ?? '';
  const local = { endpoint: addresses.aws, region, credentials, maxAttempts: 1 };
  const core = named('CORE_TABLE');
  const machines = new SFNClient(local);
  const waking = {
    cases: draws.cases,
    tasks: new DynamoTasks(draws.client, core, kmsTokenCipher(new KMSClient(local), named('VAULT_KEY_ID'))),
    workflow: stepFunctionsTasks(machines),
    outbox: new DynamoResumeOutbox(draws.client, core),
  };
  const lists = new DynamoInspections(draws.client, core);
  const deps: ActDeps = {
    cases: draws.cases,
    calendar: async () => builtInCalendar,
    auditKey: draws.deps.auditKey,
    now: draws.deps.now,
    kick: {
      resume: (caseId) => resumeCase(waking, caseId),
      start: async () => {},
      publish: async () => {},
      leads: async () => {},
      mail: async () => {},
      replace: async () => {},
    },
    files: s3DrawFiles(new S3Client({ ...local, forcePathStyle: true }), named('RECORDS_BUCKET')),
  };
  const acts = inspectionActs(deps);
  return {
    lists,
    deps,
    acts,
    machines,
    machine: context.environmentOf('inspection-reconciler')['INSPECTION_MACHINE_ARN'] ?? '',
    /** Runs a function of the office as its schedule would. */
    async run(name: 'inspection-reconciler' | 'replacement-worker' | 'deadline-sweeper'): Promise<void> {
      const answer = await context.invoke(name, {});
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    },
    /** Holds the draw of a month to its end; the numbers of its inspections. */
    async hold(month: string): Promise<readonly string[]> {
      const draw = await draws.open(month);
      const reached = async (status: string) => {
        const until = Date.now() + 30_000;
        while ((await draws.status(draw)) !== status) {
          if (Date.now() > until) throw new Error(`${draw} is ${await draws.status(draw)}, not ${status}`);
          await new Promise((done) => setTimeout(done, 10));
        }
      };
      await reached('objection');
      await draws.acts.endObjections(draw);
      for (const seat of SEATS) await draws.acts.commit(draw, seat);
      await draws.acts.confirm(draw);
      await reached('revealing');
      for (const seat of SEATS) await draws.acts.reveal(draw, seat);
      await draws.acts.enter(draw);
      await draws.acts.confirmSource(draw);
      await reached('published');
      return (await draws.desk.visits(draw)).map(({ no }) => inspectionNumber(draw, no));
    },
    /** The newest execution of an inspection. */
    runOf(number: string): ExecutionView | undefined {
      return runtime.executions.list().find(({ name }) => name.startsWith(`${number}.`));
    },
  };
}

export type LiveInspections = ReturnType<typeof inspectionDesk>;
