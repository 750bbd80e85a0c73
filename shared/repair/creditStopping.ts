import type { LocalDate } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { LISTING_PREFIX } from '../listing/listingRows.ts';
import { PENALTY_PREFIX } from '../penalty/penaltyRows.ts';
import { confirmStopped } from './carryingOut.ts';
import { type GiveRepairDeps, giveRepair } from './command.ts';
import type { RepairLists } from './ports.ts';
import type { Subject } from './repairCase.ts';

/** The daily comparison with the credit system finds that a repaired record is gone from it. */

export interface SeenThere {
  readonly uscc: string;
  readonly on: LocalDate;
  /** By key of a credit entry whether it is gone there: what was said last has arrived, and it is not public any more. */
  readonly gone: ReadonlyMap<string, boolean>;
}

/** First part of the keys under which the credit system knows a record; a penalty has one for each channel. */
function keyOf({ id }: Pick<Subject, 'id'>): string | undefined {
  if (id.startsWith(PENALTY_PREFIX)) return `penalty/${id.slice(PENALTY_PREFIX.length)}/`;
  return id.startsWith(LISTING_PREFIX) ? `listing/${id.slice(LISTING_PREFIX.length)}` : undefined;
}

/** Whether everything that was ever said of a record is gone there. */
function hasStopped(subject: Pick<Subject, 'id'>, gone: SeenThere['gone']): boolean {
  const first = keyOf(subject);
  if (first === undefined) return false;
  const own = [...gone].filter(([key]) => key === first || (first.endsWith('/') && key.startsWith(first)));
  return own.length > 0 && own.every(([, isGone]) => isGone);
}

/**
 * Confirms it for the repairs of an agency that were carried out and wait for it. What is confirmed already, by a person or
 * the day before, is left alone.
 *
 * @throws when an application could not be told, so that the comparison is tried again
 */
export async function confirmStoppedRepairs(
  deps: GiveRepairDeps & { readonly lists: Pick<RepairLists, 'ofAgency'> },
  { uscc, on, gone }: SeenThere,
): Promise<void> {
  for (const { state, status } of await deps.lists.ofAgency(uscc)) {
    const { carriedOut, creditStopped, subject } = state;
    const waits = status === 'carried-out' && carriedOut !== undefined && creditStopped === undefined;
    if (!waits || on < carriedOut.on || !hasStopped(subject, gone)) continue;
    const given = await giveRepair(deps, state.id, 'confirm-stopped', confirmStopped, { on }, SYSTEM);
    // Cancelled meanwhile: nothing waits any more.
    if (!given.ok && given.problems.some(({ code }) => code !== 'repair.status'))
      throw new Error(`repair ${state.id}: ${given.problems.map(({ code }) => code).join(' ')}`);
  }
}
