import { shanghaiDate } from '../calendar/localDate.ts';
import type { CaseCommit, RowPut } from '../case/caseStore.ts';
import { type CreditEntry, creditRow } from '../credit/creditEntry.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';
import { listingGroundRow } from '../law/listingGrounds.ts';
import { ok, problem, type Result } from '../problem.ts';
import { prepareEdit } from '../register/commands/editRow.ts';
import { factId, type RiskEvent, type RiskFactKind, riskRow } from '../risk/riskEvent.ts';
import type { ListingDecision, ListingMoment } from './command.ts';
import { dueOf } from './dueOf.ts';
import { isOpen, type ListingCase, listOf, stands } from './listingCase.ts';
import { entriesRow, listingCaseId } from './listingRows.ts';
import type { ListingDeps, StoredListing } from './ports.ts';
import { type OpenEntry, registerAfter, withEntry } from './standing.ts';

/** What the public site calls the pages of the lists. */
export const LISTINGS_SUBJECT = 'listings';

interface Effects {
  readonly state: ListingCase;
  readonly rows: readonly RowPut[];
  readonly linked: readonly CaseCommit<unknown>[];
}

/**
 * What follows from a change of the case, in the same transaction: its place among the open cases of the agency; and when
 * the agency comes on the list or off it, its row of the register, the fact of its risk class, the entry for the credit
 * system and the order to publish.
 */
export async function effectsOf(
  deps: ListingDeps,
  before: StoredListing | undefined,
  { to, state }: ListingDecision,
  moment: Pick<ListingMoment, 'actor' | 'at' | 'calendar'>,
): Promise<Result<Effects>> {
  const was = before === undefined ? undefined : entryOf(before.state, before.status);
  const is = entryOf(state, to);
  if (JSON.stringify(was) === JSON.stringify(is)) return ok({ state, rows: [], linked: [] });
  const entries = await deps.lists.entries(state.uscc);
  // What comes back after a fraud stands beside whatever was proposed meanwhile.
  const asked = is?.ground === was?.ground || state.restarted !== undefined ? undefined : is?.ground;
  const same = sameGround(entries.open, state.id, asked);
  if (same !== undefined) return problem('listing.open', { case: listingCaseId(same) }, 'ground');
  const open = withEntry(entries.open, state.id, is);
  const rows = [entriesRow(state.uscc, entries, open)];
  if (was?.since === is?.since) return ok({ state, rows, linked: [] });
  const { uscc } = state;
  const edited = await prepareEdit(
    deps,
    {
      kind: 'agency',
      command: 'record-listing',
      load: () => deps.register.agency(uscc),
      decide: (kept) =>
        kept === undefined
          ? problem('listing.agency.unknown', { uscc })
          : ok({ after: registerAfter(kept.value, entries.open, open) }),
    },
    moment.actor,
  );
  if (!edited.ok) return edited;
  const told = { ...state, told: state.told + 1 };
  return ok({
    state: told,
    rows: [
      ...rows,
      ...riskOf(told, moment.at).map((event) => riskRow(event, moment.at)),
      creditRow(creditEntryOf(told, moment)),
      publicityRow(LISTINGS_SUBJECT, moment.at),
    ],
    linked: edited.value.commit === undefined ? [] : [edited.value.commit],
  });
}

/** Another open case about this ground: one is enough. */
function sameGround(open: readonly OpenEntry[], id: string, ground: string | undefined): string | undefined {
  return ground === undefined ? undefined : open.find((one) => one.ground === ground && one.id !== id)?.id;
}

/** The case among the open ones of its agency; undefined once it has ended. */
function entryOf(listing: ListingCase, status: string): OpenEntry | undefined {
  if (!isOpen(status)) return undefined;
  const { id, charge, since } = listing;
  const list = listOf(listing);
  return {
    id,
    ...(charge === undefined || list === undefined ? {} : { ground: charge.ground, list }),
    ...(stands(status) && since !== undefined ? { since } : {}),
  };
}

function chargeOf({ id, charge }: ListingCase) {
  if (charge === undefined) throw new Error(`${id} is listed for nothing`);
  return { charge, row: listingGroundRow(charge.ground) };
}

/** One conduct is one fact: a late annual report counts as that, and not as a listing besides. */
export function riskKindOf(listing: ListingCase): RiskFactKind {
  const { charge, row } = chargeOf(listing);
  if (charge.ground === 'annual-report-late') return 'annual-report-late';
  return row.list === 'serious' ? 'listed-serious' : 'listed-abnormal';
}

/** An entry that stands again is a fact of its own: that of the first time was cured, and counts no more. */
function riskOf(listing: ListingCase, at: string): readonly RiskEvent[] {
  const { id, uscc, since, ended, decision, restarted } = listing;
  const kind = riskKindOf(listing);
  const first = factId(listingCaseId(id), kind);
  const fact = { id: restarted === undefined ? first : factId(listingCaseId(id), kind, 2), uscc };
  if (ended !== undefined)
    return [{ ...fact, type: ended.reason === 'annulled' ? 'retracted' : 'cured', on: ended.on }];
  const on = since ?? shanghaiDate(at);
  return [
    ...(restarted === undefined ? [] : [{ type: 'retracted', id: first, uscc, on } as const]),
    { ...fact, type: 'fact', kind, on, reference: decision?.number ?? id },
  ];
}

function creditEntryOf(
  listing: ListingCase,
  { at, calendar }: Pick<ListingMoment, 'at' | 'calendar'>,
): CreditEntry {
  const { id, uscc, agency, since, decision, ended, told } = listing;
  const { row } = chargeOf(listing);
  const due = dueOf(listing, calendar);
  const entry = {
    key: `listing/${id}`,
    version: told,
    uscc,
    agency: agency.name,
    at,
    ...(due === undefined ? {} : { due }),
  };
  if (ended?.reason === 'annulled') return { ...entry, operation: 'withdraw', reason: ended.reason };
  const record = {
    type: 'listing',
    list: row.list,
    number: decision?.number ?? '',
    reason: row.zh,
    on: since ?? shanghaiDate(at),
  } as const;
  return ended === undefined
    ? { ...entry, operation: 'publish', record }
    : { ...entry, operation: 'end', record, reason: ended.reason };
}
