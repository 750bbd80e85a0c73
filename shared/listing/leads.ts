import { shanghaiDate } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { PublicityResult } from '../law/inspectionVocabulary.ts';
import { type ListingGround, listingGrounds } from '../law/listingGrounds.ts';
import { type InspectionLead, type Lead, leadOrigin, type PenaltyLead } from '../lead/lead.ts';
import { ok, type Result } from '../problem.ts';
import { MOST_TEXT } from './command.ts';
import { endListing } from './ending.ts';
import type { Charge, ListingSource } from './listingCase.ts';
import type { ListingDeps } from './ports.ts';
import { type Proposed, proposeListing } from './proposing.ts';

/** What a published result of an inspection shows by itself; whatever else was found, a person says what it is. */
const groundOfResult: Readonly<Partial<Record<PublicityResult, ListingGround>>> = {
  unreachable: 'unreachable',
  false_publicity: 'false-data',
};

/** Problems for which nobody can be listed: the lead is taken, and there is nothing to propose. */
const nobody = new Set(['listing.agency.unknown', 'listing.agency.closed']);

/**
 * Takes up what another procedure hands to the lists: a proposal by the system, once for each case it comes from. It
 * decides nothing: a supervisor completes it where the ground is open, an approver decides.
 *
 * @returns the case; undefined when there is nobody to be listed (not in the register, or closed)
 * @throws when the lead is for another procedure
 */
export async function takeListingLead(deps: ListingDeps, lead: Lead): Promise<Result<Proposed | undefined>> {
  if (lead.to !== 'listing') throw new Error(`the lead of ${leadOrigin(lead)} is for ${lead.to}`);
  if (lead.uscc === undefined) return ok(undefined);
  if (lead.source === 'penalty' && lead.annulled === true) return withoutBasis(deps, lead);
  const charge = chargeOf(lead);
  const proposal = {
    uscc: lead.uscc,
    source: sourceOf(lead),
    origin: originOfLead(lead),
  };
  const proposed = await proposeListing(
    deps,
    charge === undefined ? proposal : { ...proposal, charge },
    SYSTEM,
  );
  // What the result seems to be cannot be charged to this agency: a person says what it is.
  const unfit = !proposed.ok && proposed.problems.some(({ code }) => code === 'listing.ground.kind');
  if (unfit) return proposeListing(deps, proposal, SYSTEM);
  if (!proposed.ok && proposed.problems.every(({ code }) => nobody.has(code))) return ok(undefined);
  return proposed;
}

/** The decision that it rests on was annulled: an entry that stands falls with it (令44号 art. 19). */
async function withoutBasis(deps: ListingDeps, lead: PenaltyLead): Promise<Result<Proposed | undefined>> {
  const id = await deps.lists.madeFrom(originOfLead(lead));
  if (id === undefined) return ok(undefined);
  const ended = await endListing(deps, id, { reason: 'annulled', on: shanghaiDate(lead.at) }, SYSTEM);
  // A proposal that was not decided yet can only be rejected from now on.
  const undecided = !ended.ok && ended.problems.some(({ code }) => code === 'listing.status');
  return ended.ok || undecided ? ok({ id, fresh: false }) : ended;
}

/** Under which origin a lead is proposed: what it made is found by it (`ListingLists.madeFrom`). */
export const originOfLead = (lead: Lead) => `lead/${lead.source}/${leadOrigin(lead)}`;

function sourceOf(lead: Lead): ListingSource {
  switch (lead.source) {
    case 'inspection':
      return { type: 'inspection', inspection: lead.inspection };
    case 'complaint':
      return { type: 'complaint', complaint: lead.complaint };
    case 'penalty':
      return { type: 'penalty', penalty: lead.penalty, number: lead.number };
  }
}

function chargeOf(lead: Lead): Charge | undefined {
  switch (lead.source) {
    case 'inspection':
      return ofInspection(lead);
    case 'penalty':
      return ofPenalty(lead);
    case 'complaint':
      return undefined;
  }
}

function ofInspection({ findings, reason, inspection }: InspectionLead): Charge | undefined {
  const grounds = new Set(
    findings.flatMap(({ results }) =>
      results.flatMap((code) => groundOfResult[code as PublicityResult] ?? []),
    ),
  );
  const [ground, ...others] = grounds;
  if (ground === undefined || others.length > 0) return undefined;
  return { ground, facts: `检查（${inspection}）发现：${reason}`.slice(0, MOST_TEXT) };
}

function ofPenalty({ ground, number }: PenaltyLead): Charge | undefined {
  const known = listingGrounds.find(({ rule }) => rule === ground);
  if (known === undefined) return undefined;
  return { ground: known.rule, facts: `行政处罚决定（${number}）。`, penalty: number };
}
