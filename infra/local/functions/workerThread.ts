import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { shiftDate } from './shiftedDate.ts';
import type { ContextFacts, FromWorker, ToWorker, WorkerStart } from './workerMessages.ts';

/** One execution environment of one function: loads the handler once, then answers one event at a time. */
const start: WorkerStart = workerData;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread only');
shiftDate(start.clock);

const answer = (message: FromWorker) => port.postMessage(message);

function describe(error: unknown): { errorType: string; errorMessage: string; trace: string[] } {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function contextOf(facts: ContextFacts) {
  return {
    ...facts,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, start.timeoutMs - (performance.now() - begun)),
  };
}

let begun = 0;

try {
  const module: Record<string, unknown> = await import(pathToFileURL(start.file).href);
  const handler = module[start.exportName];
  if (typeof handler !== 'function') {
    throw new Error(`${start.exportName} is not a function exported by the handler file`);
  }
  port.on('message', async (message: ToWorker) => {
    begun = performance.now();
    try {
      const result: unknown = await handler(JSON.parse(message.payload), contextOf(message.context));
      answer({ kind: 'result', id: message.id, payload: JSON.stringify(result) ?? 'null' });
    } catch (error) {
      answer({ kind: 'error', id: message.id, error: describe(error) });
    }
  });
  answer({ kind: 'ready' });
} catch (error) {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  const errorType = isMissing ? { errorType: 'Runtime.ImportModuleError' } : {};
  answer({ kind: 'broken', error: { ...describe(error), ...errorType } });
}
