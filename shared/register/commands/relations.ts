import { shanghaiDate } from '../../calendar/localDate.ts';
import type { Actor } from '../../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../../problem.ts';
import type { Relation } from '../relation.ts';
import { checkedRow } from './checkedRow.ts';
import type { RegisterDeps } from './deps.ts';
import { type Edited, editRow } from './editRow.ts';

/**
 * Declares that an inspector may not visit an agency (回避, 行政处罚法 art. 43); again after a withdrawal if
 * need be. Problems: those of the fields, `register.inspector.unknown`, `register.agency.unknown`.
 */
export async function declareRelation(
  deps: RegisterDeps,
  value: Relation,
  actor: Actor,
): Promise<Result<Edited<Relation>>> {
  const read = checkedRow('relation', value);
  if (!read.ok) return read;
  const relation = read.value;
  const [inspector, agency] = await Promise.all([
    deps.register.inspector(relation.inspectorId),
    deps.register.agency(relation.agencyUscc),
  ]);
  if (inspector === undefined) {
    return problem('register.inspector.unknown', { id: relation.inspectorId }, 'inspectorId');
  }
  if (agency === undefined) {
    return problem('register.agency.unknown', { uscc: relation.agencyUscc }, 'agencyUscc');
  }
  return editRow(
    deps,
    {
      kind: 'relation',
      command: 'declare-relation',
      load: () => deps.register.relation(relation.inspectorId, relation.agencyUscc),
      decide: () => ok({ after: relation, ground: relation.source }),
    },
    actor,
  );
}

/** Ends a relation from today. It stays in the register; draws that were frozen with it are not touched. */
export function withdrawRelation(
  deps: RegisterDeps,
  pair: Pick<Relation, 'inspectorId' | 'agencyUscc'>,
  actor: Actor,
): Promise<Result<Edited<Relation>>> {
  return editRow(
    deps,
    {
      kind: 'relation',
      command: 'withdraw-relation',
      load: () => deps.register.relation(pair.inspectorId, pair.agencyUscc),
      decide: (kept, at) =>
        kept === undefined
          ? problem('register.relation.unknown')
          : ok({ after: kept.value, withdrawnOn: shanghaiDate(at) }),
    },
    actor,
  );
}
