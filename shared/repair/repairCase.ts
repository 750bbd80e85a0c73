import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredDeadline as CaseDeadline } from '../calendar/storedDeadline.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { RepairMaterial } from '../law/repairRules.ts';
import type { DeadlineKind } from './deadlineKinds.ts';

export const repairStatuses = [
  /** The applicant is putting the papers together; nothing has reached the office yet. */
  'preparing',
  /** 已申请: to be accepted, or completion to be asked for. */
  'applied',
  /** 补正: the applicant was told once what is missing. */
  'completing',
  /** 已受理: to be decided. */
  'accepted',
  /** 准予修复: decided, and about to be carried out. */
  'granted',
  /** Not accepted, or not granted. */
  'refused',
  /** Carried out wherever we decide; the credit system was asked. */
  'carried-out',
  'withdrawn',
  /** The repair was cancelled for fraud, and everything stands as before. */
  'cancelled',
] as const;
export type RepairStatus = (typeof repairStatuses)[number];

/** What an application can be about. A negative inspection result has no early end of its own (令107号 art. 10). */
export const subjectKinds = ['penalty', 'serious', 'abnormal', 'inspection'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Who is on record: an agency, one of its practitioners, somebody who is not registered. */
export interface Applicant {
  readonly kind: 'agency' | 'person' | 'other';
  readonly name: string;
  /** Of the agency, or of the agency that a person works for. */
  readonly uscc?: string;
  readonly licenceNo?: string;
  readonly district?: string;
}

/** The record in question, as it stood when the application was begun. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Id of its case with the prefix. */
  readonly id: string;
  /** What people call it: the number of its decision. */
  readonly number: string;
  /** First day of its publicity. */
  readonly since: LocalDate;
  /** Last day when nothing is done; absent when it stands until it is cured. */
  readonly until?: LocalDate;
}

/** A paper of the application. */
export interface RepairFile extends Evidence {
  readonly material: RepairMaterial;
}

/** 补正: asked for once, with everything that is missing (令107号 art. 14). */
export interface Completion {
  readonly asked: Act;
  readonly materials: readonly RepairMaterial[];
  readonly text: string;
  /** Last day for the applicant, set by the office. */
  readonly until: LocalDate;
  readonly completed?: Act & { readonly on: LocalDate };
}

/** What one person proposes and another decides. */
export interface Proposal {
  readonly outcome: 'granted' | 'refused';
  /** Code of `repairRefusals`, when it is refused. */
  readonly ground?: string;
  readonly reason: string;
  readonly proposed: Act;
}

export interface RepairDecision extends Proposal {
  readonly number: string;
  readonly serial: number;
  readonly on: LocalDate;
  readonly decided: Act;
}

/** Why a repair is cancelled: proposed by one person, decided by another. */
export interface Cancellation {
  readonly reason: string;
  readonly proposed: Act;
  readonly decided?: Act & { readonly on: LocalDate; readonly number: string; readonly serial: number };
  /** When the record stands in public again. */
  readonly restored?: Act;
}

export type StoredDeadline = CaseDeadline<DeadlineKind>;

/** One application for credit repair (信用修复) about one record. */
export interface RepairCase {
  /** ULID; the case id is `RP#<id>`. */
  readonly id: string;
  readonly applicant: Applicant;
  readonly subject: Subject;
  readonly opened: Act;
  readonly files: readonly RepairFile[];
  /** Materials that the office has itself and does not ask for again. */
  readonly shared: readonly RepairMaterial[];
  /** `on`: the day on which it reached the office. */
  readonly applied?: Act & { readonly on: LocalDate; readonly channel: 'link' | 'counter' };
  readonly completion?: Completion;
  /** `decideBy`: the last day for deciding as the notice of the acceptance tells it. */
  readonly accepted?: Act & { readonly on: LocalDate; readonly decideBy: LocalDate };
  readonly extension?: {
    readonly reason: string;
    readonly asked: Act;
    readonly decided?: Act & { readonly outcome: 'approved' | 'rejected' };
  };
  readonly proposal?: Proposal;
  readonly decision?: RepairDecision;
  readonly carriedOut?: Act & { readonly on: LocalDate };
  /** Whether the credit system was found to have stopped; absent before it was. */
  readonly creditStopped?: Act & { readonly on: LocalDate };
  readonly cancellation?: Cancellation;
  readonly withdrawn?: Act & { readonly reason: string };
  /** Last day on which a refusal or cancellation for fraud is itself published. */
  readonly publishedUntil?: LocalDate;
  /** Last day on which the applicant cannot apply for anything, after a fraud. */
  readonly barredUntil?: LocalDate;
  readonly notes: readonly (Act & { readonly text: string })[];
  readonly deadlines: readonly StoredDeadline[];
}

/** Whether something is left to do: for the office, for time, or for the credit system. */
export function isOpen(
  status: RepairStatus,
  repair: Pick<RepairCase, 'deadlines' | 'cancellation'>,
): boolean {
  switch (status) {
    case 'applied':
    case 'completing':
    case 'accepted':
    case 'granted':
      return true;
    case 'carried-out':
      return repair.deadlines.length > 0 || waitingCancellation(repair) !== undefined;
    case 'cancelled':
      return repair.cancellation?.restored === undefined;
    case 'preparing':
    case 'refused':
    case 'withdrawn':
      return false;
  }
}

/** Whether another application about the same record has to wait for this one. */
export function isPending(status: RepairStatus): boolean {
  return ['preparing', 'applied', 'completing', 'accepted', 'granted'].includes(status);
}

/** The proposal to cancel that waits for a second person. */
export function waitingCancellation({
  cancellation,
}: Pick<RepairCase, 'cancellation'>): Cancellation | undefined {
  return cancellation?.decided === undefined ? cancellation : undefined;
}
