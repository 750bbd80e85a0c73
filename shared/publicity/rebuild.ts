import { inParallel } from '../inParallel.ts';
import {
  type Hashes,
  hashesOf,
  MANIFEST,
  manifestFile,
  PUBLIC_KEY,
  readManifest,
  SIGNATURE,
  subjectManifestPath,
} from './manifest.ts';
import type { PublicityOutbox, SiteBucket, SiteSigner } from './ports.ts';
import { type DrawInspections, drawInspectionsFile, type PublicInspections } from './publicInspections.ts';
import { contentTypes, type SiteFile, textFile } from './siteFile.ts';

/**
 * Everything that can be built: the files of one draw, those of the results of its inspections, and those that are
 * made from all lists.
 */
export interface SiteBuilder {
  /** Numbers of all draws and rehearsals. */
  numbers(): Promise<readonly string[]>;
  /** What is public of all inspections: read once, and handed to the parts that show it. */
  inspections(): Promise<PublicInspections>;
  draw(number: string, inspections: PublicInspections): Promise<readonly SiteFile[]>;
  /** The pages of one draw's inspections. */
  results(inspections: DrawInspections): readonly SiteFile[];
  /** Start page, lists, plans, open data, feed, methodology, styles. */
  site(inspections: PublicInspections): Promise<readonly SiteFile[]>;
}

export interface RebuildDeps {
  readonly builder: SiteBuilder;
  readonly bucket: SiteBucket;
  readonly outbox: PublicityOutbox;
  readonly signer: SiteSigner;
  readonly now: () => Date;
}

export interface RebuildReport {
  readonly busy: boolean;
  readonly orders: number;
  readonly written: number;
  readonly removed: number;
}

const LOCK_MS = 6 * 60_000;
/** Orders that arrive while we build are taken in the same run, so often at most. */
const ROUNDS = 5;
/** Files written at the same time: a whole site has two pages for every result of every year. */
const WRITERS = 8;

function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Rebuilds what the outbox asks for. Every part may be repeated: a file is written when its hash is not the listed
 * one, what is no longer built is removed, the lists are written after the files, the signature last, and an order
 * is taken away only when all of it stands. The result depends on the data alone, not on the order of the orders.
 */
export async function rebuildSite(deps: RebuildDeps): Promise<RebuildReport> {
  const now = deps.now();
  const total = { orders: 0, written: 0, removed: 0 };
  const until = instant(new Date(now.getTime() + LOCK_MS));
  if (!(await deps.outbox.lock(instant(now), until))) return { busy: true, ...total };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const orders = await deps.outbox.pending();
      const never = round === 0 && (await deps.bucket.get(SIGNATURE)) === undefined;
      if (orders.length === 0 && !never) break;
      const built = await rebuildSubjects(
        deps,
        orders.map(({ subject }) => subject),
      );
      for (const order of orders) await deps.outbox.done(order);
      total.orders += orders.length;
      total.written += built.written;
      total.removed += built.removed;
    }
    return { busy: false, ...total };
  } finally {
    await deps.outbox.unlock();
  }
}

interface Counts {
  written: number;
  removed: number;
}

async function rebuildSubjects(deps: RebuildDeps, subjects: readonly string[]): Promise<Counts> {
  const everything = subjects.includes('site');
  const count: Counts = { written: 0, removed: 0 };
  const all = new Map<string, string>();
  const keep = (hashes: Hashes) => {
    for (const [path, hash] of hashes) all.set(path, hash);
  };
  const inspections = await deps.builder.inspections();
  for (const number of await deps.builder.numbers()) {
    keep(await rebuildDraw(deps, number, subjects, inspections, count));
  }
  const key = textFile(PUBLIC_KEY, 'pem', await deps.signer.publicKey());
  const before = await listed(deps.bucket, 'site');
  const files = [...(await deps.builder.site(inspections)), key];
  keep(await sync(deps.bucket, 'site', before, files, everything, count));
  await sign(deps, all);
  return count;
}

/**
 * The files of a draw, and those of its inspections. Whether the results moved is seen from the listed hash of the
 * file that they are made from; its list is written last, so that after a crash both parts are built again.
 */
async function rebuildDraw(
  { builder, bucket }: RebuildDeps,
  number: string,
  subjects: readonly string[],
  inspections: PublicInspections,
  count: Counts,
): Promise<Hashes> {
  const everything = subjects.includes('site');
  const [draw, results] = [`draw/${number}`, `results/${number}`];
  const [drawBefore, resultsBefore] = await Promise.all([listed(bucket, draw), listed(bucket, results)]);
  const found = inspections.draws.get(number);
  const source = drawInspectionsFile(inspections, number);
  const hash = source && hashesOf([source]).get(source.path);
  const moved = (source && resultsBefore?.get(source.path)) !== hash;
  const dirty = everything || drawBefore === undefined || subjects.includes(draw) || moved;
  const drawAfter = dirty
    ? await sync(bucket, draw, drawBefore, await builder.draw(number, inspections), everything, count)
    : drawBefore;
  if (found === undefined || source === undefined) return drawAfter;
  const resultsAfter =
    everything || moved || resultsBefore === undefined
      ? await sync(bucket, results, resultsBefore, [...builder.results(found), source], everything, count)
      : resultsBefore;
  return new Map([...drawAfter, ...resultsAfter]);
}

async function listed(bucket: SiteBucket, subject: string): Promise<Hashes | undefined> {
  const bytes = await bucket.get(subjectManifestPath(subject));
  return bytes === undefined ? undefined : readManifest(bytes);
}

/** Brings the files of one subject to what was built; the list of what stands comes last. */
async function sync(
  bucket: SiteBucket,
  subject: string,
  before: Hashes | undefined,
  files: readonly SiteFile[],
  always: boolean,
  count: Counts,
): Promise<Hashes> {
  const after = hashesOf(files);
  const changed = files.filter(({ path }) => always || before?.get(path) !== after.get(path));
  await inParallel(changed, WRITERS, (file) => bucket.put(file));
  const gone = [...(before ?? [])].map(([path]) => path).filter((path) => !after.has(path));
  await inParallel(gone, WRITERS, (path) => bucket.delete(path));
  if (changed.length > 0 || gone.length > 0 || before === undefined) {
    await bucket.put(manifestFile(subjectManifestPath(subject), after));
  }
  count.written += changed.length;
  count.removed += gone.length;
  return after;
}

/** The list of all files, and its signature as the very last file. */
async function sign(deps: RebuildDeps, all: Hashes): Promise<void> {
  const manifest = manifestFile(MANIFEST, all);
  await deps.bucket.put(manifest);
  const bytes = await deps.signer.sign(manifest.bytes);
  await deps.bucket.put({ path: SIGNATURE, contentType: contentTypes.bin, bytes });
}
