/** Milliseconds in which one kick is enough: what is written meanwhile is found by the same run or by the sweep. */
const WHILE_MS = 1_000;

/**
 * A kick that is given at most once a second by this process. In a burst every filing would wake a worker of its own,
 * and hundreds of workers that look into the same queue would take the room in which the office's own pages run.
 *
 * @param now milliseconds of any clock
 */
export function onceInAWhile(
  kick: () => Promise<void>,
  now: () => number = Date.now,
  whileMs: number = WHILE_MS,
): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now();
    // A clock that was moved back must not silence it.
    if (at >= last && at - last < whileMs) return;
    last = at;
    await kick();
  };
}
