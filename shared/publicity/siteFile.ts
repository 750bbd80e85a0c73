import { utf8 } from '../draw/bytes.ts';

/** One file of the public site. The same data always gives the same bytes. */
export interface SiteFile {
  /** Relative to the root of the site, without a leading slash. */
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export const contentTypes = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  pem: 'application/x-pem-file',
  bin: 'application/octet-stream',
} as const;

export function textFile(path: string, type: keyof typeof contentTypes, text: string): SiteFile {
  return { path, contentType: contentTypes[type], bytes: utf8(text) };
}

/**
 * JSON for people and programs: two spaces, a newline at the end, keys in alphabetical order, because the database
 * gives them in any.
 */
export function jsonFile(path: string, value: unknown): SiteFile {
  return textFile(path, 'json', `${JSON.stringify(sorted(value), null, 2)}\n`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Address of one file of the site as seen from another: the site works in any folder and from a disk. */
export function relativeLink(from: string, to: string): string {
  const up = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < up.length && shared < target.length - 1 && up[shared] === target[shared]) shared += 1;
  return [...up.slice(shared).map(() => '..'), ...target.slice(shared)].map(encodeURIComponent).join('/');
}
