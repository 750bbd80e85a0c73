import { shanghaiDate } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { PublicityResult } from '../law/inspectionVocabulary.ts';
import { type ListingGround, listingGrounds } from '../law/listingGrounds.ts';
import { type InspectionLead, type Lead, leadOrigin, type PenaltyLead } from '../lead/lead.ts';
import { ok, type Result } from '../problem.ts';
import { giveListing, MOST_TEXT } from './command.ts';
import { dropListing } from './deciding.ts';
import { endListing } from './ending.ts';
import type { Charge, ListingCase, ListingSource } from './listingCase.ts';
import { listingCaseId } from './listingRows.ts';
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

/**
 * The decision that it rests on was annulled: an entry that stands falls with it (令44号 art. 19), and what is only proposed
 * is dropped. That is what the decision led to by itself, and what people rested on it besides.
 */
async function withoutBasis(deps: ListingDeps, lead: PenaltyLead): Promise<Result<Proposed | undefined>> {
  const made = await deps.lists.madeFrom(originOfLead(lead));
  const { open } = await deps.lists.entries(lead.uscc);
  const others = open.map(({ id }) => id).filter((id) => id !== made);
  const loaded = await Promise.all(others.map((id) => deps.cases.load<ListingCase>(listingCaseId(id))));
  const resting = loaded.flatMap((one) => (one?.state.charge?.penalty === lead.number ? [one.state.id] : []));
  for (const id of [...(made === undefined ? [] : [made]), ...resting]) {
    const fallen = await fall(deps, id, lead);
    if (!fallen.ok) return fallen;
  }
  const id = made ?? resting[0];
  return ok(id === undefined ? undefined : { id, fresh: false });
}

const isElsewhere = (given: Result<unknown>) =>
  !given.ok && given.problems.some(({ code }) => code === 'listing.status');

/** Drops the proposal; one that was decided meanwhile is ended, and one that has ended stays as it is. */
async function fall(deps: ListingDeps, id: string, lead: PenaltyLead): Promise<Result<unknown>> {
  const dropped = await giveListing(deps, id, 'drop', dropListing(deps), { penalty: lead.number }, SYSTEM);
  if (!isElsewhere(dropped)) return dropped;
  const ended = await endListing(deps, id, { reason: 'annulled', on: shanghaiDate(lead.at) }, SYSTEM);
  return isElsewhere(ended) ? ok(undefined) : ended;
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
