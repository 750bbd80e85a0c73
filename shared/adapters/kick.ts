import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

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
