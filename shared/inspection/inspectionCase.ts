import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredDeadline as CaseDeadline } from '../calendar/storedDeadline.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { ReasonOf } from '../draw/ceremony/dropOutReasons.ts';
import type { VisitOrigin } from '../draw/ceremony/visitOrigin.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { PublicityResult } from '../law/inspectionVocabulary.ts';
import type { WithdrawalReason } from '../publicity/withdrawal.ts';
import type { DrawKind } from '../register/agency.ts';
import type { DeadlineKind } from './deadlineKinds.ts';

export const inspectionStatuses = [
  'staffing',
  'notified',
  'joining',
  'visited',
  'returned',
  'reviewed',
  'rectifying',
  'rechecking',
  'closed',
  'merged',
  'cancelled',
] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

/** Statuses in which nothing more happens to the visit itself; publicity and corrections go on. */
export const endStatuses: ReadonlySet<InspectionStatus> = new Set(['closed', 'merged', 'cancelled']);

/** One member of the team, by lot. The first seat is the leader's. */
export interface TeamSeat {
  /** The draw that dealt the seat; in a joint visit there are several. */
  readonly draw: string;
  readonly seat: number;
  readonly tid: string;
  /** `''` while nobody could be drawn for the seat. */
  readonly inspectorId: string;
  readonly name: string;
}

/**
 * What one draw asks of the visit. Usually one; a joint visit has those of the inspections merged into it
 * (北京市优化营商环境条例 art. 70: same agency, same time, one visit).
 */
export interface Part {
  readonly inspection: string;
  readonly draw: string;
  readonly origin: VisitOrigin;
  /** Items that apply to the agency, each `code@version`. */
  readonly items: readonly string[];
  /** Names of the items as they stood when the visit was opened; cases of an earlier version have none. */
  readonly names?: Readonly<Record<string, string>>;
  /** The checklist as it was sealed with the draw. */
  readonly checklist: { readonly file: string; readonly digest: string };
}

/** A file of the case. One that was taken out stays with who took it out. */
export type CaseEvidence = Evidence & { readonly removed?: Act };

/** A seat that somebody has to give up: recusal (回避, 行政处罚法 art. 43) or absence. */
export interface StaffingRequest {
  readonly id: string;
  readonly inspectorId: string;
  readonly name: string;
  readonly reason: ReasonOf<'inspector'>;
  readonly requested: Act;
  /** Confirmed or refused by a second person. */
  readonly decided?: Act & { readonly outcome: 'confirmed' | 'refused' };
  /** Number of the draw's event, once the replacement has been drawn. */
  readonly event?: number;
}

/** An agency applies that a member of the team steps back; the head decides, the work goes on meanwhile. */
export interface RecusalApplication {
  readonly id: string;
  readonly inspectorId: string;
  readonly name: string;
  /** Confidential: for the office only. */
  readonly text: string;
  readonly at: string;
  readonly decided?: Act & { readonly outcome: 'granted' | 'rejected'; readonly reason: string };
}

export interface Arrival extends Act {
  readonly how: 'scanned' | 'typed';
}

/** An answer as it stands now; every earlier one is kept in a row of its own. */
export interface Answer {
  /** Made on the device that answered: the same answer sent twice is one. */
  readonly id: string;
  readonly value: string;
  readonly note: string;
  readonly by: string;
  readonly name: string;
  /** When it was given, by the device's clock, never later than it arrived. */
  readonly at: string;
  /** Digest of the answer that this one took the place of: none of the earlier ones can be lost unseen. */
  readonly before?: string;
}

/** Why an agency is taken as unreachable (企业公示信息抽查办法 art. 14, by analogy). */
export const unreachableGrounds = ['absent-proof', 'no-such-address', 'two-letters'] as const;
export type UnreachableGround = (typeof unreachableGrounds)[number];

