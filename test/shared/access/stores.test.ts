import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secondPersonCondition } from '../../../shared/access/fourEyes.ts';
import { newSession } from '../../../shared/access/session.ts';
import type { User } from '../../../shared/access/user.ts';
import { dynamoSessions } from '../../../shared/adapters/dynamoSessions.ts';
import { dynamoUsers, userKey } from '../../../shared/adapters/dynamoUsers.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;

beforeAll(async () => {
  tables = await openTables();
});

afterAll(() => tables.close());

const person = (sub: string, name: string): User => ({
  userId: `U-${sub}`,
  iss: 'https://id.example/realm#1',
  sub,
  name,
  roles: ['supervisor'],
  version: 1,
});

test('a person is written once, changed over the version that was read, and listed by name', async () => {
  const users = dynamoUsers(tables.client, 'core');
  expect(await users.put(person('b', '乙'), 0)).toBe(true);
  expect(await users.put(person('a', '甲'), 0)).toBe(true);
  expect(await users.put(person('c', '丙'), 0)).toBe(true);
  expect(await users.put(person('a', '甲'), 0)).toBe(false);
  expect(await users.put({ ...person('a', '甲'), roles: [], version: 2 }, 1)).toBe(true);
  expect(await users.put({ ...person('a', '甲'), version: 2 }, 1)).toBe(false);
  expect(await users.get(person('a', '').iss, 'a')).toEqual({ ...person('a', '甲'), roles: [], version: 2 });
  expect(await users.get('https://other.example', 'a')).toBeUndefined();

  const first = await users.list({ limit: 2 });
  const second = await users.list({ limit: 2, cursor: first.cursor });
  const names = [...first.users, ...second.users].map((user) => user.name);
  expect(names).toEqual(['丙', '乙', '甲']);
  expect(second.cursor).toBeUndefined();
  expect((await users.list({ limit: 2, cursor: 'nonsense' })).users).toHaveLength(2);
});

test('a person without a right field in the table is a fault, not a person with fewer rights', async () => {
  const users = dynamoUsers(tables.client, 'core');
  const Item = {
    ...userKey('i', 's'),
    userId: 'U',
    iss: 'i',
    sub: 's',
    name: 'n',
    roles: ['king'],
    version: 1,
  };
  await tables.client.send(new PutCommand({ TableName: 'core', Item }));
  await expect(users.get('i', 's')).rejects.toThrow();
});

test('a session is found by its hash, touched forward only, and gone once revoked', async () => {
  const sessions = dynamoSessions(tables.client, 'core');
  const { session } = newSession(person('a', '甲'), new Date('2026-12-01T01:00:00Z'));
  await sessions.create(session);
  expect(await sessions.get(session.id)).toEqual(session);
  await expect(sessions.create(session)).rejects.toThrow();
  await sessions.touch(session.id, session.lastSeenAt + 90_000);
  await sessions.touch(session.id, session.lastSeenAt + 60_000);
  expect((await sessions.get(session.id))?.lastSeenAt).toBe(session.lastSeenAt + 90_000);
  await sessions.revoke(session.id);
  await sessions.touch(session.id, session.lastSeenAt + 120_000);
  expect(await sessions.get(session.id)).toBeUndefined();
});

test('a one-time value is used once, also under a race', async () => {
  const sessions = dynamoSessions(tables.client, 'core');
  const results = await Promise.all(
    Array.from({ length: 8 }, () => sessions.useOnce('state', Date.now() + 1000)),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await sessions.useOnce('another', Date.now() + 1000)).toBe(true);
});

test('the write itself refuses a second person who is the first, and a case nobody began', async () => {
  const confirm = async (pk: string, second: string) => {
    const condition = secondPersonCondition('proposedBy', second);
    try {
      await tables.client.send(
        new UpdateCommand({
          TableName: 'core',
          Key: { pk, sk: 'META' },
          UpdateExpression: 'SET confirmedBy = :secondPerson',
          ConditionExpression: condition.expression,
          ExpressionAttributeNames: { ...condition.names },
          ExpressionAttributeValues: { ...condition.values },
        }),
      );
      return true;
    } catch {
      return false;
    }
  };
  await tables.client.send(
    new PutCommand({ TableName: 'core', Item: { pk: 'DR#1', sk: 'META', proposedBy: 'U-1' } }),
  );
  expect(await confirm('DR#1', 'U-1')).toBe(false);
  expect(await confirm('DR#none', 'U-2')).toBe(false);
  expect(await confirm('DR#1', 'U-2')).toBe(true);
});
