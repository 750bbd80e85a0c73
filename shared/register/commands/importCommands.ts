import { ulid } from 'ulid';
import type { RowPut, StoredCase } from '../../case/caseStore.ts';
import { transitionOf } from '../../case/transition.ts';
import type { Actor } from '../../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../../problem.ts';
import type { RegisterKind } from '../registerStore.ts';
import { instantOf, keyedDigests } from './deps.ts';
import {
  IMPORT_LIST,
  IMPORT_QUEUE,
  type ImportCase,
  type ImportCommand,
  type ImportStatus,
  importTransitions,
  isImportId,
  uploadKey,
} from './importCase.ts';
import type { ImportDeps, UploadForm } from './importPorts.ts';
import { lockPut } from './registerRows.ts';

export type StoredImport = StoredCase<ImportCase>;

export const actOf = (actor: Actor, at: string) => ({ by: actor.userId, name: actor.name, at });

/** A new import's id and the form that uploads its file. `redirect` gets the id put in place of `{id}`. */
export async function newUpload(
  deps: Pick<ImportDeps, 'uploads' | 'now'>,
  kind: RegisterKind,
  redirect: string,
): Promise<{ readonly id: string; readonly form: UploadForm }> {
  const id = `IM#${ulid(deps.now().getTime())}`;
  const target = redirect.replace('{id}', encodeURIComponent(id));
  return { id, form: await deps.uploads.form(uploadKey(kind, id), target) };
}

export interface UploadedFile {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly fileName?: string;
}

/**
 * Records that the file has been uploaded; the worker checks it. Repeating it answers with the case that is
 * there. Problems: `import.role`, `import.unknown` for an id that no upload form ever had.
 */
export async function uploadImport(
  deps: ImportDeps,
  file: UploadedFile,
  actor: Actor,
): Promise<Result<StoredImport>> {
  if (!actor.roles.includes('supervisor')) return problem('import.role');
  if (!isImportId(file.id)) return problem('import.unknown');
  const at = instantOf(deps.now());
  const state: ImportCase = {
    id: file.id,
    kind: file.kind,
    ...(file.fileName === undefined ? {} : { fileName: file.fileName }),
    key: uploadKey(file.kind, file.id),
    uploaded: actOf(actor, at),
  };
  const made = await commitImport(deps, {
    before: undefined,
    command: 'upload',
    to: 'uploaded',
    state,
    actor,
    at,
  });
  if (!made.ok) {
    const there = await deps.cases.load<ImportCase>(file.id);
    return there === undefined ? made : ok(there);
  }
  await deps.kick(file.id);
  return made;
}

/**
 * Confirms what was shown, named by its digest, and takes the register's lock for it. When the register has
 * changed since the check, the file is checked again instead and the answer is `import.register_changed`.
 *
 * Problems: `import.unknown`, `import.role`, `import.status`, `import.digest` (another check was shown),
 * `import.nothing` (every row is there already), `register.held`, `import.busy`.
 */
export async function confirmImport(
  deps: ImportDeps,
  id: string,
  digest: string,
  actor: Actor,
): Promise<Result<StoredImport>> {
  const before = await deps.cases.load<ImportCase>(id);
  const refused = refusal(before, 'confirm', actor);
  if (refused !== undefined) return refused;
  const check = before?.state.check;
  if (before === undefined || check === undefined || check.digest !== digest) return problem('import.digest');
  if (check.counts.create + check.counts.update === 0) return problem('import.nothing');
  const lock = await deps.register.lock();
  if (lock.holder !== '') return problem('register.held', { import: lock.holder });
  const at = instantOf(deps.now());
  if (lock.rev !== check.rev) {
    const again = await commitImport(deps, {
      before,
      command: 'recheck',
      to: 'uploaded',
      state: before.state,
      actor,
      at,
    });
    if (again.ok) await deps.kick(id);
    return problem('import.register_changed');
  }
  const confirmed = await commitImport(deps, {
    before,
    command: 'confirm',
    to: 'confirmed',
    state: { ...before.state, confirmed: actOf(actor, at) },
    actor,
    at,
    rows: [lockPut(lock, { holder: id, rev: lock.rev })],
  });
  if (confirmed.ok) await deps.kick(id);
  return confirmed;
}

/** Has the file checked again, against the register as it is now. */
export async function recheckImport(
  deps: ImportDeps,
  id: string,
  actor: Actor,
): Promise<Result<StoredImport>> {
  const before = await deps.cases.load<ImportCase>(id);
  const refused = refusal(before, 'recheck', actor);
  if (refused !== undefined) return refused;
  if (before === undefined) return problem('import.unknown');
  const at = instantOf(deps.now());
  const { state } = before;
  const again = await commitImport(deps, { before, command: 'recheck', to: 'uploaded', state, actor, at });
  if (again.ok) await deps.kick(id);
  return again;
}

/** Drops an import that has not been confirmed. */
export async function abandonImport(
  deps: ImportDeps,
  id: string,
  actor: Actor,
): Promise<Result<StoredImport>> {
  const before = await deps.cases.load<ImportCase>(id);
  const refused = refusal(before, 'abandon', actor);
  if (refused !== undefined) return refused;
  if (before === undefined) return problem('import.unknown');
  const at = instantOf(deps.now());
  const state = { ...before.state, abandoned: actOf(actor, at) };
  return commitImport(deps, { before, command: 'abandon', to: 'abandoned', state, actor, at });
}

function refusal(
  before: StoredImport | undefined,
  command: Exclude<ImportCommand, 'upload'>,
  actor: Actor,
): Result<never> | undefined {
  if (before === undefined) return problem('import.unknown');
  const line = transitionOf(importTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('import.role');
  return line.from.some((from) => from === before.status)
    ? undefined
    : problem('import.status', { status: before.status });
}

export interface ImportChange {
  readonly before: StoredImport | undefined;
  readonly command: ImportCommand;
  readonly to: ImportStatus;
  readonly state: ImportCase;
  readonly actor: Actor;
  readonly at: string;
  readonly rows?: readonly RowPut[];
}

/** The transaction of one command on an import; `import.busy` when somebody else was faster. */
export async function commitImport(
  deps: Pick<ImportDeps, 'cases' | 'auditKey'>,
  change: ImportChange,
): Promise<Result<StoredImport>> {
  const { before, state, to, at } = change;
  const waits = to === 'uploaded' || to === 'confirmed';
  const outcome = await deps.cases.commit<ImportCase>({
    caseId: state.id,
    before,
    status: to,
    state,
    index: {
      glpk: IMPORT_LIST,
      glsk: state.id,
      title: state.fileName ?? state.kind,
      ...(waits ? { gqpk: IMPORT_QUEUE, gqsk: at } : {}),
    },
    audit: {
      kind: 'import',
      command: change.command,
      from: before?.status ?? '',
      to,
      actor: change.actor.userId,
      at,
      digests: keyedDigests(await deps.auditKey(), {
        import: { kind: state.kind, plan: state.check?.digest ?? '', rows: state.check?.rowsSha256 ?? '' },
      }),
    },
    ...(change.rows === undefined ? {} : { rows: change.rows }),
  });
  return outcome.ok ? ok(outcome.case) : problem('import.busy');
}
