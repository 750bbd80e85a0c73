import { createHash, createHmac } from 'node:crypto';

/**
 * AWS Signature Version 4 for the few plain requests of a function that has to stay small: the clients for them weigh
 * more than everything else it carries. Checked against the clients of the SDK in the tests.
 */

export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly region: string;
}

/** A variable that Lambda itself sets, no setting of ours; `''` where it is absent. */
const ofLambda = (name: string) => process.env[name] ?? '';

/** What Lambda puts into the environment of a function. */
export function signerFromEnvironment(): Signer {
  const sessionToken = ofLambda('AWS_SESSION_TOKEN');
  return {
    accessKeyId: ofLambda('AWS_ACCESS_KEY_ID'),
    secretAccessKey: ofLambda('AWS_SECRET_ACCESS_KEY'),
    region: ofLambda('AWS_REGION'),
    ...(sessionToken === '' ? {} : { sessionToken }),
  };
}

/** Origin of a service in the region; one address for all of them where the functions run locally. */
export function serviceOrigin(service: 's3' | 'lambda', region: string): string {
  const own = ofLambda(`AWS_ENDPOINT_URL_${service.toUpperCase()}`) || ofLambda('AWS_ENDPOINT_URL');
  if (own !== '') return own.replace(/\/$/, '');
  return `https://${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** `YYYYMMDDTHHMMSSZ` */
export function amzDate(now: Date): string {
  return now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

export function credentialScope(date: string, region: string, service: string): string {
  return `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
}

/** Hex signature of a text under the key of the day. */
export function signatureOf(text: string, signer: Signer, date: string, service: string): string {
  const day = hmac(`AWS4${signer.secretAccessKey}`, date.slice(0, 8));
  const key = hmac(hmac(hmac(day, signer.region), service), 'aws4_request');
  return hmac(key, text).toString('hex');
}

export interface PlainRequest {
  readonly method: 'GET' | 'POST';
  readonly service: 's3' | 'lambda';
  /** Without a query; every part is plain ASCII that needs no encoding. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The headers with which a request is authentic. */
export function signedHeaders(request: PlainRequest, signer: Signer, now: Date): Record<string, string> {
  const { host, pathname } = new URL(request.url);
  const date = amzDate(now);
  const bodyHash = sha256(request.body ?? '');
  const headers: Record<string, string> = {
    ...request.headers,
    host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': date,
    ...(signer.sessionToken === undefined ? {} : { 'x-amz-security-token': signer.sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const list = names.join(';');
  const canonical = [
    request.method,
    pathname,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    list,
    bodyHash,
  ].join('\n');
  const scope = credentialScope(date, signer.region, request.service);
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const signature = signatureOf(text, signer, date, request.service);
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${signer.accessKeyId}/${scope}, SignedHeaders=${list}, Signature=${signature}`,
  };
}

/** Sends a signed request. */
export function sendSigned(request: PlainRequest, signal?: AbortSignal): Promise<Response> {
  const { host: _, ...headers } = signedHeaders(request, signerFromEnvironment(), new Date());
  return fetch(request.url, {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(signal === undefined ? {} : { signal }),
  });
}
