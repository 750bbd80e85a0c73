/**
 * What the domain answers when it refuses. A refusal is a value, never an exception: the page shows the
 * text of `code` (shared/messages) beside `field`, with `params` filled in.
 */
export interface Problem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Name of the form field, or the cell address of an imported sheet. */
  readonly field?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

/** A refusal with a single problem, the usual case. */
export function problem(code: string, params?: Problem['params'], field?: string): Result<never> {
  return refuse({
    code,
    ...(params === undefined ? {} : { params }),
    ...(field === undefined ? {} : { field }),
  });
}
