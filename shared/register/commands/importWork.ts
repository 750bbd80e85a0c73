import { shanghaiDate } from '../../calendar/localDate.ts';
import type { RowPut } from '../../case/caseStore.ts';
import { toHex, utf8 } from '../../draw/bytes.ts';
import { SYSTEM } from '../../draw/ceremony/decision.ts';
import { publicityRow } from '../../draw/ceremony/drawRows.ts';
import { sha256Suite } from '../../draw/hash.ts';
import { ok, type Result, refuse } from '../../problem.ts';
import { readSpreadsheet } from '../../spreadsheet/readSpreadsheet.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import { headerScore } from '../headerMatch.ts';
import { dryRun, type ImportPlan } from '../importPlan.ts';
import { registers } from '../register.ts';
import type { RegisterKind, RegisterRows, RegisterStore, RowWrite } from '../registerStore.ts';
import { sheetLimits } from '../sheetLimits.ts';
import { instantOf } from './deps.ts';
import { type ImportCase, type ImportStatus, reportKeys } from './importCase.ts';
import { commitImport, type StoredImport } from './importCommands.ts';
import { type ImportDeps, MOST_BYTES } from './importPorts.ts';
import { importCounts, importReport, rowWrites } from './importReport.ts';
import { lockPut } from './registerRows.ts';

/** Rows and reports are ours and larger than the upload; this only keeps a mistake from filling the memory. */
const MOST_OWN_BYTES = 200 * 1024 * 1024;

/**
 * Does whatever the import waits for and says where it stands then. Safe to call at any time, any number of
 * times, by any number of workers; `undefined` for an unknown import.
 */
export async function workOnImport(deps: ImportDeps, id: string): Promise<ImportStatus | undefined> {
  const stored = await deps.cases.load<ImportCase>(id);
  if (stored === undefined) return undefined;
  const step = STEPS[stored.status as ImportStatus];
  if (step === undefined) return stored.status as ImportStatus;
  await step(deps, stored);
  const after = await deps.cases.load<ImportCase>(id);
  return after?.status as ImportStatus | undefined;
}

const STEPS: Readonly<
  Partial<Record<ImportStatus, (deps: ImportDeps, stored: StoredImport) => Promise<void>>>
> = { uploaded: checkImport, confirmed: applyImport };

/** Reads the file, holds it against the register and keeps the report. Nothing of the register changes. */
async function checkImport(deps: ImportDeps, before: StoredImport): Promise<void> {
  const { state } = before;
  // Read before the rows: when they change meanwhile, the revision at the confirmation differs.
  const { rev } = await deps.register.lock();
  const read = await uploadedSheet(deps, state);
  const at = instantOf(deps.now());
  if (!read.ok) {
    const { check: _check, ...rest } = state;
    await commitImport(deps, {
      before,
      command: 'reject',
      to: 'rejected',
      state: { ...rest, unreadable: read.problems },
      actor: SYSTEM,
      at,
    });
    return;
  }
  const plan = await dryRunAgainst(deps.register, state.kind, read.value, at);
  const run = (state.check?.run ?? 0) + 1;
  const keys = reportKeys(state.kind, state.id, run);
  const rows = utf8(JSON.stringify(plan.applicable ? rowWrites(plan) : []));
  await Promise.all([
    deps.uploads.write(keys.report, utf8(JSON.stringify(importReport(plan))), 'application/json'),
    deps.uploads.write(keys.rows, rows, 'application/json'),
  ]);
  await commitImport(deps, {
    before,
    command: plan.applicable ? 'check' : 'reject',
    to: plan.applicable ? 'checked' : 'rejected',
    state: {
      ...state,
      check: {
        at,
        run,
        rev,
        counts: importCounts(plan),
        digest: plan.digest,
        reportKey: keys.report,
        rowsKey: keys.rows,
        rowsSha256: toHex(sha256Suite.hash(rows)),
      },
    },
    actor: SYSTEM,
    at,
  });
}

/** The sheet whose headings fit the register best. */
async function uploadedSheet(deps: ImportDeps, { key, kind }: ImportCase): Promise<Result<Sheet>> {
  const bytes = await deps.uploads.read(key, MOST_BYTES);
  if (bytes === undefined) return refuse({ code: 'import.file_missing' });
  if (bytes === 'too_large') {
    return refuse({ code: 'import.file_too_large', params: { limit: MOST_BYTES / (1024 * 1024) } });
  }
  const sheets = await readSpreadsheet(bytes, sheetLimits(kind));
  if (!sheets.ok) return sheets;
  const { columns } = registers[kind];
  const [first, ...others] = sheets.value;
  if (first === undefined) return refuse({ code: 'spreadsheet.empty' });
  return ok(
    others.reduce(
      (best, sheet) => (headerScore(columns, sheet) > headerScore(columns, best) ? sheet : best),
      first,
    ),
  );
}

const currentRows: {
  readonly [K in RegisterKind]: (register: RegisterStore) => Promise<readonly RegisterRows[K][]>;
} = {
  agency: (register) => register.agencies(),
  practitioner: (register) => register.allPractitioners(),
  inspector: (register) => register.inspectors(),
  item: (register) => register.items(),
  relation: (register) => register.relations(),
};

async function dryRunAgainst<K extends RegisterKind>(
  register: RegisterStore,
  kind: K,
  sheet: Sheet,
  at: string,
): Promise<ImportPlan<K>> {
  const [current, agencies, inspectors] = await Promise.all([
    currentRows[kind](register),
    register.agencies(),
    register.inspectors(),
  ]);
  return dryRun(kind, sheet, {
    current,
    agencies: new Set(agencies.map(({ uscc }) => uscc)),
    inspectors: new Set(inspectors.map(({ id }) => id)),
    today: shanghaiDate(at),
  });
}

/**
 * Writes the confirmed rows and ends the import. Killed anywhere, it starts again from the first row: the keys
 * are made from the import, so the second time changes nothing. The lock is given back with the last command.
 *
 * Throws when the rows are not those that were confirmed: a person has to look; the register stays locked.
 */
async function applyImport(deps: ImportDeps, before: StoredImport): Promise<void> {
  const { state } = before;
  const { check, confirmed } = state;
  if (check === undefined || confirmed === undefined) throw new Error(`${state.id} was never checked`);
  const bytes = await deps.uploads.read(check.rowsKey, MOST_OWN_BYTES);
  if (bytes === undefined || bytes === 'too_large' || toHex(sha256Suite.hash(bytes)) !== check.rowsSha256) {
    throw new Error(`the rows of ${state.id} are not those that were confirmed`);
  }
  const rows = JSON.parse(new TextDecoder().decode(bytes)) as RowWrite[];
  // Confirming an import into an empty register has made the first revision of its lock.
  const heldAt = Math.max(1, check.rev);
  const rev = heldAt + 1;
  const held = await deps.register.write(rows, {
    by: confirmed.by,
    at: confirmed.at,
    importId: state.id,
    rev,
  });
  if (!held) return;
  const at = instantOf(deps.now());
  const published: RowPut[] = state.kind === 'item' ? [publicityRow('items', at)] : [];
  await commitImport(deps, {
    before,
    command: 'apply',
    to: 'applied',
    state: { ...state, applied: { at, rev } },
    actor: SYSTEM,
    at,
    rows: [lockPut({ holder: state.id, rev: heldAt }, { holder: '', rev: rev }), ...published],
  });
}
