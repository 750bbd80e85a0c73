import { endOfShanghaiDay, shanghaiDate, yearOf } from '../../calendar/localDate.ts';
import { addWorkingDays, type WorkingCalendar } from '../../calendar/workingDays.ts';
import { checklistFile, checklistOf } from '../../inspection/checklist.ts';
import { type PlannedPools, poolsOf } from '../../plan/pools.ts';
import { ok } from '../../problem.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import { utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { digestHex, sha256Suite } from '../hash.ts';
import { poolFileBytes } from '../record.ts';
import { POOL_NAMES, type PoolName, poolRoot } from '../snapshot.ts';
import { giveCommand, instantOf } from './command.ts';
import { type Decide, type LogFact, SYSTEM } from './decision.ts';
import type { DrawCase, FrozenPool } from './drawCase.ts';
import { drawCaseId, sealedRow } from './drawRows.ts';
import { type DrawDeps, type DrawFiles, OtherContents, type PoolKeys } from './ports.ts';
import { seatsHeld } from './seatsHeld.ts';
import { StepBlocked } from './stepBlocked.ts';
import { voidByItself } from './voiding.ts';

export interface FreezeDeps extends DrawDeps {
  readonly registers: RegisterStore;
  readonly files: DrawFiles;
  readonly keys: PoolKeys;
  readonly calendar: () => Promise<WorkingCalendar>;
}

export type Frozen = NonNullable<DrawCase['frozen']>;

/** What the log says of a snapshot: the plan's digest and, per pool, its length and root (DR-1 §1.11.18). */
export function snapshotFacts(frozen: Frozen): LogFact[] {
  return [
    { type: 'plan', body: { plan: frozen.planDigest } },
    ...POOL_NAMES.map((pool): LogFact => {
      const { n, root } = frozen.pools[pool];
      return { type: 'snapshot', body: { pool, n, root } };
    }),
  ];
}

/**
 * Takes the registers and the plan as they are at one revision and seals them: rows, roots, plan digest, and the
 * checklists of the plan's items, so that nobody can change what is asked once it is being drawn who is asked.
 * Interrupted anywhere and run again it seals the same registers under the same keys. When the registers have
 * moved on since, what was begun stays behind, and the next number of a snapshot takes them under new keys.
 *
 * When the plan does not fit the registers (an agency that no rate fits, a target that has closed), the draw is
 * voided in public with that ground, and the month is free for a corrected one.
 *
 * @throws StepBlocked while the registers are being written by an import; try again later
 */
export async function freeze(deps: FreezeDeps, draw: DrawCase): Promise<void> {
  const registers = await deps.registers.snapshot();
  if (registers === undefined) throw new StepBlocked('the registers are being written');
  const number = draw.number;
  const at = deps.now();
  const items = await deps.registers.items();
  const targets = draw.targets?.map(({ uscc }) => uscc);
  const held = await seatsHeld(deps, String(yearOf(shanghaiDate(at))));
  const checklist = checklistFile(checklistOf(draw.plan, items));
  let taken: { built: PlannedPools; frozen: Frozen; snapshot: number } | undefined;
  for (let snapshot = draw.snapshot + 1; taken === undefined; snapshot += 1) {
    const keys = await deps.keys.of(number, snapshot);
    const built = poolsOf({ ...registers, items }, draw.plan, keys, sha256Suite, held, targets);
    if (!built.ok) {
      await giveCommand(deps, number, 'void', voidByItself, { ground: 'register-wrong' as const }, SYSTEM);
      return;
    }
    const frozen = await writeFiles(deps.files, { number, snapshot, at }, built.value, checklist);
    if (frozen !== undefined) taken = { built: built.value, frozen, snapshot };
  }
  const { built, frozen, snapshot } = taken;
  const calendar = await deps.calendar();
  const sealed = Object.values(built.sealed).flat();
  await deps.desk.writeRows(sealed.map((row) => sealedRow(number, snapshot, row)));
  const decide: Decide<undefined> = (current) =>
    ok({
      to: 'objection',
      state: { ...current, snapshot, frozen, window: objectionWindow(calendar, current, at) },
      log: snapshotFacts(frozen),
      seal: {
        plan: frozen.planDigest,
        agency: frozen.pools.agency.root,
        checklist: checklist.digest,
      },
      rows: [registers.unchanged],
    });
  const given = await giveCommand(deps, number, 'freeze', decide, undefined, SYSTEM);
  if (!given.ok && given.problems.some(({ code }) => code === 'ceremony.busy')) {
    throw new StepBlocked(`the registers moved while ${drawCaseId(number)} was frozen`);
  }
}

function objectionWindow(
  calendar: WorkingCalendar,
  draw: DrawCase,
  at: Date,
): NonNullable<DrawCase['window']> {
  const today = shanghaiDate(at);
  if (draw.kind === 'rehearsal' || draw.plan.objectionWorkingDays === 0) {
    return { until: instantOf(at), lastDay: today, provisional: false };
  }
  const last = addWorkingDays(today, draw.plan.objectionWorkingDays, calendar);
  return { until: endOfShanghaiDay(last.value), lastDay: last.value, provisional: last.provisional };
}

/** Undefined when files of other registers stand under this number of a snapshot: an attempt that was cut off. */
async function writeFiles(
  files: DrawFiles,
  { number, snapshot, at }: { readonly number: string; readonly snapshot: number; readonly at: Date },
  built: PlannedPools,
  checklist: ReturnType<typeof checklistFile>,
): Promise<Frozen | undefined> {
  const folder = `draws/${number}/${snapshot}`;
  const planFile = `${folder}/plan.json`;
  const checklistKey = `${folder}/checklist.json`;
  const fileOf = (name: PoolName) => `${folder}/${name}.jsonl`;
  const contents = [
    { file: planFile, bytes: utf8(canonicalJson(built.plan)), type: 'application/json' },
    { file: checklistKey, bytes: checklist.bytes, type: 'application/json' },
    ...POOL_NAMES.map((name) => ({
      file: fileOf(name),
      bytes: poolFileBytes(built.pools[name]),
      type: 'application/x-ndjson',
    })),
  ];
  try {
    await Promise.all(contents.map(({ file, bytes, type }) => files.put(file, bytes, type)));
  } catch (error) {
    if (error instanceof OtherContents) return undefined;
    throw error;
  }
  const pools = Object.fromEntries(
    POOL_NAMES.map((name): [PoolName, FrozenPool] => {
      const rows = built.pools[name];
      return [
        name,
        {
          n: rows.length,
          root: poolRoot(sha256Suite, rows),
          file: fileOf(name),
          ...(built.blinded[name] ? { k: built.k } : {}),
        },
      ];
    }),
  ) as Record<PoolName, FrozenPool>;
  return {
    at: instantOf(at),
    home: number,
    planDigest: digestHex(sha256Suite, built.plan),
    planFile,
    pools,
    blinded: built.blinded.agency,
    checklist: { file: checklistKey, digest: checklist.digest },
  };
}
