import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleRoutes } from '../../../functions/console/routes.ts';
import { type Role, roles } from '../../../shared/access/roles.ts';
import { csrfTokenOf } from '../../../shared/access/session.ts';
import { createInspector } from '../../../shared/register/commands/editInspector.ts';
import {
  asActor,
  type ConsoleWorld,
  inspector,
  openConsole,
  type SignedIn,
  staff,
  testUser,
} from './consoleWorld.ts';

let world: ConsoleWorld;
const sessions = new Map<Role, SignedIn>();
let stranger: SignedIn;

beforeAll(async () => {
  world = await openConsole();
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  for (const n of [1, 2]) await createInspector(deps, inspector(n), asActor(staff.supervisor));
  for (const role of roles) {
    const user = staff[role as keyof typeof staff] ?? testUser(role, [role]);
    sessions.set(role, await world.signIn(user));
  }
  stranger = await world.signIn(staff.other);
});
afterAll(() => world.close());

/** An address of the route in which every part names something that does not exist. */
const unknown = (path: string) => path.replaceAll(/\{[^}]+\}/g, 'UNKNOWN-1');

/** Everybody the routes know, and nobody. */
const visitors: readonly (Role | 'nobody')[] = ['nobody', ...roles];

const visitor = (who: Role | 'nobody') => (who === 'nobody' ? undefined : sessions.get(who));

/** What the guard alone decides for a visitor: taken from the table of routes, not written down a second time. */
function guarded(access: 'public' | readonly Role[], who: Role | 'nobody'): 'in' | 'sign-in' | 'refused' {
  if (access === 'public') return 'in';
  if (who === 'nobody') return 'sign-in';
  return access.includes(who) ? 'in' : 'refused';
}

describe('every address of the console, for every role and for nobody', () => {
  test('there are routes to walk, and none is open to the public', () => {
    expect(consoleRoutes.length).toBeGreaterThan(60);
    expect(consoleRoutes.filter(({ access }) => access === 'public')).toEqual([]);
    const named = consoleRoutes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(named).size).toBe(named.length);
  });

  test.each(consoleRoutes.map((route) => [route.method, route.path, route] as const))(
    '%s %s',
    async (method, path, route) => {
      for (const who of visitors) {
        const session = visitor(who);
        const address = unknown(path);
        const answer =
          method === 'GET'
            ? await world.get(address, session)
            : await world.post(address, session, {}, session === undefined ? '' : undefined);
        const verdict = guarded(route.access, who);
        if (verdict === 'sign-in') {
          expect(answer, who).toMatchObject({ status: 303 });
          expect(answer.location, who).toMatch(/^\/sign-in/);
        } else if (verdict === 'refused') {
          expect(answer.status, who).toBe(403);
        } else {
          expect([200, 303, 404, 409, 422], `${who} got ${answer.status}`).toContain(answer.status);
          expect(answer.location ?? '', who).not.toMatch(/^\/sign-in/);
          if (path.includes('{') && method === 'GET') expect(answer.status, who).toBe(404);
        }
      }
    },
  );

  const posts = consoleRoutes.filter(({ method }) => method === 'POST');
  test.each(posts.map((route) => [route.path, route] as const))(
    'POST %s refuses the token of another session, and none',
    async (path, route) => {
      if (route.access === 'public') return;
      const [role] = route.access;
      const session = role === undefined ? undefined : sessions.get(role);
      for (const token of [csrfTokenOf(stranger.token), '']) {
        const answer = await world.post(unknown(path), session, {}, token);
        expect(answer.status).toBe(403);
        expect(answer.body).toContain('表单已失效');
      }
    },
  );
});

describe('own and foreign things', () => {
  test('an inspector sees the own row; another one and none at all answer alike', async () => {
    const own = sessions.get('inspector');
    expect((await world.get('/registers/inspectors/P001', own)).status).toBe(200);
    const foreign = await world.get('/registers/inspectors/P002', own);
    const absent = await world.get('/registers/inspectors/P999', own);
    expect(foreign.status).toBe(404);
    expect(foreign.body.replaceAll('P002', '')).toBe(absent.body.replaceAll('P999', ''));
  });

  test('a session that has been ended opens nothing any more', async () => {
    const gone = await world.signIn(testUser('gone', ['supervisor']));
    expect((await world.get('/registers', gone)).status).toBe(200);
    world.clock.now += 31 * 60_000;
    expect((await world.get('/registers', gone)).location).toMatch(/^\/sign-in/);
    world.clock.now -= 31 * 60_000;
  });

  test('an id of one kind of case opens no page of another kind', async () => {
    const supervisor = sessions.get('supervisor');
    for (const path of ['/notices/RG~inspector~P001', '/imports/P001', '/audit/nothing']) {
      const who = path.startsWith('/audit') ? sessions.get('auditor') : supervisor;
      expect((await world.get(path, who)).status, path).toBe(404);
    }
  });
});
