import { sendSigned, serviceOrigin, signerFromEnvironment } from './signedRequest.ts';

/** Long enough to be taken, short enough that nobody waits for it. Milliseconds. */
const PATIENCE_MS = 1_000;

/**
 * Wakes a worker without waiting for its work, and without the client of the SDK. A kick that fails is not an error:
 * the sweep comes anyway.
 */
export async function lightKick(functionName: string, payload: object = {}): Promise<void> {
  try {
    const url = `${serviceOrigin('lambda', signerFromEnvironment().region)}/2015-03-31/functions/${functionName}/invocations`;
    const answer = await sendSigned(
      {
        method: 'POST',
        service: 'lambda',
        url,
        headers: { 'x-amz-invocation-type': 'Event', 'content-type': 'application/json' },
        body: JSON.stringify(payload),
      },
      AbortSignal.timeout(PATIENCE_MS),
    );
    await answer.body?.cancel();
  } catch {
    // The outbox row stands; the scheduled sweep of the worker finds it within minutes.
  }
}
