import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { environment } from './environment.ts';

/** Wakes a worker without waiting for it. A kick that fails is not an error: the sweep comes anyway. */
export async function kickWorker(lambda: LambdaClient, functionName: string, payload: object): Promise<void> {
  try {
    await lambda.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: new TextEncoder().encode(JSON.stringify(payload)),
      }),
    );
  } catch {
    // The outbox row stands; the scheduled sweep of the worker finds it within minutes.
  }
}

/** Settings with the functions that each kind of kick wakes. Who is not woken is swept by the schedule. */
export type Woken<Kick extends string> = Partial<Readonly<Record<Kick, string | readonly string[]>>>;

/** Makes the kicks of a composition: each wakes every function that is named for it, or nobody. */
export function wakers<Kick extends string>(woken: Woken<Kick>): (kick: Kick) => () => Promise<void> {
  const lambda = new LambdaClient();
  return (kick) => async () => {
    const names = [woken[kick] ?? []].flat();
    await Promise.all(names.map((name) => kickWorker(lambda, environment(name), {})));
  };
}
