import { setTimeout as pause } from 'node:timers/promises';
import type { RunOptions } from 'aws-local-stepfunctions';
import { LONGEST_TIMER_MS, type LocalClock } from '../clock.ts';
import type { InvocationResult } from '../functions/functionPool.ts';
import type { CompiledMachine } from './compile.ts';
import { fillContext } from './contextValues.ts';
import type { CoverageCounter } from './coverage.ts';
import type { Definition, State } from './definition.ts';
import type { AfterTask, ExecutionStatus, ExecutionView } from './executionTypes.ts';
import { TaskError } from './taskError.ts';
import type { WaitingTasks } from './waitingTasks.ts';

export interface MachineParts {
  readonly name: string;
  readonly arn: string;
  readonly definition: Definition;
  readonly compiled: CompiledMachine;
  readonly coverage: CoverageCounter;
}

export interface ExecutionParts {
  readonly clock: LocalClock;
  readonly tasks: WaitingTasks;
  /** Invokes a function; throws an Error named as the service names it (429, 404). */
  readonly invoke: (functionId: string, payload: string) => Promise<InvocationResult>;
  readonly afterTask: AfterTask;
  readonly onStatus: (execution: ExecutionView) => void;
  /** Pause before every retry in ms instead of the one in the definition. */
  readonly retryMs: number | undefined;
}

type RunInput = Parameters<MachineParts['compiled']['interpreter']['run']>[0];
type TaskHandlers = NonNullable<NonNullable<RunOptions['overrides']>['taskResourceLocalHandlers']>;

/** Longest input, output or result of a state, in bytes. */
const LARGEST_DATA = 262_144;

/** Ends an execution whatever its Retry and Catch say. The interpreter reads the two flags. */
class Ended extends Error {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

/** One run of one machine. */
export class Execution {
  readonly arn: string;
  readonly machine: MachineParts;
  readonly name: string;
  readonly input: string;
  /** Resolves when the execution is over, however it ends. */
  readonly over: Promise<void>;
  readonly #parts: ExecutionParts;
  readonly #started: string;
  readonly #path: string[] = [];
  readonly #end = new AbortController();
  readonly #attempts = new Map<string, { count: number; entered: string }>();
  /** A crash sends no event. */
  #isSilent = false;
  #transitions = 0;
  #status: ExecutionStatus = 'RUNNING';
  #stopped: string | undefined;
  #output: string | undefined;
  #failure: { error: string; cause: string } | undefined;
  #waitingIn: string | undefined;

  constructor(arn: string, name: string, machine: MachineParts, input: string, parts: ExecutionParts) {
    this.arn = arn;
    this.name = name;
    this.machine = machine;
    this.input = input;
    this.#parts = parts;
    this.#started = parts.clock.iso();
    this.over = this.#run();
  }

