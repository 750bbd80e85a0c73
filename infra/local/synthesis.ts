import { Worker } from 'node:worker_threads';

/**
 * Writes the assembly of a region into a folder, in a thread of its own, whose memory goes when it ends: the CDK takes
 * more than the whole runtime. The checks of the template are left to its own tests.
 * @throws Error of the synthesis
 */
export function synthesiseInThread(region: string, outdir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./synthesisThread.ts', import.meta.url), {
      workerData: { region, outdir },
      execArgv: [],
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The synthesis ended with ${code}`)),
    );
  });
}
