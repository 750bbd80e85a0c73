import { ulid } from 'ulid';
import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { type ListingGround, listingGroundRow } from '../law/listingGrounds.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecideListing, listingCommit, textOf } from './command.ts';
import type { Charge, ListingCase, ListingSource } from './listingCase.ts';
import { originRow } from './listingRows.ts';
import type { ListingDeps } from './ports.ts';
import { deadlineOf } from './terms.ts';

const ATTEMPTS = 8;

export interface Proposal {
  readonly uscc: string;
  readonly source: ListingSource;
  /** Key of the form, or of the case that proposes: the same one proposes once, however often it is sent. */
  readonly origin: string;
  /** Absent in a proposal of the system that leaves open what for. */
  readonly charge?: Charge;
  /** The day from which the decision is counted, where there is one. */
  readonly decideFrom?: LocalDate;
}

export interface Proposed {
  readonly id: string;
  /** False when the same origin has proposed it before, or an open case is about the same ground. */
  readonly fresh: boolean;
}

/**
 * Proposes to list an agency: by a person, by CNIPA's list, by a case of another kind, or by time. Who is proposed for
 * what an open case is about already is not proposed again: that case is answered.
 *
 * Problems: `listing.role`, `listing.agency.unknown`, `listing.agency.closed`, `listing.ground.kind`,
 * `listing.penalty.missing`, `listing.text.*`, `listing.busy`.
 */
export async function proposeListing(
  deps: ListingDeps,
  proposal: Proposal,
  actor: Actor,
): Promise<Result<Proposed>> {
  if (!actor.roles.includes('supervisor') && !actor.roles.includes('system')) return problem('listing.role');
  const { uscc, origin } = proposal;
  const agency = (await deps.register.agency(uscc))?.value;
  if (agency === undefined) return problem('listing.agency.unknown', { uscc }, 'uscc');
  if (agency.status === 'closed') return problem('listing.agency.closed', { name: agency.name }, 'uscc');
  const charge = proposal.charge === undefined ? undefined : chargeOf(proposal.charge, agency);
  if (charge?.ok === false) return charge;
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const made = await deps.lists.madeFrom(origin);
    if (made !== undefined) return ok({ id: made, fresh: false });
    const same = await openFor(deps, uscc, proposal.charge?.ground);
    if (same !== undefined) return ok({ id: same, fresh: false });
    const at = `${deps.now().toISOString().slice(0, 19)}Z`;
    const act = actOf({ actor, at });
    const state: ListingCase = {
      id: ulid(deps.now().getTime()),
      uscc,
      agency: { name: agency.name, district: agency.district, kinds: agency.kinds },
      source: proposal.source,
      proposed: { ...act, on: shanghaiDate(at) },
      ...(charge === undefined ? {} : { charge: { ...charge.value, written: act } }),
      statements: [],
      refusals: [],
      told: 0,
      deadlines: deadlinesOf(proposal, calendar),
    };
    const commit = await listingCommit(
      deps,
      undefined,
      'propose',
      {
        to: 'proposed',
        state,
        ...(charge === undefined ? {} : { ground: charge.value.ground }),
        seal: { agency: uscc, origin },
        rows: [originRow(origin, state.id)],
      },
      { actor, at, calendar },
      key,
    );
    // Somebody proposed it for the same ground meanwhile: the next round answers that case.
    if (!commit.ok && commit.problems.some(({ code }) => code === 'listing.open')) continue;
    if (!commit.ok) return commit;
    if ((await deps.cases.commit(commit.value)).ok) return ok({ id: state.id, fresh: true });
  }
  return problem('listing.busy');
}

function deadlinesOf({ decideFrom }: Proposal, calendar: WorkingCalendar) {
  return decideFrom === undefined ? [] : [deadlineOf('decide', decideFrom, calendar)];
}

/** The open case of an agency that is about this ground. */
async function openFor(
  { lists }: Pick<ListingDeps, 'lists'>,
  uscc: string,
  ground: ListingGround | undefined,
): Promise<string | undefined> {
  if (ground === undefined) return undefined;
  const { open } = await lists.entries(uscc);
  return open.find((one) => one.ground === ground)?.id;
}

/**
 * Checks what an agency is to be listed for: the lists of patent agencies reach nobody else, and a ground that rests on
 * a penalty names its decision.
 */
function chargeOf(charge: Charge, agency: Pick<ListingCase['agency'], 'name' | 'kinds'>): Result<Charge> {
  const row = listingGroundRow(charge.ground);
  if (!agency.kinds.some((kind) => row.kinds.includes(kind)))
    return problem('listing.ground.kind', { name: agency.name }, 'ground');
  const facts = textOf(charge.facts, 'facts');
  if (!facts.ok) return facts;
  const { penalty: _penalty, restrictedUntil, ...rest } = charge;
  const penalty = charge.penalty?.trim() ?? '';
  const rests = row.basis === 'penalty' || row.basis === 'refusal';
  if (rests && penalty === '') return problem('listing.penalty.missing', undefined, 'penalty');
  return ok({
    ...rest,
    facts: facts.value,
    ...(rests ? { penalty } : {}),
    ...(row.list === 'serious' && restrictedUntil !== undefined ? { restrictedUntil } : {}),
  });
}

/**
 * Writes or rewrites what the agency is to be listed for, before anybody has been told of it. Problems: those of the
 * charge, and `listing.open` when another case is about this ground.
 */
export const completeListing: DecideListing<Charge> = (listing, input, moment) => {
  const charge = chargeOf(input, listing.agency);
  if (!charge.ok) return charge;
  return ok({
    to: moment.status,
    state: { ...listing, charge: { ...charge.value, written: actOf(moment) } },
    ground: input.ground,
  });
};
