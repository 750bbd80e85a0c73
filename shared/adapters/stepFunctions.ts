import {
  ExecutionAlreadyExists,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Workflow } from '../case/waitingTask.ts';

/** Answers to tasks, of whatever machine: the token alone says which. */
export function stepFunctionsTasks(sfn: SFNClient): Pick<Workflow, 'wake'> {
  return {
    async wake(token, output) {
      try {
        await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return 'woken';
      } catch (error) {
        if (
          error instanceof TaskDoesNotExist ||
          error instanceof TaskTimedOut ||
          error instanceof InvalidToken
        ) {
          return 'gone';
        }
        throw error;
      }
    },
  };
}

/** A state machine behind its alias. */
export function stepFunctionsWorkflow(sfn: SFNClient, machineArn: string): Workflow {
  return {
    ...stepFunctionsTasks(sfn),
    async start(name, input) {
      try {
        await sfn.send(
          new StartExecutionCommand({ stateMachineArn: machineArn, name, input: JSON.stringify(input) }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    async running() {
      const names: string[] = [];
      let nextToken: string | undefined;
      do {
        const page = await sfn.send(
          new ListExecutionsCommand({
            stateMachineArn: machineArn,
            statusFilter: 'RUNNING',
            ...(nextToken === undefined ? {} : { nextToken }),
          }),
        );
        names.push(...(page.executions ?? []).map((execution) => execution.name ?? ''));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return names;
    },
  };
}
