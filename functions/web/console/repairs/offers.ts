import type { Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import {
  type RepairCase,
  type RepairStatus,
  waitingCancellation,
} from '../../../../shared/repair/repairCase.ts';
import { type RepairCommand, repairTransitions } from '../../../../shared/repair/transitions.ts';

export type Person = Pick<User, 'userId' | 'name' | 'roles'>;

export const statusOf = ({ status }: Pick<StoredRepair, 'status'>) => status as RepairStatus;

type Offer = (repair: RepairCase, user: Person) => boolean;

/** Somebody else has asked and nobody has decided. */
const second = (act: { readonly by: string } | undefined, user: Person) =>
  act !== undefined && act.by !== user.userId;
const free: Offer = ({ proposal }) => proposal === undefined;

/**
 * What the case itself says beside the transition table, by the same conditions as the commands refuse: no form is shown
 * that would be refused whatever is entered. What moves the case on comes first.
 */
const offers = {
  decide: ({ proposal }, user) => second(proposal?.proposed, user),
  cancel: (repair, user) => second(waitingCancellation(repair)?.proposed, user),
  'decide-extension': ({ extension }, user) =>
    extension?.decided === undefined && second(extension?.asked, user),
  apply: () => true,
  complete: () => true,
  accept: free,
  'ask-completion': (repair, user) => free(repair, user) && repair.completion === undefined,
  propose: free,
  'confirm-stopped': ({ creditStopped, deadlines }) => creditStopped === undefined && deadlines.length > 0,
  'ask-extension': ({ extension, deadlines }) =>
    extension === undefined && deadlines.some(({ kind }) => kind === 'decide'),
  'propose-cancellation': (repair) => waitingCancellation(repair) === undefined,
  withdraw: () => true,
  note: () => true,
} as const satisfies Partial<Record<RepairCommand, Offer>>;

/** What people do to an application on its page. */
export type OfferedCommand = keyof typeof offers;
export const offeredCommands = Object.keys(offers) as readonly OfferedCommand[];

/** The commands that this person can give now, in the order in which their forms are shown. */
export function offered(stored: StoredRepair, user: Person): readonly OfferedCommand[] {
  const allowed = new Set<string>(commandsFor(repairTransitions, statusOf(stored), user.roles));
  return offeredCommands.filter((command) => allowed.has(command) && offers[command](stored.state, user));
}

/** People (not the system, not the applicant) whom the transition table lets give a command. */
export function rolesFor(command: RepairCommand): readonly Role[] {
  const line = repairTransitions.find((one) => one.command === command);
  return (line?.by ?? []).filter((role): role is Role => role !== 'system' && role !== 'link');
}

/** What an open application waits for, and whether it is this person's to do. */
export const waits = ['decide', 'accept', 'propose', 'credit'] as const;
export type Wait = (typeof waits)[number];

export function waitOf(stored: StoredRepair, user: Person): Wait | undefined {
  const now = offered(stored, user);
  if (now.includes('decide') || now.includes('cancel') || now.includes('decide-extension')) return 'decide';
  if (now.includes('accept')) return 'accept';
  if (now.includes('propose') && stored.status === 'accepted') return 'propose';
  return now.includes('confirm-stopped') ? 'credit' : undefined;
}
