import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from './atomicFile.ts';
import { type LocalClock, openClock } from './clock.ts';
import { toolsHandler } from './console/toolsHandler.ts';
import { creditSite } from './credit/creditSite.ts';
import { type CreditSimulator, creditSimulator } from './credit/simulator.ts';
import { type Database, startDatabase } from './database/dynoxide.ts';
import { createTables } from './database/tables.ts';
import { lockDataFolder } from './dataLock.ts';
import type { InvocationResult } from './functions/functionPool.ts';
import { httpApi } from './http/httpApi.ts';
import { type LocalLog, openLog } from './log.ts';
import { type Inbox, openInbox } from './mail/inbox.ts';
import { LOCAL_ACCOUNTS, type LocalAccount } from './oidc/accounts.ts';
import { type Issuer, startIssuer } from './oidc/issuer.ts';
import { type OpenPorts, openPorts } from './ports.ts';
import { publicitySite } from './s3/publicitySite.ts';
import { functionName, type SeedContext, seedContext } from './seedContext.ts';
import { openServices, type Services } from './services.ts';
import {
  type Addresses,
  DEFAULT_REGION,
  LOCAL_ACCOUNT,
  LOCAL_CREDIT_KEY,
  localParameters,
  OIDC_CLIENT,
  RECOVER_AT_START,
  WARM_AT_START,
} from './settings.ts';
import { keepHints, keptHints, type StartHint } from './startHints.ts';
import { readApis } from './template/readApis.ts';
import { resolveStack, type Stack } from './template/stack.ts';
import { readAssembly } from './template/template.ts';

export type { SeedContext } from './seedContext.ts';

export interface LocalOptions {
  /** Folder with the synthesised template and its assets. */
  readonly assembly: string;
  /** Folder that keeps everything; without one a temporary folder, removed by `stop`. */
  readonly dataFolder?: string;
  /** `memory` forgets the tables at the end. Default `file`, or `memory` with a temporary folder. */
  readonly database?: 'file' | 'memory';
  /** First port; 0 takes any free ports, so that several runtimes can run side by side. Default 0. */
  readonly portBase?: number;
  readonly region?: string;
  readonly accounts?: readonly LocalAccount[];
  /** Instant (ISO 8601) at which the clock of a fresh data folder begins. Default the present. */
  readonly startAt?: string;
  /** Called once on a fresh data folder, before the first page is served. */
  readonly seed?: (context: SeedContext) => Promise<void>;
  /** `manual` fires schedules only by `scheduler.tick()` and `runNow`. Default `automatic`. */
  readonly schedules?: 'automatic' | 'manual';
  /** Pause before every retry (state machines, asynchronous invocations) in ms, for tests. */
  readonly retryMs?: number;
  /** Lets `faults` fail database calls of functions too, at the price of one more hop. */
  readonly databaseFaults?: boolean;
  /** Template parameters other than the local ones. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface LocalRuntime
  extends Pick<
    Services,
    'lambda' | 'queues' | 'topics' | 'kms' | 'secrets' | 'buckets' | 'scheduler' | 'faults'
  > {
  readonly addresses: Addresses;
  readonly clock: LocalClock;
  readonly inbox: Inbox;
  /** The credit-information system that the office tells of its records. */
  readonly credit: CreditSimulator;
  readonly executions: Services['machines'];
  readonly issuer: Issuer;
  readonly log: LocalLog;
  readonly dataFolder: string;
  readonly context: SeedContext;
  /** What the seed said that a newcomer may try. */
  readonly hints: readonly StartHint[];
  /** Invokes a function and waits; the id is a name, a logical id or the beginning of one. */
  invoke(functionId: string, payload: unknown): Promise<InvocationResult>;
  /** Stops in order: nothing is running afterwards. */
  stop(): Promise<void>;
  /** Ends everything at once and leaves the data folder as it is, as `kill -9` would. */
  kill(): Promise<void>;
}

const SEEDED = 'seeded';

