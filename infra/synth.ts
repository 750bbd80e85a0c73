import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, DefaultStackSynthesizer, type IStackSynthesizer, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { acknowledgeFindings } from './acknowledgements.ts';
import { bundleFunctions } from './bundle.ts';
import type { FunctionTable } from './functionDeclaration.ts';
import { functions } from './functions.ts';
import { DoubleRandomStack } from './stack.ts';

export const stackName = 'DoubleRandom';

/** The regions the template is proved for: mainland China, and everywhere else. */
export const provedRegions = ['cn-north-1', 'us-east-1'] as const;

export interface SynthesisOptions {
  readonly region: string;
  /** Folder of the cloud assembly. */
  readonly outdir: string;
  /** Bundles made before by `bundleFunctions`; without it they are made anew under `<outdir>/bundles`. */
  readonly bundles?: string;
  /** The functions to deploy; a test can hand in others. */
  readonly table?: FunctionTable;
  /** Finds the source of a handler; a test can hand in a small one. */
  readonly entryOf?: (name: string) => string;
}

export interface Synthesis {
  readonly templatePath: string;
  readonly assemblyDir: string;
}

/**
 * Bundles the functions and writes the cloud assembly of one region.
 *
 * @throws Error naming a function without a handler, or whatever the checks of the template found
 */
export async function synthesise(options: SynthesisOptions): Promise<Synthesis> {
  const table = options.table ?? functions;
  const outdir = resolve(options.outdir);
  const bundles = options.bundles ?? join(outdir, 'bundles');
  if (options.bundles === undefined) {
    await bundleFunctions(
      bundles,
      table.map((row) => row.name),
      options.entryOf,
    );
  }
  const app = new App({ outdir, context: cdkContext(), analyticsReporting: false });
  const stack = new DoubleRandomStack(app, stackName, {
    table,
    bundles,
    env: { region: options.region },
    description: 'Supervision of IP service agencies by a draw that proves itself',
    terminationProtection: true,
    // The interfaces of the CDK are not written for exactOptionalPropertyTypes.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
  });
  acknowledgeFindings(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
  return { templatePath: join(outdir, `${stackName}.template.json`), assemblyDir: outdir };
}

/** The context of cdk.json, which only the CLI reads by itself. */
export function cdkContext(): Record<string, unknown> {
  const file = resolve(import.meta.dirname, '../cdk.json');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('context' in parsed)) {
    throw new Error('cdk.json has no context');
  }
  return parsed.context as Record<string, unknown>;
}
