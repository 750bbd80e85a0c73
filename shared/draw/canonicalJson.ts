/**
 * Canonical JSON: RFC 8785 restricted to strings, integers 0 ≤ n < 2^53, booleans, null, arrays and
 * objects, keys sorted by UTF-16 code units (DR-1 §1.1). One value has exactly one text.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Text of a value. Throws TypeError for a value that DR-1 has no text for: a fault of the caller. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalInteger(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`no canonical JSON for ${typeof value}`);
}

function canonicalInteger(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError('only integers 0 ≤ n < 2^53');
  return String(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('lone surrogate');
  return JSON.stringify(value);
}

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
