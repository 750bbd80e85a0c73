import type { Row, RowPut } from '../../case/caseStore.ts';
import type {
  BulkOrigin,
  HistoryEntry,
  RegisterKind,
  RegisterLock,
  RegisterRows,
  RowWrite,
} from '../registerStore.ts';

/**
 * How the registers stand in the core table. Every row is kept twice, written together: under the key of its
 * own (beside its history), and in a roster partition that one strongly consistent query per shard reads whole;
 * there as JSON text, because a database attribute per field takes thrice as long to read 3,600 times.
 * A secondary index could lag behind, and an agency that a frozen snapshot missed would never be drawn.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A partition of the roster holds some 500 rows of a city's 3,600; two queries' worth of one megabyte. */
export const SHARDS = 8;

const LOCK_KEY: Key = { pk: 'RG#LOCK', sk: 'META' };

/** FNV-1a over the UTF-16 units: stable for ever, because it is part of the key. */
export function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}

interface Layout<T> {
  /** The parts that name a row, in order. */
  readonly id: (row: T) => readonly string[];
  readonly own: (id: readonly string[]) => Key;
  readonly history: (id: readonly string[]) => { readonly pk: string; readonly prefix: string };
  readonly roster: string;
  readonly sharded: boolean;
  /** Rows beside the own one that only point to it. */
  readonly pointer?: (row: T) => Row;
}

const at = (id: readonly string[], index: number): string => {
  const part = id[index];
  if (part === undefined) throw new RangeError('an incomplete key of a register row');
  return part;
};

export const layouts: { readonly [K in RegisterKind]: Layout<RegisterRows[K]> } = {
  agency: {
    id: (row) => [row.uscc],
    own: (id) => ({ pk: `AG#${at(id, 0)}`, sk: 'META' }),
    history: (id) => ({ pk: `AG#${at(id, 0)}`, prefix: 'H#' }),
    roster: 'LS#AG',
    sharded: true,
  },
  practitioner: {
    id: (row) => [row.licenceNo, row.agencyUscc],
    own: (id) => ({ pk: `AG#${at(id, 1)}`, sk: `PR#${at(id, 0)}` }),
    history: (id) => ({ pk: `PR#${at(id, 0)}`, prefix: 'H#' }),
    roster: 'LS#PR',
    sharded: true,
    pointer: (row) => ({ pk: `PR#${row.licenceNo}`, sk: 'META', agencyUscc: row.agencyUscc }),
  },
  inspector: {
    id: (row) => [row.id],
    own: (id) => ({ pk: `IS#${at(id, 0)}`, sk: 'META' }),
    history: (id) => ({ pk: `IS#${at(id, 0)}`, prefix: 'H#' }),
    roster: 'LS#IS',
    sharded: false,
  },
  relation: {
    id: (row) => [row.inspectorId, row.agencyUscc],
    own: (id) => ({ pk: `IS#${at(id, 0)}`, sk: `RC#${at(id, 1)}` }),
    history: (id) => ({ pk: `IS#${at(id, 0)}`, prefix: `HR#${at(id, 1)}#` }),
    roster: 'LS#RL',
    sharded: true,
  },
  item: {
    id: (row) => [row.code, String(row.version)],
    own: (id) => ({ pk: `IT#${at(id, 0)}`, sk: `V#${at(id, 1).padStart(3, '0')}` }),
    history: (id) => ({ pk: `IT#${at(id, 0)}`, prefix: `H#V${at(id, 1).padStart(3, '0')}#` }),
    roster: 'LS#IT',
    sharded: false,
  },
};

/** A row as it was kept, brought to today's shape: items kept before there were checklists have no question. */
export function storedRow<K extends RegisterKind>(kind: K, kept: unknown): RegisterRows[K] {
  const row = kind === 'item' ? { questions: [], ...(kept as object) } : kept;
  return row as RegisterRows[K];
}