  view(): ExecutionView {
    return {
      arn: this.arn,
      machine: this.machine.name,
      name: this.name,
      status: this.#status,
      started: this.#started,
      stopped: this.#stopped,
      input: this.input,
      output: this.#output,
      error: this.#failure?.error,
      cause: this.#failure?.cause,
      path: [...this.#path],
      transitions: this.#transitions,
      waitingIn: this.#waitingIn,
    };
  }

  /** Ends a running execution; a no-op on one that is over. */
  stop(status: 'ABORTED' | 'TIMED_OUT', error: string, cause: string): void {
    if (this.#status !== 'RUNNING') return;
    this.#settle(status, { error, cause });
    this.#end.abort();
  }

  async #run(): Promise<void> {
    const { definition, compiled } = this.machine;
    const { clock, retryMs, onStatus } = this.#parts;
    const names = Object.keys(definition.States);
    const handlers: TaskHandlers = {};
    for (const [name, state] of Object.entries(definition.States)) {
      if (state.Type === 'Task')
        handlers[name] = (input) => this.#runTask(name, state, input) as Promise<RunInput>;
    }
    onStatus(this.view());
    const { result, eventLogs } = compiled.interpreter.run(JSON.parse(this.input) as RunInput, {
      overrides: {
        taskResourceLocalHandlers: handlers,
        ...(retryMs === undefined
          ? {}
          : { retryIntervalOverrides: Object.fromEntries(names.map((name) => [name, retryMs])) }),
      },
    });
    const watched = this.#watch(eventLogs);
    if (definition.TimeoutSeconds !== undefined) {
      const limit = Date.parse(this.#started) + definition.TimeoutSeconds * 1000;
      void clock.waitUntil(limit, this.#end.signal).then((reached) => {
        if (reached) this.stop('TIMED_OUT', 'States.Timeout', '');
      });
    }
    try {
      const output = JSON.stringify(await result);
      await watched;
      this.#settle('SUCCEEDED', undefined, output);
    } catch (error) {
      await watched;
      const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const named = reason instanceof Error ? reason : new Error(String(reason));
      this.#settle('FAILED', { error: named.name, cause: named.message });
    }
    this.#end.abort();
  }

  #settle(status: ExecutionStatus, failure?: { error: string; cause: string }, output?: string): void {
    if (this.#status !== 'RUNNING') return;
    this.#status = status;
    this.#failure = failure;
    this.#output = output;
    this.#waitingIn = undefined;
    this.#stopped = this.#parts.clock.iso();
    if (!this.#isSilent) this.#parts.onStatus(this.view());
  }

  async #watch(
    events: ReturnType<MachineParts['compiled']['interpreter']['run']>['eventLogs'],
  ): Promise<void> {
    const { coverage, compiled, definition } = this.machine;
    let caught = false;
    for await (const event of events) {
      if (!('state' in event) || this.#status !== 'RUNNING') continue;
      const { name } = event.state;
      const crossing = compiled.crossings.get(name);
      if (crossing) {
        if (event.type === 'StateEntered') coverage.took(crossing);
        continue;
      }
      if (event.type === 'StateEntered') {
        caught = false;
        this.#path.push(name);
        this.#transitions += 1;
        coverage.entered(name);
      } else if (event.type === 'StateRetried') this.#transitions += 1;
      else if (event.type === 'StateCaught' && 'catch' in event) {
        caught = true;
        this.#attempts.delete(name);
        const { catcher } = event.catch;
        const rules = definition.States[name]?.Catch ?? [];
        const index = rules.findIndex((rule) => JSON.stringify(rule) === JSON.stringify(catcher));
        coverage.took({ from: name, kind: 'Catch', index, to: catcher.Next });
      } else if (event.type === 'StateExited' && !caught) {
        const next = definition.States[name]?.Next;
        if (next !== undefined) coverage.took({ from: name, kind: 'Next', index: 0, to: next });
      }
    }
  }

  async #runTask(name: string, state: State, input: unknown): Promise<unknown> {
    if (this.#status !== 'RUNNING') throw new Ended('The execution is over');
    const { clock, tasks, afterTask } = this.#parts;
    const attempt = this.#attempts.get(name) ?? { count: 0, entered: clock.iso() };
    const task = state.Resource?.endsWith('.waitForTaskToken') ? tasks.open() : undefined;
    const finished = new AbortController();
    const over = AbortSignal.any([this.#end.signal, finished.signal]);
    // A wait for a person ends by the local clock, whole days at a move; a running function lives in real time.
    const limitMs = (state.TimeoutSeconds ?? 60) * 1000;
    const reached = task
      ? clock.waitUntil(clock.now() + limitMs, over)
      : pause(Math.min(limitMs, LONGEST_TIMER_MS), true, { signal: over }).catch(() => false);
    const timeout = reached.then((isOver) => {
      if (isOver) throw new TaskError('States.Timeout', '');
      throw new Ended('The execution is over');
    });
    timeout.catch(() => {});
    const filled = fillContext(input, {
      executionArn: this.arn,
      executionName: this.name,
      executionStarted: this.#started,
      executionInput: JSON.parse(this.input),
      machineArn: this.machine.arn,
      machineName: this.machine.name,
      state: name,
      entered: attempt.entered,
      retryCount: attempt.count,
      token: task?.token,
    });
    try {
      const work = this.#call(state, filled).then((answer) => {
        if (!task) return answer;
        this.#waitingIn = name;
        return task.result;
      });
      // An answer or a failure may arrive before the function that opened the task has returned.
      const result = await Promise.race([work, timeout, ...(task ? [task.result] : [])]);
      if (Buffer.byteLength(JSON.stringify(result) ?? '') > LARGEST_DATA) {
        throw new TaskError('States.DataLimitExceeded', `${name} gave more than ${LARGEST_DATA} bytes`);
      }
      this.#attempts.delete(name);
      if ((await afterTask(this.view(), name)) === 'kill') {
        this.#isSilent = true;
        this.stop('ABORTED', 'Killed', `after ${name}`);
        throw new Ended('killed');
      }
      return result;
    } catch (error) {
      this.#attempts.set(name, { count: attempt.count + 1, entered: attempt.entered });
      throw error;
    } finally {
      this.#waitingIn = undefined;
      finished.abort();
      task?.close();
    }
  }

  async #call(state: State, input: unknown): Promise<unknown> {
    const integrated = state.Resource?.includes(':states:::') === true;
    const { FunctionName, Payload } = integrated
      ? (input as { FunctionName?: unknown; Payload?: unknown })
      : { FunctionName: state.Resource, Payload: input };
    let result: InvocationResult;
    try {
      result = await this.#parts.invoke(String(FunctionName), JSON.stringify(Payload ?? {}));
    } catch (error) {
      const name = error instanceof Error ? error.name : 'ServiceException';
      throw new TaskError(`Lambda.${name}`, error instanceof Error ? error.message : String(error));
    }
    if (!result.ok) throw new TaskError(result.error.errorType, JSON.stringify(result.error));
    const payload: unknown = JSON.parse(result.payload);
    return integrated ? { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 } : payload;
  }
}
