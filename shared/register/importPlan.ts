import type { LocalDate } from '../calendar/localDate.ts';
import type { Problem } from '../problem.ts';
import { type BadCell, cellAddress, type Sheet } from '../spreadsheet/sheet.ts';
import { linesOf } from './cellCodec.ts';
import { matchHeaders } from './headerMatch.ts';
import { agencyReferences, rowWarnings, unlawfulWrite } from './importChecks.ts';
import { planDigest } from './importDigest.ts';
import type { ImportIssue } from './importIssue.ts';
import { type Register, registers } from './register.ts';
import type { FieldChange, RegisterKind, RegisterRows } from './registerStore.ts';
import { type Fields, fieldChanges, fromFields, readCells, rowKey, toFields } from './rowFields.ts';

/** What the file is held against. */
export type ImportContext<K extends RegisterKind> = {
  /** The rows that the register holds now. */
  readonly current: readonly RegisterRows[K][];
  /** Keys of the registers that rows may refer to. */
  readonly agencies: ReadonlySet<string>;
  readonly inspectors: ReadonlySet<string>;
  /** The Shanghai date of the import, for what has expired. */
  readonly today: LocalDate;
};

export type PlannedCreate<Row> = {
  readonly key: string;
  /** Row of the file. */
  readonly row: number;
  readonly after: Row;
  readonly changes: readonly FieldChange[];
};
export type PlannedUpdate<Row> = PlannedCreate<Row> & { readonly before: Row };

/** The answer of a dry run: what is wrong, what would change. Nothing is applied while there is an error. */
export type ImportPlan<K extends RegisterKind> = {
  readonly kind: K;
  /** Errors, by row and column. */
  readonly rowErrors: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
  /** Rows of the file that hold anything. */
  readonly rows: number;
  readonly changes: {
    readonly create: readonly PlannedCreate<RegisterRows[K]>[];
    readonly update: readonly PlannedUpdate<RegisterRows[K]>[];
    readonly unchanged: readonly string[];
    /** In the register, not in the file: shown, never deleted. */
    readonly missingFromFile: readonly string[];
  };
  /** Whether the plan may be applied: no error. */
  readonly applicable: boolean;
  /** SHA-256 of what would be written and over which rows: applying has to name the plan that was shown. */
  readonly digest: string;
};

type Entry = { readonly row: number; readonly cells: readonly string[] };
/** Reports one finding at a column of a row of the file. */
type Report = (entry: Entry, found: Problem, severity?: 'error' | 'warning') => void;

/**
 * Reads a sheet against a register without changing anything. Importing the same file twice plans nothing the
 * second time. An empty cell clears a field; a column that is not in the file leaves its field as it is.
 */
