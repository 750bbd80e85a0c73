import type { LocalDate } from '../calendar/localDate.ts';
import type { ListKind } from '../law/listingGrounds.ts';
import type { Agency } from '../register/agency.ts';

/** An open case of an agency: proposed, or on the list since a day. */
export interface OpenEntry {
  readonly id: string;
  /** Absent while the ground is not known. */
  readonly ground?: string;
  readonly list?: ListKind;
  readonly since?: LocalDate;
}

/** All open cases of an agency, in one row that every change of them moves: two at once cannot miss each other. */
export interface AgencyEntries {
  /** 0 when there is no such row yet. */
  readonly rev: number;
  readonly open: readonly OpenEntry[];
}

/** The same entries with one replaced, or taken out when it has ended. */
export function withEntry(
  entries: readonly OpenEntry[],
  id: string,
  after: OpenEntry | undefined,
): readonly OpenEntry[] {
  return [...entries.filter((one) => one.id !== id), ...(after === undefined ? [] : [after])];
}

const rank: Readonly<Record<Agency['listing'], number>> = { none: 0, abnormal: 1, serious: 2 };

export type Shown = Pick<Agency, 'listing' | 'listedSince'>;

/**
 * What the register shows of these entries: the graver list, and of it the newest entry, because each entry orders an
 * inspection on site of its own.
 */
function shownOf(entries: readonly OpenEntry[]): Shown {
  let shown: Shown = { listing: 'none' };
  for (const { list, since } of entries) {
    if (list === undefined || since === undefined) continue;
    const graver = rank[list] - rank[shown.listing];
    if (graver > 0 || (graver === 0 && since > (shown.listedSince ?? ''))) {
      shown = { listing: list, listedSince: since };
    }
  }
  return shown;
}

/**
 * The agency's row after its entries have changed. What the register holds beyond our cases, entered by hand or
 * imported, is graver than any of them and stays.
 */
export function registerAfter(
  agency: Agency,
  before: readonly OpenEntry[],
  after: readonly OpenEntry[],
): Agency {
  const [was, is] = [shownOf(before), shownOf(after)];
  const foreign = rank[agency.listing] > rank[was.listing];
  if (foreign && rank[agency.listing] > rank[is.listing]) return agency;
  const { listedSince: _listedSince, ...rest } = agency;
  return { ...rest, ...is };
}
