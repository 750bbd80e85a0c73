import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { ComplaintCase } from '../../../../shared/complaint/complaintCase.ts';

/**
 * Reports are secret, and a complaint tells of a person's affairs: only who works on them reads them. Inspectors,
 * witnesses and the notary see none of it; the auditor reads the audit chain, which holds no content.
 */
export const deskRoles: readonly Role[] = ['supervisor', 'approver'];

/** Who enters a filing for somebody. */
export const entryRoles: readonly Role[] = ['supervisor'];

/**
 * Whether a person may know of a case. For everybody else its address answers like one that does not exist.
 *
 * @param _complaint no case is open to fewer people than another so far; who asks has to have it in hand
 */
export function maySee(user: Pick<User, 'roles'>, _complaint: Pick<ComplaintCase, 'id'>): boolean {
  return mayAct(user.roles, deskRoles);
}
