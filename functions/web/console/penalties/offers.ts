import type { Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { isOverdue } from '../../../../shared/calendar/storedDeadline.ts';
import { commandsFor, transitionOf } from '../../../../shared/case/transition.ts';
import { mayDecide } from '../../../../shared/penalty/deciding.ts';
import { windowOver } from '../../../../shared/penalty/defending.ts';
import { extendableNow } from '../../../../shared/penalty/filing.ts';
import {
  type Annulment,
  currentNotice,
  type Extension,
  type FilingDecision,
  openSuspension,
  type PenaltyCase,
  type PenaltyStatus,
} from '../../../../shared/penalty/penaltyCase.ts';
import { owed, performed } from '../../../../shared/penalty/performing.ts';
import { mayReview } from '../../../../shared/penalty/reviewing.ts';
import { type PenaltyCommand, penaltyTransitions } from '../../../../shared/penalty/transitions.ts';

/** The signed-in person, as the rules of a case know them. */
export type Person = Pick<User, 'userId' | 'name' | 'roles' | 'inspectorId'>;

/** A case before a person. */
export interface Facing {
  readonly penalty: PenaltyCase;
  readonly status: PenaltyStatus;
  readonly user: Person;
  /** The present instant. */
  readonly at: string;
}

type Offer = (facing: Facing) => boolean;

/** The proposal about filing that waits for the approver. */
export function waitingFiling({ filing }: Pick<PenaltyCase, 'filing'>): FilingDecision | undefined {
  return filing?.decided === undefined ? filing : undefined;
}

/** The longer period that waits for a second person. */
export function waitingExtension({ extensions }: Pick<PenaltyCase, 'extensions'>): Extension | undefined {
  return extensions.find(({ decided }) => decided === undefined);
}

/** The annulment that waits for a second person. */
export function waitingAnnulment({ annulment }: Pick<PenaltyCase, 'annulment'>): Annulment | undefined {
  return annulment?.decided === undefined ? annulment : undefined;
}

const deadlineOfKind = ({ deadlines }: PenaltyCase, kind: string) =>
  deadlines.find((one) => one.kind === kind);
const runs: Offer = ({ penalty }) => openSuspension(penalty) === undefined;
const before: Offer = ({ penalty }) => penalty.hearing?.held === undefined;

const mayExtend: Offer = ({ penalty, at }) => {
  const kind = extendableNow(penalty);
  const stored = kind === undefined ? undefined : deadlineOfKind(penalty, kind);
  return stored !== undefined && !isOverdue(stored, at);
};

const mayAskHearing: Offer = ({ penalty }) => currentNotice(penalty)?.hearing === true;

const payOver: Offer = ({ penalty, at }) => {
  const pay = deadlineOfKind(penalty, 'pay');
  return owed(penalty) > 0 && (pay === undefined || shanghaiDate(at) > pay.deadline.dueLegal);
};

const always: Offer = () => true;

/**
 * What the case itself says beside the transition table: the same conditions as the commands refuse by, so that no form
 * is shown that would be refused whatever is entered. The order is that in which the forms stand.
 */
const offers = {
  'decide-filing': ({ penalty, user }) => {
    const waiting = waitingFiling(penalty);
    return waiting !== undefined && waiting.proposed.by !== user.userId;
  },
  'decide-extension': ({ penalty, user }) => {
    const waiting = waitingExtension(penalty);
    return waiting !== undefined && waiting.asked.by !== user.userId;
  },
  review: ({ penalty, user }) => penalty.draft !== undefined && mayReview(penalty, user).ok,
  decide: ({ penalty, user }) => penalty.draft !== undefined && mayDecide(penalty, user).ok,
  annul: ({ penalty, user }) => {
    const waiting = waitingAnnulment(penalty);
    return waiting !== undefined && waiting.proposed.by !== user.userId;
  },
  'name-chair': before,
  assign: always,
  'name-officers': always,
  'propose-filing': ({ penalty }) => penalty.handler !== undefined,
  draft: (facing) =>
    runs(facing) && facing.penalty.officers.length > 1 && facing.penalty.inquiries.length > 0,
  'record-inquiry': ({ penalty }) => penalty.officers.length > 1,
  'serve-notice': ({ penalty }) => currentNotice(penalty) !== undefined,
  state: always,
  'ask-hearing': mayAskHearing,
  waive: always,
  'end-window': ({ penalty, at }) => windowOver(penalty, at),
  'fix-hearing': (facing) => before(facing) && facing.penalty.hearing?.chair !== undefined,
  'serve-hearing': (facing) =>
    before(facing) &&
    facing.penalty.hearing?.fixed !== undefined &&
    facing.penalty.hearing.noticeServed === undefined,
  'hold-hearing': (facing) => {
    const { hearing } = facing.penalty;
    return (
      before(facing) &&
      hearing?.fixed !== undefined &&
      hearing.noticeServed !== undefined &&
      hearing.fixed.on <= shanghaiDate(facing.at)
    );
  },
  'report-hearing': ({ penalty }) => penalty.hearing?.held !== undefined,
  'withdraw-hearing': before,
  consider: (facing) =>
    runs(facing) && facing.penalty.draft !== undefined && currentNotice(facing.penalty)?.served !== undefined,
  reopen: always,
  'serve-decision': ({ penalty }) => penalty.decision !== undefined,
  'record-payment': ({ penalty }) => owed(penalty) > 0,
  'record-correction': ({ penalty }) =>
    penalty.corrected === undefined &&
    penalty.draft?.charges.some(({ measures }) => measures.correct !== undefined) === true,
  'remind-payment': payOver,
  'ask-court': ({ penalty }) =>
    owed(penalty) > 0 && penalty.enforcement.some(({ step }) => step === 'reminder'),
  close: ({ penalty }) => performed(penalty) || penalty.enforcement.some(({ step }) => step === 'court'),
  'add-evidence': always,
  'ask-extension': mayExtend,
  suspend: runs,
  resume: (facing) => !runs(facing),
  'propose-annulment': ({ penalty }) => penalty.annulment === undefined,
  note: always,
} as const satisfies Partial<Record<PenaltyCommand, Offer>>;

/**
 * What people do to a case on its pages. The early end of publicity is none of it: a repair that was granted gives it
 * from its own case.
 */
export type OfferedCommand = keyof typeof offers;
export const offeredCommands = Object.keys(offers) as readonly OfferedCommand[];

/** Commands with a page of their own: a file travels, or a form grows charge by charge. */
export const pagedCommands = [
  'draft',
  'consider',
  'add-evidence',
] as const satisfies readonly OfferedCommand[];
type PagedCommand = (typeof pagedCommands)[number];

/** Commands whose forms stand on the page of the case. */
export type FormCommand = Exclude<OfferedCommand, PagedCommand>;
const paged: ReadonlySet<string> = new Set(pagedCommands);
export const formCommandNames: readonly FormCommand[] = offeredCommands.filter(
  (name): name is FormCommand => !paged.has(name),
);

/** The commands that this person can give now, in the order in which their forms are shown. */
export function offered(facing: Facing): readonly OfferedCommand[] {
  const allowed = new Set<string>(commandsFor(penaltyTransitions, facing.status, facing.user.roles));
  return offeredCommands.filter((command) => allowed.has(command) && offers[command](facing));
}

/** Whether the transition table knows the command in this status. */
export function isOpenTo(command: OfferedCommand, status: PenaltyStatus): boolean {
  return transitionOf(penaltyTransitions, command).from.includes(status);
}

/** People (not the system, not the party) whom the transition table lets give a command. */
export function rolesFor(command: OfferedCommand): readonly Role[] {
  return transitionOf(penaltyTransitions, command).by.filter(
    (role): role is Role => role !== 'system' && role !== 'link',
  );
}
