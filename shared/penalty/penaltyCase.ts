import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredDeadline as CaseDeadline } from '../calendar/storedDeadline.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { PublicationClass } from '../law/catalogueRow.ts';
import type { Fen } from '../money.ts';
import type { ServiceMethod } from '../notice/notice.ts';
import type { Charge, ChargedParty } from './charge.ts';
import type { DeadlineKind } from './deadlineKinds.ts';

export const penaltyStatuses = [
  /** 线索核查: whether a case is filed. */
  'lead',
  /** 调查取证. */
  'investigating',
  /** 法制审核, before the notice and again before the decision. */
  'reviewing',
  /** The prior notice (事先告知) is written and has to be served. */
  'noticing',
  /** The party may state its case, defend itself, or ask for a hearing. */
  'defending',
  'hearing',
  /** What was said is considered; heads discuss together where the law asks. */
  'considering',
  /** A second person decides. */
  'deciding',
  /** The decision has to be served. */
  'serving',
  /** It is served, and what follows from it is about to be done. */
  'effective',
  /** Payment, correction and publicity run. */
  'performing',
  'closed',
  'not-filed',
  /** 不予处罚, or no offence: with its reasons. */
  'dismissed',
  /** Handed to who may decide: the market regulator, the police, another office. */
  'transferred',
  /** 报送国家知识产权局: findings and proposal (专利代理管理办法 art. 50). */
  'proposed',
  /** The decision was annulled. */
  'annulled',
] as const;
export type PenaltyStatus = (typeof penaltyStatuses)[number];

/** Statuses in which nothing is left to do for the workflow. */
export const endStatuses: ReadonlySet<PenaltyStatus> = new Set([
  'closed',
  'not-filed',
  'dismissed',
  'transferred',
  'proposed',
  'annulled',
]);

/** Where the case comes from. */
export interface PenaltySource {
  readonly kind: 'inspection' | 'complaint' | 'transfer' | 'own';
  /** Number or id of what it comes from; for the office alone when that is a report. */
  readonly reference: string;
  /** Id of the case that is told how this one ends. */
  readonly caseId?: string;
}

export interface Party extends ChargedParty {
  readonly name: string;
  /** Of the agency, or of the agency that a person works for. */
  readonly uscc?: string;
  /** Of a practitioner. */
  readonly licenceNo?: string;
  readonly district?: string;
  /** 法定代表人 or 负责人 of an organisation. */
  readonly representative?: string;
}

/** An officer of the case: an inspector of the register with a valid certificate on the day. */
export interface Officer {
  readonly inspectorId: string;
  readonly name: string;
  readonly certificateNo: string;
}

/** Whether a case is filed (令2号 arts. 18–20): proposed by one person, decided by another. */
export interface FilingDecision {
  readonly outcome: 'filed' | 'not-filed' | 'transferred';
  /** Codes of `filingConditions`: all four, when it is filed. */
  readonly conditions: readonly string[];
  /** Code of `notFiledGrounds`, when it is not filed. */
  readonly ground?: string;
  /** To whom it is transferred. */
  readonly to?: string;
  readonly reason: string;
  readonly proposed: Act;
  readonly decided?: Act;
}

export interface Extension {
  readonly kind: DeadlineKind;
  readonly reason: string;
  readonly asked: Act;
  readonly decided?: Act & { readonly outcome: 'approved' | 'rejected' };
}

/** Days that do not count towards the decision (令2号 art. 64). */
export interface Suspension {
  /** Code of `clockStops`. */
  readonly reason: string;
  readonly note: string;
  readonly from: LocalDate;
  /** Absent while it lasts. */
  readonly to?: LocalDate;
  readonly begun: Act;
  readonly ended?: Act;
}

/** A step of the investigation as it is recorded: what was done, by which two officers, with which evidence. */
export interface Inquiry extends Act {
  readonly on: LocalDate;
  readonly text: string;
  readonly officers: readonly [string, string];
}

/** What is to become of the case. */
export const outcomes = ['penalty', 'no-penalty', 'transfer', 'proposal'] as const;
export type Outcome = (typeof outcomes)[number];

/** The draft of a decision: changed until it is decided, and reviewed each time. */
export interface Draft extends Act {
  readonly outcome: Outcome;
  readonly charges: readonly Charge[];
  /** Facts and evidence as the papers tell them. */
  readonly facts: string;
  readonly reason: string;
  /** Code of `notPunishingGrounds`, when nothing is imposed. */
  readonly ground?: string;
  /** To whom it goes, when it is transferred. */
  readonly to?: string;
  /** Codes of `mitigatingFactors` and `aggravatingFactors` that were weighed. */
  readonly factors: readonly string[];
  /** Set when the serious-breach list is decided together with the penalty (令44号 art. 13). */
  readonly listing?: { readonly ground: string; readonly reason: string };
}

/** `notice`: before the party is told. `decision`: before it is decided. */
export type ReviewStage = 'notice' | 'decision';

export interface Review extends Act {
  readonly stage: ReviewStage;
  readonly outcome: 'passed' | 'returned';
  readonly note: string;
}

/** How a paper reached the party: by one of the ways of service, or in the mail system it has signed for. */
export interface Service extends Act {
  readonly on: LocalDate;
  readonly method: ServiceMethod | 'electronic';
}

/** One prior notice: what it said of the charges, and when it was served. */
export interface PriorNotice {
  readonly no: number;
  readonly charges: readonly Charge[];
  readonly hearing: boolean;
  readonly listing?: Draft['listing'];
  readonly issued: Act;
  readonly served?: Service;
  /** Set when new facts were found after it: it counts no more. */
  readonly superseded?: Act;
}

