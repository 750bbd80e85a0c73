import { crc32, inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '../problem.ts';
import { megabytes, type SpreadsheetLimits } from './limits.ts';

/** One entry of a ZIP archive as its central directory describes it. */
export type ZipEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly localOffset: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const broken = () => refuse({ code: 'spreadsheet.broken' });

function findEnd(data: DataView): number {
  const lowest = Math.max(0, data.byteLength - END_SIZE - 0xffff);
  for (let at = data.byteLength - END_SIZE; at >= lowest; at--) {
    if (data.getUint32(at, true) === END) return at;
  }
  return -1;
}

/**
 * Reads the central directory and checks the limits on it, before a single byte is unpacked.
 * Problems: `spreadsheet.broken`, `spreadsheet.encrypted`, `spreadsheet.bomb`.
 */
export function readZipDirectory(bytes: Uint8Array, limits: SpreadsheetLimits): Result<ZipEntry[]> {
  const data = view(bytes);
  const end = findEnd(data);
  if (end < 0) return broken();
  const count = data.getUint16(end + 10, true);
  let at = data.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || data.getUint32(at, true) !== CENTRAL) return broken();
    const nameLength = data.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength));
    entries.push({
      name,
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      method: data.getUint16(at + 10, true),
      packedBytes: data.getUint32(at + 20, true),
      unpackedBytes: data.getUint32(at + 24, true),
      localOffset: data.getUint32(at + 42, true),
    });
    at += CENTRAL_SIZE + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (entries.length > limits.parts || unpacked > limits.unpackedBytes) {
    return refuse({
      code: 'spreadsheet.bomb',
      params: {
        megabytes: megabytes(unpacked),
        limit: megabytes(limits.unpackedBytes),
        parts: entries.length,
      },
    });
  }
  if (entries.some((entry) => entry.encrypted)) return refuse({ code: 'spreadsheet.encrypted' });
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length) return broken();
  return ok(entries);
}

/** Unpacks one entry; a part that holds more or less than the directory said makes the file `broken`. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array> {
  const data = view(bytes);
  const at = entry.localOffset;
  if (at + LOCAL_SIZE > bytes.length || data.getUint32(at, true) !== LOCAL) return broken();
  const start = at + LOCAL_SIZE + data.getUint16(at + 26, true) + data.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (packed.length !== entry.packedBytes) return broken();
  if (entry.method === STORED) return packed.length === entry.unpackedBytes ? ok(packed) : broken();
  if (entry.method !== DEFLATED) return broken();
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
    return unpacked.length === entry.unpackedBytes ? ok(unpacked) : broken();
  } catch {
    // zlib throws on damaged data and on more output than allowed; either way the file lied.
    return broken();
  }
}

function header(size: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]) {
  const bytes = new Uint8Array(size);
  const data = view(bytes);
  for (const [at, width, value] of fields) {
    if (width === 2) data.setUint16(at, value, true);
    else data.setUint32(at, value, true);
  }
  return bytes;
}

/**
 * Packs parts without compression. The reader library gets this instead of the uploaded bytes, so that it sees
 * exactly the parts that were checked, and no second directory or longer stream hidden beside them.
 */
export function packStored(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = new TextEncoder().encode(path);
    const crc = crc32(content);
    const common = (shift: number) =>
      [
        [10 + shift, 4, 0],
        [14 + shift, 4, crc],
        [18 + shift, 4, content.length],
        [22 + shift, 4, content.length],
        [26 + shift, 2, name.length],
      ] as const;
    files.push(header(LOCAL_SIZE, [[0, 4, LOCAL], [4, 2, 20], ...common(0)]), name, content);
    directory.push(
      header(CENTRAL_SIZE, [[0, 4, CENTRAL], [4, 2, 20], [6, 2, 20], ...common(2), [42, 4, offset]]),
      name,
    );
    offset += LOCAL_SIZE + name.length + content.length;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = header(END_SIZE, [
    [0, 4, END],
    [8, 2, parts.size],
    [10, 2, parts.size],
    [12, 4, directorySize],
    [16, 4, offset],
  ]);
  const whole = new Uint8Array(offset + directorySize + END_SIZE);
  let at = 0;
  for (const piece of [...files, ...directory, end]) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}
