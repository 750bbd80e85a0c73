import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isLiving, ownMark } from './livingProcess.ts';

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
const LEASE = '.lease';

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
 * in one step, so that a kill leaves no half of one. It stays at least as long as this process lives.
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
  if (lease(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = `${folder}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    await make(draft);
    lease(draft);
    // Another start may have been faster; its assembly is of the same sources.
    if (!lease(folder) && !moved(draft, folder) && !lease(folder)) {
      throw new Error(`The assembly cannot be moved to ${folder}`);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOld(cache, folder);
  return folder;
}

/**
 * Says in the assembly that this process uses it: a file whose name is the mark of the process, so that it is
 * there whole or not at all. It is never taken back, a runtime loads handlers as long as it lives.
 * @returns false when there is no such assembly
 */
function lease(folder: string): boolean {
  const { pid, start } = ownMark();
  try {
    writeFileSync(join(folder, `${pid}-${start}${LEASE}`), '');
    return true;
  } catch (error) {
    if (existsSync(folder)) throw error;
    return false;
  }
}

/** Whether a living process has a lease on the assembly. */
function isInUse(folder: string): boolean {
  return readdirSync(folder)
    .filter((name) => name.endsWith(LEASE))
    .some((name) => {
      const [pid = '', start = ''] = name.slice(0, -LEASE.length).split('-');
      return isLiving({ pid: Number(pid), start });
    });
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Other processes clean up at the same time: what is gone already is no fault. */
function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function removeOld(cache: string, current: string): void {
  const paths = readdirSync(cache).map((name) => join(cache, name));
  const others = paths
    .filter((path) => /^[0-9a-f]{32}$/.test(basename(path)) && path !== current)
    .map((path) => ({ path, age: ageOf(path) }))
    .sort((a, b) => a.age - b.age);
  for (const { path } of others.slice(KEPT - 1)) removeUnused(path);
  // A start that was killed leaves its draft; one that still writes is younger.
  for (const path of paths.filter((one) => one.endsWith('.new') && ageOf(one) > DRAFT_MS)) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Moves the assembly aside before it is removed: a lease taken meanwhile is seen, a later one finds nothing. */
function removeUnused(folder: string): void {
  const aside = `${folder}.${process.pid}.new`;
  try {
    if (isInUse(folder)) return;
    // As a draft it would be taken for one that was left.
    utimesSync(folder, new Date(), new Date());
    renameSync(folder, aside);
  } catch (error) {
    if (existsSync(folder)) throw error;
    return;
  }
  if (isInUse(aside) && moved(aside, folder)) return;
  rmSync(aside, { recursive: true, force: true });
}
