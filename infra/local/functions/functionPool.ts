import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { LocalClock } from '../clock.ts';
import type { LocalLog } from '../log.ts';
import { startThread } from '../thread.ts';
import type { FromWorker, FunctionError, ToWorker, WorkerStart } from './workerMessages.ts';

export interface FunctionDefinition {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Folder of the unpacked asset. */
  readonly codeFolder: string;
  /** `<file without suffix>.<export>`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

/** Either the JSON text the function returned, or what went wrong in it. */
export type InvocationResult =
  | { readonly ok: true; readonly payload: string; readonly requestId: string }
  | { readonly ok: false; readonly error: FunctionError; readonly requestId: string };

/** Thrown when all environments are busy and the queue is full: Lambda answers 429. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequestsException';
}

/** In the folder of the asset, so that it goes with the asset. */
const COMPILED = '.compiled';
/** A worker costs about 90 ms and 36 MB, the first of an asset about 160 ms. */
const MOST_WORKERS = 4;
const LONGEST_QUEUE = 64;
/** About what a further worker costs: who waits for less is served sooner by one that becomes free. */
const PATIENCE_MS = 100;
const IDLE_MS = 120_000;

interface Job {
  readonly message: ToWorker;
  /** When it began to wait, by the clock of `performance`. */
  readonly since: number;
  readonly settle: (result: InvocationResult) => void;
}

interface Environment {
  readonly worker: Worker;
  /** Resolved when the handler is loaded: loading is not counted into the timeout, as in Lambda. */
  readonly ready: PromiseWithResolvers<void>;
  readonly version: { job: Job | undefined; idleSince: number; loaded: boolean };
}

/** The execution environments of one function: at most four worker threads and a queue before them. */
export class FunctionPool {
  readonly definition: FunctionDefinition;
  readonly #clock: LocalClock;
  readonly #log: LocalLog;
  readonly #environments = new Set<Environment>();
  readonly #queue: Job[] = [];
  readonly #reaper: NodeJS.Timeout;
  /** Looks again at whoever waits. */
  #look: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(definition: FunctionDefinition, clock: LocalClock, log: LocalLog) {
    this.definition = definition;
    this.#clock = clock;
    this.#log = log;
    handlerFile(definition);
    this.#reaper = setInterval(() => this.#dropIdle(), 30_000).unref();
  }

