import { workerData } from 'node:worker_threads';

/**
 * Synthesises in a thread of its own, whose memory goes when it ends: the CDK takes more than the whole runtime.
 * The checks of the template belong to the tests; they would be four fifths of the time.
 */
const { region, outdir }: { readonly region: string; readonly outdir: string } = workerData;
process.env['CDK_VALIDATION'] = 'false';
const { synthesise } = await import('../synth.ts');
await synthesise({ region, outdir });
