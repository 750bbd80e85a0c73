import { isDeepStrictEqual } from 'node:util';
import type { FieldChange } from '../registerStore.ts';

/** The field under which the history keeps a row's creation, with the whole row as its new value. */
export const WHOLE_ROW = '*';

/** Every field that differs, in the order of its name; a new row is one change of the whole. */
export function fieldChanges(before: object | undefined, after: object): FieldChange[] {
  if (before === undefined) return [{ field: WHOLE_ROW, new: after }];
  const old: Readonly<Record<string, unknown>> = { ...before };
  const now: Readonly<Record<string, unknown>> = { ...after };
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .filter((field) => !isDeepStrictEqual(old[field], now[field]))
    .map((field) => ({
      field,
      ...(old[field] === undefined ? {} : { old: old[field] }),
      ...(now[field] === undefined ? {} : { new: now[field] }),
    }));
}
