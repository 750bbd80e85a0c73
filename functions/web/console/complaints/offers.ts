import type { Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import {
  type ComplaintCase,
  type ComplaintStatus,
  type Extension,
  openDispute,
  openSuspension,
} from '../../../../shared/complaint/complaintCase.ts';
import { waitingTransfer } from '../../../../shared/complaint/transferring.ts';
import { type ComplaintCommand, complaintTransitions } from '../../../../shared/complaint/transitions.ts';
import { extendable } from '../../../../shared/complaint/verifying.ts';

/** The signed-in person, as the rules of a case know them. */
export type Person = Pick<User, 'userId' | 'name' | 'roles'>;

/** A case before a person. */
export interface Facing {
  readonly complaint: ComplaintCase;
  readonly status: ComplaintStatus;
  readonly user: Person;
  readonly today: LocalDate;
  /** How many cases this one could be attached to. */
  readonly attachable: number;
}

type Offer = (facing: Facing) => boolean;

/** The longer period that waits for a second person. */
export function waitingExtension({ extensions }: ComplaintCase): Extension | undefined {
  return extensions.find(({ decided }) => decided === undefined);
}

/** The proposal that waits for the approver. */
export function waitingDecision({ decision }: ComplaintCase): ComplaintCase['decision'] {
  return decision?.decided === undefined ? decision : undefined;
}

const handled: Offer = ({ complaint }) => complaint.handler !== undefined;
const runs: Offer = ({ complaint }) => openSuspension(complaint) === undefined;
const hasLink = ({ links }: ComplaintCase, as: string) => links.some((one) => one.as === as);

/** The last day of what a rest would stop has not passed. */
const inTime: Offer = ({ complaint, today }) => {
  const kinds: readonly string[] = complaint.kind === 'complaint' ? ['mediate'] : ['decide', 'breach'];
  return complaint.deadlines.every(
    ({ kind, deadline }) => !kinds.includes(kind) || deadline.dueLegal >= today,
  );
};

const mayExtend: Offer = ({ complaint, today }) => {
  const kind = extendable(complaint);
  const running = complaint.deadlines.find((one) => one.kind === kind);
  return (
    kind !== undefined &&
    (running === undefined || running.deadline.dueLegal >= today) &&
    complaint.extensions.every((one) => one.kind !== kind || one.decided?.outcome === 'rejected')
  );
};

/**
 * What the case itself says beside the transition table: the same conditions as the commands refuse by, so that no
 * form is shown that would be refused whatever is entered.
 */
const offers = {
  'decide-extension': ({ complaint, user }) => {
    const waiting = waitingExtension(complaint);
    return waiting !== undefined && waiting.asked.by !== user.userId;
  },
  'confirm-transfer': ({ complaint, user }) => {
    const waiting = waitingTransfer(complaint);
    return waiting !== undefined && waiting.by !== user.userId;
  },
  decide: ({ complaint, user }) => {
    const waiting = waitingDecision(complaint);
    return waiting !== undefined && waiting.proposed.by !== user.userId;
  },
  accept: handled,
  // What was accepted, handed over and has come back is ended, not refused.
  refuse: (facing) => handled(facing) && facing.complaint.accepted === undefined,
  verify: handled,
  'propose-decision': runs,
  'record-sitting': () => true,
  'end-mediation': runs,
  tell: () => true,
  return: ({ complaint }) => complaint.transfers.length > 0,
  'settle-dispute': ({ complaint }) => openDispute(complaint) !== undefined,
  assign: () => true,
  'receive-material': ({ complaint }) => complaint.requests.some(({ answered }) => answered === undefined),
  resume: ({ complaint }) => openSuspension(complaint) !== undefined,
  'request-material': () => true,
  'ask-extension': mayExtend,
  suspend: (facing) => runs(facing) && inTime(facing),
  attach: (facing) => handled(facing) && facing.attachable > 0,
  // The other half of a filing is made by the function that may open the vault; a complaint needs an identity.
  split: ({ complaint }) =>
    !hasLink(complaint, 'sibling') && !(complaint.kind === 'report' && complaint.filer.anonymous),
  'open-breach': ({ complaint }) => !hasLink(complaint, 'breach'),
  transfer: ({ complaint }) => waitingTransfer(complaint) === undefined,
  dispute: ({ complaint }) => openDispute(complaint) === undefined,
  withdraw: () => true,
  read: ({ complaint }) => complaint.messages.unreadByOffice > 0,
  write: () => true,
  note: () => true,
} as const satisfies Partial<Record<ComplaintCommand, Offer>>;

/** What people do to a case on its page; what moves it on comes first. */
export type OfferedCommand = keyof typeof offers;
const offeredCommands = Object.keys(offers) as OfferedCommand[];

/** Commands whose forms are sent to the function that may read and seal identities. */
export const besideCommands = ['split', 'open-breach'] as const satisfies readonly OfferedCommand[];
type BesideCommand = (typeof besideCommands)[number];

/** Commands whose forms this console takes. */
export type FormCommand = Exclude<OfferedCommand, BesideCommand>;
const beside: ReadonlySet<string> = new Set(besideCommands);
export const formCommandNames: readonly FormCommand[] = offeredCommands.filter(
  (name): name is FormCommand => !beside.has(name),
);

function lineOf(command: ComplaintCommand) {
  return complaintTransitions.find((transition) => transition.command === command);
}

/** The commands that this person can give now, in the order in which their forms are shown. */
export function offered(facing: Facing): readonly OfferedCommand[] {
  const { complaint, status, user } = facing;
  const allowed = new Set<string>(commandsFor(complaintTransitions, status, user.roles));
  return offeredCommands.filter((command) => {
    const kind = lineOf(command)?.kind;
    return (kind === undefined || kind === complaint.kind) && allowed.has(command) && offers[command](facing);
  });
}

/** Whether the transition table knows the command for a case of this kind in this status. */
export function isOpenTo(
  command: FormCommand,
  kind: ComplaintCase['kind'],
  status: ComplaintStatus,
): boolean {
  const line = lineOf(command);
  return line?.from.includes(status) === true && (line.kind === undefined || line.kind === kind);
}

/** People (not the system, not the filer) whom the transition table lets give a command. */
export function rolesFor(command: FormCommand): readonly Role[] {
  return (lineOf(command)?.by ?? []).filter((role): role is Role => role !== 'system' && role !== 'link');
}
