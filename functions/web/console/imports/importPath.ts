/** The page of an import: its number without the prefix, so that the address needs no escapes. */
export function importPath(importId: string): string {
  return `/imports/${importId.slice('IM#'.length)}`;
}

export function importIdOf(segment: string): string {
  return `IM#${segment}`;
}
