import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ImportPlan } from './importPlan.ts';
import type { Register } from './register.ts';
import type { RegisterKind } from './registerStore.ts';
import { toFields } from './rowFields.ts';

/**
 * SHA-256 (hex) over what a plan would write and what it would overwrite, independent of the order of the rows
 * in the file and of the properties in the store. Two dry runs have the same digest exactly when applying them
 * would do the same to the same rows.
 */
export function planDigest<K extends RegisterKind>(
  register: Register<K>,
  changes: Pick<ImportPlan<K>['changes'], 'create' | 'update'>,
): string {
  const text = (row: object | undefined): readonly (readonly [string, string])[] => {
    if (row === undefined) return [];
    const fields = toFields(row, register.columns);
    return register.columns
      .filter(({ key }) => fields.has(key))
      .map(({ key, codec }) => [key, codec.format(fields.get(key))]);
  };
  const lines = [
    ...changes.create.map(({ key, after }) => JSON.stringify([key, [], text(after)])),
    ...changes.update.map(({ key, before, after }) => JSON.stringify([key, text(before), text(after)])),
  ].sort();
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([register.kind, lines]))));
}
