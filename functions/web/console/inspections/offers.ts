import type { Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import { isDown, openCorrection } from '../../../../shared/inspection/correcting.ts';
import {
  currentRound,
  type InspectionCase,
  type InspectionStatus,
  isMember,
  members,
  type RecusalApplication,
  type StaffingRequest,
  type TeamSeat,
} from '../../../../shared/inspection/inspectionCase.ts';
import { MOST_RETURNS, mayReview } from '../../../../shared/inspection/reviewing.ts';
import { isOpen } from '../../../../shared/inspection/staffing.ts';
import { type InspectionCommand, inspectionTransitions } from '../../../../shared/inspection/transitions.ts';

/** The signed-in person, as the rules of an inspection know them. */
export type Person = Pick<User, 'userId' | 'name' | 'roles' | 'inspectorId'>;

/** An inspection before a person. */
export interface Facing {
  readonly inspection: InspectionCase;
  readonly status: InspectionStatus;
  readonly user: Person;
  /** How many inspections of the same agency this one could join. */
  readonly joinable: number;
}

type Offer = (facing: Facing) => boolean;

/** Members for whom this person may ask that they step back or are replaced. */
export function replaceable({ inspection, user }: Pick<Facing, 'inspection' | 'user'>): readonly TeamSeat[] {
  const asked = new Set(inspection.staffing.filter(isOpen).map(({ inspectorId }) => inspectorId));
  return members(inspection).filter(
    ({ inspectorId }) =>
      !asked.has(inspectorId) && (user.roles.includes('supervisor') || inspectorId === user.inspectorId),
  );
}

/** Requests on which this person decides: not their own, and not about themself. */
export function staffingToDecide({
  inspection,
  user,
}: Pick<Facing, 'inspection' | 'user'>): readonly StaffingRequest[] {
  return inspection.staffing.filter(
    ({ decided, requested, inspectorId }) =>
      decided === undefined && requested.by !== user.userId && inspectorId !== user.inspectorId,
  );
}

/** The oldest application that this person decides on; the next one comes after it. */
export function recusalToDecide({
  inspection,
  user,
}: Pick<Facing, 'inspection' | 'user'>): RecusalApplication | undefined {
  return inspection.recusals.find(
    ({ decided, inspectorId }) => decided === undefined && inspectorId !== user.inspectorId,
  );
}

const mayFindAgain: Offer = ({ inspection, user }) =>
  isMember(inspection, user.inspectorId) && currentRound(inspection) !== undefined;

/**
 * What the case itself says beside the transition table: the same conditions as the commands refuse by, so that no
 * button is shown that would be refused whatever is entered.
 */
const offers = {
  'decide-recusal': (facing) => recusalToDecide(facing) !== undefined,
  'decide-staffing': (facing) => staffingToDecide(facing).length > 0,
  cancel: ({ inspection: { cancelRequest }, user }) =>
    cancelRequest !== undefined && cancelRequest.by !== user.userId,
  approve: ({ inspection, user }) => mayReview(inspection, user),
  return: ({ inspection, user }) =>
    mayReview(inspection, user) &&
    inspection.reviews.filter(({ outcome }) => outcome === 'returned').length < MOST_RETURNS,
  'confirm-recheck': (facing) => {
    const checked = currentRound(facing.inspection)?.recheck;
    return mayFindAgain(facing) && checked !== undefined && checked.by !== facing.user.userId;
  },
  recheck: mayFindAgain,
  'settle-correction': ({ inspection, user }) => {
    const open = openCorrection(inspection);
    return open !== undefined && (open.proposed ?? open.raised).by !== user.userId;
  },
  'propose-correction': ({ inspection }) => openCorrection(inspection) !== undefined && !isDown(inspection),
  'answer-rectification': ({ inspection }) => currentRound(inspection) !== undefined,
  'request-staffing': (facing) => replaceable(facing).length > 0,
  'apply-recusal': ({ inspection }) => applicable(inspection).length > 0,
  join: ({ inspection, joinable }) =>
    joinable > 0 &&
    inspection.parts.length === 1 &&
    inspection.arrivals.length === 0 &&
    Object.keys(inspection.answers).length === 0,
  'raise-correction': ({ inspection }) =>
    inspection.publicity !== undefined && !isDown(inspection) && openCorrection(inspection) === undefined,
  'request-cancel': ({ inspection }) => inspection.cancelRequest === undefined,
  'withdraw-cancel': ({ inspection }) => inspection.cancelRequest !== undefined,
} as const satisfies Partial<Record<InspectionCommand, Offer>>;

/** What people do to an inspection on its page; what moves it on comes first. */
export type FormCommand = keyof typeof offers;
export const formCommandNames = Object.keys(offers) as FormCommand[];

/** Members whom the agency may apply to have recused: one application for each at a time. */
export function applicable(inspection: InspectionCase): readonly TeamSeat[] {
  const pending = inspection.recusals.filter(({ decided }) => decided === undefined);
  return members(inspection).filter(
    ({ inspectorId }) => !pending.some((one) => one.inspectorId === inspectorId),
  );
}

/** The commands that this person can give now, in the order in which their forms are shown. */
export function offered(facing: Facing): readonly FormCommand[] {
  const allowed = new Set<string>(commandsFor(inspectionTransitions, facing.status, facing.user.roles));
  return formCommandNames.filter((command) => allowed.has(command) && offers[command](facing));
}

/** People (not the system, not links) that the transition table lets give a command. */
export function rolesFor(command: FormCommand): readonly Role[] {
  const line = inspectionTransitions.find((transition) => transition.command === command);
  return (line?.by ?? []).filter((role): role is Role => role !== 'system' && role !== 'link');
}
