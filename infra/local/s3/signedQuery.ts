import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws/awsError.ts';
import { header } from './s3Call.ts';
import { isSignatureOf } from './signingKey.ts';

/** Longest life of a signed address. Seconds. */
const LONGEST = 7 * 86_400;

/** How far the clocks may differ. Milliseconds. */
const SKEW = 15 * 60_000;

const denied = (message: string) => new AwsError('AccessDenied', message, 403);
const broken = (message: string) => new AwsError('AuthorizationQueryParametersError', message);

/** RFC 3986: everything but unreserved characters is percent-encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? Number(x > y) - Number(x < y) : Number(a > b) - Number(a < b)))
    .map((pair) => pair.join('='))
    .join('&');
}

function signedText(request: IncomingMessage, url: URL, date: string, scope: string): string {
  const names = (url.searchParams.get('X-Amz-SignedHeaders') ?? '').split(';');
  const canonical = [
    request.method,
    url.pathname
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery(url.searchParams),
    ...names.map((name) => `${name}:${(header(request, name) ?? '').trim()}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  return ['AWS4-HMAC-SHA256', date, scope, digest].join('\n');
}

/** `20261125T020000Z` in ms. */
function instantOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/**
 * Checks a presigned address as S3 does: method, path, host and every parameter are signed, and it ends.
 * @throws AwsError as S3 would answer
 */
export function checkSignedQuery(request: IncomingMessage, url: URL, secretKey: string, now: number): void {
  const query = url.searchParams;
  const get = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  const [date, credential, seconds] = [get('Date'), get('Credential'), Number(get('Expires'))];
  if (get('Algorithm') !== 'AWS4-HMAC-SHA256') throw broken('X-Amz-Algorithm only supports AWS4-HMAC-SHA256');
  if (!(seconds > 0 && seconds <= LONGEST)) throw broken('X-Amz-Expires must be between 1 and 604800');
  const begins = instantOf(date);
  if (Number.isNaN(begins)) throw broken('X-Amz-Date must be in the ISO8601 Long Format');
  if (!get('SignedHeaders').split(';').includes('host')) throw denied('The host is not signed');
  if (now < begins - SKEW) throw denied('Request is not yet valid');
  if (now > begins + seconds * 1000) throw denied('Request has expired');
  const scope = credential.split('/').slice(1).join('/');
  if (!isSignatureOf(signedText(request, url, date, scope), get('Signature'), credential, secretKey)) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      403,
    );
  }
}
