import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { type InspectionCase, inspectionNumber } from '../../../../shared/inspection/inspectionCase.ts';
import type { Notice } from '../../../../shared/notice/notice.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

/** Everything that was written to anybody about an inspection: what its draws notified, in the order of the numbers. */
export async function noticesOf(
  { notices }: Pick<ConsoleDeps, 'notices'>,
  inspection: InspectionCase,
): Promise<readonly StoredCase<Notice>[]> {
  const own = new Set(inspection.parts.map((part) => part.inspection));
  const draws = [...new Set(inspection.parts.map(({ draw }) => draw))];
  const all = await Promise.all(draws.map((draw) => notices.ofDraw(draw)));
  return all.flat().filter(({ state }) => own.has(inspectionNumber(state.draw, state.visit)));
}
