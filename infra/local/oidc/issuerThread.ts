import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { shiftDate } from '../functions/shiftedDate.ts';
import { portProblem } from '../http/server.ts';
import type { IssuerStart } from './issuer.ts';

/**
 * The issuer runs in a thread of its own whose `Date` follows the local clock: a token must be issued at the
 * same time at which the functions check it.
 */
const start: IssuerStart = workerData;
shiftDate(start.clock);
// Imported after the shift, because the library keeps what it finds.
const { issuerHandler } = await import('./issuerHandler.ts');

const server = createServer(issuerHandler(start));
server.on('error', (error) => {
  parentPort?.postMessage({ kind: 'broken', message: portProblem(start.port, error).message });
});
server.listen(start.port, '127.0.0.1', () => parentPort?.postMessage({ kind: 'ready' }));
