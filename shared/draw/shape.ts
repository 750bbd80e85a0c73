import * as z from 'zod/mini';
import { ok, type Problem, type Result, refuse } from '../problem.ts';

/**
 * The forms that every DR-1 object is built from (DR-1 §1.1, §1.11.1). `zod/mini`, because the verifier
 * page carries it.
 */

/** Ticket id of an agency, an inspector or a relation. Its 40 characters keep a ticket one compression. */
export const tid = z.string().check(z.regex(/^[A-Za-z0-9._:-]{1,40}$/));
/** 32 bytes in lowercase hex: a digest, a root, a seed, a witness's r. */
export const hex32 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** 48 bytes in lowercase hex: a compressed G1 point. */
export const hex48 = z.string().check(z.regex(/^[0-9a-f]{96}$/));
export const hex = z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/));
/** An integer 0 ≤ n < 2^53. */
export const count = z.int().check(z.nonnegative());
/** A name chosen by people: cell, kind, district, qualification, source, draw. */
export const label = z.string().check(z.minLength(1), z.maxLength(200));
/** Instant in UTC, `YYYY-MM-DDTHH:MM:SSZ` (DR-1 §1.11.18). */
export const instant = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/));

/** A value of the schema's form, or one problem `draw.shape.*` per fault with the path as its field. */
export function readShape<T>(schema: z.ZodMiniType<T>, value: unknown): Result<T> {
  const read = schema.safeParse(value);
  return read.success
    ? ok(read.data)
    : refuse(...read.error.issues.flatMap((issue) => shapeProblems(issue, [])));
}

function shapeProblems(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path];
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return [{ code: 'draw.shape.unknownField', params: { names: issue.keys.join(', ') }, field }];
  if (issue.code === 'invalid_union') {
    // The alternative that got farthest is the one that was meant.
    const meant = issue.errors.reduce<readonly z.core.$ZodIssue[]>(
      (best, one) => (depth(one) > depth(best) ? one : best),
      [],
    );
    if (meant.length > 0) return meant.flatMap((inner) => shapeProblems(inner, path));
  }
  return [{ code: `draw.shape.${issue.code}`, field }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}
