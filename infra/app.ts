/**
 * `node infra/app.ts [region ...]` writes one cloud assembly per region under cdk.out/; without a region, one for
 * each partition. Under the CDK CLI it writes the one that the CLI asks for: `-c region=…`, else the region of the
 * CLI's own environment.
 */
import { relative, resolve } from 'node:path';
import { bundleFunctions } from './bundle.ts';
import { functions } from './functions.ts';
import { provedRegions, synthesise } from './synth.ts';

const cliOutdir = process.env['CDK_OUTDIR'];

if (cliOutdir === undefined) {
  const asked = process.argv.slice(2);
  const bundles = resolve('cdk.out/bundles');
  await bundleFunctions(
    bundles,
    functions.map((row) => row.name),
  );
  for (const region of asked.length > 0 ? asked : provedRegions) {
    const { templatePath } = await synthesise({ region, outdir: `cdk.out/${region}`, bundles });
    console.log(`${region}: ${relative(process.cwd(), templatePath)}`);
  }
} else {
  await synthesise({ region: cliRegion(), outdir: cliOutdir });
}

/** The region the CLI was called for; the first user's is the last resort. */
function cliRegion(): string {
  const context: unknown = JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}');
  if (typeof context === 'object' && context !== null && 'region' in context) return String(context.region);
  return process.env['CDK_DEFAULT_REGION'] ?? provedRegions[0];
}
