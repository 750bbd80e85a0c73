import { inParallel } from '../inParallel.ts';
import { PENALTIES_SUBJECT } from '../penalty/penaltyRows.ts';
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
import { type PublicPenalties, penaltiesFile } from './publicPenalties.ts';
import { contentTypes, type SiteFile, textFile } from './siteFile.ts';

/** What is public of the cases that change while the draws stay as they are. */
export interface PublicCases {
  readonly inspections: PublicInspections;
  readonly penalties: PublicPenalties;
}

/**
 * Everything that can be built: the files of one draw, those of the results of its inspections, those of the
 * penalties, and those that are made from all lists.
 */
export interface SiteBuilder {
  /** Numbers of all draws and rehearsals. */
  numbers(): Promise<readonly string[]>;
  /** What is public of all cases: read once, and handed to the parts that show it. */
  cases(): Promise<PublicCases>;
  draw(number: string, inspections: PublicInspections): Promise<readonly SiteFile[]>;
  /** The pages of one draw's inspections. */
  results(inspections: DrawInspections): readonly SiteFile[];
  /** The pages of all penalties. */
  penalties(penalties: PublicPenalties): readonly SiteFile[];
  /** Start page, lists, plans, open data, feed, methodology, styles. */
  site(cases: PublicCases): Promise<readonly SiteFile[]>;
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
  const cases = await deps.builder.cases();
  for (const number of await deps.builder.numbers()) {
    keep(await rebuildDraw(deps, number, subjects, cases.inspections, count));
  }
  const { penalties } = cases;
  const penaltyPages: Part = {
    subject: PENALTIES_SUBJECT,
    source: penaltiesFile(penalties),
    files: () => deps.builder.penalties(penalties),
  };
  keep(await rebuildPart(deps, penaltyPages, subjects, count));
  const key = textFile(PUBLIC_KEY, 'pem', await deps.signer.publicKey());
  const before = await listed(deps.bucket, 'site');
  const files = [...(await deps.builder.site(cases)), key];
  keep(await sync(deps.bucket, 'site', before, files, everything, count));
  await sign(deps, all);
  return count;
}

/** Pages that are made from one file of data alone. */
interface Part {
  readonly subject: string;
  readonly source: SiteFile;
  readonly files: () => readonly SiteFile[];
}

/** Whether the data of a part are not those that its listed files were made from. */
function hasMoved({ source }: Part, before: Hashes | undefined): boolean {
  return before?.get(source.path) !== hashesOf([source]).get(source.path);
}

/** Builds a part when it was asked for, or when its data moved; its list is written last, so a crash builds it again. */
async function rebuildPart(
  { bucket }: RebuildDeps,
  part: Part,
  subjects: readonly string[],
  count: Counts,
): Promise<Hashes> {
  const { subject, source } = part;
  const everything = subjects.includes('site');
  const before = await listed(bucket, subject);
  if (before !== undefined && !everything && !subjects.includes(subject) && !hasMoved(part, before))
    return before;
  return await sync(bucket, subject, before, [...part.files(), source], everything, count);
}

/** The files of a draw, and those of its inspections; the page of the draw names the results that are published. */
async function rebuildDraw(
  deps: RebuildDeps,
  number: string,
  subjects: readonly string[],
  inspections: PublicInspections,
  count: Counts,
): Promise<Hashes> {
  const { builder, bucket } = deps;
  const everything = subjects.includes('site');
  const subject = `draw/${number}`;
  const before = await listed(bucket, subject);
  const results = resultsPart(builder, number, inspections);
  const moved = results !== undefined && hasMoved(results, await listed(bucket, results.subject));
  const dirty = everything || before === undefined || subjects.includes(subject) || moved;
  const after = dirty
    ? await sync(bucket, subject, before, await builder.draw(number, inspections), everything, count)
    : before;
  if (results === undefined) return after;
  return new Map([...after, ...(await rebuildPart(deps, results, subjects, count))]);
}

function resultsPart(builder: SiteBuilder, number: string, inspections: PublicInspections): Part | undefined {
  const found = inspections.draws.get(number);
  const source = drawInspectionsFile(inspections, number);
  return found === undefined || source === undefined
    ? undefined
    : { subject: `results/${number}`, source, files: () => builder.results(found) };
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
