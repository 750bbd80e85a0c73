import type { User } from '../../../../shared/access/user.ts';
import type { Chair } from '../../../../shared/penalty/hearing.ts';

/** Who of the office can be put in charge of a case. */
export function handlersOf(users: readonly User[]): readonly Pick<User, 'userId' | 'name'>[] {
  return users
    .filter(({ roles, disabledAt }) => roles.includes('supervisor') && disabledAt === undefined)
    .map(({ userId, name }) => ({ userId, name }));
}

/** Who of the office can chair a hearing: whoever may then fix and report it. Whether they may in a case, the case says. */
export function chairsOf(users: readonly User[]): readonly Chair[] {
  return users
    .filter(
      ({ roles, disabledAt }) =>
        disabledAt === undefined && (roles.includes('legalReviewer') || roles.includes('supervisor')),
    )
    .map(({ userId, name, inspectorId }) => ({ userId, name, inspectorId }));
}
