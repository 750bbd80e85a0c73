import type { ComplaintStatus } from '../../../../shared/complaint/complaintCase.ts';
import type { CaseKind } from '../../../../shared/complaint/filing.ts';

/** Replies that are ready; their texts are `complaintTemplate.*` of the catalogue, in the language of the filer. */
interface TemplateRow {
  readonly name: string;
  readonly kind?: CaseKind;
  readonly during: readonly ComplaintStatus[];
}

const templateRows = [
  { name: 'received', during: ['received'] },
  { name: 'details', during: ['received', 'mediating', 'verifying'] },
  { name: 'documents', during: ['received', 'mediating', 'verifying'] },
  { name: 'reachable', kind: 'complaint', during: ['received', 'mediating'] },
  { name: 'sitting', kind: 'complaint', during: ['mediating'] },
  { name: 'proposal', kind: 'complaint', during: ['mediating'] },
  { name: 'resting', during: ['mediating', 'verifying'] },
  { name: 'verifying', kind: 'report', during: ['verifying'] },
  { name: 'ended', kind: 'complaint', during: ['telling'] },
  { name: 'result', kind: 'report', during: ['telling', 'closed'] },
  { name: 'transferred', during: ['transferred'] },
  { name: 'attached', during: ['attached'] },
  { name: 'otherWays', kind: 'complaint', during: ['refused', 'telling', 'closed'] },
] as const satisfies readonly TemplateRow[];

export type TemplateName = (typeof templateRows)[number]['name'];

/** The replies that fit a case of this kind in this status. */
export function templatesFor(kind: CaseKind, status: ComplaintStatus): readonly TemplateName[] {
  const rows: readonly (TemplateRow & { readonly name: TemplateName })[] = templateRows;
  return rows
    .filter((row) => (row.kind === undefined || row.kind === kind) && row.during.includes(status))
    .map(({ name }) => name);
}
