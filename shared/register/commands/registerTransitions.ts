import type { Transition } from '../../case/transition.ts';
import type { RegisterKind, RegisterRows } from '../registerStore.ts';

/** Where a row of a register stands. `none`: there is no such row. */
export const rowStatuses = ['none', 'kept', 'withdrawn', 'draft', 'published'] as const;
export type RowStatus = (typeof rowStatuses)[number];

export type RegisterCommand =
  | 'create'
  | 'update'
  | 'record-visit'
  | 'set-risk'
  | 'record-listing'
  | 'declare-relation'
  | 'withdraw-relation'
  | 'draft-item'
  | 'publish-item'
  | 'withdraw-item';

/** The commands on single rows; a published version of an inspection item never changes, it can only go. */
export const registerTransitions: readonly Transition<RowStatus, RegisterCommand>[] = [
  { command: 'create', from: ['none'], to: ['kept'], by: ['supervisor'] },
  { command: 'update', from: ['kept'], to: 'same', by: ['supervisor'] },
  { command: 'record-visit', from: ['kept'], to: 'same', by: ['system'] },
  { command: 'set-risk', from: ['kept'], to: 'same', by: ['system'] },
  { command: 'record-listing', from: ['kept'], to: 'same', by: ['system', 'supervisor', 'approver'] },
  { command: 'declare-relation', from: ['none', 'withdrawn'], to: ['kept'], by: ['supervisor', 'inspector'] },
  { command: 'withdraw-relation', from: ['kept'], to: ['withdrawn'], by: ['supervisor'] },
  { command: 'draft-item', from: ['none', 'draft'], to: ['draft'], by: ['supervisor'] },
  { command: 'publish-item', from: ['draft'], to: ['published'], by: ['supervisor'], irreversible: true },
  {
    command: 'withdraw-item',
    from: ['draft', 'published'],
    to: ['withdrawn'],
    by: ['supervisor'],
    irreversible: true,
  },
];

/** Status of a row as it is kept. */
export function rowStatus<K extends RegisterKind>(
  kind: K,
  kept: { readonly value: RegisterRows[K]; readonly withdrawnOn?: string } | undefined,
): RowStatus {
  if (kept === undefined) return 'none';
  if (kept.withdrawnOn !== undefined) return 'withdrawn';
  if (kind === 'item' && 'version' in kept.value) return kept.value.status;
  return 'kept';
}
