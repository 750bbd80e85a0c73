import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '../../../../shared/audit/verifyChain.ts';
import {
  type ConsoleWorld,
  errorBeside,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let administrator: SignedIn;
let auditor: SignedIn;
beforeAll(async () => {
  world = await openConsole();
  administrator = await world.signIn(staff.administrator);
  auditor = await world.signIn(staff.auditor);
});
afterAll(() => world.close());

const form = {
  iss: 'https://id.example',
  sub: 'li',
  name: '李<i>四</i>',
  email: 'li@example.cn',
  roles: ['supervisor', 'inspector'],
  district: '',
  inspectorId: '',
};

describe('the people of the office', () => {
  let path = '';

  test('is added once, with an audit entry, and can sign in', async () => {
    const added = await world.post('/users', administrator, form);
    expect(added.status).toBe(303);
    path = added.location ?? '';
    const again = await world.post('/users', administrator, form);
    expect(again.status).toBe(422);
    expect(errorBeside(again.body, 'sub')).toContain('已经属于');
    const stored = await world.deps.users.get('https://id.example', 'li');
    expect(stored).toMatchObject({ name: '李<i>四</i>', roles: ['supervisor', 'inspector'], version: 1 });
    const chain = await world.tables.store.chain(`US#${stored?.userId}`);
    expect(chain.map(({ command, actor }) => [command, actor])).toEqual([['add', 'u-administrator']]);
    const list = await world.get('/users?role=inspector', administrator);
    expect(list.body).not.toContain('<i>四');
    expect(wordsOf(list.body)).toContain('李&lt;i>四');
  });

  test('faults stand beside their fields', async () => {
    const refused = await world.post('/users', administrator, {
      ...form,
      iss: 'nowhere',
      sub: ' ',
      name: '',
      email: 'x',
      roles: [],
    });
    expect(refused.status).toBe(422);
    for (const field of ['iss', 'sub', 'name', 'email', 'roles']) {
      expect(errorBeside(refused.body, field), field).not.toBe('');
    }
    expect(errorBeside(refused.body, 'name')).toContain('请填写“姓名”。');
    expect(refused.body).toContain('<a href="#f-name">请填写“姓名”。</a>');
  });

  test('a change needs the version that was seen', async () => {
    const edit = await world.get(`${path}/edit`, administrator);
    const expectedVersion = hiddenValue(edit.body, 'expectedVersion');
    const { iss: _iss, sub: _sub, ...entries } = form;
    const changed = { ...entries, roles: ['auditor'], expectedVersion };
    expect((await world.post(`${path}/edit`, administrator, changed)).status).toBe(303);
    expect((await world.post(`${path}/edit`, administrator, changed)).status).toBe(409);
    const stored = await world.deps.users.get('https://id.example', 'li');
    expect(stored?.roles).toEqual(['auditor']);
  });

  test('disabling ends the sessions at once and twice is once', async () => {
    const user = await world.deps.users.get('https://id.example', 'li');
    if (user === undefined) throw new Error('not stored');
    const session = await world.signIn(user);
    expect((await world.get('/audit', session)).status).toBe(200);
    for (let press = 0; press < 2; press++) {
      expect((await world.post(`${path}/disable`, administrator, {})).status).toBe(303);
    }
    expect((await world.get('/audit', session)).location).toMatch(/^\/sign-in/);
    expect((await world.post(`${path}/enable`, administrator, {})).status).toBe(303);
    expect((await world.get('/audit', session)).location).toMatch(/^\/sign-in/);
    world.clock.now += 5_000;
    const fresh = await world.signIn(user);
    expect((await world.get('/audit', fresh)).status).toBe(200);
    expect((await world.post(`${path}/end-sessions`, administrator, {})).status).toBe(303);
    expect((await world.get('/audit', fresh)).location).toMatch(/^\/sign-in/);
    const chain = await world.tables.store.chain(`US#${user.userId}`);
    expect(chain.map(({ command }) => command)).toEqual([
      'add',
      'change',
      'disable',
      'enable',
      'end-sessions',
    ]);
    expect(verifyChain(`US#${user.userId}`, chain, undefined).map(({ fault }) => fault)).toEqual(['head']);
  });

  test('nobody takes the last key from themselves', async () => {
    const own = `/users/${staff.administrator.userId}`;
    const page = await world.get(own, administrator);
    expect(page.body).not.toContain(`${own}/disable`);
    const refused = await world.post(`${own}/disable`, administrator, {});
    expect(refused.status).toBe(422);
    const edit = await world.get(`${own}/edit`, administrator);
    const demoted = await world.post(`${own}/edit`, administrator, {
      name: 'administrator',
      roles: ['supervisor'],
      expectedVersion: hiddenValue(edit.body, 'expectedVersion'),
    });
    expect(demoted.status).toBe(422);
    expect(errorBeside(demoted.body, 'roles')).not.toBe('');
  });

  test('the auditor reads who may do what, and finds no form', async () => {
    const page = await world.get(path, auditor);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(`action="${path}`);
  });
});

describe('the audit chain', () => {
  test('is read, verified on the page and filtered', async () => {
    const user = await world.deps.users.get('https://id.example', 'li');
    const path = `/audit/US~${user?.userId}`;
    const page = await world.get(path, auditor);
    expect(wordsOf(page.body)).toContain('链条完整');
    expect(wordsOf(page.body)).toContain('4 · 结束全部登录 (end-sessions)');
    const filtered = await world.get(`${path}?command=disable`, auditor);
    expect(wordsOf(filtered.body)).not.toContain('4 · 结束全部登录');
    expect(wordsOf(filtered.body)).toContain('2 · 停用账号 (disable)');
    const found = await world.get(`/audit?case=US%23${user?.userId}`, auditor);
    expect(found).toMatchObject({ status: 303, location: path });
    const none = await world.get('/audit?case=DR%23nothing', auditor);
    expect(none.status).toBe(422);
    expect(errorBeside(none.body, 'case')).not.toBe('');
  });
});
