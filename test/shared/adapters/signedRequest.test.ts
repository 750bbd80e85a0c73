import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { uploadForm } from '../../../shared/adapters/lightQuarantine.ts';
import { s3Evidence } from '../../../shared/adapters/s3Evidence.ts';
import {
  serviceOrigin,
  signedHeaders,
  signerFromEnvironment,
} from '../../../shared/adapters/signedRequest.ts';

/** What is signed by hand is what the clients of the SDK sign. */

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
const region = 'cn-north-1';
const signer = { ...credentials, region };
const now = new Date('2026-09-18T02:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it('signs the form of an upload as the SDK does', async () => {
  const s3 = new S3Client({ region, credentials, forcePathStyle: true });
  const theirs = await s3Evidence(s3, { uploads: 'uploads', evidence: 'e' }).form(
    'evidence/A/B',
    'https://a.example/b',
  );
  const url = 'https://s3.cn-north-1.amazonaws.com.cn/uploads';
  const ours = uploadForm(
    { bucket: 'uploads', key: 'evidence/A/B', redirect: 'https://a.example/b', url },
    signer,
    now,
  );
  expect(ours.url).toBe(theirs.url);
  const open = ({ Policy = '', 'X-Amz-Signature': _, ...rest }: Readonly<Record<string, string>>) => {
    const { expiration, conditions } = JSON.parse(Buffer.from(Policy, 'base64').toString());
    return { rest, expiration, conditions: conditions.map((one: unknown) => JSON.stringify(one)).sort() };
  };
  expect(open(ours.fields)).toEqual(open(theirs.fields));
});

it('signs a request as the SDK does', async () => {
  const sent: { headers: Record<string, string> }[] = [];
  const lambda = new LambdaClient({
    region,
    credentials,
    requestHandler: {
      handle: async (request: { headers: Record<string, string> }) => {
        sent.push(request);
        throw new Error('not sent');
      },
    },
    maxAttempts: 1,
  });
  const invoke = new InvokeCommand({
    FunctionName: 'worker',
    InvocationType: 'Event',
    Payload: Buffer.from('{}'),
  });
  await expect(lambda.send(invoke)).rejects.toThrow();
  const theirs = sent[0]?.headers ?? {};
  const named = /SignedHeaders=([^,]+)/.exec(theirs['authorization'] ?? '')?.[1]?.split(';') ?? [];
  const own = new Set(['host', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-security-token']);
  const headers = Object.fromEntries(
    named.filter((name) => !own.has(name)).map((name) => [name, theirs[name] ?? '']),
  );
  const ours = signedHeaders(
    {
      method: 'POST',
      service: 'lambda',
      url: 'https://lambda.cn-north-1.amazonaws.com.cn/2015-03-31/functions/worker/invocations',
      headers,
      body: '{}',
    },
    signer,
    now,
  );
  expect(ours['authorization']).toBe(theirs['authorization']);
});

it('finds the services of the region, or the one address of a local office', () => {
  vi.stubEnv('AWS_ENDPOINT_URL', '');
  expect(serviceOrigin('s3', 'cn-north-1')).toBe('https://s3.cn-north-1.amazonaws.com.cn');
  expect(serviceOrigin('lambda', 'eu-central-1')).toBe('https://lambda.eu-central-1.amazonaws.com');
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9000/');
  expect(serviceOrigin('s3', 'cn-north-1')).toBe('http://127.0.0.1:9000');
  vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:9001');
  expect(serviceOrigin('s3', 'cn-north-1')).toBe('http://127.0.0.1:9001');
});

it('takes credentials from the environment alone', () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_SESSION_TOKEN', '');
  expect(signerFromEnvironment()).toEqual({ accessKeyId: 'a', secretAccessKey: 'b', region });
});
