import type * as z from 'zod';
import { ok, type Problem, type Result } from '../problem.ts';
import type { Column } from './column.ts';
import type { Register } from './register.ts';
import type { FieldChange, RegisterKind, RegisterRows } from './registerStore.ts';

/** The values of a row by column key; a key that is absent is empty. */
export type Fields = ReadonlyMap<string, unknown>;

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** Takes a row apart into its columns. */
export function toFields(row: object, columns: readonly Column[]): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const { key } of columns) {
    const value = key.split('.').reduce<unknown>(step, row);
    if (value !== undefined) fields.set(key, value);
  }
  return fields;
}

/** Puts columns together into a row, unchecked. */
function nest(fields: Fields): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [key, value] of fields) {
    const [outer = key, inner] = key.split('.');
    if (inner === undefined) row[outer] = value;
    else row[outer] = { ...(row[outer] as object | undefined), [inner]: value };
  }
  return row;
}

type Issue = z.core.$ZodIssue;

function listOf(path: string, columns: readonly Column[]): Column | undefined {
  return columns.find(({ key, codec }) => codec.lines === true && path.startsWith(`${key}.`));
}

/** What is left out, called by its name: the list of faults on top of a form shows the text without the field. */
function required({ key, header }: Pick<Column, 'key' | 'header'>): Problem {
  return { code: 'register.required', params: { label: header.zh, labelEn: header.en }, field: key };
}

/** Our own codes pass; what zod says by itself is one of three things here. */
function problemOf(issue: Issue, columns: readonly Column[]): Problem {
  const path = issue.path.filter((part) => typeof part === 'string').join('.');
  // A fault inside a list, such as `questions.law`, is shown at the list's column.
  const field = columns.some(({ key }) => key === path) ? path : (listOf(path, columns)?.key ?? path);
  const left = issue.code === 'invalid_type' && issue.input === undefined;
  if (left || issue.message === 'register.required') {
    return required(
      columns.find(({ key }) => key === field) ?? { key: field, header: { zh: field, en: field } },
    );
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return { code: 'register.text.too_long', params: { limit: Number(issue.maximum) }, field };
  }
  if (issue.code === 'too_big' && issue.origin !== 'array') {
    return { code: 'register.number.too_big', params: { limit: Number(issue.maximum) }, field };
  }
  if (issue.code === 'too_small' && issue.origin !== 'string' && issue.origin !== 'array') {
    return { code: 'register.number.too_small', params: { limit: Number(issue.minimum) }, field };
  }
  return { code: issue.message.startsWith('register.') ? issue.message : 'register.value', field };
}

/** The row of checked fields, or what is wrong with each: every `field` is a column key. */
export function fromFields<K extends RegisterKind>(
  register: Register<K>,
  fields: Fields,
): Result<RegisterRows[K]> {
  const parsed = register.schema.safeParse(nest(fields), { reportInput: true });
  if (!parsed.success) {
    const byField = new Map<string, Problem>();
    for (const issue of parsed.error.issues) {
      const found = problemOf(issue, register.columns);
      // One problem per field: the first that a person can act on.
      if (!byField.has(found.field ?? '')) byField.set(found.field ?? '', found);
    }
    return { ok: false, problems: [...byField.values()] };
  }
  const problems = register.contradictions(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : ok(parsed.data);
}

/** Text of cells by column key → fields. `''` clears a field; a key that is absent keeps what `before` has. */
export function readCells(
  columns: readonly Column[],
  cells: ReadonlyMap<string, string>,
  before: Fields = new Map(),
): { fields: Map<string, unknown>; problems: Problem[] } {
  const fields = new Map(before);
  const problems: Problem[] = [];
  for (const column of columns) {
    const { key, codec } = column;
    const cell = cells.get(key);
    if (cell === undefined) continue;
    fields.delete(key);
    if (cell.trim() === '') {
      if (column.required) problems.push(required(column));
      continue;
    }
    const value = codec.parse(cell);
    if (value.ok) fields.set(key, value.value);
    else problems.push(...value.problems.map((found) => ({ ...found, field: key })));
  }
  for (const { key, codec, required: asked } of columns) {
    // An empty optional list means “none of them”, which is a value.
    if (!asked && codec.empty !== undefined && !fields.has(key)) fields.set(key, codec.empty);
  }
  return { fields, problems };
}

/** The differences between two rows, column by column, in the order of the columns. */
export function fieldChanges(columns: readonly Column[], before: Fields, after: Fields): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const { key, codec } of columns) {
    const [old, next] = [before.get(key), after.get(key)];
    const same =
      old === undefined || next === undefined ? old === next : codec.format(old) === codec.format(next);
    if (same) continue;
    changes.push({
      field: key,
      ...(old === undefined ? {} : { old }),
      ...(next === undefined ? {} : { new: next }),
    });
  }
  return changes;
}

/** The columns that name a row, joined by a character that none of them may hold. */
export function rowKey(register: Pick<Register<RegisterKind>, 'keyColumns'>, fields: Fields): string {
  return register.keyColumns.map((key) => String(fields.get(key) ?? '')).join('#');
}

/** A form's entries → a row. The same reading and the same problems as an import, `field` being the column key. */
export function readForm<K extends RegisterKind>(
  register: Register<K>,
  entries: ReadonlyMap<string, string>,
  before?: RegisterRows[K],
): Result<RegisterRows[K]> {
  const kept = before === undefined ? new Map<string, unknown>() : toFields(before, register.columns);
  const read = readCells(register.columns, entries, kept);
  const row = fromFields(register, read.fields);
  if (row.ok && read.problems.length === 0) return row;
  const named = new Set(read.problems.map((found) => found.field));
  const others = row.ok ? [] : row.problems.filter((found) => !named.has(found.field));
  return { ok: false, problems: [...read.problems, ...others] };
}
