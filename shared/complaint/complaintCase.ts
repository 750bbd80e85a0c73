import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredDeadline as CaseDeadline } from '../calendar/storedDeadline.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { Evidence, EvidenceFacts } from '../evidence/evidence.ts';
import type {
  MediationEnd,
  NotFiledGround,
  RefusalGround,
  SuspensionReason,
  TransferKind,
} from '../law/intakeGrounds.ts';
import type { DeadlineKind } from './deadlineKinds.ts';
import type { CaseKind, Channel, FiledMatter, Standing } from './filing.ts';

export const complaintStatuses = [
  'received',
  'mediating',
  'verifying',
  'decided',
  'telling',
  'closed',
  'refused',
  'withdrawn',
  'transferred',
  'attached',
] as const;
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** Statuses in which the office owes nothing more. A transferred case comes back when it is returned. */
export const endStatuses: ReadonlySet<ComplaintStatus> = new Set([
  'closed',
  'refused',
  'withdrawn',
  'transferred',
  'attached',
]);

/** What the office may know of the person without the vault. */
export interface FilerFacts {
  readonly anonymous: boolean;
  readonly standing: Standing;
  /** Language in which the person filed, and is written to. */
  readonly lang: 'zh' | 'en';
  /** Whether the vault holds a mail address, and whether the person has shown that it is theirs. */
  readonly mail: 'none' | 'unconfirmed' | 'confirmed';
  readonly proxy: boolean;
  /** Set when the identity was erased under a dated rule. */
  readonly erased?: LocalDate;
}

/** A file as it was sent: it lies in the quarantine under `evidenceUploadKey(uploadedFor, id)`. */
export type SentFile = EvidenceFacts & {
  /** ULID of the upload. */
  readonly id: string;
  readonly at: string;
  /** The id for which it was uploaded: for both cases of a filing that of its complaint, whichever is made. */
  readonly uploadedFor: string;
};

/** Why a file of a filing could not be kept: it was gone from the quarantine, or was not the file that was sent. */
export const fileLosses = ['gone', 'changed'] as const;
export type FileLoss = (typeof fileLosses)[number];

/** A file that came with the case. `checked` once it lies outside the quarantine; `lost` when it never will. */
export type CaseFile = Evidence & {
  readonly uploadedFor: string;
  readonly checked: boolean;
  readonly lost?: FileLoss;
  /** The case for which it was kept already, when this one was split from it: it is taken from there. */
  readonly keptFor?: string;
  /** Set when it was erased, with the version of the rule. Its name is gone too: it may be a person's. */
  readonly erased?: { readonly on: LocalDate; readonly rule: string };
};

export interface Suspension {
  readonly reason: SuspensionReason;
  readonly note: string;
  readonly from: LocalDate;
  /** Absent while it lasts. */
  readonly to?: LocalDate;
  readonly begun: Act;
  readonly ended?: Act;
}

/** A longer period, asked for by one person and approved by another; only what the law lets extend. */
export interface Extension {
  readonly kind: DeadlineKind;
  readonly reason: string;
  readonly asked: Act;
  readonly decided?: Act & { readonly outcome: 'approved' | 'rejected' };
}

/** What the office asked the person for, and until when. */
export interface MaterialRequest {
  readonly no: number;
  readonly what: 'identity' | 'documents';
  readonly text: string;
  readonly until: LocalDate;
  readonly asked: Act;
  readonly answered?: { readonly at: string; readonly by: 'filer' | 'office' };
}

export interface Transfer extends Act {
  readonly kind: TransferKind;
  readonly to: string;
  readonly reason: string;
  /** A suspected crime is handed over by two people. */
  readonly confirmed?: Act;
  readonly returned?: Act & { readonly reason: string };
}

