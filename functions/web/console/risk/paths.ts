/** Addresses of the pages about risk classes. */
export const RISK_PATH = '/risk';
export const riskPath = (uscc: string) => `${RISK_PATH}/${encodeURIComponent(uscc)}`;

const sources = [
  { prefix: 'IN#', path: '/inspections' },
  { prefix: 'CP#', path: '/complaints' },
  { prefix: 'PN#', path: '/penalties' },
  { prefix: 'NL#', path: '/listings' },
] as const;

/** Address of the case that a fact comes from; undefined when it has no page. The fact's id begins with `<case id>/`. */
export function sourcePath(fact: string): string | undefined {
  const found = sources.find(({ prefix }) => fact.startsWith(prefix));
  if (found === undefined) return undefined;
  return `${found.path}/${encodeURIComponent(fact.slice(found.prefix.length, fact.indexOf('/')))}`;
}
