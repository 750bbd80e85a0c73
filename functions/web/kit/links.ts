import type { Values } from './context.tsx';

/**
 * An address with some of its query changed: `undefined` or '' removes a name. Lists stay lists.
 * The order of the names is kept, so that the same filter always has the same address.
 */
export function hrefWith(
  path: string,
  query: Values,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Object.hasOwn(changes, name)) continue;
    for (const one of typeof value === 'string' ? [value] : value) if (one !== '') search.append(name, one);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined && value !== '') search.append(name, value);
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The first value of a name, '' when it is absent. */
export function firstValue(values: Values, name: string): string {
  if (!Object.hasOwn(values, name)) return '';
  const value = values[name];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (value[0] ?? '');
}

/** All values of a name, none when it is absent. */
export function allValues(values: Values, name: string): readonly string[] {
  if (!Object.hasOwn(values, name)) return [];
  const value = values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