/** A special letter to the registered premises; two unsigned ones, 15 to 30 days apart, show that nobody is there. */
export interface Letter {
  readonly no: number;
  readonly sentOn: LocalDate;
  /** Number of the postal receipt. */
  readonly tracking: string;
  readonly outcome: 'under-way' | 'unsigned' | 'signed';
  readonly outcomeOn?: LocalDate;
  readonly entered: Act;
}

export interface ItemResult {
  readonly results: readonly PublicityResult[];
  /** Which of the four grounds of 不予配合情节严重 (企业公示信息抽查办法 art. 11, by analogy). */
  readonly obstruction?: string;
  readonly unreachable?: UnreachableGround;
  readonly note: string;
}

/** The agency's signature under the record, or why there is none (企业公示信息抽查办法 art. 9). */
export type AgencySignature = {
  readonly at: string;
  readonly by: string;
} & (
  | {
      readonly type: 'signed';
      readonly signer: string;
      readonly capacity: string;
      /** The drawn signature or the photograph of the signed paper. */
      readonly evidence: string;
      /** Digest of what was signed: a record that changes afterwards has to be signed anew. */
      readonly record: string;
    }
  | { readonly type: 'none'; readonly reason: NoSignature; readonly witness: string }
);

export const noSignatureReasons = ['refused', 'absent', 'not-onsite', 'unreachable'] as const;
export type NoSignature = (typeof noSignatureReasons)[number];

/** An inspector's signature: binds the record as it was then, by its digest. */
export interface RecordSignature extends Act {
  readonly inspectorId: string;
  readonly record: string;
}

export interface Review extends Act {
  readonly outcome: 'returned' | 'approved';
  readonly reason: string;
}

export interface RectificationRound {
  readonly ordered: Act;
  readonly text: string;
  readonly days: number;
  readonly due: LocalDate;
  readonly answer?: { readonly at: string; readonly text: string; readonly evidence: readonly string[] };
  readonly recheck?: Act & {
    readonly outcome: RecheckOutcome;
    readonly note: string;
    /** A second member of the original team. */
    readonly confirmed?: Act;
  };
}

export const recheckOutcomes = ['rectified', 'insufficient', 'not-rectified'] as const;
export type RecheckOutcome = (typeof recheckOutcomes)[number];

/** What the case is handed over for; the procedures that take it read this row, whoever they are. */
export interface HandOver extends Act {
  readonly to: 'penalty' | 'listing';
  readonly findings: readonly { readonly item: string; readonly results: readonly PublicityResult[] }[];
  readonly reason: string;
}

/** What is published of the case, and when it comes down. */
export interface Publicity {
  readonly version: number;
  readonly on: LocalDate;
  readonly at: string;
  /** By item: what was found, as the public reads it. */
  readonly results: Readonly<Record<string, readonly PublicityResult[]>>;
  /** Last day of a negative result without a penalty or with a minor one; absent: no end, or not known yet. */
  readonly until?: LocalDate;
  /** Set when it was taken down. */
  readonly withdrawn?: { readonly on: LocalDate; readonly reason: WithdrawalReason };
  /** Versions that were replaced or taken down: number, day and reason, nothing else. */
  readonly tombstones: readonly {
    readonly version: number;
    readonly on: LocalDate;
    readonly reason: WithdrawalReason;
  }[];
}

/** Somebody says that a published result is wrong; it is corrected or withdrawn within three working days. */
export interface Correction {
  readonly raised: Act;
  readonly text: string;
  readonly proposed?: Act & {
    readonly reason: string;
    /** Absent: the result is withdrawn and nothing stands in its place. */
    readonly results?: Readonly<Record<string, ItemResult>>;
  };
  readonly settled?: Act & {
    readonly outcome: 'corrected' | 'withdrawn' | 'kept';
    /** Why the result stays, as the agency is told; only of a result that was kept. */
    readonly reason?: string;
    /** What stood before it was corrected. */
    readonly replaced?: Readonly<Record<string, ItemResult>>;
  };
}

