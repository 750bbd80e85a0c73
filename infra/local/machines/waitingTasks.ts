import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../aws/awsError.ts';
import { type OperationTable, operation } from '../aws/operations.ts';
import { TaskError } from './taskError.ts';

export interface WaitingTask {
  readonly token: string;
  readonly result: Promise<unknown>;
  /** Ends the wait without an answer: a late answer meets TaskTimedOut. */
  close(): void;
}

export interface WaitingTasks {
  open(): WaitingTask;
  readonly operations: OperationTable;
}

const TOKEN = /^AQCQ[A-Za-z0-9_-]{60,}$/;
const token = z.string().min(1).max(2_048);

/** Task tokens of `.waitForTaskToken` and the calls that answer them. In memory, like the executions. */
export function openWaitingTasks(): WaitingTasks {
  const waiting = new Map<string, PromiseWithResolvers<unknown>>();
  const take = (given: string): PromiseWithResolvers<unknown> => {
    if (!TOKEN.test(given)) throw new AwsError('InvalidToken', `Invalid Token: 'Invalid token'`);
    const found = waiting.get(given);
    if (!found) {
      throw new AwsError('TaskTimedOut', `Task Timed Out: 'Provided task does not exist anymore'`);
    }
    return found;
  };
  return {
    open: () => {
      const made = `AQCQ${randomBytes(60).toString('base64url')}`;
      const promise = Promise.withResolvers<unknown>();
      // Whoever waits sees the rejection; without this an answer before the wait begins would be "unhandled".
      promise.promise.catch(() => {});
      waiting.set(made, promise);
      return { token: made, result: promise.promise, close: () => void waiting.delete(made) };
    },
    operations: {
      'AWSStepFunctions.SendTaskSuccess': operation(
        z.object({ taskToken: token, output: z.string() }),
        (input) => {
          const task = take(input.taskToken);
          let output: unknown;
          try {
            output = JSON.parse(input.output);
          } catch {
            throw new AwsError('InvalidOutput', `Invalid Output: 'The output is not JSON'`);
          }
          waiting.delete(input.taskToken);
          task.resolve(output);
          return {};
        },
      ),
      'AWSStepFunctions.SendTaskFailure': operation(
        z.object({ taskToken: token, error: z.string().optional(), cause: z.string().optional() }),
        (input) => {
          const task = take(input.taskToken);
          waiting.delete(input.taskToken);
          task.reject(new TaskError(input.error ?? 'States.TaskFailed', input.cause ?? ''));
          return {};
        },
      ),
      'AWSStepFunctions.SendTaskHeartbeat': operation(z.object({ taskToken: token }), (input) => {
        take(input.taskToken);
        return {};
      }),
    },
  };
}
