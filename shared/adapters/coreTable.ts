/**
 * What the template declares and the adapters query of the core table: names only, no SDK, so that the
 * infrastructure can read it too.
 */

/**
 * The indexes with the prefix of their key attributes (`gqpk`, `gqsk`, …). Each is sparse: a row without the
 * attributes is not in it. DynamoDB takes no index name shorter than three characters.
 */
export const indexPrefixes = {
  /** Due work: outbox rows, deadlines. */
  queue: 'gq',
  /** Lists by kind. */
  list: 'gl',
  /** What is assigned to a person. */
  assignee: 'ga',
} as const;

export type IndexName = keyof typeof indexPrefixes;

/** The names, to be written where a query names its index. */
export const indexes = { queue: 'queue', list: 'list', assignee: 'assignee' } as const satisfies {
  readonly [Name in IndexName]: Name;
};

/**
 * What a list row shows without reading the item itself; a page that needs more reads the item by its key.
 * Kept under 400 bytes, so that an index write stays one request unit. The queue carries keys only: due work is
 * claimed on the item itself.
 */
export const listAttributes = [
  'type',
  'status',
  'title',
  'name',
  'version',
  'district',
  'dueAt',
  'updatedAt',
  // Rows of people of the office; no other row has these.
  'userId',
  'iss',
  'sub',
  'email',
  'roles',
  'inspectorId',
  'disabledAt',
  'sessionsValidFrom',
] as const;
