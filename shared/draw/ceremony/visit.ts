import type { VisitOrigin } from './visitOrigin.ts';

/**
 * One drawn agency with its team: what the office works with after the draw. Written beside the case when
 * the draw has run and rewritten with every event that touches it; the published result knows only the pseudonyms.
 */
export interface Visit {
  readonly draw: string;
  /**
   * Position in the published order: plan-cell order, then rank (DR-1 §1.11.7); from 1. Agencies that came in later
   * follow in the order of their events.
   */
  readonly no: number;
  readonly tid: string;
  readonly uscc: string;
  readonly agencyName: string;
  readonly district: string;
  readonly kind: string;
  readonly cell: string;
  /** Rank in its cell, from 0, and the ticket in hex. */
  readonly rank: number;
  readonly ticket: string;
  /** Only `drawn` counts as drawn; the others were dealt a team in the same way. */
  readonly origin: VisitOrigin;
  /** The team as it is now. */
  readonly seats: readonly VisitSeat[];
  /** The agency dropped out by this event: there is no visit, and all seats are empty. */
  readonly dropped?: { readonly e: number; readonly reason: string };
  /** The event by which this agency came in for one that dropped out. */
  readonly since?: number;
}

export interface Holder {
  readonly tid: string;
  readonly inspectorId: string;
  readonly name: string;
}

/** A seat; all three texts are `''` when nobody holds it: a person has to decide. */
export interface VisitSeat extends Holder {
  readonly seat: number;
  /** Who held it before, oldest first, and the event by which they gave it up. */
  readonly replaced?: readonly FormerHolder[];
}

export interface FormerHolder extends Holder {
  readonly e: number;
  readonly reason: string;
  readonly at: string;
}

/** Those who hold a seat now, the leader first where there is one. */
export function teamOf(visit: Visit): readonly VisitSeat[] {
  return visit.seats.filter(({ inspectorId }) => inspectorId !== '');
}

/** The visits as they were drawn, before any event: what the paper of the ceremony is about. */
export function visitsAsDrawn(visits: readonly Visit[]): readonly Visit[] {
  return visits
    .filter(({ since }) => since === undefined)
    .map(({ dropped: _dropped, seats, ...visit }) => ({
      ...visit,
      seats: seats.map(({ seat, replaced, ...now }) => {
        const { tid, inspectorId, name } = replaced?.[0] ?? now;
        return { seat, tid, inspectorId, name };
      }),
    }));
}

/** What connects a sealed row with the one it stands for; handed to that person, the agency and the auditors. */
export interface SealedRow {
  readonly tid: string;
  readonly id: string;
  /** Hex, 16 bytes. */
  readonly salt: string;
  readonly private: Readonly<Record<string, unknown>>;
}
