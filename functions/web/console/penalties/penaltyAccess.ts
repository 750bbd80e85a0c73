import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';

/** Who reads penalty cases: whoever works on them, and the auditor. Inspectors read the visit they made, not its case. */
export const penaltyReaders: readonly Role[] = ['supervisor', 'approver', 'legalReviewer', 'auditor'];

/** Who opens a case by hand and puts files to it. */
export const penaltyEditors: readonly Role[] = ['supervisor'];

export function readsPenalties(user: Pick<User, 'roles'>): boolean {
  return mayAct(user.roles, penaltyReaders);
}
