import type * as z from 'zod';
import { ok, type Result, refuse } from '../problem.ts';

/**
 * The value of a plan's form by its schema, or one problem per fault with the path of the field. Our own schemas
 * name a code as the message; anything else is a value of the wrong sort: `plan.value`.
 */
export function readPlanForm<T>(schema: z.ZodType<T>, value: unknown): Result<T> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  return refuse(
    ...read.error.issues.map((issue) => ({
      code: issue.message.startsWith('plan.') ? issue.message : 'plan.value',
      field: issue.path.map(String).join('.'),
    })),
  );
}
