import type { RowPut } from '../case/caseStore.ts';

/** Which procedure takes a lead up: the penalty procedure, or the lists of patent agencies. */
export type LeadTo = 'penalty' | 'listing';

interface LeadBase {
  readonly to: LeadTo;
  /** User id of who decided on it, and when; `system` when nobody had to. */
  readonly by: string;
  readonly at: string;
  /** Absent when whoever it is about is in no register. */
  readonly uscc?: string;
}

/** A finding of an inspection that was handed over when its result was published, or after the re-check failed. */
export interface InspectionLead extends LeadBase {
  readonly source: 'inspection';
  /** Number of the inspection. */
  readonly inspection: string;
  readonly uscc: string;
  readonly findings: readonly { readonly item: string; readonly results: readonly string[] }[];
  readonly reason: string;
}

/** A report that was decided to be filed. It names the case, never who reported. */
export interface ComplaintLead extends LeadBase {
  readonly source: 'complaint';
  /** Id of the report without its prefix. */
  readonly complaint: string;
  readonly number?: string;
  /** Codes of `shared/law/conducts.ts`. */
  readonly conducts: readonly string[];
}

/** A penalty decision that puts somebody on the serious-breach list (专利代理管理办法 art. 38(2); 令44号 art. 13). */
export interface PenaltyLead extends LeadBase {
  readonly source: 'penalty';
  /** Id of the penalty case without its prefix, and the number of its decision. */
  readonly penalty: string;
  readonly number: string;
  readonly to: 'listing';
  readonly uscc: string;
  /** Code of `shared/law/listingGrounds.ts`. */
  readonly ground: string;
  /** Set when the decision was annulled: the listing falls with it (令44号 art. 19). */
  readonly annulled?: true;
}

/** What one procedure hands to another. It is written in the transaction that decides on it, so none is lost. */
export type Lead = InspectionLead | ComplaintLead | PenaltyLead;

/** Leads that wait to be taken up. */
export const LEAD_QUEUE = 'Q#LEAD';
export const LEAD_PREFIX = 'LEAD#';

/** The case that a lead comes from, as its number or id names it. */
export function leadOrigin(lead: Lead): string {
  switch (lead.source) {
    case 'inspection':
      return lead.inspection;
    case 'complaint':
      return lead.complaint;
    case 'penalty':
      return lead.penalty;
  }
}

export const leadKey = (lead: Lead) => ({
  pk: `${LEAD_PREFIX}${leadOrigin(lead)}#${lead.to}`,
  sk: 'META',
});

/** The outbox row of a lead: one for each case and procedure, whatever is decided again. */
export function leadRow(lead: Lead, at: string): RowPut {
  return { row: { ...leadKey(lead), lead, gqpk: LEAD_QUEUE, gqsk: at }, expect: 'any' };
}
