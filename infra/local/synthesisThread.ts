import { workerData } from 'node:worker_threads';

/** What `synthesiseInThread` starts. The checks of the template would be four fifths of the time. */
const { region, outdir }: { readonly region: string; readonly outdir: string } = workerData;
process.env['CDK_VALIDATION'] = 'false';
const { synthesise } = await import('../synth.ts');
await synthesise({ region, outdir });
