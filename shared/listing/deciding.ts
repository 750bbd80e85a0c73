import { requireSecondPerson } from '../access/fourEyes.ts';
import { shanghaiDate, yearOf } from '../calendar/localDate.ts';
import { isOverdue } from '../calendar/storedDeadline.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import { lawVersion } from '../law/lawTable.ts';
import { listingGroundRow } from '../law/listingGrounds.ts';
import { documentNumber } from '../notice/documentNumber.ts';
import type { PenaltyStatus } from '../penalty/penaltyCase.ts';
import { penaltyCaseId } from '../penalty/penaltyRows.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecideListing, type ListingDecision, textOf } from './command.ts';
import type { ListingCase, ListingDecided } from './listingCase.ts';
import { type ListingForm, numberSequence } from './listingRows.ts';
import type { ListingDeps } from './ports.ts';

export interface DecisionInput {
  readonly outcome: 'listed' | 'rejected';
  readonly reason: string;
  /** The approver confirms that intent and gravity are shown; asked for by the grounds of 令44号 arts. 9 and 10. */
  readonly gate: boolean;
}

/** The next number of the year, and the row that takes it. */
export async function nextNumber(
  { desk, office }: Pick<ListingDeps, 'desk' | 'office'>,
  at: string,
): Promise<{
  readonly number: string;
  readonly serial: number;
  readonly row: ReturnType<typeof counterPut>;
}> {
  const year = yearOf(shanghaiDate(at));
  const sequence = numberSequence(year);
  const last = await desk.counter(sequence);
  return {
    number: documentNumber(office.listingPrefix, year, last + 1),
    serial: last + 1,
    row: counterPut(sequence, last, 1),
  };
}

/**
 * Decides on a proposal. Neither who wrote the charge nor who proposed it decides; a serious-breach listing waits for the
 * end of the window for statements (令44号 art. 13), and without shown intent and gravity there is none (arts. 2, 12).
 *
 * Problems: `listing.charge.missing`, `access.fourEyes.samePerson`, `listing.notice.missing`, `listing.notice.unserved`,
 * `listing.notice.window`, `listing.gate.missing`, `listing.penalty.annulled`, `listing.text.*`.
 */
export function decideListing(
  deps: Pick<ListingDeps, 'cases' | 'desk' | 'office'>,
): DecideListing<DecisionInput> {
  return async (listing, input, moment) => {
    const may = mayDecide(listing, input, moment);
    if (!may.ok) return may;
    if (input.outcome === 'listed' && (await hasLostBasis(deps, listing)))
      return problem('listing.penalty.annulled');
    const { charge } = listing;
    const decided = {
      ...actOf(moment),
      on: shanghaiDate(moment.at),
      outcome: input.outcome,
      reason: may.value,
      ...(charge === undefined ? {} : { lawVersion: lawVersion(listingGroundRow(charge.ground)) }),
    };
    const ground = charge === undefined ? {} : { ground: charge.ground };
    if (input.outcome === 'rejected') return ok(await rejected(deps, listing, decided, ground));
    const { number, serial, row } = await nextNumber(deps, moment.at);
    const numbered = { ...ground, rows: [row] };
    const state = { ...listing, decision: { ...decided, number, serial } };
    const since = listing.source.type === 'mirror' ? listing.source.on : decided.on;
    return ok({
      ...numbered,
      to: 'listed',
      state: { ...state, since },
      // 两书同达: how the entry can be ended goes out with the decision itself.
      papers: [formOrder('listing-decision'), formOrder('repair-notice')],
    });
  };
}

/** Nobody outside was told of a proposal that is dropped without notice: nothing is written to anybody. */
async function rejected(
  deps: Pick<ListingDeps, 'desk' | 'office'>,
  listing: ListingCase,
  decided: ListingDecided,
  ground: { readonly ground?: string },
): Promise<ListingDecision> {
  if (listing.notice === undefined)
    return { ...ground, to: 'rejected', state: { ...listing, decision: decided } };
  const { number, serial, row } = await nextNumber(deps, decided.at);
  return {
    ...ground,
    to: 'rejected',
    state: { ...listing, decision: { ...decided, number, serial } },
    rows: [row],
    papers: [formOrder('not-listed')],
  };
}

/** The penalty decision that a proposal rests on was annulled: there is nothing to decide any more (令44号 art. 19). */
export function dropListing(
  deps: Pick<ListingDeps, 'desk' | 'office'>,
): DecideListing<{ readonly penalty: string }> {
  return async (listing, { penalty }, moment) => {
    const reason = `所依据的行政处罚决定（${penalty}）已被撤销，不予列入。`;
    const decided = { ...actOf(moment), on: shanghaiDate(moment.at), outcome: 'rejected', reason } as const;
    return ok(await rejected(deps, listing, decided, { ground: 'annulled' }));
  };
}

/**
 * Whether the penalty that proposed it was annulled meanwhile. An annulment ends what stands when it is handed over; it
 * finds nothing to end before the decision, so that the decision has to look (令44号 art. 19).
 */
async function hasLostBasis(
  { cases }: Pick<ListingDeps, 'cases'>,
  { source }: ListingCase,
): Promise<boolean> {
  if (source.type !== 'penalty') return false;
  const stored = await cases.load<unknown>(penaltyCaseId(source.penalty));
  return stored?.status === ('annulled' satisfies PenaltyStatus);
}

const formOrder = (form: ListingForm) => ({ key: form, order: { type: 'form', form } }) as const;

/** The reason of the decision, when this person may make it now. */
function mayDecide(
  listing: ListingCase,
  { outcome, reason, gate }: DecisionInput,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Result<string> {
  const { charge } = listing;
  for (const first of [charge?.written.by ?? listing.proposed.by, listing.proposed.by]) {
    const second = requireSecondPerson(first, actor.userId);
    if (!second.ok) return second;
  }
  const read = textOf(reason, 'reason');
  if (!read.ok || outcome === 'rejected') return read;
  if (charge === undefined) return problem('listing.charge.missing');
  const row = listingGroundRow(charge.ground);
  const heard = row.list === 'serious' ? windowOver(listing, at) : ok(undefined);
  if (!heard.ok) return heard;
  return row.gate && !gate ? problem('listing.gate.missing', undefined, 'gate') : read;
}

/** Whether the agency was told and its time to speak is over. A statement that came in does not shorten it. */
function windowOver({ notice, deadlines }: ListingCase, at: string): Result<undefined> {
  if (notice === undefined) return problem('listing.notice.missing');
  const window = deadlines.find(({ kind }) => kind === 'statement');
  if (notice.served === undefined || window === undefined) return problem('listing.notice.unserved');
  return isOverdue(window, at)
    ? ok(undefined)
    : problem('listing.notice.window', { until: window.deadline.dueLegal });
}
