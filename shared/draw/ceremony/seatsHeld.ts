import type { DrawCase } from './drawCase.ts';
import { drawCaseId } from './drawRows.ts';
import type { DrawDeps } from './ports.ts';
import { teamOf } from './visit.ts';

/**
 * Seats that each inspector holds in the published draws of a year, the targeted ones included: `past` of the pool
 * row, so that the load of a year is levelled and not only that of a month (DR-1 §1.9). A seat that was given up
 * counts for who took it over.
 */
export async function seatsHeld(
  { cases, desk }: Pick<DrawDeps, 'cases' | 'desk'>,
  year: string,
): Promise<ReadonlyMap<string, number>> {
  const held = new Map<string, number>();
  for (const number of await desk.numbers()) {
    const stored = await cases.load<DrawCase>(drawCaseId(number));
    const counts = stored?.status === 'published' && stored.state.kind !== 'rehearsal';
    if (!counts || !stored.state.task.startsWith(year)) continue;
    for (const visit of await desk.visits(number)) {
      for (const { inspectorId } of teamOf(visit)) held.set(inspectorId, (held.get(inspectorId) ?? 0) + 1);
    }
  }
  return held;
}
