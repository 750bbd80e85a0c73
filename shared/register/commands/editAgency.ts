import type { Actor } from '../../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../../problem.ts';
import type { Agency } from '../agency.ts';
import { checkedRow } from './checkedRow.ts';
import type { RegisterDeps } from './deps.ts';
import { type Edited, editRow, type KeptRow, type RowDecision } from './editRow.ts';

/** Takes a new agency into the register. Problems: those of the fields, and `register.exists`. */
export async function createAgency(
  deps: RegisterDeps,
  value: Agency,
  actor: Actor,
): Promise<Result<Edited<Agency>>> {
  const read = checkedRow('agency', value);
  if (!read.ok) return read;
  const agency = read.value;
  if ((await deps.register.agency(agency.uscc)) !== undefined) {
    return problem('register.exists', { id: agency.uscc }, 'uscc');
  }
  return editRow(
    deps,
    {
      kind: 'agency',
      command: 'create',
      load: () => deps.register.agency(agency.uscc),
      decide: () => ok({ after: agency }),
    },
    actor,
  );
}

/**
 * Changes an agency; `rev` is the revision the form was made from. The uscc is the key for life and cannot
 * change. Problems: those of the fields, `register.edit.stale` when the row changed since the form was opened.
 */
export async function updateAgency(
  deps: RegisterDeps,
  value: Agency,
  rev: number,
  actor: Actor,
): Promise<Result<Edited<Agency>>> {
  const read = checkedRow('agency', value);
  if (!read.ok) return read;
  const agency = read.value;
  return editRow(
    deps,
    {
      kind: 'agency',
      command: 'update',
      load: () => deps.register.agency(agency.uscc),
      decide: (kept) => unlessStale(kept, rev, { after: agency }),
    },
    actor,
  );
}

/** The decision, unless the row has moved since the form was made. */
export function unlessStale<T>(
  kept: KeptRow<T> | undefined,
  rev: number,
  decision: RowDecision<T>,
): Result<RowDecision<T>> {
  return kept !== undefined && kept.rev !== rev ? problem('register.edit.stale') : ok(decision);
}
