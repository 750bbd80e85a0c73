import type { Actor } from '../../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../../problem.ts';
import type { Inspector } from '../inspector.ts';
import { checkedRow } from './checkedRow.ts';
import type { RegisterDeps } from './deps.ts';
import { unlessStale } from './editAgency.ts';
import { type Edited, editRow } from './editRow.ts';

/** Takes a new inspector into the register. Problems: those of the fields, and `register.exists`. */
export async function createInspector(
  deps: RegisterDeps,
  value: Inspector,
  actor: Actor,
): Promise<Result<Edited<Inspector>>> {
  const read = checkedRow('inspector', value);
  if (!read.ok) return read;
  const inspector = read.value;
  if ((await deps.register.inspector(inspector.id)) !== undefined) {
    return problem('register.exists', { id: inspector.id }, 'id');
  }
  return editRow(
    deps,
    {
      kind: 'inspector',
      command: 'create',
      load: () => deps.register.inspector(inspector.id),
      decide: () => ok({ after: inspector }),
    },
    actor,
  );
}

/** Changes an inspector; `rev` is the revision the form was made from. */
export async function updateInspector(
  deps: RegisterDeps,
  value: Inspector,
  rev: number,
  actor: Actor,
): Promise<Result<Edited<Inspector>>> {
  const read = checkedRow('inspector', value);
  if (!read.ok) return read;
  const inspector = read.value;
  return editRow(
    deps,
    {
      kind: 'inspector',
      command: 'update',
      load: () => deps.register.inspector(inspector.id),
      decide: (kept) => unlessStale(kept, rev, { after: inspector }),
    },
    actor,
  );
}
