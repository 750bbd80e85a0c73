import * as z from 'zod';
import { type LocalDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { listingGrounds } from '../../../../shared/law/listingGrounds.ts';
import type { DecisionInput } from '../../../../shared/listing/deciding.ts';
import type { Charge } from '../../../../shared/listing/listingCase.ts';
import type { MirrorOrder } from '../../../../shared/listing/mirror.ts';
import type { Proposal } from '../../../../shared/listing/proposing.ts';
import { ok, problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { formFields, listOf, readDate, readForm } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';

/** Presence and length are judged by the commands, in their words. */
const told = z.string('kit.form.unreadable').max(20_000, 'kit.form.unreadable').default('');

const chargeForm = z.object({
  ground: z.enum(
    listingGrounds.map(({ rule }) => rule),
    'listing.ground.missing',
  ),
  facts: told,
  penalty: told,
});

export function chargeIn(form: Values): Result<Charge> {
  const read = readForm(chargeForm, form);
  const until = readDate(form, 'restrictedUntil');
  if (!read.ok || !until.ok) return refuse(...[read, until].flatMap((one) => (one.ok ? [] : one.problems)));
  const restrictedUntil = parseLocalDate(until.value);
  return ok({ ...read.value, ...(restrictedUntil === undefined ? {} : { restrictedUntil }) });
}

const proposalForm = formFields.extend({ uscc: told.transform((uscc) => uscc.trim().toUpperCase()) });

/** The key of the form makes it one proposal, however often it is sent. */
export function proposalIn(form: Values, userId: string): Result<Proposal> {
  const read = readForm(proposalForm, form);
  const charge = chargeIn(form);
  if (!read.ok || !charge.ok) return refuse(...[read, charge].flatMap((one) => (one.ok ? [] : one.problems)));
  const { uscc, idempotencyKey } = read.value;
  return ok({
    uscc,
    charge: charge.value,
    source: { type: 'person' },
    origin: `form/${userId}/${idempotencyKey}`,
  });
}

/** A day that has to be entered. */
export function dayIn(form: Values, name: string): Result<LocalDate> {
  const read = readDate(form, name);
  if (!read.ok) return read;
  const day = parseLocalDate(read.value);
  return day === undefined ? problem('listing.date.missing', undefined, name) : ok(day);
}

const decisionForm = z.object({
  outcome: z.enum(['listed', 'rejected'], 'listingPage.outcome.missing'),
  reason: told,
  gate: listOf(z.string()),
});

export function decisionIn(form: Values): Result<DecisionInput> {
  const read = readForm(decisionForm, form);
  return read.ok ? ok({ ...read.value, gate: read.value.gate.includes('shown') }) : read;
}

export const textIn = (form: Values, name: string) => firstValue(form, name);

const manyForm = z.object({ ids: listOf(z.string().max(40, 'kit.form.unreadable')), reason: told });

/** Proposals from CNIPA's list that are decided together. */
export function manyIn(form: Values): Result<{ readonly ids: readonly string[]; readonly reason: string }> {
  const read = readForm(manyForm, form);
  if (!read.ok) return read;
  return read.value.ids.length === 0 ? problem('listingPage.many.none', undefined, 'ids') : read;
}

const mirrorForm = z.object({ usccs: listOf(z.string().max(20, 'kit.form.unreadable')) });

/** The agencies of a list that a person has looked through. */
export function mirrorIn(form: Values): Result<MirrorOrder> {
  const read = readForm(mirrorForm, form);
  const on = dayIn(form, 'on');
  if (!read.ok || !on.ok) return refuse(...[read, on].flatMap((one) => (one.ok ? [] : one.problems)));
  return ok({ ...read.value, on: on.value });
}
