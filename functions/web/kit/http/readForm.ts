import * as z from 'zod';
import { ok, type Problem, problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Values } from '../context.tsx';
import { firstValue } from '../links.ts';

/** What `Form` adds to every form. Extend it: `formFields.extend({ reason: … })`. */
export const formFields = z.object({
  idempotencyKey: z.string().regex(/^[\w-]{16,64}$/, 'kit.form.unreadable'),
});

/** The version that the person saw; in forms made with `version`. */
export const expectedVersion = z.coerce
  .number('kit.form.unreadable')
  .int('kit.form.unreadable')
  .nonnegative();

/** All values of a name: the ticked boxes, none when the name is absent. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );

const codePattern = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]+)+$/;

/**
 * Reads a form. The messages of the schema are codes of the catalogue, such as
 * `z.string().trim().min(1, 'plan.reason.missing')`; a failure without a code says that the entry is unreadable.
 * One problem per field: the first.
 */
export function readForm<Schema extends z.ZodType>(schema: Schema, form: Values): Result<z.output<Schema>> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return ok(parsed.data);
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues) {
    // Boxes fail at an index of their list; the problem belongs to the field.
    const field = String(issue.path[0] ?? '');
    if (problems.has(field)) continue;
    const code = codePattern.test(issue.message) ? issue.message : 'kit.form.unreadable';
    problems.set(field, field === '' ? { code } : { code, field });
  }
  return refuse(...problems.values());
}

/** Full-width digits, as a Chinese input method writes them, become plain ones. */
export function plainDigits(text: string): string {
  return text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * Reads a `DateInput`.
 *
 * @returns 'YYYY-MM-DD'; '' when all three entries are empty; else `kit.date.incomplete` or `kit.date.impossible`
 */
export function readDate(form: Values, name: string): Result<string> {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    plainDigits(firstValue(form, `${name}.${part}`).trim()),
  );
  if (year === '' && month === '' && day === '') return ok('');
  if (year === '' || month === '' || day === '') return problem('kit.date.incomplete', undefined, name);
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real =
    /^[12]\d{3}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  return real ? ok(text) : problem('kit.date.impossible', undefined, name);
}
