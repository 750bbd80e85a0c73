import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../aws/awsError.ts';

function crc32Base64(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}

const hashed = (algorithm: string) => (body: Buffer) => createHash(algorithm).update(body).digest('base64');

/** Checksums that are really computed. Another one (CRC32C, CRC64NVME) is refused by name. */
const ALGORITHMS: Readonly<Record<string, (body: Buffer) => string>> = {
  crc32: crc32Base64,
  sha1: hashed('sha1'),
  sha256: hashed('sha256'),
};

const PREFIX = 'x-amz-checksum-';
const NOT_VALUES: ReadonlySet<string> = new Set([
  'x-amz-checksum-mode',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-type',
]);

/**
 * Compares every checksum a request carries with the body.
 * @param fields headers, trailers or form fields, names in lower case
 * @returns the checksums to keep, by algorithm
 * @throws AwsError BadDigest or NotImplemented
 */
export function checkChecksums(fields: ReadonlyMap<string, string>, body: Buffer): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of fields) {
    if (!name.startsWith(PREFIX) || NOT_VALUES.has(name)) continue;
    const algorithm = name.slice(PREFIX.length);
    const compute = ALGORITHMS[algorithm];
    if (!compute)
      throw new AwsError('NotImplemented', `The checksum ${algorithm} cannot be run locally`, 501);
    if (compute(body) !== value) {
      throw new AwsError(
        'BadDigest',
        `The ${algorithm.toUpperCase()} you specified did not match what we received.`,
      );
    }
    kept[algorithm] = value;
  }
  const md5 = fields.get('content-md5');
  if (md5 !== undefined && hashed('md5')(body) !== md5) {
    throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  return kept;
}

/**
 * Takes a body in `aws-chunked` encoding apart: chunks with optional signatures, then trailers.
 * @throws AwsError IncompleteBody
 */
export function readChunked(raw: Buffer): { body: Buffer; trailers: Map<string, string> } {
  const parts: Buffer[] = [];
  const trailers = new Map<string, string>();
  let at = 0;
  for (;;) {
    const end = raw.indexOf('\r\n', at);
    const size =
      end < 0 ? Number.NaN : Number.parseInt(raw.subarray(at, end).toString().split(';')[0] ?? '', 16);
    if (Number.isNaN(size)) throw new AwsError('IncompleteBody', 'The chunked body is broken');
    at = end + 2;
    if (size === 0) break;
    if (at + size > raw.length) throw new AwsError('IncompleteBody', 'The chunked body is too short');
    parts.push(raw.subarray(at, at + size));
    at += size + 2;
  }
  for (const line of raw.subarray(at).toString().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { body: Buffer.concat(parts), trailers };
}
