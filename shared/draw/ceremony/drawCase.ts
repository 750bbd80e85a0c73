import type { MonthPlan } from '../../plan/monthPlan.ts';
import type { DropOut } from '../event.ts';
import type { Target } from './targets.ts';

export const drawStatuses = [
  'planned',
  'objection',
  'witnessing',
  'confirming',
  'confirmed',
  'revealing',
  'sourcing',
  'sealed',
  'drawn',
  'published',
  'voided',
] as const;
export type DrawStatus = (typeof drawStatuses)[number];

/**
 * A rehearsal (演练) goes the same way, has numbers of its own and is never published as a draw. A targeted draw
 * (定向) deals teams to agencies that were chosen outside the lottery: only its inspectors are drawn.
 */
export const drawKinds = {
  draw: { sequence: 'draw', mark: '', audit: 'draw' },
  rehearsal: { sequence: 'rehearsal', mark: 'R', audit: 'rehearsal' },
  targeted: { sequence: 'targeted', mark: 'T', audit: 'targeted-draw' },
} as const;
export type DrawKindOfCase = keyof typeof drawKinds;

const NUMBER = /^[A-Z]{2,10}-\d{4}-([A-Z]?)\d{4}$/;

/** The kind that the number of a draw shows by its mark; `undefined` for what is no such number. */
export function kindOfNumber(number: string): DrawKindOfCase | undefined {
  const mark = NUMBER.exec(number)?.[1];
  const kinds = Object.keys(drawKinds) as DrawKindOfCase[];
  return kinds.find((kind) => drawKinds[kind].mark === mark);
}

/** Who did something, and when. */
export interface Act {
  readonly by: string;
  readonly name: string;
  readonly at: string;
}

export interface FrozenPool {
  readonly n: number;
  readonly root: string;
  /** Object key of the rows, one canonical row per line. */
  readonly file: string;
  /** Commitment to the pool key of a blinded pool. */
  readonly k?: string;
}

export interface WitnessSeat {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** Hex of the commitment; the secret is unknown to the server until the reveal. */
  readonly c?: string;
  readonly committedAt?: string;
  /** Hex of the revealed secret: public from then on. */
  readonly r?: string;
  readonly revealedAt?: string;
  /** Set when the notary opened the sealed copy because the witness did not come. */
  readonly unsealedBy?: Act;
}

export interface SourceEntry extends Act {
  readonly value: string;
}

export interface RejectedEntry extends SourceEntry {
  readonly rejectedBy: Act;
}

export interface VoidRequest extends Act {
  readonly ground: VoidGround;
  readonly reason: string;
}

/** Why a draw may be voided; there is no other ground. */
export const voidGrounds = [
  'reveal-missing',
  'commitment-late',
  'register-wrong',
  'plan-wrong',
  'ceremony-disturbed',
] as const;
export type VoidGround = (typeof voidGrounds)[number];

/** A drop-out after the published draw, and who asked for it and confirmed it. */
export interface DrawEvent {
  /** As it stands in the log and the record. */
  readonly event: DropOut;
  /** Whom the pseudonym stands for: id of the inspector, or number of the visit. Never published. */
  readonly subject: string | number;
  /** The same request twice is one event. */
  readonly requestId: string;
  readonly requested: Act;
  readonly confirmed: Act;
  readonly at: string;
}

/** One record file: that of the draw, and one more after every event. */
export interface RecordVersion {
  readonly file: string;
  readonly sha256: string;
  readonly at: string;
  /** The result with the state after its events; absent in the record of the draw itself. */
  readonly after?: { readonly events: number; readonly resultFile: string; readonly resultDigest: string };
}

/**
 * The state of one draw. Every field is set by exactly one command and never changed after; only the events and the
 * records that they lead to grow.
 */
export interface DrawCase {
  readonly number: string;
  readonly kind: DrawKindOfCase;
  /** The month it is for: one draw per month, and as many rehearsals and targeted draws as wanted. */
  readonly task: string;
  readonly plan: MonthPlan;
  /** The agencies of a targeted draw, known to the office only; no other draw has them. */
  readonly targets?: readonly Target[];
  readonly opened: Act;
  /**
   * Number of the snapshot, higher with every freeze; a freeze after an accepted objection takes the registers
   * anew, and the number of one that was cut off is left out when the registers have changed since.
   */
  readonly snapshot: number;
  readonly frozen?: {
    readonly at: string;
    /** Number of the draw that the files and sealed rows were written for: an earlier one after a void. */
    readonly home: string;
    readonly planDigest: string;
    readonly planFile: string;
    readonly pools: Readonly<Record<'agency' | 'inspector' | 'relation', FrozenPool>>;
    readonly blinded: boolean;
    /**
     * The questions of the plan's items as they were asked at this moment, and the SHA-256 of the file: what is
     * recorded on a visit answers these. Absent in draws that were frozen before items had checklists.
     */
    readonly checklist?: { readonly file: string; readonly digest: string };
  };
  /** Instant from which the window may be ended, and its last day in Shanghai. */
  readonly window?: { readonly until: string; readonly lastDay: string; readonly provisional: boolean };
  readonly objections: number;
  readonly witnesses: readonly WitnessSeat[];
  readonly confirmed?: Act;
  readonly commit?: unknown;
  /** Digest C of the commitment. */
  readonly commitDigest?: string;
  readonly committedAt?: string;
  readonly source?: {
    readonly id: string;
    readonly form: string;
    readonly entered?: SourceEntry;
    /** Entries that the second person sent back, oldest first; public. */
    readonly rejected?: readonly RejectedEntry[];
    readonly confirmed?: Act;
  };
  readonly result?: {
    readonly digest: string;
    readonly file: string;
    readonly visits: number;
    readonly infeasible: boolean;
    readonly at: string;
    /** First number of the notices in their year's sequence. */
    readonly firstNotice: number;
    readonly notices: number;
  };
  /** The newest record. */
  readonly record?: RecordVersion;
  /** Records before the newest, oldest first: the one of the draw itself, then one per event. */
  readonly earlierRecords?: readonly RecordVersion[];
  /** Drop-outs, in the order of their numbers; the record of the last ones may still be on its way. */
  readonly events?: readonly DrawEvent[];
  readonly voidRequest?: VoidRequest;
  readonly voided?: { readonly request: VoidRequest; readonly confirmed: Act; readonly stage: DrawStatus };
  /** The draw that repeats this one after a void, and the one that this one repeats. */
  readonly repeats?: string;
  /** Length of the published log, digest and time of its last entry. */
  readonly log: { readonly n: number; readonly head: string; readonly time?: string };
}

/** All records of a draw, oldest first: entry e holds the events 1 to e. */
export function recordVersions({ earlierRecords = [], record }: DrawCase): readonly RecordVersion[] {
  return record === undefined ? [] : [...earlierRecords, record];
}

/** Object key of the result that holds now: as drawn, or after the events of the newest record. */
export function standingResultFile({ record, result }: DrawCase): string | undefined {
  return record?.after?.resultFile ?? result?.file;
}