  /** Runs the function on a JSON text. Resolves for failures of the function too; throws TooManyRequests. */
  invoke(payload: string, qualifier = '$LATEST'): Promise<InvocationResult> {
    const requestId = randomUUID();
    const { name, arn, memoryMb } = this.definition;
    const context = {
      awsRequestId: requestId,
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: qualifier === '$LATEST' ? arn : `${arn}:${qualifier}`,
      memoryLimitInMB: String(memoryMb),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
    };
    // Whom a worker that is not opened yet will take does not count.
    const longest = LONGEST_QUEUE + MOST_WORKERS - this.#environments.size;
    if (this.#stopped || this.#queue.length >= longest) throw new TooManyRequests('Rate Exceeded.');
    return new Promise((settle) => {
      const since = performance.now();
      this.#queue.push({ message: { id: requestId, payload, context }, since, settle });
      this.#serve();
    });
  }

  /** Loads the handler before anybody asks for it; that it cannot be loaded stands in the log. */
  warm(): void {
    if (!this.#stopped && this.#environments.size === 0) this.#tryOpen();
  }

  /** Ends every environment at once, as a crash would; waiting callers get an error. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#reaper);
    clearTimeout(this.#look);
    for (const job of this.#queue.splice(0)) job.settle(shutDown(job.message.id));
    await Promise.all([...this.#environments].map((environment) => environment.worker.terminate()));
  }

  #serve(): void {
    while (this.#queue.length > 0) {
      let free = [...this.#environments].find((environment) => !environment.version.job);
      if (!free && this.#needsAnother()) {
        const opened = this.#tryOpen();
        if ('errorType' in opened) {
          const job = this.#queue.shift();
          job?.settle({ ok: false, requestId: job.message.id, error: opened });
          continue;
        }
        free = opened;
      }
      if (!free) return;
      const job = this.#queue.shift();
      if (job) this.#run(free, job);
    }
  }

  /** Whether the first in the queue should get an environment of its own; if not yet, it is asked again in time. */
  #needsAnother(): boolean {
    const environments = [...this.#environments];
    if (environments.length === 0) return true;
    if (environments.length >= MOST_WORKERS) return false;
    // One that loads comes back to the queue by itself.
    if (environments.some(({ version }) => !version.loaded)) return false;
    const since = this.#queue[0]?.since ?? 0;
    const left = since + PATIENCE_MS - performance.now();
    if (left <= 0) return true;
    clearTimeout(this.#look);
    this.#look = setTimeout(() => this.#serve(), Math.ceil(left)).unref();
    return false;
  }

  /** This is called from a worker's events too, where nobody could catch: a failure is the invocation's. */
  #tryOpen(): Environment | FunctionError {
    try {
      return this.#open();
    } catch (error) {
      const errorMessage = error instanceof Error ? error.message : String(error);
      this.#log.write(this.definition.name, errorMessage);
      return { errorType: 'Runtime.ImportModuleError', errorMessage, trace: [] };
    }
  }

  #run(environment: Environment, job: Job): void {
    const { timeoutSeconds, name } = this.definition;
    let timer: NodeJS.Timeout | undefined;
    const timeOut = () => {
      this.#log.write(name, `${job.message.id} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
      this.#close(environment);
      done({
        ok: false,
        requestId: job.message.id,
        error: {
          errorType: 'Sandbox.Timedout',
          errorMessage: `RequestId: ${job.message.id} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
          trace: [],
        },
      });
    };
    const done = (result: InvocationResult) => {
      clearTimeout(timer);
      if (environment.version.job !== held) return;
      environment.version.job = undefined;
      environment.version.idleSince = Date.now();
      job.settle(result);
      this.#serve();
    };
    const held: Job = { ...job, settle: done };
    environment.version.job = held;
    environment.worker.postMessage(job.message);
    void environment.ready.promise.then(() => {
      if (environment.version.job === held) timer = setTimeout(timeOut, timeoutSeconds * 1000);
    });
  }

  #open(): Environment {
    const { definition } = this;
    const [file, exportName] = handlerFile(definition);
    const start: WorkerStart = {
      clock: this.#clock.memory,
      file,
      exportName,
      timeoutMs: definition.timeoutSeconds * 1000,
    };
    const worker = startThread(
      new URL('./workerThread.ts', import.meta.url),
      join(definition.codeFolder, COMPILED),
      { workerData: start, env: { ...definition.environment }, name: definition.name },
    );
    const ready = Promise.withResolvers<void>();
    const environment: Environment = {
      worker,
      ready,
      version: { job: undefined, idleSince: Date.now(), loaded: false },
    };
    this.#environments.add(environment);
    const fail = (error: FunctionError) => {
      const job = environment.version.job;
      this.#close(environment);
      job?.settle({ ok: false, requestId: job.message.id, error });
    };
    worker.stdout.setEncoding('utf8').on('data', (text: string) => this.#log.write(definition.name, text));
    worker.stderr.setEncoding('utf8').on('data', (text: string) => this.#log.write(definition.name, text));
    worker.on('message', (message: FromWorker) => this.#receive(environment, message, fail));
    worker.on('error', (error) =>
      fail({ errorType: 'Runtime.ExitError', errorMessage: String(error), trace: [] }),
    );
    worker.on('exit', () =>
      fail({ errorType: 'Runtime.ExitError', errorMessage: 'The environment ended', trace: [] }),
    );
    return environment;
  }

  #receive(environment: Environment, message: FromWorker, fail: (error: FunctionError) => void): void {
    if (message.kind === 'ready') {
      environment.version.loaded = true;
      environment.ready.resolve();
      this.#serve();
      return;
    }
    if (message.kind === 'broken') {
      this.#log.write(this.definition.name, message.error.trace.join('\n') || message.error.errorMessage);
      fail(message.error);
      return;
    }
    const job = environment.version.job;
    if (job?.message.id !== message.id) return;
    if (message.kind === 'result') job.settle({ ok: true, requestId: message.id, payload: message.payload });
    else {
      this.#log.write(this.definition.name, message.error.trace.join('\n') || message.error.errorMessage);
      job.settle({ ok: false, requestId: message.id, error: message.error });
    }
  }

  #close(environment: Environment): void {
    if (!this.#environments.delete(environment)) return;
    void environment.worker.terminate();
    if (!this.#stopped) this.#serve();
  }

  #dropIdle(): void {
    const old = Date.now() - IDLE_MS;
    for (const environment of [...this.#environments].slice(1)) {
      if (!environment.version.job && environment.version.idleSince < old) this.#close(environment);
    }
  }
}

function shutDown(requestId: string): InvocationResult {
  return {
    ok: false,
    requestId,
    error: { errorType: 'Runtime.ExitError', errorMessage: 'The runtime stops', trace: [] },
  };
}

/** The file and export a handler string names. Throws when the asset holds no such file. */
function handlerFile(definition: FunctionDefinition): [file: string, exportName: string] {
  const dot = definition.handler.lastIndexOf('.');
  const stem = definition.handler.slice(0, dot);
  for (const suffix of ['.mjs', '.js', '.cjs']) {
    const file = join(definition.codeFolder, `${stem}${suffix}`);
    if (existsSync(file)) return [file, definition.handler.slice(dot + 1)];
  }
  throw new Error(`${definition.logicalId}: the asset has no file for the handler ${definition.handler}`);
}
