import { join } from 'node:path';
import { awsEndpoint, type Faults, openFaults } from './aws/endpoint.ts';
import { type EventBus, openEventBus } from './aws/events.ts';
import { type LocalKms, openKms } from './aws/kms.ts';
import { parameterOperations } from './aws/parameters.ts';
import { type LocalQueues, openQueues } from './aws/queues.ts';
import { type LocalSecrets, openSecrets } from './aws/secrets.ts';
import { type LocalTopics, openTopics } from './aws/topics.ts';
import type { LocalClock } from './clock.ts';
import { FunctionPool } from './functions/functionPool.ts';
import { type LambdaService, lambdaService } from './functions/lambdaService.ts';
import type { Handler } from './http/server.ts';
import type { LocalLog } from './log.ts';
import type { ExecutionView } from './machines/executionTypes.ts';
import { openStateMachines, type StateMachines } from './machines/stateMachines.ts';
import { Bucket } from './s3/objectStore.ts';
import { s3Service } from './s3/s3Service.ts';
import { openScheduler, type Scheduler } from './schedule/scheduler.ts';
import {
  type Addresses,
  completeSecret,
  functionEnvironment,
  LOCAL_ACCOUNT,
  LOCAL_KEYS,
} from './settings.ts';
import { readBuckets } from './template/readBuckets.ts';
import { readFunctions } from './template/readFunctions.ts';
import { readMachines } from './template/readMachines.ts';
import { readRules, readSchedules, type ScheduleDescription } from './template/readSchedules.ts';
import type { Stack } from './template/stack.ts';

/** Everything a stack runs on, once the ports are known. */
export interface Services {
  readonly lambda: LambdaService;
  readonly machines: StateMachines;
  readonly kms: LocalKms;
  readonly secrets: LocalSecrets;
  readonly queues: LocalQueues;
  readonly topics: LocalTopics;
  readonly events: EventBus;
  readonly buckets: readonly Bucket[];
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  /** Answers `AWS_ENDPOINT_URL`. */
  readonly endpoint: Handler;
  stop(): Promise<void>;
}

export interface ServiceSettings {
  readonly stack: Stack;
  readonly folder: string;
  readonly region: string;
  readonly addresses: Addresses;
  readonly clock: LocalClock;
  readonly log: LocalLog;
  readonly retryMs: number | undefined;
  /** Functions reach the database through the endpoint, where failures can wait for them. */
  readonly databaseFaults: boolean;
}

/** Opens the services of a stack on the data folder. */
export function openServices(settings: ServiceSettings): Services {
  const { stack, folder, region, addresses, clock, log, retryMs, databaseFaults } = settings;
  const faults = openFaults();
  const kms = openKms(join(folder, 'kms.json'), kmsKeys(stack));
  const secrets = openSecrets(
    join(folder, 'secrets.json'),
    stack.ofType('AWS::SecretsManager::Secret'),
    (value) => completeSecret(value, addresses),
  );
  const queues = openQueues(join(folder, 'queues'), stack.ofType('AWS::SQS::Queue'), clock.now);
  const topics = openTopics(clock.iso);
  const buckets = readBuckets(stack).map(
    (rules) => new Bucket(join(folder, 'buckets', rules.name), rules, clock.now),
  );
  const functions = readFunctions(stack, (name, memoryMb) =>
    functionEnvironment(
      name,
      memoryMb,
      region,
      databaseFaults ? { ...addresses, dynamodb: addresses.aws } : addresses,
    ),
  ).map(({ definition, asyncRule }) => ({ asyncRule, pool: new FunctionPool(definition, clock, log) }));
  const lambda = lambdaService(functions, queues, log, faults, retryMs === undefined ? undefined : [retryMs]);
  const events = openEventBus(
    readRules(stack),
    { account: LOCAL_ACCOUNT, region, now: clock.now },
    (target, event) => deliver(target, event, { lambda, queues, topics }),
    log,
  );
  const machines = openStateMachines(readMachines(stack), {
    clock,
    retryMs,
    invoke: (id, payload) => lambda.invoke(id, payload),
    onStatus: (view) => publishStatus(events, view),
  });
  const scheduler = openScheduler(
    join(folder, 'schedules.json'),
    readSchedules(stack).map((schedule) => ({
      ...schedule,
      fire: (due: Date) => fireSchedule(schedule, due, { lambda, queues }),
    })),
    clock,
    log,
  );
  const operations = {
    ...machines.operations,
    ...kms.operations,
    ...secrets.operations,
    ...queues.operations,
    ...events.operations,
    ...parameterOperations(stack.ofType('AWS::SSM::Parameter')),
  };
  const s3 = s3Service(buckets, LOCAL_KEYS.secretAccessKey, clock.now, faults);
  return {
    lambda,
    machines,
    kms,
    secrets,
    queues,
    topics,
    events,
    buckets,
    scheduler,
    faults,
    endpoint: awsEndpoint(operations, [lambda.byPath, topics.byPath, s3], faults, addresses.dynamodb),
    stop: async () => {
      scheduler.stop();
      machines.stop();
      await lambda.stop();
    },
  };
}

function kmsKeys(stack: Stack) {
  const aliases = stack.ofType('AWS::KMS::Alias');
  return stack.ofType('AWS::KMS::Key').map((key) => ({
    keyId: key.name,
    arn: key.attribute('Arn'),
    aliases: aliases
      .filter(({ properties }) =>
        [key.name, key.attribute('Arn')].includes(String(properties['TargetKeyId'])),
      )
      .map(({ name }) => name),
  }));
}

type Targets = Pick<Services, 'lambda' | 'queues' | 'topics'>;

function deliver(target: string, event: string, { lambda, queues, topics }: Targets): void {
  if (target.includes(':lambda:')) void lambda.invokeLater(target, event).catch(() => {});
  else if (target.includes(':sqs:')) queues.send(target, event);
  else if (target.includes(':sns:')) topics.publish(target, event);
  else throw new Error(`The event target ${target} cannot be run locally`);
}

function publishStatus(events: EventBus, view: ExecutionView): void {
  const machineArn = view.arn.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, '');
  events.publish({
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [view.arn],
    detail: {
      executionArn: view.arn,
      stateMachineArn: machineArn,
      name: view.name,
      status: view.status,
      startDate: Date.parse(view.started),
      stopDate: view.stopped === undefined ? null : Date.parse(view.stopped),
      input: view.input,
      output: view.output ?? null,
      error: view.error ?? null,
      cause: view.cause ?? null,
    },
  });
}

/** Scheduler hands over to an asynchronous invocation; what cannot even be handed over goes to its queue. */
async function fireSchedule(
  { target, input, deadLetter, name }: ScheduleDescription,
  due: Date,
  { lambda, queues }: Pick<Services, 'lambda' | 'queues'>,
): Promise<void> {
  const payload = input
    .replaceAll('<aws.scheduler.scheduled-time>', due.toISOString().replace(/\.\d+Z$/, 'Z'))
    .replaceAll('<aws.scheduler.schedule-name>', name)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
  try {
    await lambda.invokeLater(target, payload);
  } catch (error) {
    if (deadLetter !== undefined) {
      const code = error instanceof Error ? error.name : 'Error';
      queues.send(deadLetter, payload, { ERROR_CODE: code, ERROR_MESSAGE: String(error) });
    }
    throw error;
  }
}
