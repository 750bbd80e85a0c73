import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { steps } from '../../../functions/draw-step/steps.ts';
import { FILING_VERIFIER } from '../../../functions/publicity-worker/pages/receiptsPage.tsx';
import { type SiteSources, siteBuilder } from '../../../functions/publicity-worker/siteBuilder.ts';
import { dynamoSources } from '../../../functions/publicity-worker/sources.ts';
import { dynamoPublicityOutbox } from '../../../shared/adapters/dynamoPublicityOutbox.ts';
import { nodeSuites } from '../../../shared/adapters/nodeHash.ts';
import type { MonthPlan } from '../../../shared/plan/monthPlan.ts';
import type { SiteBucket } from '../../../shared/publicity/ports.ts';
import { type RebuildDeps, rebuildSite } from '../../../shared/publicity/rebuild.ts';
import { type SiteFile, textFile } from '../../../shared/publicity/siteFile.ts';
import {
  acts,
  caseOf,
  DICE,
  drawWorld,
  open,
  testPlan,
  type World,
  type WorldOptions,
} from '../../fixtures/drawWorld.ts';
import { rememberedDraw } from '../../fixtures/rememberedDraws.ts';
import type { Tables } from '../../fixtures/tables.ts';
import type { builtParts } from './siteServer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** A bucket in memory that can fail, with the order in which files were written. */
export function memoryBucket() {
  const files = new Map<string, SiteFile>();
  const writes: string[] = [];
  /** Changes until the crash. */
  const state = { left: Number.POSITIVE_INFINITY };
  const change = () => {
    state.left -= 1;
    if (state.left < 0) throw new Error('killed');
  };
  const bucket: SiteBucket = {
    get: async (path) => files.get(path)?.bytes,
    async put(file) {
      change();
      writes.push(file.path);
      files.set(file.path, file);
    },
    async delete(path) {
      change();
      files.delete(path);
    },
  };
  const text = (path: string): string => {
    const found = files.get(path);
    if (found === undefined) throw new Error(`${path} is not in the site`);
    return new TextDecoder().decode(found.bytes);
  };
  return { bucket, files, writes, state, text };
}

/** The site over the test office: the real database, records in memory, a bucket in memory. */
export function siteWorld(
  tables: Tables,
  options: WorldOptions & {
    sources?: Partial<SiteSources>;
    world?: World;
    parts?: Awaited<ReturnType<typeof builtParts>>;
  } = {},
) {
  const world = options.world ?? drawWorld(tables, options);
  const memory = memoryBucket();
  const fromTables = dynamoSources(tables.client, 'core', tables.store, async (key) =>
    world.contents.get(key),
  );
  const builder = siteBuilder({
    sources: { ...fromTables, items: () => world.deps.registers.items(), ...options.sources },
    settings: {
      office: { zh: '北京市知识产权局', en: 'Beijing Municipal Intellectual Property Office' },
      phone: '010-12345678',
      base: 'https://open.example.cn',
      ownRowPage: 'https://links.example.cn/own-row',
      assets: options.parts?.links ?? {
        screenCss: 'assets/screen.css',
        printCss: 'assets/print.css',
        script: 'assets/script.js',
        witness: 'assets/witness.js',
      },
    },
    suite: nodeSuites('sha256'),
    assets: options.parts?.assets ?? [
      ...['screen.css', 'print.css', 'script.js', 'witness.js'].map((name) =>
        textFile(`assets/${name}`, name.endsWith('.js') ? 'js' : 'css', ''),
      ),
      textFile(FILING_VERIFIER, 'html', '<!doctype html>'),
    ],
    verifier: options.parts?.verifier ?? textFile('verifier.html', 'html', '<!doctype html>'),
  });
  const deps = (): RebuildDeps => ({
    builder,
    bucket: memory.bucket,
    outbox: dynamoPublicityOutbox(tables.client, 'core', randomUUID()),
    signer: {
      sign: async (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
      publicKey: async () => publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    now: () => new Date(world.clock.now),
  });
  return { world, builder, publicKey, ...memory, rebuild: () => rebuildSite(deps()) };
}

export type SiteWorld = ReturnType<typeof siteWorld>;

async function step(world: World, number: string, name: keyof typeof steps): Promise<void> {
  await steps[name].take(world.deps, (await caseOf(world, number)).state);
}

export const stages = ['objection', 'witnessing', 'revealing', 'drawn', 'published'] as const;

/** Opens a draw and brings it to a stage; one that another test has held in the same way is taken over. */
export async function drawTo(
  world: World,
  stage: (typeof stages)[number],
  plan?: MonthPlan,
  kind: 'draw' | 'rehearsal' = 'draw',
): Promise<string> {
  const given = plan ?? testPlan();
  const number = await rememberedDraw(world, [stage, given, kind], async () => {
    const opened = await open(world, given, kind);
    return bringTo(world, opened.number, stage);
  });
  await world.publishPlan(given);
  return number;
}

/** Brings a draw that has been opened to a stage. */
export async function bringTo(world: World, number: string, stage: (typeof stages)[number]): Promise<string> {
  const reached = (one: (typeof stages)[number]) => stages.indexOf(stage) < stages.indexOf(one);
  await step(world, number, 'FreezeSnapshot');
  if (reached('witnessing')) return number;
  await acts.endObjections(world, number);
  for (const i of [0, 1, 2] as const) await acts.commitSecret(world, number, i);
  if (reached('revealing')) return number;
  await acts.confirm(world, number);
  await step(world, number, 'PublishCommitment');
  if (reached('drawn')) return number;
  for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
  await acts.enterSource(world, number, DICE);
  await acts.confirmSource(world, number, DICE);
  await step(world, number, 'RunDraw');
  if (reached('published')) return number;
  await step(world, number, 'PublishResult');
  return number;
}
