import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

let runtime: LocalRuntime;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual' });
});
afterAll(() => runtime.stop());

type Json = Record<string, unknown>;

async function event(path: string, init: RequestInit = {}): Promise<Json> {
  const response = await fetch(`${runtime.addresses.console}${path}`, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

function answering(answer: unknown): RequestInit {
  return {
    headers: { 'x-answer': Buffer.from(JSON.stringify(answer)).toString('base64') },
    redirect: 'manual',
  };
}

test('a request becomes an event of payload format 2.0', async () => {
  const got = await event('/items/%E4%BA%AC?a=1&a=2&b=x%20y', {
    headers: { cookie: 'one=1; two=2', 'X-Thing': 'A' },
  });
  expect(got).toMatchObject({
    version: '2.0',
    routeKey: 'GET /items/{id}',
    rawPath: '/items/%E4%BA%AC',
    rawQueryString: 'a=1&a=2&b=x%20y',
    queryStringParameters: { a: '1,2', b: 'x y' },
    pathParameters: { id: '京' },
    cookies: ['one=1', 'two=2'],
    isBase64Encoded: false,
    requestContext: {
      stage: '$default',
      http: { method: 'GET', path: '/items/%E4%BA%AC', sourceIp: '127.0.0.1', protocol: 'HTTP/1.1' },
    },
  });
  expect(got['headers']).toMatchObject({ 'x-thing': 'A' });
  expect(got['headers']).not.toHaveProperty('cookie');
  expect(got).not.toHaveProperty('body');
});

test('JSON comes as text, forms and bytes as base64', async () => {
  const post = (type: string, body: string | Buffer) =>
    event('/items/1', {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  expect(await post('application/json', '{"a":1}')).toMatchObject({
    body: '{"a":1}',
    isBase64Encoded: false,
  });
  const form = await post('application/x-www-form-urlencoded', 'a=1');
  expect(form).toMatchObject({ body: Buffer.from('a=1').toString('base64'), isBase64Encoded: true });
  const bytes = Buffer.from([0, 255, 1]);
  expect(await post('image/png', bytes)).toMatchObject({
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  });
});

test('greedy routes, other methods and unknown routes', async () => {
  expect(await event('/files/a/b', { method: 'DELETE' })).toMatchObject({
    routeKey: 'ANY /files/{proxy+}',
    pathParameters: { proxy: 'a/b' },
  });
  const unknown = await fetch(`${runtime.addresses.console}/nothing`);
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toEqual({ message: 'Not Found' });
  expect((await fetch(`${runtime.addresses.console}/plain`, { method: 'POST' })).status).toBe(404);
  const open = await fetch(`${runtime.addresses.public}/whatever`);
  expect(await open.json()).toMatchObject({ routeKey: '$default' });
});

test('status, headers, cookies and binary bodies of the answer', async () => {
  const response = await fetch(
    `${runtime.addresses.console}/plain`,
    answering({
      statusCode: 303,
      headers: { Location: '/next', 'Content-Type': 'image/png', 'Content-Length': '999' },
      cookies: ['a=1; Path=/', 'b=2; HttpOnly'],
      body: Buffer.from([1, 2, 3]).toString('base64'),
      isBase64Encoded: true,
    }),
  );
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/next');
  expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly']);
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
});

test('an answer without statusCode is JSON, a malformed one is 500', async () => {
  const plain = await fetch(`${runtime.addresses.console}/plain`, answering({ hello: 1 }));
  expect(plain.headers.get('content-type')).toBe('application/json');
  expect(await plain.json()).toEqual({ hello: 1 });
  const wrong = await fetch(
    `${runtime.addresses.console}/plain`,
    answering({ statusCode: 200, body: { no: 'text' } }),
  );
  expect(wrong.status).toBe(500);
});

test('the expiry of a cookie is moved back to real time', async () => {
  runtime.clock.set('2023-01-01T00:00:00Z');
  const answer = {
    statusCode: 200,
    cookies: ['s=1; Expires=Sun, 01 Jan 2023 01:00:00 GMT; Path=/'],
    body: '',
  };
  const response = await fetch(`${runtime.addresses.console}/plain`, answering(answer));
  runtime.clock.reset();
  const expires = Date.parse(/Expires=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? '')?.[1] ?? '');
  expect(Math.abs(expires - Date.now() - 3_600_000)).toBeLessThan(10_000);
});

test('beyond 6 MB of event or 10 MB of request the answer says so', async () => {
  const post = (size: number) =>
    fetch(`${runtime.addresses.console}/items/1`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(size),
    });
  for (const size of [7 * 1024 * 1024, 11 * 1024 * 1024]) {
    const response = await post(size);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('Request Entity Too Large');
  }
});