export function dryRun<K extends RegisterKind>(
  kind: K,
  sheet: Sheet,
  context: ImportContext<K>,
): ImportPlan<K> {
  const register: Register<K> = registers[kind];
  const { headerRow, positions, issues } = matchHeaders(register.columns, sheet);
  const found: ImportIssue[] = [...issues];
  const entries = sheet.rows
    .map((cells, row) => ({ row, cells }))
    .slice(headerRow + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const report: Report = (entry, problem, severity = 'error') => {
    found.push(issueAt(register, sheet, positions, entry, problem, severity));
  };
  // With a column missing every row would repeat what the header already says.
  const readable = issues.every((issue) => issue.severity === 'warning');
  reportBadCells(sheet, entries, positions, report);
  const changes = readable
    ? planRows(register, entries, positions, context, report)
    : { create: [], update: [], unchanged: [], missingFromFile: [] };
  if (entries.length === 0 && readable)
    report({ row: headerRow + 1, cells: [] }, { code: 'register.no_rows' });
  const ordered = found.toSorted((a, b) => a.row - b.row);
  const rowErrors = ordered.filter((issue) => issue.severity === 'error');
  return {
    kind,
    rowErrors,
    warnings: ordered.filter((issue) => issue.severity === 'warning'),
    rows: entries.length,
    changes,
    applicable: rowErrors.length === 0,
    digest: planDigest(register, changes),
  };
}

function issueAt(
  register: Pick<Register<RegisterKind>, 'columns' | 'keyColumns'>,
  sheet: Sheet,
  positions: ReadonlyMap<string, number>,
  entry: Entry,
  { code, params, field }: Problem,
  severity: ImportIssue['severity'],
): ImportIssue {
  const key = field ?? register.keyColumns[0] ?? '';
  const index = positions.get(key) ?? 0;
  return {
    severity,
    sheet: sheet.name,
    address: cellAddress(entry.row, index),
    row: entry.row + 1,
    column: register.columns.find((column) => column.key === key)?.header.zh ?? '',
    ...(field === undefined ? {} : { field }),
    code,
    ...(params === undefined ? {} : { params }),
    value: valueShown(entry.cells[index] ?? '', params?.['line']),
  };
}

/** Characters of a cell that an issue repeats: a report of many issues must stay readable, and small. */
const VALUE_SHOWN = 200;

/** The cell as written; of a cell with many lines the one that is wrong. */
function valueShown(cell: string, line: string | number | undefined): string {
  const value = typeof line === 'number' ? (linesOf(cell)[line - 1] ?? '') : cell;
  return value.length > VALUE_SHOWN ? `${value.slice(0, VALUE_SHOWN)}…` : value;
}

function reportBadCells(
  sheet: Sheet,
  entries: readonly Entry[],
  positions: ReadonlyMap<string, number>,
  report: Report,
): void {
  const keys = new Map([...positions].map(([key, index]) => [index, key]));
  const byRow = new Map(entries.map((entry) => [entry.row, entry]));
  const asProblem = (bad: BadCell, field: string): Problem => ({
    code: bad.code,
    field,
    ...(bad.params === undefined ? {} : { params: bad.params }),
  });
  for (const bad of sheet.badCells) {
    const entry = byRow.get(bad.row);
    const field = keys.get(bad.column);
    // A broken cell in a column that is not read hurts nobody.
    if (entry !== undefined && field !== undefined) report(entry, asProblem(bad, field));
  }
}

function planRows<K extends RegisterKind>(
  register: Register<K>,
  entries: readonly Entry[],
  positions: ReadonlyMap<string, number>,
  context: ImportContext<K>,
  report: Report,
): ImportPlan<K>['changes'] {
  const { columns } = register;
  const current = new Map(
    context.current.map((row) => {
      const fields = toFields(row, columns);
      return [rowKey(register, fields), { row, fields }] as const;
    }),
  );
  const create: PlannedCreate<RegisterRows[K]>[] = [];
  const update: PlannedUpdate<RegisterRows[K]>[] = [];
  const unchanged: string[] = [];
  const seen = new Map<string, number>();
  const checked: { entry: Entry; row: RegisterRows[K] }[] = [];
  for (const entry of entries) {
    const read = readEntry(register, entry, positions, current);
    for (const problem of read.problems) report(entry, problem);
    const duplicate =
      read.key === undefined ? undefined : duplicateOf(register, seen.get(read.key), positions);
    if (duplicate) report(entry, duplicate);
    if (read.key === undefined || duplicate) continue;
    seen.set(read.key, entry.row);
    if (read.row === undefined) continue;
    checked.push({ entry, row: read.row });
    const before = current.get(read.key);
    const changes = fieldChanges(columns, before?.fields ?? new Map(), toFields(read.row, columns));
    const planned = { key: read.key, row: entry.row + 1, after: read.row, changes };
    if (before !== undefined && changes.length === 0) {
      unchanged.push(read.key);
      continue;
    }
    const forbidden = unlawfulWrite(register.kind, before?.row, read.row, changes);
    if (forbidden) report(entry, forbidden);
    if (before === undefined) create.push(planned);
    else update.push({ ...planned, before: before.row });
  }
  const agencies = agencyReferences(register.kind, context.agencies, seen.keys());
  for (const { entry, row } of checked) {
    for (const { severity, problem } of rowWarnings(register.kind, row, { ...context, agencies })) {
      report(entry, problem, severity);
    }
  }
  const missingFromFile = [...current.keys()].filter((key) => !seen.has(key));
  return { create, update, unchanged, missingFromFile };
}

/** The second row of the same key is refused with the address of the first. */
function duplicateOf(
  { keyColumns }: Pick<Register<RegisterKind>, 'keyColumns'>,
  first: number | undefined,
  positions: ReadonlyMap<string, number>,
): Problem | undefined {
  if (first === undefined) return undefined;
  const [field = ''] = keyColumns;
  const address = cellAddress(first, positions.get(field) ?? 0);
  return { code: 'register.row.duplicate', params: { row: first + 1, address }, field };
}

type ReadEntry<Row> = { readonly key?: string; readonly row?: Row; readonly problems: readonly Problem[] };

function readEntry<K extends RegisterKind>(
  register: Register<K>,
  entry: Entry,
  positions: ReadonlyMap<string, number>,
  current: ReadonlyMap<string, { readonly fields: Fields }>,
): ReadEntry<RegisterRows[K]> {
  const { columns, keyColumns } = register;
  const cells = new Map([...positions].map(([name, index]) => [name, entry.cells[index] ?? '']));
  const named = readCells(
    columns.filter((column) => keyColumns.includes(column.key)),
    cells,
  );
  const key = named.problems.length === 0 ? rowKey(register, named.fields) : undefined;
  const before = key === undefined ? undefined : current.get(key)?.fields;
  const read = readCells(columns, cells, before);
  const row = fromFields(register, read.fields);
  const known = new Set(read.problems.map((problem) => problem.field));
  const others = row.ok ? [] : row.problems.filter((problem) => !known.has(problem.field));
  const problems = [...read.problems, ...others];
  return {
    problems,
    ...(key === undefined ? {} : { key }),
    ...(row.ok && problems.length === 0 ? { row: row.value } : {}),
  };
}
