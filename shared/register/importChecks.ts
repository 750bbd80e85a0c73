import type { LocalDate } from '../calendar/localDate.ts';
import type { Problem } from '../problem.ts';
import type { Agency } from './agency.ts';
import type { InspectionItem } from './inspectionItem.ts';
import { certificateCovers, type Inspector } from './inspector.ts';
import type { Practitioner } from './practitioner.ts';
import type { FieldChange, RegisterKind, RegisterRows } from './registerStore.ts';
import type { Relation } from './relation.ts';

export type CheckContext = {
  readonly agencies: ReadonlySet<string>;
  readonly inspectors: ReadonlySet<string>;
  readonly today: LocalDate;
};
export type Finding = { readonly severity: 'error' | 'warning'; readonly problem: Problem };

const error = (problem: Problem): Finding => ({ severity: 'error', problem });
const warning = (problem: Problem): Finding => ({ severity: 'warning', problem });

function agencyFindings(agency: Agency, { agencies, today }: CheckContext): Finding[] {
  const found: Finding[] = [];
  if (agency.headOf !== undefined && !agencies.has(agency.headOf)) {
    // The main agency may sit in another province: a branch is inspected where it stands.
    found.push(
      warning({ code: 'register.agency.head_unknown', params: { uscc: agency.headOf }, field: 'headOf' }),
    );
  }
  if (agency.kinds.includes('patent') && agency.agencyCode === undefined && agency.headOf === undefined) {
    found.push(warning({ code: 'register.agency.code_missing', field: 'agencyCode' }));
  }
  for (const field of ['listedSince', 'lastInspectedOn'] as const) {
    const date = agency[field];
    if (date !== undefined && date > today) {
      found.push(error({ code: 'register.date.future', params: { date }, field }));
    }
  }
  return found;
}

function practitionerFindings(row: Practitioner, { agencies }: CheckContext): Finding[] {
  if (agencies.has(row.agencyUscc)) return [];
  return [error({ code: 'register.agency.unknown', params: { uscc: row.agencyUscc }, field: 'agencyUscc' })];
}

function inspectorFindings(row: Inspector, { today }: CheckContext): Finding[] {
  if (row.status !== 'active' || certificateCovers(row, today)) return [];
  const params = { date: row.certificateValidTo };
  return [warning({ code: 'register.inspector.certificate_expired', params, field: 'certificateValidTo' })];
}

function relationFindings(row: Relation, context: CheckContext): Finding[] {
  const found: Finding[] = [];
  if (!context.inspectors.has(row.inspectorId)) {
    const params = { id: row.inspectorId };
    found.push(error({ code: 'register.inspector.unknown', params, field: 'inspectorId' }));
  }
  if (!context.agencies.has(row.agencyUscc)) {
    const params = { uscc: row.agencyUscc };
    found.push(error({ code: 'register.agency.unknown', params, field: 'agencyUscc' }));
  }
  if (row.declaredOn > context.today) {
    found.push(
      error({ code: 'register.date.future', params: { date: row.declaredOn }, field: 'declaredOn' }),
    );
  }
  return found;
}

function noFindings(_: InspectionItem): Finding[] {
  return [];
}

const findings: {
  readonly [K in RegisterKind]: (row: RegisterRows[K], context: CheckContext) => Finding[];
} = {
  agency: agencyFindings,
  practitioner: practitionerFindings,
  inspector: inspectorFindings,
  item: noFindings,
  relation: relationFindings,
};

/** What a row that is right in itself says about others, or about today. */
export function rowWarnings<K extends RegisterKind>(
  kind: K,
  row: RegisterRows[K],
  context: CheckContext,
): Finding[] {
  return findings[kind](row, context);
}

/** An agency may name a main agency that stands in the same file. */
export function agencyReferences(
  kind: RegisterKind,
  known: ReadonlySet<string>,
  inFile: Iterable<string>,
): ReadonlySet<string> {
  return kind === 'agency' ? new Set([...known, ...inFile]) : known;
}

/**
 * What may not be written to the list of inspection items, though the row is right in itself. A published version
 * never changes (国办发〔2015〕58号: the list binds the office), it can only be withdrawn; anything else about it
 * needs a new version. And a version is published only with its checklist.
 */
export function unlawfulWrite<K extends RegisterKind>(
  kind: K,
  before: RegisterRows[K] | undefined,
  after: RegisterRows[K],
  changes: readonly FieldChange[],
): Problem | undefined {
  if (kind !== 'item') return undefined;
  if (before !== undefined && 'status' in before && before.status !== 'draft') {
    const withdrawal = changes.every((change) => change.field === 'status' && change.new === 'withdrawn');
    if (withdrawal) return undefined;
    const field = changes.find((change) => change.field !== 'status')?.field ?? 'status';
    return { code: 'register.item.published', field };
  }
  const unasked = 'questions' in after && after.status === 'published' && after.questions.length === 0;
  return unasked ? { code: 'register.item.no_questions', field: 'questions' } : undefined;
}
