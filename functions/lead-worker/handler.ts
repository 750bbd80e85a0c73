import { dependencies } from './dependencies.ts';
import { type LeadWorkerDeps, takers, type Waiting } from './takers.ts';

/** Refusals that pass by themselves: an import is being written, or somebody was faster many times. */
const LATER: ReadonlySet<string> = new Set([
  'register.held',
  'register.busy',
  'risk.busy',
  'listing.busy',
  'penalty.busy',
]);

/**
 * Hands over what one procedure has decided for another: leads to penalties and lists, facts to the ledgers of risk
 * classes; then looks at the ledgers to which time does something. Cut off anywhere and repeated it doubles nothing:
 * who takes a row takes it once, and it leaves its queue afterwards.
 *
 * @throws when some could not be taken, so that the operators hear of it; the others are
 */
export async function handOver(deps: LeadWorkerDeps): Promise<{ readonly taken: number }> {
  let taken = 0;
  const failed: string[] = [];
  for (const taker of takers) {
    // One after the other: every class moves the one revision of the register.
    for (const waiting of await taker(deps)) {
      const outcome = await attempt(waiting);
      if (outcome === 'taken') taken++;
      if (outcome === 'failed') failed.push(waiting.id);
    }
  }
  if (failed.length > 0) throw new Error(`could not be handed over: ${failed.join(', ')}`);
  return { taken };
}

async function attempt({ take, done }: Waiting): Promise<'taken' | 'later' | 'failed'> {
  try {
    const result = await take();
    if (!result.ok) return result.problems.every(({ code }) => LATER.has(code)) ? 'later' : 'failed';
    await done();
    return 'taken';
  } catch {
    return 'failed';
  }
}

export const handler = () => handOver(dependencies());
