import type * as z from 'zod';
import { ok, type Result, refuse } from '../../problem.ts';

/** The value of a form by its schema, or one problem per fault with the field's name. */
export function readRow<T>(schema: z.ZodType<T>, value: unknown, fallback = 'register.value'): Result<T> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  return refuse(
    ...read.error.issues.map((issue) => ({
      // Our own schemas name a code as the message; anything else is a value of the wrong sort.
      code: /^[a-zA-Z]+(\.[A-Za-z_]+)+$/.test(issue.message) ? issue.message : fallback,
      field: issue.path.map(String).join('.'),
    })),
  );
}
