import type { ImportIssue } from '../importIssue.ts';
import type { ImportPlan } from '../importPlan.ts';
import type { FieldChange, RegisterKind, RowWrite } from '../registerStore.ts';
import type { ImportCounts } from './importCase.ts';

/**
 * Lines of each sort that a report shows; the counts are always those of the whole file. A new row repeats all its
 * fields, so that some are enough to see that the columns were understood.
 */
const SHOWN = { issues: 500, update: 200, create: 25, missing: 500 } as const;

export interface ReportedRow {
  readonly key: string;
  /** Row of the file. */
  readonly row: number;
  readonly changes: readonly FieldChange[];
}

/** What the page shows of a dry run. */
export interface ImportReport {
  readonly kind: RegisterKind;
  readonly counts: ImportCounts;
  readonly digest: string;
  readonly errors: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
  readonly create: readonly ReportedRow[];
  readonly update: readonly ReportedRow[];
  readonly missing: readonly string[];
}

export function importCounts(plan: ImportPlan<RegisterKind>): ImportCounts {
  const { create, update, unchanged, missingFromFile } = plan.changes;
  return {
    rows: plan.rows,
    create: create.length,
    update: update.length,
    unchanged: unchanged.length,
    missing: missingFromFile.length,
    errors: plan.rowErrors.length,
    warnings: plan.warnings.length,
  };
}

export function importReport(plan: ImportPlan<RegisterKind>): ImportReport {
  const shown = ({ key, row, changes }: ReportedRow): ReportedRow => ({ key, row, changes });
  return {
    kind: plan.kind,
    counts: importCounts(plan),
    digest: plan.digest,
    errors: plan.rowErrors.slice(0, SHOWN.issues),
    warnings: plan.warnings.slice(0, SHOWN.issues),
    create: plan.changes.create.slice(0, SHOWN.create).map(shown),
    update: plan.changes.update.slice(0, SHOWN.update).map(shown),
    missing: plan.changes.missingFromFile.slice(0, SHOWN.missing),
  };
}

/** The rows that applying the plan writes. */
export function rowWrites(plan: ImportPlan<RegisterKind>): RowWrite[] {
  const { create, update } = plan.changes;
  // Kind and rows belong together in every ImportPlan<K>; the union type has lost that.
  return [
    ...create.map(({ after, changes }) => ({ kind: plan.kind, after, changes })),
    ...update.map(({ before, after, changes }) => ({ kind: plan.kind, before, after, changes })),
  ] as RowWrite[];
}
