import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseCommit, RowPut, StoredCase } from '../case/caseStore.ts';
import { giveCaseCommand } from '../case/giveCommand.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { lawVersion } from '../law/lawTable.ts';
import { listingGroundRow } from '../law/listingGrounds.ts';
import { ok, problem, type Result } from '../problem.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import { effectsOf } from './effects.ts';
import type { ListingCase, ListingStatus } from './listingCase.ts';
import { agencyRow, listingCaseId, listingIndex, type PaperOrder, paperRow } from './listingRows.ts';
import type { ListingDeps, StoredListing } from './ports.ts';
import { type ListingCommand, listingTransitions } from './transitions.ts';

export interface ListingMoment {
  readonly actor: Actor;
  /** Instant of the command. */
  readonly at: string;
  readonly status: ListingStatus;
  readonly calendar: WorkingCalendar;
}

/** What a command changes. What follows from it for register, risk class, credit system and site is derived. */
export interface ListingDecision {
  readonly to: ListingStatus;
  readonly state: ListingCase;
  /** Code of a closed list. */
  readonly ground?: string;
  /** Values whose keyed digests go into the audit entry. */
  readonly seal?: Readonly<Record<string, unknown>>;
  readonly papers?: readonly { readonly key: string; readonly order: PaperOrder }[];
  readonly rows?: readonly RowPut[];
}

/** The case as it is, what was asked, who and when → what changes, or why not. */
export type DecideListing<Input> = (
  listing: ListingCase,
  input: Input,
  moment: ListingMoment,
) => Result<ListingDecision> | Promise<Result<ListingDecision>>;

export function actOf({ actor, at }: Pick<ListingMoment, 'actor' | 'at'>): Act {
  return { by: actor.userId, name: actor.name, at };
}

/** Most characters of facts, reasons and statements. */
export const MOST_TEXT = 2_000;

/** Refuses a text that is missing or too long, at its field. */
export function textOf(text: string, field: string): Result<string> {
  const trimmed = text.trim();
  if (trimmed === '') return problem('listing.text.missing', undefined, field);
  return [...trimmed].length > MOST_TEXT
    ? problem('listing.text.long', { most: MOST_TEXT }, field)
    : ok(trimmed);
}

/**
 * Gives one command to one case. State, audit entry, the agency's row of the register, what the ledgers and the credit
 * system are told, papers and the order to publish stand or fall together.
 *
 * Problems: `listing.unknown`, `listing.role`, `listing.status`, `listing.busy`, those of `prepareEdit` (an import that
 * holds the register: `register.held`), and what the decision refuses.
 */
export async function giveListing<Input>(
  deps: ListingDeps,
  id: string,
  command: ListingCommand,
  decide: DecideListing<Input>,
  input: Input,
  actor: Actor,
): Promise<Result<StoredListing>> {
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  let told: ListingDecision | undefined;
  const given = await giveCaseCommand<ListingCase, ListingStatus, ListingCommand>(deps, {
    caseId: listingCaseId(id),
    number: id,
    line: transitionOf(listingTransitions, command),
    actor,
    area: 'listing',
    decide: async (stored, at) => {
      const status = stored.status as ListingStatus;
      const decision = await decide(stored.state, input, { actor, at, status, calendar });
      if (!decision.ok) return decision;
      told = decision.value;
      if (isUnchanged(stored, decision.value)) return ok('unchanged');
      return listingCommit(deps, stored, command, decision.value, { actor, at, calendar }, key);
    },
  });
  if (!given.ok) return given;
  await Promise.all([
    (told?.papers ?? []).length > 0 ? deps.kick.mail() : undefined,
    given.value.before.status !== given.value.after.status ? deps.kick.publish() : undefined,
  ]);
  return ok(given.value.after);
}

/**
 * The same command as commits, for a case of another kind that moves the entry with itself: all stand or fall together.
 *
 * @returns nothing when the work is done already
 * Problems: those of `giveListing`, but for `listing.busy`; who is overtaken decides anew
 */
export async function linkedListing<Input>(
  deps: ListingDeps,
  id: string,
  command: ListingCommand,
  decide: DecideListing<Input>,
  input: Input,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<Result<readonly CaseCommit<unknown>[]>> {
  const before = await deps.cases.load<ListingCase>(listingCaseId(id));
  if (before === undefined) return problem('listing.unknown', { number: id });
  const line = transitionOf(listingTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('listing.role');
  const status = before.status as ListingStatus;
  if (!line.from.includes(status)) return problem('listing.status', { status });
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  const decision = await decide(before.state, input, { actor, at, status, calendar });
  if (!decision.ok) return decision;
  if (isUnchanged(before, decision.value)) return ok([]);
  const made = await listingCommit(deps, before, command, decision.value, { actor, at, calendar }, key);
  if (!made.ok) return made;
  const { linked = [], ...commit } = made.value;
  // A transaction knows one level of linked cases.
  return ok([commit, ...linked]);
}

/** A repeated command that finds its work done writes nothing. */
function isUnchanged(before: StoredListing, decision: ListingDecision): boolean {
  const rows = (decision.rows ?? []).length + (decision.papers ?? []).length;
  return decision.state === before.state && decision.to === before.status && rows === 0;
}

/** The transaction of a decision. Problems: those of `prepareEdit`. */
export async function listingCommit(
  deps: ListingDeps,
  before: StoredCase<ListingCase> | undefined,
  command: ListingCommand | 'propose',
  decision: ListingDecision,
  moment: Pick<ListingMoment, 'actor' | 'at' | 'calendar'>,
  auditKey: Uint8Array,
): Promise<Result<CaseCommit<ListingCase>>> {
  const { actor, at } = moment;
  const effects = await effectsOf(deps, before, decision, moment);
  if (!effects.ok) return effects;
  const { state, rows, linked } = effects.value;
  const { to, papers = [] } = decision;
  return ok({
    caseId: listingCaseId(state.id),
    before,
    status: to,
    state,
    index: listingIndex(state, to, at),
    audit: {
      kind: 'listing',
      command,
      from: before?.status ?? '',
      to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      district: state.agency.district,
      ...(state.charge === undefined
        ? {}
        : { lawVersion: lawVersion(listingGroundRow(state.charge.ground)) }),
      actor: actor.userId,
      at,
      digests: keyedDigests(auditKey, { ...decision.seal, state }),
    },
    rows: [
      ...(before === undefined ? [agencyRow(state)] : []),
      ...rows,
      ...(decision.rows ?? []),
      ...papers.map(({ key, order }) => paperRow(state.id, key, order, at)),
    ],
    linked,
  });
}
