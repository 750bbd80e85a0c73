import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Form } from '../../../../functions/web/kit/components/form.tsx';
import { requestLog } from '../../../../functions/web/kit/http/requestLog.ts';
import {
  conflict,
  download,
  json,
  notFound,
  page,
  problemPage,
  redirect,
} from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute, type Route, staffRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler, type WebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { PublicPage } from '../../../../functions/web/kit/layouts/publicPage.tsx';
import {
  absoluteLifetime,
  csrfTokenOf,
  idleLifetime,
  newSession,
  sessionCookie,
} from '../../../../shared/access/session.ts';
import type { User } from '../../../../shared/access/user.ts';
import { catalogue } from '../../../../shared/messages/catalogue.ts';
import { memoryPeople, supervisor } from './galleryApp.ts';
import { type Asked, eventOf, headerOf, lambdaContext } from './gateway.ts';

const assets = ['screen', 'print', 'script', 'witness'].map((name) => ({
  path: `/assets/${name}-0123456789abcdef.css`,
  contentType: 'text/css; charset=utf-8',
  hash: '',
  text: `/* ${name} */`,
}));

const notary: User = { ...supervisor, userId: 'U-9', sub: 'li', name: '李公证', roles: ['notary'] };

const routes: readonly Route<object>[] = [
  staffRoute({
    method: 'GET',
    path: '/cases/{id}',
    access: ['supervisor', 'auditor'],
    handle: ({ params, user }) =>
      params['id'] === 'mine' ? json({ owner: user.userId, params }) : notFound(),
  }),
  staffRoute({
    method: 'POST',
    path: '/cases/{id}',
    access: ['supervisor'],
    handle: ({ form }) => json(z.record(z.string(), z.unknown()).parse(form)),
  }),
  staffRoute({
    method: 'POST',
    path: '/decide',
    access: ['supervisor'],
    handle: () => conflict('/cases/mine'),
  }),
  publicRoute({ method: 'GET', path: '/open', handle: () => json({ open: true }) }),
  publicRoute({
    method: 'GET',
    path: '/report',
    handle: () =>
      page(
        <PublicPage title="举报">
          <Form action="/report">提交</Form>
        </PublicPage>,
      ),
  }),
  publicRoute({ method: 'POST', path: '/report', handle: () => json({ taken: true }) }),
  publicRoute({ method: 'GET', path: '/busy', handle: () => problemPage(429) }),
  publicRoute({ method: 'GET', path: '/back', handle: () => redirect('/open') }),
  publicRoute({ method: 'GET', path: '/away', handle: () => redirect('//evil.example') }),
  publicRoute({
    method: 'GET',
    path: '/file',
    handle: () =>
      download({ name: '名录 (1).csv', contentType: 'text/csv', body: new Uint8Array([0xef, 1]) }),
  }),
  publicRoute({
    method: 'GET',
    path: '/fault',
    handle: () => {
      throw new Error('张三 13800000000');
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/throttled',
    handle: () => {
      throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    },
  }),
];

let now: Date;
let people: ReturnType<typeof memoryPeople>;
let handler: WebHandler;
let token: string;
let notaryToken: string;
let lines: Record<string, unknown>[];

beforeEach(async () => {
  now = new Date('2026-12-01T01:00:00Z');
  lines = [];
  people = memoryPeople([supervisor, notary]);
  const write = (_: string, fields: Record<string, unknown>) => void lines.push(fields);
  const mine = newSession(supervisor, now);
  const theirs = newSession(notary, now);
  token = mine.token;
  notaryToken = theirs.token;
  await people.sessions.create(mine.session);
  await people.sessions.create(theirs.session);
  handler = createWebHandler({
    routes,
    deps: {},
    site: { office: { zh: '示例局', en: 'Office' }, navigation: [], assets, catalogue },
    people,
    clock: { now: () => now },
    log: requestLog({ info: write, error: write }),
  });
});

const ask = (asked: Asked) => handler(eventOf(asked), lambdaContext);
const as = (cookie: string) => [`${sessionCookie}=${cookie}`];

describe('routes', () => {
  test('HEAD answers like GET without a body; a wrong method names the right ones; the rest is not found', async () => {
    const got = await ask({ path: '/open' });
    const head = await ask({ method: 'HEAD', path: '/open' });
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    expect(headerOf(head, 'content-type')).toBe(headerOf(got, 'content-type'));
    const wrong = await ask({ method: 'DELETE', path: '/cases/mine' });
    expect(wrong.statusCode).toBe(405);
    expect(headerOf(wrong, 'allow')).toBe('GET, POST, HEAD');
    expect((await ask({ path: '/nowhere' })).statusCode).toBe(404);
    expect((await ask({ path: '/constructor' })).statusCode).toBe(404);
  });

  test('parts of the path arrive decoded; broken percent codes are not found', async () => {
    const answer = await ask({ path: '/cases/mine', cookies: as(token) });
    expect(JSON.parse(answer.body ?? '')).toEqual({ owner: 'U-1', params: { id: 'mine' } });
    expect((await ask({ path: '/cases/%E0%A4%A', cookies: as(token) })).statusCode).toBe(404);
  });

  test('what belongs to others answers exactly like what does not exist', async () => {
    const others = await ask({ path: '/cases/theirs', cookies: as(token) });
    const nothing = await ask({ path: '/cases/nothing', cookies: as(token) });
    expect(others.statusCode).toBe(404);
    // The language switch repeats the address that was asked for; nothing else may differ.
    expect(others.body?.replaceAll('theirs', '#')).toBe(nothing.body?.replaceAll('nothing', '#'));
    expect(others.headers).toEqual(nothing.headers);
  });

  test('assets are served for a year under their hashed name', async () => {
    const answer = await ask({ path: assets[0]?.path ?? '' });
    expect(answer.body).toBe('/* screen */');
    expect(headerOf(answer, 'cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('a file is offered under its Chinese name, bytes intact', async () => {
    const answer = await ask({ path: '/file' });
    expect(headerOf(answer, 'content-disposition')).toBe(
      `attachment; filename="____1_.csv"; filename*=UTF-8''${encodeURIComponent('名录 ')}%281%29.csv`,
    );
    expect([...Buffer.from(answer.body ?? '', 'base64')]).toEqual([0xef, 1]);
  });

  test('a redirect leads to this site or is a fault', async () => {
    expect(headerOf(await ask({ path: '/back' }), 'location')).toBe('/open');
    expect((await ask({ path: '/away' })).statusCode).toBe(500);
  });
});

describe('sessions', () => {
  test('without one, a page leads to sign-in with the way back, a POST with the page of the same address', async () => {
    const page = await ask({ path: '/cases/mine?tab=2&q=a%26b' });
    expect(page.statusCode).toBe(303);
    expect(headerOf(page, 'location')).toBe('/sign-in?return=%2Fcases%2Fmine%3Ftab%3D2%26q%3Da%2526b');
    expect(headerOf(await ask({ path: '/cases/mine', form: {} }), 'location')).toBe(
      '/sign-in?return=%2Fcases%2Fmine',
    );
    expect(headerOf(await ask({ path: '/decide', form: {} }), 'location')).toBe('/sign-in');
  });

  test.each([
    ['idle for half an hour', idleLifetime],
    ['eight hours old', absoluteLifetime],
  ])('%s: it ends, and its cookie is removed', async (_, later) => {
    expect((await ask({ path: '/cases/mine', cookies: as(token) })).statusCode).toBe(200);
    now = new Date(now.getTime() + later);
    const answer = await ask({ path: '/cases/mine', cookies: as(token) });
    expect(answer.statusCode).toBe(303);
    expect(answer.cookies).toContainEqual(expect.stringMatching(/^__Host-session=;.*Max-Age=0/));
  });

  test('use keeps it alive, but not beyond eight hours', async () => {
    for (let passed = 0; passed < absoluteLifetime - 20 * 60_000; passed += 20 * 60_000) {
      expect((await ask({ path: '/cases/mine', cookies: as(token) })).statusCode).toBe(200);
      now = new Date(now.getTime() + 20 * 60_000);
    }
    now = new Date('2026-12-01T09:00:00Z');
    expect((await ask({ path: '/cases/mine', cookies: as(token) })).statusCode).toBe(303);
  });

  test('a disabled person and revoked sessions are out at the next request', async () => {
    await people.users.put({ ...supervisor, sessionsValidFrom: '2026-12-01T01:00:01Z' }, 1);
    expect((await ask({ path: '/cases/mine', cookies: as(token) })).statusCode).toBe(303);
    await people.users.put({ ...notary, disabledAt: '2026-12-01T00:00:00Z' }, 1);
    expect((await ask({ path: '/open', cookies: as(notaryToken) })).cookies).toBeDefined();
  });

  test('the wrong role is told who may, and what their own role is', async () => {
    const answer = await ask({ path: '/cases/mine', cookies: as(notaryToken) });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('监管人员、审计人员');
    expect(answer.body).toContain('见证人（公证）');
  });
});

describe('forms', () => {
  const post = (form: Record<string, string>, headers: Record<string, string> = {}, cookie = token) =>
    ask({ path: '/cases/mine', cookies: as(cookie), form, headers });

  test('pass with the token of their session only', async () => {
    expect((await post({ csrfToken: csrfTokenOf(token), note: '甲' })).statusCode).toBe(200);
    expect((await post({})).statusCode).toBe(403);
    expect((await post({ csrfToken: '' })).statusCode).toBe(403);
    expect((await post({ csrfToken: csrfTokenOf(notaryToken) })).statusCode).toBe(403);
    expect((await post({ csrfToken: csrfTokenOf('') })).statusCode).toBe(403);
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'https://console.example' }, 200],
    [{ origin: 'null' }, 200],
  ])('from %o: %i', async (headers, status) => {
    expect((await post({ csrfToken: csrfTokenOf(token) }, headers)).statusCode).toBe(status);
  });

  test('too large, of another type, or with names that mean something to JavaScript', async () => {
    const large = await post({ csrfToken: csrfTokenOf(token), note: 'x'.repeat(64 * 1024) });
    expect(large.statusCode).toBe(413);
    const other = await ask({
      method: 'POST',
      path: '/cases/mine',
      cookies: as(token),
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(other.statusCode).toBe(415);
    const odd = await post({ csrfToken: csrfTokenOf(token), ['__proto__']: 'x', constructor: 'y' });
    expect(odd.statusCode).toBe(200);
    expect(JSON.parse(odd.body ?? '{}')).toMatchObject({ constructor: 'y' });
  });

  test('a visitor without a session gets a cookie with the first form, and its token works with it only', async () => {
    const shown = await ask({ path: '/report' });
    const cookie =
      (shown.cookies ?? []).find((one) => one.startsWith('__Host-visitor='))?.split(';')[0] ?? '';
    const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(shown.body ?? '')?.[1] ?? '';
    expect(shown.body).toMatch(/name="idempotencyKey" value="[\w-]{36}"/);
    const send = (cookies: readonly string[]) => ask({ path: '/report', cookies, form: { csrfToken } });
    expect((await send([cookie])).statusCode).toBe(200);
    expect((await send([])).statusCode).toBe(403);
    expect((await send(['__Host-visitor=another'])).statusCode).toBe(403);
    // A second form in the same browser keeps the cookie that is there.
    expect((await ask({ path: '/report', cookies: [cookie] })).cookies).toBeUndefined();
    expect((await ask({ path: '/nowhere' })).cookies).toBeUndefined();
  });

  test('a refused command leads to the current state', async () => {
    expect((await ask({ path: '/decide', form: {}, cookies: as(token) })).statusCode).toBe(403);
    const answer = await ask({
      path: '/decide',
      cookies: as(token),
      form: { csrfToken: csrfTokenOf(token) },
    });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('href="/cases/mine"');
  });
});

describe('answers', () => {
  test('carry the headers of every page', async () => {
    const answer = await ask({ path: '/nowhere' });
    expect(headerOf(answer, 'content-security-policy')).toMatch(/^default-src 'none'; /);
    expect(headerOf(answer, 'content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headerOf(answer, 'content-security-policy')).not.toContain('unsafe');
    expect(headerOf(answer, 'referrer-policy')).toBe('no-referrer');
    expect(headerOf(answer, 'x-content-type-options')).toBe('nosniff');
    expect(headerOf(answer, 'strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headerOf(answer, 'cross-origin-opener-policy')).toBe('same-origin');
    expect(headerOf(answer, 'cache-control')).toBe('no-store');
    expect(headerOf(await ask({ path: '/open' }), 'x-content-type-options')).toBe('nosniff');
  });

  test('are in the language asked for, which is then kept', async () => {
    const english = await ask({ path: '/nowhere?lang=en' });
    expect(english.body).toContain('<html lang="en"');
    expect(english.cookies).toContainEqual(expect.stringMatching(/^lang=en;/));
    expect((await ask({ path: '/nowhere', cookies: ['lang=en'] })).body).toContain('<html lang="en"');
    expect((await ask({ path: '/nowhere', cookies: ['lang=xx'] })).body).toContain('<html lang="zh-CN"');
  });

  test('a fault shows its request number; the log has the place but not what was in the message', async () => {
    const event = eventOf({ path: '/fault?name=%E5%BC%A0', cookies: as(token) });
    const answer = await handler(event, lambdaContext);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain(event.requestContext.requestId);
    expect(answer.body).not.toContain('13800000000');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ error: 'Error', route: '/fault' });
    expect(lines[1]).toMatchObject({ status: 500, route: '/fault', method: 'GET', actorId: 'U-1' });
    expect(JSON.stringify(lines)).not.toMatch(/张|138|%E5|session/);
  });

  test('busy times say when to come back', async () => {
    const throttled = await ask({ path: '/throttled' });
    expect(throttled.statusCode).toBe(503);
    expect(headerOf(throttled, 'retry-after')).toBe('60');
    expect((await ask({ path: '/busy' })).statusCode).toBe(429);
  });
});
