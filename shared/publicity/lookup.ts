import type { Standing } from '../draw/explain.ts';
import { shardOf } from './shard.ts';
import { jsonFile, type SiteFile } from './siteFile.ts';

/** What an agency finds under its own code, in an open pool. */
export interface LookupRow {
  readonly code: string;
  readonly cell: string;
  readonly agencies: number;
  readonly ppm: number;
  /** By its ticket, which the proof is about. */
  readonly drawn: boolean | null;
  /** After drop-outs. */
  readonly standing: Standing | null;
  readonly proof: unknown;
}

/** The shards of a draw's look-up: an agency's file is named by the first byte of its code's SHA-256. */
export function lookupFiles(folder: string, rows: readonly LookupRow[]): readonly SiteFile[] {
  const shards = new Map<string, Record<string, LookupRow>>();
  for (const row of rows) {
    const name = shardOf(row.code);
    shards.set(name, { ...shards.get(name), [row.code]: row });
  }
  return [...shards]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, shard]) => jsonFile(`${folder}/rows/${name}.json`, shard));
}