export type StoredDeadline = CaseDeadline<DeadlineKind>;

/** How the case ended. */
export const inspectionOutcomes = ['no-problem', 'noted', 'rectified', 'handed-over'] as const;
export type InspectionOutcome = (typeof inspectionOutcomes)[number];

export const cancelGrounds = ['agency-gone', 'no-team', 'duplicate'] as const;
export type CancelGround = (typeof cancelGrounds)[number];

/** The state of one inspection: one agency, one team, one visit. */
export interface InspectionCase {
  /** `<draw>-<no>`. */
  readonly number: string;
  readonly draw: string;
  /** Position in the published order of its draw, from 1. */
  readonly visit: number;
  readonly origin: VisitOrigin;
  readonly agency: {
    readonly uscc: string;
    readonly name: string;
    /** Pseudonym in the draw's pool. */
    readonly tid: string;
    readonly district: string;
    readonly kind: DrawKind;
  };
  readonly opened: string;
  /** First and last day of the visits by the plan. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** False when an unannounced on-site item silences the whole visit. */
  readonly announced: boolean;
  readonly parts: readonly Part[];
  /** The inspection that this one is merged into. */
  readonly lead?: string;
  readonly team: readonly TeamSeat[];
  /** Events of the draw that this case's team has taken over, as `<draw>/<event>`. */
  readonly events: readonly string[];
  readonly staffing: readonly StaffingRequest[];
  readonly recusals: readonly RecusalApplication[];
  readonly arrivals: readonly Arrival[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly evidence: readonly CaseEvidence[];
  readonly letters: readonly Letter[];
  readonly results: Readonly<Record<string, ItemResult>>;
  /** What the agency says to it. */
  readonly statement: string;
  readonly agencySignature?: AgencySignature;
  readonly signatures: readonly RecordSignature[];
  /** The last day of the inspection: the period of publicity counts from here. */
  readonly ended?: LocalDate;
  readonly submitted?: Act;
  readonly reviews: readonly Review[];
  readonly rectification: readonly RectificationRound[];
  readonly handOver?: HandOver;
  /** What came of a penalty procedure; decides how long a negative result stays published. */
  readonly penalty?: Act & { readonly outcome: PenaltyOutcome };
  readonly publicity?: Publicity;
  readonly corrections: readonly Correction[];
  readonly cancelRequest?: Act & { readonly ground: CancelGround; readonly reason: string };
  readonly cancelled?: { readonly request: Act & { readonly ground: CancelGround }; readonly confirmed: Act };
  readonly deadlines: readonly StoredDeadline[];
  readonly outcome?: InspectionOutcome;
  readonly closed?: string;
}

export const penaltyOutcomes = ['none', 'minor', 'other'] as const;
export type PenaltyOutcome = (typeof penaltyOutcomes)[number];

/** `BJIPO-2026-0001-007`. */
export function inspectionNumber(draw: string, visit: number): string {
  return `${draw}-${String(visit).padStart(3, '0')}`;
}

/** The members who are there; a seat without anybody is none. */
export function members(inspection: Pick<InspectionCase, 'team'>): readonly TeamSeat[] {
  return inspection.team.filter(({ inspectorId }) => inspectorId !== '');
}

export function isMember(inspection: Pick<InspectionCase, 'team'>, inspectorId: string | undefined): boolean {
  return inspectorId !== undefined && members(inspection).some((seat) => seat.inspectorId === inspectorId);
}

/** Every item of the visit, those of a joint visit once. */
export function itemsOfCase(inspection: Pick<InspectionCase, 'parts'>): readonly string[] {
  return [...new Set(inspection.parts.flatMap(({ items }) => items))];
}

/** The round that runs, if rectification was ordered. */
export function currentRound(inspection: Pick<InspectionCase, 'rectification'>) {
  return inspection.rectification.at(-1);
}
