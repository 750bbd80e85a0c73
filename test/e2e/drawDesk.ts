import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { userIdOf } from '../../infra/local/demo/people.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { parseAppSecrets } from '../../shared/access/appSecrets.ts';
import type { Role } from '../../shared/access/roles.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoPlans } from '../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { DynamoResumeOutbox, DynamoRunNumbers, DynamoTasks } from '../../shared/adapters/dynamoTasks.ts';
import { stepFunctionsWorkflow } from '../../shared/adapters/stepFunctions.ts';
import { kmsTokenCipher } from '../../shared/adapters/tokenCipher.ts';
import { resumeCase } from '../../shared/case/resume.ts';
import { startRun } from '../../shared/case/startRun.ts';
import { fromHex } from '../../shared/draw/bytes.ts';
import { giveCommand } from '../../shared/draw/ceremony/command.ts';
import { confirm } from '../../shared/draw/ceremony/confirmation.ts';
import type { Actor, Decide } from '../../shared/draw/ceremony/decision.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { confirmSource, enterSource } from '../../shared/draw/ceremony/lastSource.ts';
import { endObjections } from '../../shared/draw/ceremony/objections.ts';
import { openDraw } from '../../shared/draw/ceremony/open.ts';
import type { DrawDeps } from '../../shared/draw/ceremony/ports.ts';
import { commitSecret, reveal } from '../../shared/draw/ceremony/secrets.ts';
import type { DrawCommand } from '../../shared/draw/ceremony/transitions.ts';
import { confirmVoid, requestVoid } from '../../shared/draw/ceremony/voiding.ts';
import { witnessCommitment } from '../../shared/draw/commitment.ts';
import { sha256Suite } from '../../shared/draw/hash.ts';

export const DICE = '01234567890123456789';

/** The three seats of the demo plans with secrets that tests know. */
export const SEATS = [
  { id: 'official-a', role: 'official', r: '11'.repeat(32) },
  { id: 'official-b', role: 'official', r: '22'.repeat(32) },
  { id: 'notary', role: 'notary', r: '33'.repeat(32) },
] as const;

/** Name of an execution of a draw: its number and the run. */
export const DRAW_RUN = /^[A-Z]+-\d{4}-[RT]?\d{4}\.\d+$/;

export function commitmentOf(number: string, seat: (typeof SEATS)[number]): string {
  return witnessCommitment(sha256Suite, number, seat.id, fromHex(seat.r));
}

function actor(sub: string, role: Role): Actor {
  return { userId: userIdOf(sub), name: sub, roles: [role] };
}

/** The commands of a draw, given straight to the domain over the adapters of a running local office. */
export function drawDesk(runtime: LocalRuntime) {
  const { context } = runtime;
  const { region, credentials, addresses } = context;
  const settings = context.environmentOf('console');
  const named = (key: string): string => settings[key] ?? '';
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: addresses.dynamodb, region, credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const local = { endpoint: addresses.aws, region, credentials, maxAttempts: 1 };
  const core = named('CORE_TABLE');
  const cases = new DynamoCaseStore(client, { core, audit: named('AUDIT_TABLE') });
  const plans = new DynamoPlans(client, core, cases);
  const machine = named('DRAW_MACHINE_ARN');
  const waking = {
    cases,
    tasks: new DynamoTasks(client, core, kmsTokenCipher(new KMSClient(local), named('VAULT_KEY_ID'))),
    workflow: stepFunctionsWorkflow(new SFNClient(local), machine),
    outbox: new DynamoResumeOutbox(client, core),
    runs: new DynamoRunNumbers(client, core),
  };
  const { auditKey } = parseAppSecrets(context.secret(named('APP_SECRET_ARN')));
  const deps: DrawDeps = {
    cases,
    desk: new DynamoDrawDesk(client, core),
    kick: {
      start: async (number) => void (await startRun(waking, drawCaseId(number), number, { draw: number })),
      resume: (caseId) => resumeCase(waking, caseId),
      mail: async () => {},
      publish: async () => {},
    },
    auditKey: async () => auditKey,
    now: () => new Date(runtime.clock.now()),
  };
  const give = async <T>(number: string, command: DrawCommand, decide: Decide<T>, input: T, who: Actor) => {
    const given = await giveCommand(deps, number, command, decide, input, who);
    if (!given.ok) throw new Error(`${command}: ${JSON.stringify(given.problems)}`);
  };
  const supervisor = actor('supervisor', 'supervisor');
  const approver = actor('approver', 'approver');
  const status = async (number: string): Promise<DrawStatus | undefined> =>
    (await cases.load<DrawCase>(drawCaseId(number)))?.status as DrawStatus | undefined;
  return {
    cases,
    core,
    audit: named('AUDIT_TABLE'),
    client,
    machine,
    /** Executions of draws, newest first. */
    runs: () => runtime.executions.list().filter(({ name }) => DRAW_RUN.test(name)),
    deps,
    desk: deps.desk,
    register: new DynamoRegister(client, core),
    plans,
    status,
    /** A second supervisor who has no account at the local issuer. */
    colleague: actor('colleague', 'approver'),
    draw: async (number: string) => (await cases.load<DrawCase>(drawCaseId(number)))?.state,
    open: async (month: string, kind: 'draw' | 'rehearsal' = 'draw') => {
      const order = { month, kind, witnessNames: {}, office: 'BJIPO' };
      const opened = await openDraw({ ...deps, plans }, order, supervisor);
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      return opened.value.number;
    },
    /** Every human act in its order. */
    acts: {
      endObjections: (n: string) => give(n, 'end-objections', endObjections, undefined, supervisor),
      commit: (n: string, seat: (typeof SEATS)[number]) =>
        give(n, 'commit-secret', commitSecret, { c: commitmentOf(n, seat) }, actor(seat.id, seat.role)),
      confirm: (n: string, who = approver) => give(n, 'confirm', confirm, undefined, who),
      reveal: (n: string, seat: (typeof SEATS)[number]) =>
        give(n, 'reveal', reveal, { r: seat.r }, actor(seat.id, seat.role)),
      enter: (n: string, value = DICE) => give(n, 'enter-source', enterSource, { value }, supervisor),
      confirmSource: (n: string, value = DICE) =>
        give(n, 'confirm-source', confirmSource, { value }, actor('notary', 'notary')),
      requestVoid: (n: string) =>
        give(n, 'request-void', requestVoid, { ground: 'plan-wrong', reason: '计划有误' }, supervisor),
      void: (n: string) => give(n, 'void', confirmVoid, undefined, approver),
    },
  };
}

export type LiveDesk = ReturnType<typeof drawDesk>;
