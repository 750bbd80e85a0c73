import * as z from 'zod';
import { targetedGrounds } from '../../../../shared/law/targetedGrounds.ts';
import { type LastSource, lastSourceSchema } from '../../../../shared/plan/monthPlan.ts';
import { readPlanForm } from '../../../../shared/plan/readForm.ts';
import { ok, type Result, refuse } from '../../../../shared/problem.ts';
import type { NewOrder } from '../../../../shared/targeted/placeOrder.ts';
import type { OrderTerms, TargetedOrder } from '../../../../shared/targeted/targetedOrder.ts';
import type { Values } from '../../kit/context.tsx';
import { formFields, listOf, readDate, readForm } from '../../kit/http/readForm.ts';
import { dateEntries, sourceOf } from '../plans/planForm.ts';

const text = z.string('kit.form.unreadable').max(2000, 'kit.form.unreadable');
const itemRefs = listOf(z.string().max(60, 'kit.form.unreadable'));

const termsForm = z.object({ items: itemRefs, reason: text });
const orderForm = formFields.extend({
  uscc: text.transform((uscc) => uscc.trim().toUpperCase()),
  ground: z.enum(
    targetedGrounds.map(({ rule }) => rule),
    'targeted.ground.missing',
  ),
  reference: text,
});

/** Items, period and reason; what they mean is checked by the commands. */
export function termsOf(form: Values): Result<OrderTerms> {
  const read = readForm(termsForm, form);
  const from = readDate(form, 'from');
  const to = readDate(form, 'to');
  if (read.ok && from.ok && to.ok) {
    return ok({ ...read.value, visits: { from: from.value, to: to.value } });
  }
  return refuse(...[read, from, to].flatMap((one) => (one.ok ? [] : one.problems)));
}

/** A whole new order. The key of the form makes it one order, however often the form is sent. */
export function orderOf(form: Values, userId: string): Result<NewOrder> {
  const read = readForm(orderForm, form);
  const terms = termsOf(form);
  if (!read.ok || !terms.ok) {
    return refuse(...[read, terms].flatMap((one) => (one.ok ? [] : one.problems)));
  }
  const { idempotencyKey, ...order } = read.value;
  return ok({ ...order, terms: terms.value, origin: `form/${userId}/${idempotencyKey}` });
}

/** The terms of an order as the entries of its form. */
export function termsEntries({ terms }: TargetedOrder): Values {
  if (terms === undefined) return {};
  return {
    items: terms.items,
    reason: terms.reason,
    ...dateEntries('from', terms.visits.from),
    ...dateEntries('to', terms.visits.to),
  };
}

const openingForm = z.object({ orders: listOf(z.string().max(60, 'kit.form.unreadable')) });

/** Which orders are to be drawn for, and from which last source. */
export function openingOf(
  form: Values,
): Result<{ readonly orders: readonly string[]; readonly lastSource: LastSource }> {
  const orders = readForm(openingForm, form);
  const source = readPlanForm(z.object({ lastSource: lastSourceSchema }), { lastSource: sourceOf(form) });
  if (orders.ok && source.ok) return ok({ ...orders.value, ...source.value });
  return refuse(...[orders, source].flatMap((one) => (one.ok ? [] : one.problems)));
}
