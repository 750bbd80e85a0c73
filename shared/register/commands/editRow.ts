import type { CaseCommit, RowPut } from '../../case/caseStore.ts';
import { transitionOf } from '../../case/transition.ts';
import type { Actor } from '../../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { registers } from '../register.ts';
import type { FieldChange, RegisterKind, RegisterRows, RowWrite } from '../registerStore.ts';
import { fieldChanges, toFields } from '../rowFields.ts';
import { instantOf, keyedDigests, type RegisterDeps } from './deps.ts';
import { idOf, lockPut, tableRows } from './registerRows.ts';
import {
  type RegisterCommand,
  type RowStatus,
  registerTransitions,
  rowStatus,
} from './registerTransitions.ts';

/** How often an edit is tried again when somebody else changed the register in the same moment. */
const ATTEMPTS = 8;

/** A row as the store gives it. */
export interface KeptRow<T> {
  readonly value: T;
  readonly rev: number;
  readonly withdrawnOn?: string;
}

/** What a decision wants the row to be. */
export interface RowDecision<T> {
  readonly after: T;
  readonly withdrawnOn?: string;
  readonly ground?: string;
  readonly rows?: readonly RowPut[];
}

export interface EditOrder<K extends RegisterKind> {
  readonly kind: K;
  readonly command: RegisterCommand;
  readonly load: () => Promise<KeptRow<RegisterRows[K]> | undefined>;
  readonly decide: (
    kept: KeptRow<RegisterRows[K]> | undefined,
    at: string,
  ) => Result<RowDecision<RegisterRows[K]>> | Promise<Result<RowDecision<RegisterRows[K]>>>;
}

export interface Edited<T> {
  readonly value: T;
  readonly rev: number;
  /** False when nothing differed: nothing was written. */
  readonly changed: boolean;
}

/** The audit case of a row: `RG#agency#91110000…`. */
export function registerCaseId(kind: RegisterKind, id: readonly string[]): string {
  return ['RG', kind, ...id].join('#');
}

/** An edit that is decided and not yet written. */
export interface PreparedEdit<T> extends Edited<T> {
  /** The transaction; absent when nothing differed. */
  readonly commit?: CaseCommit<RegisterCase>;
}

interface RegisterCase {
  readonly kind: RegisterKind;
  readonly id: readonly string[];
}

/**
 * Changes one row of a register: status and role by the transition table, then the row, its roster copy, its
 * history, the register's revision, the case and its audit entry in one transaction.
 *
 * Problems: `register.role`, `register.status`, `register.held` (an import is being written), `register.busy`,
 * and what the decision refuses.
 */
export async function editRow<K extends RegisterKind>(
  deps: RegisterDeps,
  order: EditOrder<K>,
  actor: Actor,
): Promise<Result<Edited<RegisterRows[K]>>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const prepared = await prepareEdit(deps, order, actor);
    if (!prepared.ok) return prepared;
    const { commit, ...edited } = prepared.value;
    if (commit === undefined || (await deps.cases.commit(commit)).ok) return ok(edited);
  }
  return problem('register.busy');
}

/**
 * The same edit as a commit, for a case of another kind that moves the row with itself (`linked`): both stand or fall
 * together. It is decided on the row as it is now; a commit that fails is prepared anew.
 *
 * Problems: those of `editRow` without `register.busy`.
 */
export async function prepareEdit<K extends RegisterKind>(
  deps: RegisterDeps,
  order: EditOrder<K>,
  actor: Actor,
): Promise<Result<PreparedEdit<RegisterRows[K]>>> {
  const line = transitionOf(registerTransitions, order.command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('register.role');
  const kept = await order.load();
  const status = rowStatus(order.kind, kept);
  if (!line.from.includes(status)) return problem('register.status', { status });
  const at = instantOf(deps.now());
  const decision = await order.decide(kept, at);
  if (!decision.ok) return decision;
  return editCommit(deps, order, { kept, status, at, actor }, decision.value);
}

export interface EditMoment<T> {
  readonly kept: KeptRow<T> | undefined;
  readonly status: RowStatus;
  readonly at: string;
  readonly actor: Actor;
}

/** What an edit writes, once its decision is taken; for a command of another case that has decided already. */
export async function editCommit<K extends RegisterKind>(
  deps: RegisterDeps,
  { kind, command }: Pick<EditOrder<K>, 'kind' | 'command'>,
  { kept, status, at, actor }: EditMoment<RegisterRows[K]>,
  decision: RowDecision<RegisterRows[K]>,
): Promise<Result<PreparedEdit<RegisterRows[K]>>> {
  const lock = await deps.register.lock();
  if (lock.holder !== '') return problem('register.held', { import: lock.holder });
  const moved = withdrawal(kept?.withdrawnOn, decision.withdrawnOn);
  const changes = [...changesOf(kind, kept?.value, decision.after), ...moved];
  if (kept !== undefined && changes.length === 0)
    return ok({ value: kept.value, rev: kept.rev, changed: false });
  const rev = lock.rev + 1;
  // The compiler cannot see that kind and row belong together inside a generic function.
  const write = { kind, before: kept?.value, after: decision.after, changes } as unknown as RowWrite;
  const table = tableRows(write, { by: actor.userId, at, rev, source: 'form' }, decision.withdrawnOn);
  const to = rowStatus(kind, { value: decision.after, ...pickWithdrawn(decision.withdrawnOn) });
  const caseId = registerCaseId(kind, idOf(write));
  const commit: CaseCommit<RegisterCase> = {
    caseId,
    before: await deps.cases.load(caseId),
    status: to,
    state: { kind, id: idOf(write) },
    audit: {
      kind: 'register',
      command,
      from: status,
      to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      ...('district' in decision.after ? { district: decision.after.district } : {}),
      actor: actor.userId,
      at,
      digests: keyedDigests(await deps.auditKey(), { row: decision.after, changes }),
    },
    rows: [
      { row: table.own, expect: kept === undefined ? 'absent' : { rev: kept.rev } },
      lockPut(lock, { holder: '', rev }),
      ...table.others.map((row): RowPut => ({ row, expect: 'any' })),
      ...(decision.rows ?? []),
    ],
  };
  return ok({ value: decision.after, rev, changed: true, commit });
}

function changesOf(kind: RegisterKind, before: object | undefined, after: object): FieldChange[] {
  const { columns } = registers[kind];
  const old = before === undefined ? new Map<string, unknown>() : toFields(before, columns);
  return fieldChanges(columns, old, toFields(after, columns));
}

const pickWithdrawn = (withdrawnOn: string | undefined) => (withdrawnOn === undefined ? {} : { withdrawnOn });

function withdrawal(before: string | undefined, after: string | undefined) {
  if (before === after) return [];
  return [
    {
      field: 'withdrawnOn',
      ...(before === undefined ? {} : { old: before }),
      ...(after === undefined ? {} : { new: after }),
    },
  ];
}
