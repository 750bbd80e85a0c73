import { MILLION } from '../draw/plan.ts';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import type { Agency } from '../register/agency.ts';
import type { Cells } from './cells.ts';

/** Name of the one cell of a targeted draw. */
export const TARGETED = 'targeted';

/**
 * The cells of a targeted draw: one, forced (ppm 1 000 000), with the agencies it was opened for. No rate, cap or
 * exclusion of the month's plan counts here, because none of these agencies is drawn (优化营商环境条例 art. 54(2)).
 *
 * Problems: `targeted.agency.unknown` and `targeted.agency.closed` per agency that cannot be visited any more.
 */
export function targetedCells(agencies: readonly Agency[], targets: readonly string[]): Result<Cells> {
  const known = new Map(agencies.map((agency) => [agency.uscc, agency]));
  const problems: Problem[] = [];
  const members: Agency[] = [];
  for (const uscc of [...new Set(targets)].sort()) {
    const agency = known.get(uscc);
    if (agency === undefined) problems.push({ code: 'targeted.agency.unknown', params: { uscc } });
    else if (agency.status === 'closed')
      problems.push({ code: 'targeted.agency.closed', params: { name: agency.name } });
    else members.push(agency);
  }
  if (problems.length > 0) return refuse(...problems);
  return ok({
    cells: [
      {
        name: TARGETED,
        place: { special: TARGETED },
        plan: { cell: TARGETED, ppm: MILLION, round: 'exact' },
        agencies: members,
      },
    ],
    cellOf: new Map(members.map(({ uscc }) => [uscc, TARGETED])),
    closed: [],
  });
}
