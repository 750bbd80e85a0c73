import {
  type Checklist,
  type ChecklistItem,
  readChecklist,
} from '../../../../shared/inspection/checklist.ts';
import type { InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import { ok, problem, type Result } from '../../../../shared/problem.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

/**
 * The questions of a visit: the checklists that were sealed with its draws, several in a joint visit, each checked
 * against its digest. An item that two draws ask for is asked once.
 * Problems: `inspection.checklist.digest`, `inspection.checklist.unreadable`.
 */
export async function caseChecklist(
  { drawFiles }: Pick<ConsoleDeps, 'drawFiles'>,
  { parts }: Pick<InspectionCase, 'parts'>,
): Promise<Result<Checklist>> {
  const items = new Map<string, ChecklistItem>();
  for (const { checklist } of parts) {
    const bytes = await drawFiles.get(checklist.file);
    if (bytes === undefined) return problem('inspection.checklist.unreadable');
    const read = readChecklist(bytes, checklist.digest);
    if (!read.ok) return read;
    for (const item of read.value.items) {
      const ref = `${item.code}@${item.version}`;
      if (!items.has(ref)) items.set(ref, item);
    }
  }
  return ok({ v: 'checklist/1', items: [...items.values()] });
}

/** How a page says which checklists it was made from: the digests of the parts in their order. */
export function checklistDigests({ parts }: Pick<InspectionCase, 'parts'>): readonly string[] {
  return parts.map(({ checklist }) => checklist.digest);
}
