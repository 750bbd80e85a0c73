import { allUsers } from '../../../shared/access/allUsers.ts';
import type { ConsoleDeps } from './consoleDeps.ts';

/** Names of the people of the office by user id: some dozens, read where a page shows who did what. */
export async function namesOfPeople(deps: Pick<ConsoleDeps, 'users'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await allUsers(deps.users)).map(({ userId, name }) => [userId, name]));
}
