import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../aws/awsError.ts';
import { type OperationTable, operation } from '../aws/operations.ts';
import { compile } from './compile.ts';
import { CoverageCounter, type MachineCoverage } from './coverage.ts';
import { readDefinition } from './definition.ts';
import { Execution, type ExecutionParts, type MachineParts } from './execution.ts';
import type { AfterTask, ExecutionView } from './executionTypes.ts';
import { openWaitingTasks } from './waitingTasks.ts';

export interface MachineSource {
  readonly name: string;
  readonly arn: string;
  /** The definition as text, substitutions done. */
  readonly definition: string;
}

export interface StateMachines {
  readonly operations: OperationTable;
  /** Executions, newest first; of one machine when named. */
  list(machine?: string): readonly ExecutionView[];
  /** Executed states and transitions, of every machine. */
  coverage(): readonly MachineCoverage[];
  /** Sets the hook that is called after each Task state; undefined removes it. */
  afterTask(hook: AfterTask | undefined): void;
  /** Starts an execution. Throws AwsError as StartExecution does. */
  start(machineArn: string, input: string, name?: string): string;
  /** Resolves when the execution is over. */
  over(executionArn: string): Promise<ExecutionView>;
  /** Ends every execution at once, without a trace in the cases. */
  stop(): void;
}

const KEPT_EXECUTIONS = 5_000;
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;
const seconds = (instant: string) => Date.parse(instant) / 1000;

function described(execution: Execution) {
  const view = execution.view();
  return {
    executionArn: view.arn,
    stateMachineArn: execution.machine.arn,
    name: view.name,
    status: view.status,
    startDate: seconds(view.started),
    ...(view.stopped === undefined ? {} : { stopDate: seconds(view.stopped) }),
  };
}

/** Step Functions as far as one machine needs it. Executions live in memory: the cases are the truth. */
export function openStateMachines(
  sources: readonly MachineSource[],
  parts: Omit<ExecutionParts, 'tasks' | 'afterTask'>,
): StateMachines {
  const machines: MachineParts[] = sources.map(({ name, arn, definition: text }) => {
    const definition = readDefinition(name, text);
    return {
      name,
      arn,
      definition,
      compiled: compile(definition),
      coverage: new CoverageCounter(name, definition),
    };
  });
  const tasks = openWaitingTasks();
  const executions = new Map<string, Execution>();
  let hook: AfterTask | undefined;
  let isStopping = false;
  // A machine that is switched off tells nobody that its executions have ended.
  const onStatus = (view: ExecutionView) => {
    if (!isStopping) parts.onStatus(view);
  };
  const afterTask: AfterTask = (view, state) => hook?.(view, state) ?? 'go on';

  const machineOf = (arn: string): MachineParts => {
    const found = machines.find((machine) => arn === machine.arn || arn.startsWith(`${machine.arn}:`));
    if (!found) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return found;
  };
  const executionOf = (arn: string): Execution => {
    const found = executions.get(arn);
    if (!found) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return found;
  };
  const start = (machineArn: string, input: string, given?: string): Execution => {
    const machine = machineOf(machineArn);
    const name = given ?? randomUUID();
    if (!NAME.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
    try {
      JSON.parse(input);
    } catch {
      throw new AwsError(
        'InvalidExecutionInput',
        `Invalid State Machine Execution Input: '${input.slice(0, 80)}'`,
      );
    }
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const known = executions.get(arn);
    if (known) {
      if (known.view().status === 'RUNNING' && known.input === input) return known;
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const execution = new Execution(arn, name, machine, input, { ...parts, onStatus, tasks, afterTask });
    executions.set(arn, execution);
    for (const [old, kept] of executions) {
      if (executions.size <= KEPT_EXECUTIONS) break;
      if (kept.view().status !== 'RUNNING') executions.delete(old);
    }
    return execution;
  };
  const newestFirst = () => [...executions.values()].reverse();
  return {
    list: (machine) =>
      newestFirst()
        .filter((execution) => machine === undefined || execution.machine.name === machine)
        .map((execution) => execution.view()),
    coverage: () => machines.map(({ coverage }) => coverage.report()),
    afterTask: (given) => {
      hook = given;
    },
    start: (machineArn, input, name) => start(machineArn, input, name).arn,
    over: async (arn) => {
      const execution = executionOf(arn);
      await execution.over;
      return execution.view();
    },
    stop: () => {
      isStopping = true;
      for (const execution of executions.values()) execution.stop('ABORTED', 'Stopped', 'The runtime stops');
    },
    operations: {
      ...tasks.operations,
      'AWSStepFunctions.StartExecution': operation(
        z.object({
          stateMachineArn: z.string(),
          name: z.string().optional(),
          input: z.string().default('{}'),
        }),
        ({ stateMachineArn, name, input }) => {
          const execution = start(stateMachineArn, input, name);
          return { executionArn: execution.arn, startDate: seconds(execution.view().started) };
        },
      ),
      'AWSStepFunctions.DescribeExecution': operation(z.object({ executionArn: z.string() }), (input) => {
        const execution = executionOf(input.executionArn);
        const { output, error, cause } = execution.view();
        return { ...described(execution), input: execution.input, output, error, cause };
      }),
      'AWSStepFunctions.ListExecutions': operation(
        z.object({
          stateMachineArn: z.string(),
          statusFilter: z.string().optional(),
          maxResults: z.number().int().min(0).max(1_000).optional(),
          nextToken: z.string().optional(),
        }),
        ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
          const machine = machineOf(stateMachineArn);
          const all = newestFirst().filter(
            (execution) =>
              execution.machine === machine &&
              (statusFilter === undefined || execution.view().status === statusFilter),
          );
          const from = Number(nextToken ?? 0);
          const to = from + (maxResults || 100);
          return {
            executions: all.slice(from, to).map(described),
            ...(to < all.length ? { nextToken: String(to) } : {}),
          };
        },
      ),
      'AWSStepFunctions.StopExecution': operation(
        z.object({ executionArn: z.string(), error: z.string().optional(), cause: z.string().optional() }),
        ({ executionArn, error, cause }) => {
          const execution = executionOf(executionArn);
          execution.stop('ABORTED', error ?? '', cause ?? '');
          return { stopDate: seconds(execution.view().stopped ?? parts.clock.iso()) };
        },
      ),
    },
  };
}
