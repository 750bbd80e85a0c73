import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { requestLog } from '../../../../functions/web/kit/http/requestLog.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute, type Route } from '../../../../functions/web/kit/http/route.ts';
import type { WebApp } from '../../../../functions/web/kit/http/webApp.ts';
import {
  newSession,
  type Session,
  type SessionStore,
  sessionCookie,
} from '../../../../shared/access/session.ts';
import type { User, UserStore } from '../../../../shared/access/user.ts';
import { kitMessages } from '../../../../shared/messages/kit.ts';
import { createCatalogue } from '../../../../shared/messages/message.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { galleryMessages, galleryRoutes } from './gallery.tsx';

/** People and sessions in memory. */
export function memoryPeople(users: readonly User[]): {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly stored: Map<string, Session>;
} {
  const people = new Map(users.map((user) => [`${user.iss} ${user.sub}`, user]));
  const stored = new Map<string, Session>();
  const used = new Set<string>();
  return {
    stored,
    users: {
      get: async (iss, sub) => people.get(`${iss} ${sub}`),
      put: async (user) => {
        people.set(`${user.iss} ${user.sub}`, user);
        return true;
      },
      list: async () => ({ users: [...people.values()] }),
    },
    sessions: {
      create: async (session) => void stored.set(session.id, session),
      get: async (id) => stored.get(id),
      touch: async (id, at) => {
        const session = stored.get(id);
        if (session !== undefined) stored.set(id, { ...session, lastSeenAt: at });
      },
      revoke: async (id) => void stored.delete(id),
      useOnce: async (id) => {
        if (used.has(id)) return false;
        used.add(id);
        return true;
      },
    },
  };
}

export const supervisor: User = {
  userId: 'U-1',
  iss: 'https://id.example',
  sub: 'zhang',
  name: '张监管',
  roles: ['supervisor', 'approver'],
  version: 1,
};

/** Hands out the session cookie as a sign-in would, through a header that the browser judges by itself. */
function enter(token: string): Route<object> {
  return publicRoute({
    method: 'GET',
    path: '/enter',
    handle: () => redirect('/list', undefined, [setCookie(sessionCookie, token)]),
  });
}

/** The gallery with a supervisor, who is signed in by GET /enter. */
export async function galleryApp(): Promise<WebApp<object>> {
  const people = memoryPeople([supervisor]);
  const { token, session } = newSession(supervisor, new Date());
  await people.sessions.create(session);
  const { files } = await builtWebAssets();
  const silent = { info: () => undefined, error: () => undefined };
  const app: WebApp<object> = {
    routes: [...galleryRoutes, enter(token)],
    deps: {},
    site: {
      office: { zh: '北京市知识产权局（示例）', en: 'Beijing IP Office (example)' },
      navigation: ['名录', '年度计划', '抽签', '检查', '投诉举报', '处罚', '信用', '公示', '统计'].map(
        (zh, index) => ({
          href: index === 0 ? '/list' : `/page-${index}`,
          label: { zh, en: `Part ${index}` },
          access: ['supervisor' as const],
        }),
      ),
      assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
      catalogue: createCatalogue(kitMessages, galleryMessages),
    },
    people,
    clock: { now: () => new Date() },
    log: requestLog(silent),
    due: async () => [
      { href: '/list?due=recheck', label: '待复查', count: 5, overdue: 2 },
      { href: '/list?due=approve', label: '待审批', count: 1, overdue: 0 },
    ],
  };
  return app;
}