/** A seed that was cut off leaves half an office, and tables in memory are gone: then all starts anew. */
function clearUnseeded(folder: string, isForgetful: boolean): void {
  if (existsSync(join(folder, SEEDED)) && !isForgetful) return;
  for (const name of readdirSync(folder)) {
    if (name !== 'lock' && name !== 'assembly') rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Runs a synthesised template on this machine. Rejects when the template holds what cannot be run here. */
export async function startLocal(options: LocalOptions): Promise<LocalRuntime> {
  const temporary = options.dataFolder === undefined;
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'double-random-'));
  const unlock = lockDataFolder(folder);
  const open: (() => Promise<void> | void)[] = [
    () => {
      if (temporary) rmSync(folder, { recursive: true, force: true });
    },
    unlock,
  ];
  const closeAll = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  try {
    clearUnseeded(folder, options.database === 'memory');
    return await assemble(options, folder, temporary, open, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function assemble(
  options: LocalOptions,
  folder: string,
  temporary: boolean,
  open: (() => Promise<void> | void)[],
  closeAll: () => Promise<void>,
): Promise<LocalRuntime> {
  const { region = DEFAULT_REGION, accounts = LOCAL_ACCOUNTS, portBase = 0 } = options;
  const isFresh = !existsSync(join(folder, SEEDED));
  const clock = openClock(join(folder, 'clock.json'));
  if (isFresh && options.startAt !== undefined) clock.set(options.startAt);
  const log = openLog(join(folder, 'runtime.log'), clock.iso);
  const assembly = readAssembly(options.assembly);
  const ports = await openPorts(portBase);
  open.push(ports.close);
  const inMemory = options.database === 'memory' || (options.database === undefined && temporary);
  const database: Database = await startDatabase(inMemory ? undefined : join(folder, 'tables.db'));
  open.push(database.stop);
  const inbox = await openInbox(join(folder, 'mail'), ports.smtp, clock.iso);
  open.push(inbox.close);
  const credit = creditSimulator({ folder: join(folder, 'credit'), now: clock.now, key: LOCAL_CREDIT_KEY });
  const addresses = addressesOf(ports, database, inbox);
  const stack = resolveStack(assembly, {
    region,
    account: LOCAL_ACCOUNT,
    parameters: { ...localParameters(addresses), ...options.parameters },
    awsAddress: addresses.aws,
    apiAddress: (logicalId) => (/public/i.test(logicalId) ? addresses.public : addresses.console),
  });
  const tables = stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable');
  await createTables(database.endpoint, region, tables, isFresh);
  writeFileAtomically(join(folder, 'tables.json'), tablesFile(database, region, addresses, stack));
  const issuer = await startIssuer(join(folder, 'oidc.json'), ports.oidc, accounts, OIDC_CLIENT, clock, log);
  open.push(issuer.close);
  const services = openServices({
    stack,
    folder,
    region,
    addresses,
    clock,
    log,
    retryMs: options.retryMs,
    databaseFaults: options.databaseFaults ?? false,
  });
  open.push(services.stop);
  ports.aws.handle((request, response) => {
    // The SDK measures its clock by this header; real time would make it sign uploads that have expired already.
    response.setHeader('date', new Date(clock.now()).toUTCString());
    return services.endpoint(request, response);
  });

  const invoke = (functionId: string, payload: unknown) =>
    services.lambda.invoke(functionName(stack, functionId), JSON.stringify(payload ?? {}));
  const hints: StartHint[] = isFresh ? [] : [...keptHints(folder)];
  const context = seedContext({ stack, services, addresses, clock, accounts, issuer, region, invoke, hints });
  if (isFresh) {
    await options.seed?.(context);
    keepHints(folder, hints);
    writeFileAtomically(join(folder, SEEDED), clock.iso());
  }
  const runtime: LocalRuntime = {
    ...services,
    executions: services.machines,
    addresses,
    clock,
    inbox,
    credit,
    issuer,
    log,
    dataFolder: folder,
    context,
    hints,
    invoke,
    stop: closeAll,
    kill: async () => {
      // The database dies first, so that nothing that still runs can write a tidy end.
      await database.stop();
      await closeAll();
    },
  };
  serve(ports, stack, services, runtime);
  const isAutomatic = options.schedules !== 'manual';
  for (const { name } of services.scheduler.list()) {
    const isDue = (!isFresh && RECOVER_AT_START.has(name)) || (isAutomatic && WARM_AT_START.has(name));
    if (isDue) void services.scheduler.runNow(name);
  }
  if (isAutomatic) {
    services.scheduler.start();
    for (const { routes } of readApis(stack)) for (const { target } of routes) services.lambda.warm(target);
  }
  return runtime;
}

/** Where the tables and the records are, for commands that read them while the system runs (`npm run audit`). */
function tablesFile(database: Database, region: string, addresses: Addresses, stack: Stack): string {
  const named = (part: RegExp, ...types: readonly string[]) =>
    stack.ofType(...types).find(({ name }) => part.test(name))?.name;
  const tables = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];
  return JSON.stringify({
    endpoint: database.endpoint,
    region,
    core: named(/core/i, ...tables),
    audit: named(/audit/i, ...tables),
    aws: addresses.aws,
    records: named(/records/i, 'AWS::S3::Bucket'),
  });
}

function addressesOf(ports: OpenPorts, database: Database, inbox: Inbox): Addresses {
  return {
    console: ports.console.address,
    public: ports.public.address,
    publicity: ports.publicity.address,
    tools: ports.tools.address,
    aws: ports.aws.address,
    oidc: `http://127.0.0.1:${ports.oidc}`,
    credit: ports.credit.address,
    smtp: { host: '127.0.0.1', port: inbox.port },
    dynamodb: database.endpoint,
  };
}

/** Every API goes to the port of its audience; what has no API stays unavailable. */
function serve(ports: OpenPorts, stack: Stack, services: Services, runtime: LocalRuntime): void {
  for (const { logicalId, id, routes } of readApis(stack)) {
    const server = /public/i.test(logicalId) ? ports.public : ports.console;
    server.handle(httpApi({ id, account: LOCAL_ACCOUNT, routes }, services.lambda, runtime.clock));
  }
  const publicity = services.buckets.find(({ rules }) => /publicity/.test(rules.name));
  ports.publicity.handle(publicitySite(publicity));
  ports.credit.handle(creditSite(runtime.credit));
  ports.tools.handle(toolsHandler(runtime));
}
