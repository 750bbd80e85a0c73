import { toHex, utf8 } from '../bytes.ts';
import type { Commit } from '../commitment.ts';
import { type Plan, readPlan } from '../plan.ts';
import { type DrawRecord, loadPools } from '../record.ts';
import type { DrawInput } from '../result.ts';
import { parseStrictJson } from '../strictJson.ts';
import type { DrawCase } from './drawCase.ts';
import type { DrawFiles } from './ports.ts';

/**
 * What the engine draws from, read back from the sealed files: never from the registers, which may have
 * changed since.
 *
 * @throws when a file is missing or is not what was sealed: nothing may be drawn from that
 */
export async function sealedDraw(files: DrawFiles, draw: DrawCase): Promise<DrawInput> {
  const { frozen, commit, source } = draw;
  if (frozen === undefined || commit === undefined || source?.entered === undefined) {
    throw new Error(`${draw.number} is not sealed`);
  }
  const plan = await readPlanFile(files, frozen.planFile);
  const names = Object.entries(frozen.pools);
  const bytes = new Map<string, Uint8Array>();
  for (const [name, pool] of names) bytes.set(name, await readFile(files, pool.file));
  const pools = loadPools(
    {
      pools: Object.fromEntries(names.map(([name, { n, root }]) => [name, { file: name, n, root }])),
    } as Pick<DrawRecord, 'pools'> as DrawRecord,
    bytes,
  );
  if (!pools.ok) throw new Error(`${draw.number}: ${pools.problems.map(({ code }) => code).join(', ')}`);
  return {
    plan,
    pools: pools.value,
    commit: commit as Commit,
    values: [...draw.witnesses.map(({ r }) => r ?? ''), toHex(utf8(source.entered.value))],
  };
}

async function readFile(files: DrawFiles, key: string): Promise<Uint8Array> {
  const bytes = await files.get(key);
  if (bytes === undefined) throw new Error(`the sealed file ${key} is missing`);
  return bytes;
}

async function readPlanFile(files: DrawFiles, key: string): Promise<Plan> {
  const json = parseStrictJson(new TextDecoder().decode(await readFile(files, key)));
  const plan = json.ok ? readPlan(json.value) : json;
  if (!plan.ok) throw new Error(`the sealed plan ${key} cannot be read`);
  return plan.value;
}
