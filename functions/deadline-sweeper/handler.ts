import { type ResumeDeps, resumeDue } from '../../shared/case/resume.ts';
import { giveCommand, instantOf } from '../../shared/draw/ceremony/command.ts';
import { SYSTEM } from '../../shared/draw/ceremony/decision.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { revealDeadline } from '../../shared/draw/ceremony/lastSource.ts';
import { endObjections } from '../../shared/draw/ceremony/objections.ts';
import type { DrawDeps } from '../../shared/draw/ceremony/ports.ts';
import { voidByItself } from '../../shared/draw/ceremony/voiding.ts';
import { lookAt } from '../../shared/inspection/looking.ts';
import type { InspectionDeps, InspectionLists } from '../../shared/inspection/ports.ts';
import { inParallel } from '../../shared/notice/inParallel.ts';
import { dependencies } from './dependencies.ts';

export interface SweeperDeps extends DrawDeps {
  readonly resume: ResumeDeps;
  readonly inspections: InspectionDeps & { readonly lists: Pick<InspectionLists, 'due' | 'postpone'> };
}

/** Inspections that one sweep looks at; what is left is due at the next. */
const MOST_INSPECTIONS = 1_000;
const WIDTH = 8;

/** What time alone does to a draw: one line per status, tried in every sweep. */
const dues: Readonly<Partial<Record<DrawStatus, (deps: SweeperDeps, draw: DrawCase) => Promise<void>>>> = {
  async objection(deps, draw) {
    if (draw.window !== undefined && instantOf(deps.now()) >= draw.window.until) {
      await giveCommand(deps, draw.number, 'end-objections', endObjections, undefined, SYSTEM);
    }
  },
  async revealing(deps, draw) {
    const deadline = revealDeadline(draw.plan.lastSource);
    if (deadline !== undefined && instantOf(deps.now()) >= deadline) {
      const ground = 'reveal-missing' as const;
      await giveCommand(deps, draw.number, 'void', voidByItself, { ground }, SYSTEM);
    }
  },
};

/**
 * Ends waits whose time has come and wakes executions that a kick has missed. One case that fails does not
 * hold up the others; the sweep then ends with an error, so that the operators hear of it.
 */
export async function sweep(deps: SweeperDeps): Promise<void> {
  const failed: string[] = [];
  for (const number of await deps.desk.numbers()) {
    try {
      const stored = await deps.cases.load<DrawCase>(drawCaseId(number));
      if (stored !== undefined) await dues[stored.status as DrawStatus]?.(deps, stored.state);
    } catch {
      failed.push(number);
    }
  }
  failed.push(...(await sweepInspections(deps.inspections)));
  failed.push(...(await resumeDue(deps.resume)).failed);
  if (failed.length > 0) throw new Error(`could not be swept: ${failed.join(', ')}`);
}

/** What time alone does to inspections: reminders, escalations, waits that end, results that come down. */
async function sweepInspections(deps: SweeperDeps['inspections']): Promise<readonly string[]> {
  const failed: string[] = [];
  const due = await deps.lists.due(instantOf(deps.now()), MOST_INSPECTIONS);
  await inParallel(due, WIDTH, async (number) => {
    try {
      await lookAt(deps, number);
    } catch {
      failed.push(number);
    }
  });
  return failed;
}

export const handler = () => sweep(dependencies());
