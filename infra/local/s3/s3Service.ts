import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws/awsError.ts';
import type { Faults, PathService } from '../aws/endpoint.ts';
import { readBody } from '../http/server.ts';
import { checkChecksums, readChunked } from './checksums.ts';
import { allowOrigin, answerPreflight } from './crossOrigin.ts';
import { listObjects, listVersions } from './listObjects.ts';
import type { Bucket, ObjectMeta } from './objectStore.ts';
import { postObject } from './postObject.ts';
import { describe, header, LARGEST_OBJECT, type S3Call } from './s3Call.ts';
import { checkSignedQuery } from './signedQuery.ts';
import { writeS3Error } from './xml.ts';

function headerMap(request: IncomingMessage): Map<string, string> {
  return new Map(Object.keys(request.headers).map((name) => [name, header(request, name) ?? '']));
}

/** Text for a header: what is not ASCII as an encoded word (RFC 2047), as S3 answers it. */
function headerText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function objectHeaders(object: ObjectMeta, withChecksums: boolean): Record<string, string> {
  return {
    'content-type': object.contentType,
    'content-length': String(object.size),
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
    ...(object.cacheControl === undefined ? {} : { 'cache-control': object.cacheControl }),
    ...(object.contentDisposition === undefined ? {} : { 'content-disposition': object.contentDisposition }),
    ...(object.versionId === undefined ? {} : { 'x-amz-version-id': object.versionId }),
    ...(object.retention
      ? {
          'x-amz-object-lock-mode': object.retention.mode,
          'x-amz-object-lock-retain-until-date': object.retention.until,
        }
      : {}),
    ...Object.fromEntries(
      Object.entries(object.userMetadata).map(([k, v]) => [`x-amz-meta-${k}`, headerText(v)]),
    ),
    ...(withChecksums
      ? Object.fromEntries(Object.entries(object.checksums).map(([k, v]) => [`x-amz-checksum-${k}`, v]))
      : {}),
  };
}

async function putObject({ request, response, bucket, key }: S3Call): Promise<void> {
  if (header(request, 'x-amz-copy-source') !== undefined) {
    throw new AwsError('NotImplemented', 'S3.CopyObject cannot be run locally', 501);
  }
  const fields = headerMap(request);
  let body = await readBody(request, LARGEST_OBJECT);
  const isChunked =
    (fields.get('content-encoding') ?? '').includes('aws-chunked') ||
    (fields.get('x-amz-content-sha256') ?? '').startsWith('STREAMING-');
  if (isChunked) {
    const chunked = readChunked(body);
    body = chunked.body;
    for (const [name, value] of chunked.trailers) fields.set(name, value);
  }
  const checksums = checkChecksums(fields, body);
  const known = bucket.head(key);
  const ifMatch = fields.get('if-match');
  if ((fields.get('if-none-match') === '*' && known) || (ifMatch !== undefined && known?.etag !== ifMatch)) {
    throw new AwsError(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      412,
    );
  }
  const object = bucket.put(describe(key, fields, checksums), body);
  response.writeHead(200, {
    etag: object.etag,
    ...(object.versionId === undefined ? {} : { 'x-amz-version-id': object.versionId }),
    ...Object.fromEntries(Object.entries(checksums).map(([k, v]) => [`x-amz-checksum-${k}`, v])),
  });
  response.end();
}

function found(bucket: Bucket, key: string): ObjectMeta {
  const object = bucket.head(key);
  if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  return object;
}

function readRange(range: string | undefined, size: number): { from: number; to: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  return { from, to };
}

