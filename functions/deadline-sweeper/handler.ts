import { type ResumeDeps, resumeDue } from '../../shared/case/resume.ts';
import { lookAt as lookAtComplaint } from '../../shared/complaint/looking.ts';
import type { ComplaintDeps, ComplaintLists } from '../../shared/complaint/ports.ts';
import { giveCommand, instantOf } from '../../shared/draw/ceremony/command.ts';
import { SYSTEM } from '../../shared/draw/ceremony/decision.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { revealDeadline } from '../../shared/draw/ceremony/lastSource.ts';
import { endObjections } from '../../shared/draw/ceremony/objections.ts';
import type { DrawDeps } from '../../shared/draw/ceremony/ports.ts';
import { voidByItself } from '../../shared/draw/ceremony/voiding.ts';
import { inParallel } from '../../shared/inParallel.ts';
import { lookAt as lookAtInspection } from '../../shared/inspection/looking.ts';
import type { InspectionDeps, InspectionLists } from '../../shared/inspection/ports.ts';
import { type LookDeps, lookAt as lookAtListing } from '../../shared/listing/looking.ts';
import type { ListingLists } from '../../shared/listing/ports.ts';
import { lookAt as lookAtPenalty } from '../../shared/penalty/looking.ts';
import type { PenaltyDeps, PenaltyLists } from '../../shared/penalty/ports.ts';
import { lookAt as lookAtRepair } from '../../shared/repair/looking.ts';
import type { RepairDeps, RepairLists } from '../../shared/repair/ports.ts';
import { dependencies } from './dependencies.ts';

export interface SweeperDeps extends DrawDeps {
  readonly resume: ResumeDeps;
  readonly inspections: InspectionDeps & { readonly lists: Pick<InspectionLists, 'due' | 'postpone'> };
  readonly complaints: ComplaintDeps & { readonly lists: Pick<ComplaintLists, 'due' | 'postpone'> };
  readonly penalties: PenaltyDeps & { readonly lists: Pick<PenaltyLists, 'due' | 'postpone'> };
  readonly listings: LookDeps & { readonly lists: Pick<ListingLists, 'due'> };
  readonly repairs: RepairDeps & { readonly lists: Pick<RepairLists, 'due' | 'postpone'> };
}

/** Cases of a kind that one sweep looks at; what is left is due at the next. */
const MOST = 1_000;
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
  const { inspections, complaints, penalties, listings, repairs } = deps;
  const now = instantOf(deps.now());
  const dueInspections = await inspections.lists.due(now, MOST);
  failed.push(...(await lookAtEach(dueInspections, (id) => lookAtInspection(inspections, id))));
  const dueComplaints = await complaints.lists.due(now, MOST);
  failed.push(...(await lookAtEach(dueComplaints, (id) => lookAtComplaint(complaints, id))));
  const duePenalties = await penalties.lists.due(now, MOST);
  failed.push(...(await lookAtEach(duePenalties, (id) => lookAtPenalty(penalties, id))));
  const dueListings = await listings.lists.due(now, MOST);
  failed.push(...(await lookAtEach(dueListings, (id) => lookAtListing(listings, id))));
  const dueRepairs = await repairs.lists.due(now, MOST);
  failed.push(...(await lookAtEach(dueRepairs, (id) => lookAtRepair(repairs, id))));
  failed.push(...(await resumeDue(deps.resume)).failed);
  if (failed.length > 0) throw new Error(`could not be swept: ${failed.join(', ')}`);
}

/** What time alone does to cases that are due: reminders, escalations, waits that end, results that come down. */
async function lookAtEach(
  due: readonly string[],
  look: (id: string) => Promise<unknown>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  await inParallel(due, WIDTH, async (id) => {
    try {
      await look(id);
    } catch {
      failed.push(id);
    }
  });
  return failed;
}

export const handler = () => sweep(dependencies());