/** What the party says; a hearing is asked for in the same way. */
export interface Statement extends Act {
  readonly kind: 'statement' | 'hearing' | 'waiver';
  readonly text: string;
  /** Day on which it reached the office. */
  readonly on: LocalDate;
  /** Ids of its files. */
  readonly files: readonly string[];
}

export interface Hearing {
  readonly asked: Act & { readonly on: LocalDate };
  readonly chair?: Act & { readonly userId: string; readonly chair: string };
  /** `no` counts how often it was fixed: each has a notice of its own. */
  readonly fixed?: Act & {
    readonly no: number;
    readonly on: LocalDate;
    readonly place: string;
    readonly public: boolean;
  };
  readonly noticeServed?: Service;
  readonly held?: Act & { readonly on: LocalDate; readonly attended: boolean };
  readonly report?: Act & { readonly text: string };
  readonly withdrawn?: Act & { readonly reason: string };
}

/** What the office makes of what was said (行政处罚法 arts. 45, 57). */
export interface Consideration extends Act {
  readonly adopted: 'all' | 'part' | 'none' | 'nothing-said';
  readonly text: string;
  /** The discussion of the heads, where the law asks for one. */
  readonly group?: { readonly on: LocalDate; readonly members: readonly string[]; readonly text: string };
}

/** The decision itself. */
export interface Decision {
  readonly outcome: Outcome;
  /** 文号, with its serial; absent for what is no decision on the party. */
  readonly number?: string;
  readonly serial?: number;
  readonly on: LocalDate;
  readonly decided: Act;
  readonly fine: Fen;
  readonly confiscated: Fen;
  readonly served?: Service;
}

export interface Payment extends Act {
  readonly on: LocalDate;
  readonly amount: Fen;
  /** Receipt of the bank. */
  readonly receipt: string;
}

/** What is published of the decision, where, and until when. */
export interface PenaltyPublicity {
  readonly class: PublicationClass;
  readonly gsxt: boolean;
  /** Day of publication on our own site; the deciding document has its own date. */
  readonly on: LocalDate;
  /** First day on which it can end on application; absent where the law gives no early end. */
  readonly earliest?: LocalDate;
  /** Last day. */
  readonly until: LocalDate;
  readonly ended?: { readonly on: LocalDate; readonly reason: 'expired' | 'repaired' | 'annulled' };
  /** Day on which a repair was cancelled for fraud: the term runs anew from it, without any early end. */
  readonly restarted?: LocalDate;
}

/** Why a decision no longer stands: proposed by one person, decided by another. */
export interface Annulment {
  /** Code of `annulmentReasons`. */
  readonly ground: string;
  /** Number of the deciding paper. */
  readonly reference: string;
  readonly reason: string;
  readonly on: LocalDate;
  readonly proposed: Act;
  readonly decided?: Act;
}

export type StoredDeadline = CaseDeadline<DeadlineKind>;

/** One penalty case against one party. */
export interface PenaltyCase {
  /** ULID; the case id is `PN#<id>`. */
  readonly id: string;
  /** 案号, given when it is taken in hand. */
  readonly number?: string;
  readonly source: PenaltySource;
  readonly received: { readonly at: string; readonly on: LocalDate };
  readonly party: Party;
  /** What is suspected, in the words of the lead, and the entries of the catalogue that it may be. */
  readonly suspicion: {
    readonly text: string;
    readonly entries: readonly string[];
    readonly actOn?: LocalDate;
  };
  readonly handler?: { readonly userId: string; readonly name: string; readonly since: string };
  readonly officers: readonly Officer[];
  readonly filing?: FilingDecision;
  readonly inquiries: readonly Inquiry[];
  readonly evidence: readonly Evidence[];
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly Extension[];
  readonly draft?: Draft;
  readonly reviews: readonly Review[];
  readonly notices: readonly PriorNotice[];
  readonly statements: readonly Statement[];
  readonly hearing?: Hearing;
  readonly consideration?: Consideration;
  readonly decision?: Decision;
  readonly payments: readonly Payment[];
  /** When what was ordered was found put right. */
  readonly corrected?: Act & { readonly on: LocalDate };
  /** Steps of enforcement: the reminder (催告) and the application to the court. */
  readonly enforcement: readonly (Act & { readonly step: 'reminder' | 'court'; readonly on: LocalDate })[];
  readonly publicity?: PenaltyPublicity;
  readonly annulment?: Annulment;
  readonly notes: readonly (Act & { readonly text: string })[];
  readonly deadlines: readonly StoredDeadline[];
  /** How often the credit system was told of this case, by channel: the version of the next entry. */
  readonly told: { readonly portal: number; readonly gsxt: number };
  readonly ended?: LocalDate;
}

export function isOpen(status: string): boolean {
  return !endStatuses.has(status as PenaltyStatus);
}

export function openSuspension({ suspensions }: Pick<PenaltyCase, 'suspensions'>): Suspension | undefined {
  return suspensions.find(({ to }) => to === undefined);
}

/** The notice that counts: the last one, unless new facts were found after it. */
export function currentNotice({ notices }: Pick<PenaltyCase, 'notices'>): PriorNotice | undefined {
  const last = notices.at(-1);
  return last?.superseded === undefined ? last : undefined;
}

/** Which review is due: until a notice was served on these charges, the one before the notice. */
export function reviewStage(penalty: Pick<PenaltyCase, 'notices' | 'draft'>): ReviewStage {
  if (penalty.draft?.outcome !== 'penalty') return 'decision';
  return currentNotice(penalty)?.served === undefined ? 'notice' : 'decision';
}

/** What was paid so far. */
export function paid({ payments }: Pick<PenaltyCase, 'payments'>): Fen {
  return payments.reduce((sum, { amount }) => sum + amount, 0);
}