/** Headers that the request wants in the answer instead of the stored ones. */
function overrides(query: URLSearchParams): Partial<ObjectMeta> {
  const [contentDisposition, contentType] = ['disposition', 'type'].map(
    (name) => query.get(`response-content-${name}`) ?? undefined,
  );
  return {
    ...(contentDisposition === undefined ? {} : { contentDisposition }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

function getObject({ request, response, url, bucket, key }: S3Call): void {
  const object = { ...found(bucket, key), ...overrides(url.searchParams) };
  const headers = objectHeaders(object, header(request, 'x-amz-checksum-mode') === 'ENABLED');
  if (header(request, 'if-none-match') === object.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const ifMatch = header(request, 'if-match');
  if (ifMatch !== undefined && ifMatch !== object.etag) throw new AwsError('PreconditionFailed', '', 412);
  if (request.method === 'HEAD') {
    response.writeHead(200, headers).end();
    return;
  }
  const body = bucket.read(object);
  const range = readRange(header(request, 'range'), body.length);
  if (!range) {
    response.writeHead(200, headers).end(body);
    return;
  }
  // The checksum is of the whole object; a part cannot be checked against it.
  const part = body.subarray(range.from, range.to + 1);
  response.writeHead(206, {
    ...objectHeaders(object, false),
    'content-length': String(part.length),
    'content-range': `bytes ${range.from}-${range.to}/${body.length}`,
  });
  response.end(part);
}

/**
 * Who asks must say so: by a signed header, which is not checked further (nothing is protected here), or by a signed
 * address, which is. A form brings its own policy.
 */
function checkSigned({ request, url, key }: S3Call, secretKey: string, now: number): void {
  const { method } = request;
  if (url.searchParams.has('X-Amz-Signature')) {
    if (key === '' || (method !== 'GET' && method !== 'HEAD')) {
      throw new AwsError('NotImplemented', `S3 ${method} by a signed address cannot be run locally`, 501);
    }
    checkSignedQuery(request, url, secretKey, now);
  } else if (!/aws4_request/.test(header(request, 'authorization') ?? '')) {
    throw new AwsError('AccessDenied', 'Access Denied', 403);
  }
}

/** A small S3, path-style: the operations the product uses, the rest refused with 501 and its name. */
export function s3Service(
  buckets: readonly Bucket[],
  secretKey: string,
  now: () => number,
  faults: Faults,
): PathService {
  return async (request, response, url) => {
    const [, name = '', ...rest] = url.pathname.split('/');
    const bucket = buckets.find(({ rules }) => rules.name === decodeURIComponent(name));
    if (!bucket && !/aws4_request/.test(header(request, 'authorization') ?? '')) return false;
    const isHead = request.method === 'HEAD';
    try {
      if (!bucket) throw new AwsError('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
      const call: S3Call = { request, response, url, bucket, key: decodeURIComponent(rest.join('/')) };
      if (request.method === 'OPTIONS') answerPreflight(request, response, bucket.rules.cors);
      else {
        allowOrigin(request, response, bucket.rules.cors);
        await dispatch(call, secretKey, now, faults);
      }
    } catch (error) {
      writeS3Error(response, error, isHead);
    }
    return true;
  };
}

const PLAIN_QUERY =
  /^(list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner|x-id|response-content-disposition|response-content-type|versionId|versions|key-marker|version-id-marker|X-Amz-.*)$/i;

async function dispatch(call: S3Call, secretKey: string, now: () => number, faults: Faults): Promise<void> {
  const { request, response, url, bucket, key } = call;
  const method = request.method ?? '';
  const special = [...url.searchParams.keys()].find((name) => !PLAIN_QUERY.test(name));
  if (special !== undefined) {
    throw new AwsError('NotImplemented', `S3 ${method} ?${special} cannot be run locally`, 501);
  }
  const versions = url.searchParams.has('versions') ? ' versions' : '';
  const name = key === '' ? `${method} bucket${versions}` : `${method}${versions}`;
  const operations: Readonly<Record<string, [string, () => Promise<void> | void]>> = {
    PUT: ['PutObject', () => putObject(call)],
    GET: ['GetObject', () => getObject(call)],
    HEAD: ['HeadObject', () => getObject(call)],
    DELETE: [
      'DeleteObject',
      () => {
        const version = url.searchParams.get('versionId');
        // Deleting a version that is gone succeeds, as in S3; only the newest is kept here.
        if (version === null || version === (bucket.head(key)?.versionId ?? 'null')) bucket.delete(key);
        response.writeHead(204).end();
      },
    ],
    'GET bucket': ['ListObjectsV2', () => listObjects(call)],
    'GET bucket versions': ['ListObjectVersions', () => listVersions(call)],
    'HEAD bucket': ['HeadBucket', () => void response.writeHead(200).end()],
    'POST bucket': ['PostObject', () => postObject(call, secretKey, now())],
  };
  const found = operations[name];
  if (!found) throw new AwsError('NotImplemented', `S3 ${name} cannot be run locally`, 501);
  if (name !== 'POST bucket') checkSigned(call, secretKey, now());
  faults.meet(`S3.${found[0]}`);
  await found[1]();
}
