import type { User, UserStore } from './user.ts';

/** Everybody of the office: some dozens of people, so one list is enough wherever people are chosen. */
export async function allUsers(store: UserStore): Promise<readonly User[]> {
  const users: User[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list({ limit: 100, cursor });
    users.push(...page.users);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return users;
}
