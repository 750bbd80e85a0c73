import { formatDateZh, shanghaiDate } from '../calendar/localDate.ts';
import { tellDates } from '../calendar/storedDeadline.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, type Result } from '../problem.ts';
import { type DecideListing, giveListing } from './command.ts';
import { deadlineKindRow } from './deadlineKinds.ts';
import { endListing } from './ending.ts';
import { type ListingStatus, stands } from './listingCase.ts';
import type { ListingDeps, ListingLists, StoredListing } from './ports.ts';
import { proposeListing } from './proposing.ts';
import { activeDeadlines, datesOf, deadlineOf, nextLook } from './terms.ts';
import { settleVisit, type VisitDeps } from './visiting.ts';

export interface LookDeps extends ListingDeps, VisitDeps {
  readonly lists: ListingDeps['lists'] & Pick<ListingLists, 'postpone'>;
}

/** Tells the dates, and that the three years of an entry of the abnormal list are nearly over, each once. */
const look: DecideListing<undefined> = (listing, _input, { at, status, calendar }) => {
  const { deadlines, papers } = tellDates({
    deadlines: listing.deadlines,
    active: activeDeadlines(listing, status),
    recount: (stored) =>
      stored.deadline.provisional ? deadlineOf(stored.kind, stored.deadline.event, calendar) : stored,
    whom: deadlineKindRow,
    at,
  });
  const { pushOn, yearsOn } = datesOf(listing);
  const today = shanghaiDate(at);
  const pushes = stands(status) && listing.pushedAt === undefined && pushOn !== undefined && today >= pushOn;
  if (!pushes && deadlines === listing.deadlines) return ok({ to: status, state: listing, papers });
  return ok({
    to: status,
    state: { ...listing, deadlines, ...(pushes ? { pushedAt: at } : {}) },
    papers: [
      ...papers,
      ...(pushes && yearsOn !== undefined
        ? [
            {
              key: `reminder-years-${yearsOn}`,
              order: {
                type: 'reminder',
                kind: 'years',
                due: yearsOn,
                audience: ['supervisors', 'approvers'],
              },
            } as const,
          ]
        : []),
    ],
  });
};

const escalate: DecideListing<{ readonly to: string }> = (listing, { to }, { status }) =>
  ok({ to: status, state: { ...listing, escalated: to }, ground: 'abnormal-three-years' });

/**
 * What time alone does to one entry, in order: its dates are told; the inspection on site is ordered; an entry of the
 * serious-breach list runs out; three years on the abnormal list become a proposal that a person decides on (b7).
 */
export async function lookAt(deps: LookDeps, id: string): Promise<Result<StoredListing>> {
  const looked = await giveListing(deps, id, 'look', look, undefined, SYSTEM);
  if (!looked.ok) return looked;
  const steps = [visit, expire, proposeSerious];
  let current = looked.value;
  for (const step of steps) {
    if (!stands(current.status)) return ok(current);
    const taken = await step(deps, current);
    if (!taken.ok) return taken;
    current = taken.value;
  }
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const next = nextLook(current.state, current.status as ListingStatus, at);
  if (next !== undefined) await deps.lists.postpone(current, next);
  return ok(current);
}

async function visit(deps: LookDeps, stored: StoredListing): Promise<Result<StoredListing>> {
  return stored.state.visit === undefined ? settleVisit(deps, stored) : ok(stored);
}

async function expire(deps: LookDeps, stored: StoredListing): Promise<Result<StoredListing>> {
  const { endsOn } = datesOf(stored.state);
  const today = shanghaiDate(deps.now());
  if (endsOn === undefined || today <= endsOn) return ok(stored);
  return endListing(deps, stored.state.id, { reason: 'expired', on: today }, SYSTEM);
}

async function proposeSerious(deps: LookDeps, stored: StoredListing): Promise<Result<StoredListing>> {
  const { state } = stored;
  const { yearsOn } = datesOf(state);
  if (yearsOn === undefined || state.escalated !== undefined || shanghaiDate(deps.now()) <= yearsOn)
    return ok(stored);
  const proposed = await proposeListing(
    deps,
    {
      uscc: state.uscc,
      source: { type: 'listing', listing: state.id },
      origin: `years/${state.id}`,
      charge: {
        ground: 'abnormal-three-years',
        facts: `自${state.since === undefined ? '' : formatDateZh(state.since)}起列入专利代理经营异常名录（${state.decision?.number ?? state.id}），至${formatDateZh(yearsOn)}满三年，仍未移出。`,
      },
      decideFrom: yearsOn,
    },
    SYSTEM,
  );
  // An agency that has closed meanwhile is on no list to come.
  const closed = !proposed.ok && proposed.problems.some(({ code }) => code === 'listing.agency.closed');
  if (!proposed.ok && !closed) return proposed;
  const to = proposed.ok ? proposed.value.id : '';
  return giveListing(deps, state.id, 'look', escalate, { to }, SYSTEM);
}

/** Looks at an entry right after a decision. What fails here is done by the sweep. */
export async function followDecision(deps: LookDeps, id: string): Promise<void> {
  await lookAt(deps, id).catch(() => undefined);
}
