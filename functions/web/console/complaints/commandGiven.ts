import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type LocalDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { type DecideComplaint, giveComplaint } from '../../../../shared/complaint/command.ts';
import { cleanText } from '../../../../shared/complaint/filedText.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { readDate } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import type { FormCommand } from './offers.ts';

/** A form of the page of a case, as it arrived. */
export interface Given {
  readonly deps: Pick<ConsoleDeps, 'complaints' | 'complaintLists' | 'numberDesk' | 'office'>;
  /** The case as it was loaded for this request. */
  readonly seen: StoredComplaint;
  readonly actor: Actor;
  readonly handlers: readonly { readonly userId: string; readonly name: string }[];
  readonly attachable: readonly StoredComplaint[];
  readonly form: Values;
}

export interface CommandRow {
  readonly give: (given: Given) => Promise<Result<StoredComplaint>>;
  /**
   * Whether the case is as this form would leave it, by the same person. Asked only of a form that was made before
   * the case moved on: a second press is no fault, the same wish on a fresh page is a new one.
   */
  readonly done: (given: Given) => boolean | Promise<boolean>;
}

export const mine = (given: Given, act: { readonly by: string } | undefined) =>
  act?.by === given.actor.userId;

/** What was entered, without what could turn a page or a paper around. */
export const textIn = ({ form }: Given, name: string) => cleanText(firstValue(form, name));

/** One of a closed list; nothing chosen is said in words. */
export const oneOf = <const Codes extends readonly string[]>(codes: Codes) =>
  z.enum(codes, 'complaintPage.choose');

/** A text whose length and presence the command judges, in its own words. */
export const told = z.string('kit.form.unreadable').transform(cleanText).default('');

/** Whether the form was made from the case as it is. */
export function isFresh({ seen, form }: Given): boolean {
  return firstValue(form, 'expectedVersion') === String(seen.version);
}

/** Decides only on what the person had before their eyes: else the page comes back with what is new. */
export function asSeen<Input>(given: Given, decide: DecideComplaint<Input>): DecideComplaint<Input> {
  const fresh = isFresh(given);
  return (complaint, input, moment) =>
    fresh && isDeepStrictEqual(complaint, given.seen.state)
      ? decide(complaint, input, moment)
      : problem('complaintPage.stale');
}

export async function giveRead<Input>(
  { deps, seen, actor }: Given,
  command: FormCommand,
  decide: DecideComplaint<Input>,
  input: Result<Input>,
): Promise<Result<StoredComplaint>> {
  if (!input.ok) return input;
  return giveComplaint(deps.complaints, seen.state.id, command, decide, input.value, actor);
}

/** A day that has to be entered. */
export function dayIn({ form }: Given, name: string): Result<LocalDate> {
  const read = readDate(form, name);
  if (!read.ok) return read;
  const day = parseLocalDate(read.value);
  return day === undefined ? problem('complaintPage.day.missing', undefined, name) : ok(day);
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
