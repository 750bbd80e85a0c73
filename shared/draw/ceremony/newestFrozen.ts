import type { CaseStore } from '../../case/caseStore.ts';
import type { DrawCase, DrawStatus } from './drawCase.ts';
import { drawCaseId } from './drawRows.ts';
import type { DrawDesk } from './ports.ts';

/**
 * The newest draw whose lists are sealed, with its state; no rehearsal, no targeted draw and none that was
 * voided. This is the draw
 * in which an agency or an inspector asks for the own row.
 */
export async function newestFrozen(deps: {
  readonly cases: CaseStore;
  readonly desk: Pick<DrawDesk, 'numbers'>;
}): Promise<{ readonly status: DrawStatus; readonly state: DrawCase } | undefined> {
  for (const number of await deps.desk.numbers()) {
    const stored = await deps.cases.load<DrawCase>(drawCaseId(number));
    if (stored === undefined || stored.status === 'voided') continue;
    const { kind, frozen } = stored.state;
    if (kind === 'draw' && frozen !== undefined)
      return { status: stored.status as DrawStatus, state: stored.state };
  }
  return undefined;
}