/** The roster partitions of a register, each read by one query. */
export function rosterPartitions(kind: RegisterKind): readonly string[] {
  const { roster, sharded } = layouts[kind];
  return Array.from({ length: sharded ? SHARDS : 1 }, (_, shard) => `${roster}#${shard}`);
}

function rosterKey(kind: RegisterKind, id: readonly string[]): Key {
  const { roster, sharded } = layouts[kind];
  // A practitioner keeps its place in the roster when it moves to another agency: its licence alone names it.
  const name = kind === 'practitioner' ? at(id, 0) : id.join('@');
  return { pk: `${roster}#${sharded ? shardOf(name) : 0}`, sk: name };
}

/** The parts that name a row. */
export function idOf(write: RowWrite): readonly string[] {
  switch (write.kind) {
    case 'agency':
      return layouts.agency.id(write.after);
    case 'practitioner':
      return layouts.practitioner.id(write.after);
    case 'inspector':
      return layouts.inspector.id(write.after);
    case 'relation':
      return layouts.relation.id(write.after);
    case 'item':
      return layouts.item.id(write.after);
  }
}

function beforeKey(write: RowWrite): Key | undefined {
  if (write.kind !== 'practitioner' || write.before === undefined) return undefined;
  return layouts.practitioner.own(layouts.practitioner.id(write.before));
}

/** What one changed row of a register is in the table. */
export interface TableRows {
  readonly own: Row;
  /** The roster's copy, the history and pointers. */
  readonly others: readonly Row[];
  /** The place a practitioner left. */
  readonly gone?: Key;
}

/** Where a change comes from: a form or an import. */
export type Origin = Omit<BulkOrigin, 'importId'> & { readonly source: string };

/** The rows of one change. `withdrawnOn` takes a relation off the roster's standing rows but keeps it. */
export function tableRows(write: RowWrite, origin: Origin, withdrawnOn?: string): TableRows {
  const id = idOf(write);
  const own = layouts[write.kind].own(id);
  const body = { rev: origin.rev, ...(withdrawnOn === undefined ? {} : { withdrawnOn }) };
  const { pk, prefix } = layouts[write.kind].history(id);
  const history: Row = {
    pk,
    // The revision makes the key unique and the same in every repetition.
    sk: `${prefix}${origin.at}#${String(origin.rev).padStart(10, '0')}`,
    changes: write.changes,
    by: origin.by,
    at: origin.at,
    source: origin.source,
  };
  const pointer = write.kind === 'practitioner' ? layouts.practitioner.pointer?.(write.after) : undefined;
  const left = beforeKey(write);
  const moved = left !== undefined && left.pk !== own.pk;
  return {
    own: { ...own, ...body, row: write.after },
    others: [
      { ...rosterKey(write.kind, id), ...body, json: JSON.stringify(write.after) },
      history,
      ...(pointer === undefined ? [] : [pointer]),
    ],
    ...(moved ? { gone: left } : {}),
  };
}

/** A history row's changes, one entry each. */
export function historyEntries(item: Readonly<Record<string, unknown>>): HistoryEntry[] {
  // As `tableRows` wrote it; the database gives it back without its type.
  const {
    changes,
    at: when,
    by,
    source,
  } = item as unknown as {
    changes: readonly { field: string; old?: unknown; new?: unknown }[];
    at: string;
    by: string;
    source: string;
  };
  return changes.map((change) => ({ ...change, at: when, by, source }));
}

export const lockKey = LOCK_KEY;

/** Moves the lock from what was read to `next`; fails when it has moved meanwhile. */
export function lockPut(before: RegisterLock, next: RegisterLock): RowPut {
  return {
    // Revision 0 means that there is no such row yet: what is written counts from 1.
    row: { ...LOCK_KEY, holder: next.holder, rev: Math.max(1, next.rev) },
    expect: before.rev === 0 ? 'absent' : { holder: before.holder, rev: before.rev },
  };
}
