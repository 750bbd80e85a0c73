import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../shared/access/roles.ts';
import type { User } from '../../../shared/access/user.ts';
import {
  addUser,
  changeUser,
  setDisabled,
  type UserDeps,
  userCaseId,
} from '../../../shared/access/userCommands.ts';
import { userRow } from '../../../shared/adapters/dynamoUsers.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let deps: UserDeps;

beforeAll(async () => {
  tables = await openTables();
  deps = {
    cases: tables.store,
    auditKey: async () => new Uint8Array(32),
    row: userRow,
    digests: () => ({ user: '0'.repeat(64) }),
    now: () => new Date('2026-12-01T01:00:00Z'),
  };
});

afterAll(() => tables.close());

const chief: User = {
  userId: 'U-chief',
  iss: 'https://id.example',
  sub: 'chief',
  name: '管理员',
  roles: ['administrator'],
  version: 1,
};

const form = (sub: string, roles: Role[]) => ({ iss: chief.iss, sub, name: '张', roles });

test('an auditor reads in clear which roles somebody has after each change of them, and only then', async () => {
  const added = await addUser(deps, form('zhang', ['administrator']), undefined, chief);
  if (!added.ok) throw new Error('not added');
  const self = added.value;
  // To themselves, in whatever order the form names them.
  const given = await changeUser(
    deps,
    self,
    { name: '张', roles: ['administrator', 'approver', 'supervisor', 'approver'] },
    1,
    self,
  );
  if (!given.ok) throw new Error('not changed');
  const renamed = await changeUser(deps, given.value, { name: '章', roles: [...given.value.roles] }, 2, self);
  if (!renamed.ok) throw new Error('not renamed');
  expect((await setDisabled(deps, renamed.value, true, chief)).ok).toBe(true);

  const chain = await tables.store.chain(userCaseId(self.userId));
  expect(chain.map(({ command, actor, ground }) => [command, actor, ground])).toEqual([
    ['add', chief.userId, 'roles:administrator'],
    ['change', self.userId, 'roles:supervisor+approver+administrator'],
    ['change', self.userId, undefined],
    ['disable', chief.userId, undefined],
  ]);
  expect(JSON.stringify(chain)).not.toMatch(/张|章|zhang/);
  const stored = await tables.store.load(userCaseId(self.userId));
  expect(verifyChain(userCaseId(self.userId), chain, stored)).toEqual([]);
});
