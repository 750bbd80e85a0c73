import { LambdaClient } from '@aws-sdk/client-lambda';
import { environment } from './environment.ts';
import { kickWorker } from './kick.ts';

/** Settings with the two functions that write and send what a complaint or report orders. */
const workers = ['MAIL_WORKER', 'FILER_MAIL_WORKER'] as const;

/** `ComplaintKick.mail`: wakes both mail workers. Never throws; who is not woken is swept by the schedule. */
export function complaintMailKick(): () => Promise<void> {
  const lambda = new LambdaClient();
  return async () => {
    await Promise.all(workers.map((name) => kickWorker(lambda, environment(name), {})));
  };
}
