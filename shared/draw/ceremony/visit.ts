import type { VisitOrigin } from './visitOrigin.ts';

/**
 * One drawn agency with its team: what the office works with after the draw. Written beside the case when
 * the draw has run; the published result knows only the pseudonyms.
 */
export interface Visit {
  readonly draw: string;
  /** Position in the published order: plan-cell order, then rank (DR-1 §1.11.7); from 1. */
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
  readonly seats: readonly {
    readonly seat: number;
    readonly tid: string;
    readonly inspectorId: string;
    readonly name: string;
  }[];
}

/** What connects a sealed row with the one it stands for; handed to that person, the agency and the auditors. */
export interface SealedRow {
  readonly tid: string;
  readonly id: string;
  /** Hex, 16 bytes. */
  readonly salt: string;
  readonly private: Readonly<Record<string, unknown>>;
}