/** `superior`: put to the common superior, who says which office it is. */
export const disputeOutcomes = ['ours', 'theirs', 'superior'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** A dispute with another office about which of the two is competent (令121号 art. 33). */
export interface Dispute extends Act {
  readonly with: string;
  readonly reason: string;
  readonly settled?: Act & { readonly outcome: DisputeOutcome };
}

/** One sitting of a mediation, or why there was none. */
export interface Sitting extends Act {
  readonly on: LocalDate;
  readonly consent: 'both' | 'filer' | 'agency' | 'none';
  readonly text: string;
}

export interface ReportDecision {
  readonly outcome: 'filed' | 'not-filed';
  readonly ground?: NotFiledGround;
  readonly reason: string;
  /** Whether the agency is to be inspected outside the lottery. */
  readonly inspect: boolean;
  readonly proposed: Act;
  readonly decided?: Act;
}

/** How and when the parties were told. */
export interface Telling extends Act {
  readonly to: 'filer' | 'agency' | 'both';
  readonly how: 'mail' | 'post' | 'counter' | 'phone' | 'status-page';
}

export interface LinkedCase {
  /** Id without its prefix. */
  readonly id: string;
  /** `sibling`: the other half of a mixed filing. `repeat`: the same facts filed again. `breach`: found in mediation. */
  readonly as: 'sibling' | 'repeat' | 'first' | 'breach' | 'mediation';
}

export type StoredDeadline = CaseDeadline<DeadlineKind>;

/** Who asked to see the identity, why, who agreed, and when it was looked at. The identity itself is in the vault. */
export interface Reveal {
  readonly no: number;
  readonly reason: string;
  readonly asked: Act;
  readonly decided?: Act & { readonly outcome: 'granted' | 'refused' };
  readonly seen: readonly Act[];
}

/** Keeps identity and files of a case and of those linked to it beyond their period, e.g. for a lawsuit. */
export interface Hold {
  readonly reason: string;
  readonly placed: Act;
  /** Absent while it lasts. */
  readonly lifted?: Act;
}

export type ErasedPart = 'identity' | 'files';

/** An erasure under a dated rule: proposed by one person, decided by another, then carried out part by part. */
export interface Erasure {
  /** What is to be erased, each under the version of its rule. */
  readonly parts: readonly { readonly what: ErasedPart; readonly rule: string }[];
  readonly proposed: Act;
  readonly decided?: Act & { readonly outcome: 'confirmed' | 'rejected' };
  /** The parts that are gone, in the order in which they went. */
  readonly done: readonly (Act & { readonly what: ErasedPart })[];
}

/** One complaint (投诉) or one report (举报). No field holds who filed it. */
export interface ComplaintCase {
  /** ULID; the case id is `CP#<id>`. */
  readonly id: string;
  readonly kind: CaseKind;
  /** Official number, given when somebody of the office takes the case in hand. */
  readonly number?: string;
  readonly channel: Channel;
  /** Who of the office entered it for the person; absent when the person filed it. */
  readonly enteredBy?: Act;
  readonly received: { readonly at: string; readonly on: LocalDate };
  /**
   * The day from which the clock of its receipt runs: of a report that of the last repeat with new facts. The rule book
   * stays that of `received`.
   */
  readonly countedFrom: LocalDate;
  readonly filer: FilerFacts;
  readonly matter: FiledMatter;
  /** Digest under which repeats of the same matter are found; says nothing by itself. */
  readonly sameness: string;
  readonly urgent?: LocalDate;
  readonly files: readonly CaseFile[];
  readonly links: readonly LinkedCase[];
  readonly handler?: { readonly userId: string; readonly name: string; readonly since: string };
  readonly accepted?: Act & { readonly on: LocalDate };
  readonly refusal?: Act & { readonly ground: RefusalGround; readonly reason: string };
  readonly sittings: readonly Sitting[];
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly Extension[];
  readonly requests: readonly MaterialRequest[];
  readonly mediationEnd?: Act & {
    readonly on: LocalDate;
    readonly ground: MediationEnd;
    readonly reason: string;
  };
  readonly decision?: ReportDecision;
  readonly transfers: readonly Transfer[];
  readonly disputes?: readonly Dispute[];
  readonly tellings: readonly Telling[];
  readonly reveals: readonly Reveal[];
  readonly holds?: readonly Hold[];
  readonly erasures?: readonly Erasure[];
  readonly notes: readonly (Act & { readonly text: string })[];
  /** How many messages there are; they stand in rows of their own. */
  readonly messages: {
    readonly count: number;
    readonly unreadByOffice: number;
    readonly unreadByFiler: number;
  };
  readonly deadlines: readonly StoredDeadline[];
  /** The day of its end, from which retention counts. */
  readonly ended?: LocalDate;
}

/** Whether the office still owes something in this status. */
export function isOpen(status: string): boolean {
  return !endStatuses.has(status as ComplaintStatus);
}

/** Whether everybody has been told who has to be: of a mediation both sides, of a report its reporter alone. */
export function allTold({ kind, tellings }: Pick<ComplaintCase, 'kind' | 'tellings'>): boolean {
  const told = (whom: 'filer' | 'agency') => tellings.some(({ to }) => to === whom || to === 'both');
  return told('filer') && (kind === 'report' || told('agency'));
}

export function openDispute({ disputes }: Pick<ComplaintCase, 'disputes'>): Dispute | undefined {
  return disputes?.find(({ settled }) => settled === undefined);
}

export function openSuspension({ suspensions }: Pick<ComplaintCase, 'suspensions'>): Suspension | undefined {
  return suspensions.find(({ to }) => to === undefined);
}
