import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredDeadline as CaseDeadline } from '../calendar/storedDeadline.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { type ListingGround, type ListKind, listingGroundRow } from '../law/listingGrounds.ts';
import type { AgencyKind } from '../register/vocabulary.ts';
import type { DeadlineKind } from './deadlineKinds.ts';

export const listingStatuses = [
  'proposed',
  'notified',
  'listed',
  'removal-proposed',
  'removed',
  'rejected',
  'annulled',
] as const;
export type ListingStatus = (typeof listingStatuses)[number];

/** Statuses in which nothing is to come any more. */
export const endStatuses: ReadonlySet<ListingStatus> = new Set(['removed', 'rejected', 'annulled']);

/** Statuses in which the agency is on the list. */
export const standingStatuses: ReadonlySet<ListingStatus> = new Set(['listed', 'removal-proposed']);

/** What proposed the entry. */
export type ListingSource =
  | { readonly type: 'person' }
  /** CNIPA's list of missing annual reports: for the report of this year, listed by its system on this day. */
  | { readonly type: 'mirror'; readonly year: number; readonly on: LocalDate }
  | { readonly type: 'inspection'; readonly inspection: string }
  | { readonly type: 'complaint'; readonly complaint: string }
  | { readonly type: 'penalty'; readonly penalty: string; readonly number: string }
  /** An entry of the abnormal list that was not cured for three years. */
  | { readonly type: 'listing'; readonly listing: string };

/** What the agency is to be listed for. */
export interface Charge {
  readonly ground: ListingGround;
  readonly facts: string;
  /** Number of the penalty decision, where the ground rests on one. */
  readonly penalty?: string;
  /** Last day of a restriction of business that the penalty imposes: it governs when it is longer than the terms. */
  readonly restrictedUntil?: LocalDate;
}

/** Why an entry ends. */
export const endReasons = ['cured', 'repaired', 'expired', 'annulled'] as const;
export type EndReason = (typeof endReasons)[number];

/** Ways in which a prior notice reaches the agency. */
export type NoticeService = Act & { readonly on: LocalDate };

export type StoredDeadline = CaseDeadline<DeadlineKind>;

/** What became of the inspection on site that the law orders for a listed agency. */
export const visitOutcomes = ['ordered', 'visited', 'under-way', 'not-possible'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** How a proposal was decided. */
export type ListingDecided = Act & {
  readonly on: LocalDate;
  readonly outcome: 'listed' | 'rejected';
  readonly reason: string;
  /** Number of the paper, and its serial. A rejection without prior notice has none. */
  readonly number?: string;
  readonly serial?: number;
  /** The ground in the version of the law that it was decided under; absent when the ground was never known. */
  readonly lawVersion?: string;
};

/** One entry, proposed or decided, of one agency on one of the two lists. */
export interface ListingCase {
  /** ULID; the case id is `NL#<id>`. */
  readonly id: string;
  readonly uscc: string;
  /** As the register had it on the day of the proposal. */
  readonly agency: {
    readonly name: string;
    readonly district: string;
    readonly kinds: readonly AgencyKind[];
  };
  readonly source: ListingSource;
  readonly proposed: Act & { readonly on: LocalDate };
  /** Absent while nobody has completed what the system proposed. */
  readonly charge?: Charge & { readonly written: Act };
  /** Prior notice of a serious-breach listing; the window for statements runs from its service. */
  readonly notice?: Act & { readonly served?: NoticeService };
  readonly statements: readonly (Act & { readonly on: LocalDate; readonly text: string })[];
  readonly decision?: ListingDecided;
  /** First day on the list: of the mirror the day of CNIPA's own entry. */
  readonly since?: LocalDate;
  readonly removal?: Act & { readonly curedOn: LocalDate; readonly reason: string };
  readonly refusals: readonly (Act & { readonly reason: string })[];
  readonly ended?: Act & {
    readonly on: LocalDate;
    readonly reason: EndReason;
    readonly number: string;
    readonly serial: number;
  };
  /** A repair of it was cancelled for fraud: it stands again from `since`, and began first on `first`. No early end any more. */
  readonly restarted?: Act & { readonly first: LocalDate };
  /** A late annual report was made good on this day, and whether within the time in which fewer points are deducted. */
  readonly madeGood?: { readonly on: LocalDate; readonly inTime: boolean };
  /** When the office was told that the three years are nearly over. */
  readonly pushedAt?: string;
  /** Id of the entry on the serious-breach list that was proposed because the three years were over. */
  readonly escalated?: string;
  readonly visit?: { readonly outcome: VisitOutcome; readonly at: string; readonly order?: string };
  /** How often the credit system was told of this entry. */
  readonly told: number;
  readonly deadlines: readonly StoredDeadline[];
}

export function isOpen(status: string): boolean {
  return !endStatuses.has(status as ListingStatus);
}

export function stands(status: string): boolean {
  return standingStatuses.has(status as ListingStatus);
}

/** The list of an entry; undefined while its ground is not known. */
export function listOf({ charge }: Pick<ListingCase, 'charge'>): ListKind | undefined {
  return charge === undefined ? undefined : listingGroundRow(charge.ground).list;
}
