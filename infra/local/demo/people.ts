import type { Role } from '../../../shared/access/roles.ts';
import type { User } from '../../../shared/access/user.ts';
import type { LocalAccount } from '../oidc/accounts.ts';

/** What each account of the try-out may do; inspectors are known by their name. */
const ROLES: Readonly<Record<string, Role>> = {
  supervisor: 'supervisor',
  approver: 'approver',
  'official-a': 'official',
  'official-b': 'official',
  notary: 'notary',
  'legal-reviewer': 'legalReviewer',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Our own id of an account's person. */
export function userIdOf(sub: string): string {
  return `u-${sub}`;
}

/** The people of the demo office: one per account of the local issuer. An unknown account may do nothing. */
export function demoUsers(accounts: readonly LocalAccount[], issuer: string): readonly User[] {
  return accounts.map(({ sub, name, email }) => {
    const inspector = /^inspector-(\d+)$/.exec(sub)?.[1];
    const role = inspector === undefined ? ROLES[sub] : 'inspector';
    return {
      userId: userIdOf(sub),
      iss: issuer,
      sub,
      name,
      email,
      roles: role === undefined ? [] : [role],
      ...(inspector === undefined ? {} : { inspectorId: `P${inspector.padStart(3, '0')}` }),
      version: 1,
    };
  });
}
