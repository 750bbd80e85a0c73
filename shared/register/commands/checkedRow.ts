import type { Result } from '../../problem.ts';
import { registers } from '../register.ts';
import type { RegisterKind, RegisterRows } from '../registerStore.ts';
import { fromFields, toFields } from '../rowFields.ts';

/** A row from outside, by the same rules and with the same problems as a row of an import. */
export function checkedRow<K extends RegisterKind>(kind: K, row: object): Result<RegisterRows[K]> {
  const register = registers[kind];
  return fromFields(register, toFields(row, register.columns));
}
