import { createHmac } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { User } from '../../../../shared/access/user.ts';
import { type LocalDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { canonicalJson } from '../../../../shared/draw/canonicalJson.ts';
import {
  type DecidePenalty,
  type DecidePenaltyLater,
  givePenalty,
  type PenaltyActor,
} from '../../../../shared/penalty/command.ts';
import type { Officer } from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { readService, type ServiceDeps, type ServiceInput } from '../../../../shared/penalty/service.ts';
import { ok, problem, type Result } from '../../../../shared/problem.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import type { Values } from '../../kit/context.tsx';
import { readDate } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import type { OfferedCommand } from './offers.ts';

/** A form of a case, as it arrived. */
export interface Given {
  readonly deps: Pick<ConsoleDeps, 'penalties' | 'numberDesk' | 'office'>;
  /** The case as it was loaded for this request. */
  readonly seen: StoredPenalty;
  readonly actor: PenaltyActor;
  readonly form: Values;
  readonly now: Date;
  /** The people of the office; read by the forms that name one of them. */
  readonly users: readonly User[];
  /** The register of inspectors; read by the form that names officers. */
  readonly inspectors: readonly Inspector[];
}

export interface CommandRow {
  readonly give: (given: Given) => Promise<Result<StoredPenalty>>;
  /**
   * Whether the case is as this form would leave it, by the same person. Asked only of a form that was made before
   * the case moved on: a second press is no fault, the same wish on a fresh page is a new one.
   */
  readonly done: (given: Given) => boolean;
}

export const mine = (given: Given, act: { readonly by: string } | undefined) =>
  act?.by === given.actor.userId;

/** A text as `writtenText` leaves it, to compare with what is stored. */
export const textIn = ({ form }: Given, name: string) =>
  firstValue(form, name).replaceAll('\r\n', '\n').normalize('NFC').trim();

/** Whether the form was made from the case as it is. */
export function isFresh({ seen, form }: Pick<Given, 'seen' | 'form'>): boolean {
  return firstValue(form, 'expectedVersion') === String(seen.version);
}

/** Decides only on what the person had before their eyes: else the page comes back with what is new. */
function asSeen<Input>(
  given: Given,
  decide: DecidePenalty<Input> | DecidePenaltyLater<Input>,
): DecidePenaltyLater<Input> {
  const fresh = isFresh(given);
  return async (penalty, input, moment) =>
    fresh && isDeepStrictEqual(penalty, given.seen.state)
      ? decide(penalty, input, moment)
      : problem('penaltyPage.stale');
}

/** Gives a command with what its form says, on the case as the person saw it. */
export async function giveRead<Input>(
  given: Given,
  command: OfferedCommand,
  decide: DecidePenalty<Input> | DecidePenaltyLater<Input>,
  input: Result<Input>,
): Promise<Result<StoredPenalty>> {
  if (!input.ok) return input;
  const { deps, seen, actor } = given;
  return givePenalty(deps.penalties, seen.state.id, command, asSeen(given, decide), input.value, actor);
}

/** The same for what adds to a case whatever others do to it meanwhile: a note, a file. */
export async function giveAnyway<Input>(
  { deps, seen, actor }: Given,
  command: OfferedCommand,
  decide: DecidePenalty<Input>,
  input: Result<Input>,
): Promise<Result<StoredPenalty>> {
  if (!input.ok) return input;
  return givePenalty(deps.penalties, seen.state.id, command, decide, input.value, actor);
}

/** A day that has to be entered. */
export function dayIn({ form }: Pick<Given, 'form'>, name: string): Result<LocalDate> {
  const read = optionalDayIn({ form }, name);
  if (!read.ok) return read;
  return read.value === undefined ? problem('penaltyPage.day.missing', undefined, name) : ok(read.value);
}

export function optionalDayIn({ form }: Pick<Given, 'form'>, name: string): Result<LocalDate | undefined> {
  const read = readDate(form, name);
  return read.ok ? ok(parseLocalDate(read.value)) : read;
}

/** Both, or everything that is wrong with either. */
export function both<One extends object, Other extends object>(
  one: Result<One>,
  other: Result<Other>,
): Result<One & Other> {
  if (one.ok && other.ok) return ok({ ...one.value, ...other.value });
  return {
    ok: false,
    problems: [...(one.ok ? [] : one.problems), ...(other.ok ? [] : other.problems)],
  };
}

export function named<Value, Name extends string>(
  name: Name,
  read: Result<Value>,
): Result<Record<Name, Value>> {
  return read.ok ? ok({ [name]: read.value } as Record<Name, Value>) : read;
}

/** How and when a paper was served, as the form says. */
export function serviceIn(given: Given): Result<ServiceInput> {
  const how = readService(firstValue(given.form, 'method'), firstValue(given.form, 'note'));
  const on = named('on', dayIn(given, 'on'));
  if (how !== undefined) return both(on, ok(how));
  const field = readService(firstValue(given.form, 'method'), 'signed') === undefined ? 'method' : 'note';
  return both(on, problem('penaltyPage.choose', undefined, field));
}

/** What the service of a paper looks up and writes beside the case. */
export async function serviceDeps({ deps }: Given): Promise<ServiceDeps> {
  const key = await deps.penalties.auditKey();
  return {
    cases: deps.penalties.cases,
    digest: async () => (value) => createHmac('sha256', key).update(canonicalJson(value)).digest('hex'),
  };
}

/** An inspector of the register as an officer of a case. */
export function officerOf({ id, name, certificateNo }: Inspector): Officer {
  return { inspectorId: id, name, certificateNo };
}
