/**
 * Indexes of the core table. Each has key attributes of its own (`gqpk`/`gqsk`, `glpk`/`glsk`,
 * `gapk`/`gask`) and is sparse: a row without them is not in it.
 */
export const indexes = {
  /** Due work: outbox rows, deadlines. */
  queue: 'queue',
  /** Lists by kind. */
  list: 'list',
  /** What is assigned to a person. */
  assignee: 'assignee',
} as const;
