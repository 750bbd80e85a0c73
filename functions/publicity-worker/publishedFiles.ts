import { type DrawCase, type DrawStatus, recordVersions } from '../../shared/draw/ceremony/drawCase.ts';
import { fileKeys } from '../../shared/draw/ceremony/drawRecord.ts';
import type { DrawRecord } from '../../shared/draw/record.ts';
import type { DrawResult } from '../../shared/draw/result.ts';
import type { OpenedRow, PublicDraw } from '../../shared/publicity/publicDraw.ts';
import { type PublicReplacement, publicReplacements } from '../../shared/publicity/replacements.ts';
import { contentTypes, jsonFile, type SiteFile } from '../../shared/publicity/siteFile.ts';
import type { SiteSources } from './siteBuilder.ts';

export interface Published {
  /** The newest, with the state after the events. */
  readonly result?: DrawResult;
  readonly replacements: readonly PublicReplacement[];
  readonly rows: readonly OpenedRow[];
  readonly opened: PublicDraw['opened'];
  readonly files: readonly SiteFile[];
}

/** All versions of the record, and the opened rows: only once the draw is published. */
export async function publishedFiles(
  sources: SiteSources,
  { status, state }: { readonly status: DrawStatus; readonly state: DrawCase },
  folder: string,
): Promise<Published> {
  const versions = recordVersions(state);
  if (status !== 'published' || versions.length === 0) {
    return { replacements: [], rows: [], opened: 'none', files: [] };
  }
  const records = await Promise.all(
    versions.map(async ({ file }, e) => ({
      path: `${folder}/${recordName(e)}`,
      contentType: contentTypes.json,
      bytes: await needed(sources, file),
    })),
  );
  const results = records.map(({ bytes }) => readJson<DrawRecord>(bytes).result);
  const result = results.at(-1);
  const replacements = publicReplacements(state.events ?? [], results);
  const rest = await openedFiles(sources, state, replacements, folder);
  return {
    ...(result === undefined ? {} : { result }),
    replacements,
    ...rest,
    files: [...records, ...rest.files],
  };
}

/** Name of a record in the site: what was published once stays under its address. */
export function recordName(e: number): string {
  return e === 0 ? 'record.json' : `record-${e}.json`;
}

/** Name of the opened rows of those drawn, or of the one that came in by event `e`. */
export function openedName(e?: number): string {
  return e === undefined ? 'opened.json' : `opened-${e}.json`;
}

async function openedFiles(
  sources: SiteSources,
  state: DrawCase,
  replacements: readonly PublicReplacement[],
  folder: string,
): Promise<Pick<Published, 'rows' | 'opened' | 'files'>> {
  const withdrawn = await sources.tombstone(state.number);
  if (withdrawn !== undefined) {
    return { rows: [], opened: withdrawn, files: [jsonFile(`${folder}/${openedName()}`, withdrawn)] };
  }
  // A rehearsal opens nothing: nobody has really been drawn.
  if (!state.plan.openDrawnRows || state.kind !== 'draw') return { rows: [], opened: 'none', files: [] };
  const cameIn = replacements.flatMap(({ cameIn: came, event }) => (came === undefined ? [] : [event.e]));
  const found = await Promise.all(
    [undefined, ...cameIn].map(async (e) => {
      const bytes = await sources.record(fileKeys.opened(state.number, e));
      const path = `${folder}/${openedName(e)}`;
      return bytes === undefined ? [] : [{ path, contentType: contentTypes.json, bytes }];
    }),
  );
  const files = found.flat();
  const rows = files.flatMap(({ bytes }) => readJson<{ readonly rows: readonly OpenedRow[] }>(bytes).rows);
  return { rows, opened: files.length === 0 ? 'none' : 'open', files };
}

/** @throws when a file that should be there is not: the build stops */
export async function needed(sources: SiteSources, key: string): Promise<Uint8Array> {
  const bytes = await sources.record(key);
  if (bytes === undefined) throw new Error(`the sealed file ${key} is missing`);
  return bytes;
}

/** Our own sealed files: their digests were checked when they were written. */
export function readJson<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
