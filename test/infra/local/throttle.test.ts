import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { LambdaService } from '../../../infra/local/functions/lambdaService.ts';
import { httpApi } from '../../../infra/local/http/httpApi.ts';
import { tokenBucket } from '../../../infra/local/http/throttle.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

it('holds a burst and gains its rate', () => {
  let now = 0;
  const take = tokenBucket({ rate: 10, burst: 3 }, () => now);
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
  now = 100;
  expect([take(), take()]).toEqual([true, false]);
  now = 60_000;
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
});

it('refuses a flood on one route with when to come back, and no request on the others', async () => {
  const invoked: string[] = [];
  const lambda: Pick<LambdaService, 'invoke'> = {
    invoke: async (target) => {
      invoked.push(target);
      return { ok: true, payload: JSON.stringify({ statusCode: 200, body: target }), requestId: '1' };
    },
  };
  const routes = [
    { key: 'ANY /complain', target: 'form', throttle: { rate: 0.001, burst: 5 } },
    { key: 'ANY /{proxy+}', target: 'links' },
  ];
  const handler = httpApi({ id: 'a', account: '0', routes }, lambda as LambdaService, {
    now: () => 0,
    shift: () => 0,
  });
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  closing.push(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answers = await Promise.all(Array.from({ length: 40 }, () => fetch(`${origin}/complain`)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(35);
  expect(refused.every(({ headers }) => headers.get('retry-after') === '1')).toBe(true);
  expect((await fetch(`${origin}/l/token`)).status).toBe(200);
  expect(invoked.filter((target) => target === 'form')).toHaveLength(5);
});
