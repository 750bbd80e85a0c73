import { toHex } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';
import { type SiteFile, textFile } from './siteFile.ts';

/** Path → SHA-256 in hex. */
export type Hashes = ReadonlyMap<string, string>;

/** The list of every file with its SHA-256, in the form that `sha256sum -c` reads. */
export const MANIFEST = 'SHA256SUMS';
export const SIGNATURE = 'SHA256SUMS.sig';
export const PUBLIC_KEY = 'site-key.pem';

/** Where the list of the files of one subject stands: what a rebuild compares with. */
export function subjectManifestPath(subject: string): string {
  return `manifests/${subject.replaceAll('/', '-')}.txt`;
}

export function hashesOf(files: readonly SiteFile[]): Hashes {
  return new Map(files.map(({ path, bytes }) => [path, toHex(sha256Suite.hash(bytes))]));
}

/** One line per file, ordered by path, so that the same files give the same bytes. */
export function manifestFile(path: string, hashes: Hashes): SiteFile {
  const lines = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, hash]) => `${hash}  ${file}\n`);
  return textFile(path, 'txt', lines.join(''));
}

/** What a manifest lists; lines that are none are left out, so that a damaged one only causes a rebuild. */
export function readManifest(bytes: Uint8Array): Hashes {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
      return match === null ? [] : [[match[2] ?? '', match[1] ?? '']];
    }),
  );
}
