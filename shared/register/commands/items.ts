import type { RowPut } from '../../case/caseStore.ts';
import type { Actor } from '../../draw/ceremony/decision.ts';
import { publicityRow } from '../../draw/ceremony/drawRows.ts';
import { ok, problem, type Result } from '../../problem.ts';
import type { InspectionItem } from '../inspectionItem.ts';
import { checkedRow } from './checkedRow.ts';
import type { RegisterDeps } from './deps.ts';
import { type Edited, editRow } from './editRow.ts';

/** The published list of inspection items is rebuilt from this outbox row. */
const listRebuilt = (at: string): RowPut => publicityRow('items', at);

/**
 * Writes a draft: a new item, the next version of one, or changes to a draft. The next version is the highest
 * there is plus one. Problems: those of the fields, `register.item.version`, `register.status` for a version
 * that was published before.
 */
export async function draftItem(
  deps: RegisterDeps,
  value: InspectionItem,
  actor: Actor,
): Promise<Result<Edited<InspectionItem>>> {
  const read = checkedRow('item', value);
  if (!read.ok) return read;
  const item: InspectionItem = { ...read.value, status: 'draft' };
  const versions = (await deps.register.items())
    .filter(({ code }) => code === item.code)
    .map(({ version }) => version);
  const next = Math.max(0, ...versions) + 1;
  if (!versions.includes(item.version) && item.version !== next) {
    return problem('register.item.version', { next }, 'version');
  }
  return editRow(
    deps,
    {
      kind: 'item',
      command: 'draft-item',
      load: () => deps.register.item(item.code, item.version),
      decide: () => ok({ after: item }),
    },
    actor,
  );
}

/**
 * Publishes a draft: from now on it may stand in a plan, and it never changes again. What has no legal basis
 * may not be inspected (国办发〔2015〕58号 二(一)): `register.item.no_basis`. What has no questions tells neither
 * the inspectors nor the agency what is inspected: `register.item.no_questions`.
 */
export function publishItem(
  deps: RegisterDeps,
  item: Pick<InspectionItem, 'code' | 'version'>,
  actor: Actor,
): Promise<Result<Edited<InspectionItem>>> {
  return editRow(
    deps,
    {
      kind: 'item',
      command: 'publish-item',
      load: () => deps.register.item(item.code, item.version),
      decide: (kept, at) => {
        if (kept === undefined) return problem('register.item.unknown');
        if (kept.value.legalBasis.trim() === '') {
          return problem('register.item.no_basis', undefined, 'legalBasis');
        }
        if (kept.value.questions.length === 0) {
          return problem('register.item.no_questions', undefined, 'questions');
        }
        return ok({ after: { ...kept.value, status: 'published' }, rows: [listRebuilt(at)] });
      },
    },
    actor,
  );
}

/** Takes a version off the list; plans that named it when they were published keep it. */
export function withdrawItem(
  deps: RegisterDeps,
  item: Pick<InspectionItem, 'code' | 'version'>,
  actor: Actor,
): Promise<Result<Edited<InspectionItem>>> {
  return editRow(
    deps,
    {
      kind: 'item',
      command: 'withdraw-item',
      load: () => deps.register.item(item.code, item.version),
      decide: (kept, at) =>
        kept === undefined
          ? problem('register.item.unknown')
          : ok({ after: { ...kept.value, status: 'withdrawn' }, rows: [listRebuilt(at)] }),
    },
    actor,
  );
}
