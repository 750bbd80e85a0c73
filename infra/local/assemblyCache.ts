import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = [
  'infra',
  'functions',
  'shared',
  'statemachines',
  'cdk.json',
  'package.json',
  'package-lock.json',
];
const KEPT = 3;
const DRAFT_MS = 600_000;

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** Digest of everything a template is made of; the local runtime itself is no part of it. */
function digest(root: string, region: string): string {
  const hash = createHash('sha256').update(region);
  for (const source of SOURCES) {
    for (const file of filesUnder(join(root, source))) {
      const name = relative(root, file);
      if (name.startsWith(join('infra', 'local'))) continue;
      hash.update(`\0${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * The assembly of a region, made only when a source has changed since it was made. It is made beside and moved
 * in one step, so that a kill leaves no half of one.
 * @param make writes an assembly into the folder it is given
 * @returns the folder of the assembly
 */
export async function cachedAssembly(
  root: string,
  region: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'double-random');
  const folder = join(cache, digest(root, region));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = `${folder}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    await make(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOld(cache, folder);
  return folder;
}

function removeOld(cache: string, current: string): void {
  const others = readdirSync(cache)
    .filter((name) => /^[0-9a-f]{32}$/.test(name) && join(cache, name) !== current)
    .map((name) => ({ name, time: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  // A start that was killed leaves its draft; one that still writes is younger.
  const drafts = readdirSync(cache)
    .filter((name) => name.endsWith('.new') && Date.now() - statSync(join(cache, name)).mtimeMs > DRAFT_MS)
    .map((name) => ({ name }));
  for (const { name } of [...others.slice(KEPT - 1), ...drafts]) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}
