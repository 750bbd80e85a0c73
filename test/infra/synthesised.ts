import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { provedRegions, stackName, synthesise } from '../../infra/synth.ts';

/**
 * The template of each region, synthesised once for all test files: kept under a digest of everything that goes into
 * it, so that a change of any source makes a new one.
 */

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/infra-test');

export const regions = provedRegions;

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

export interface Template {
  readonly Parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, unknown>>;
}

/** A handler that stands for every function where only the template is looked at. */
export const fixtureHandler = join(import.meta.dirname, 'fixtures/handler.ts');

/** The text of the synthesised template of a region. */
export async function templateText(region: string): Promise<string> {
  const kept = join(cache, sourcesDigest(), region);
  if (!existsSync(kept)) await synthesiseInto(kept, region);
  return readFileSync(join(kept, `${stackName}.template.json`), 'utf8');
}

/** The synthesised template of a region. */
export async function template(region: string): Promise<Template> {
  return JSON.parse(await templateText(region)) as Template;
}

/** The resources of one type, with their logical ids. */
export function ofType(from: Template, type: string): [string, Resource][] {
  return Object.entries(from.Resources).filter(([, resource]) => resource.Type === type);
}

async function synthesiseInto(kept: string, region: string): Promise<void> {
  await mkdir(join(kept, '..'), { recursive: true });
  const fresh = await mkdtemp(`${kept}-`);
  await synthesise({ region, outdir: fresh, entryOf: () => fixtureHandler });
  try {
    await rename(fresh, kept);
  } catch (error) {
    // Another test file was quicker.
    if (!existsSync(kept)) throw error;
    await rm(fresh, { recursive: true, force: true });
  }
}

function sourcesDigest(): string {
  const sources = [
    ...files('infra').filter((path) => path.endsWith('.ts')),
    ...files('statemachines'),
    'cdk.json',
    'package-lock.json',
    'test/infra/fixtures/handler.ts',
  ];
  const digest = createHash('sha256');
  for (const path of sources) digest.update(path).update(readFileSync(join(root, path)));
  return digest.digest('hex').slice(0, 16);
}

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))
    .sort();
}
