import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { type InspectionCase, isMember } from '../../../../shared/inspection/inspectionCase.ts';
import { confidentialReaders, readers } from '../access.ts';

/** Who comes to the list of inspections; the legal reviewer finds there what went to the penalty procedure. */
export const listReaders: readonly Role[] = [...readers, 'legalReviewer'];

/** Who comes to single inspections; the page itself decides which those are. */
export const caseReaders: readonly Role[] = [...listReaders, 'inspector'];

type Person = Pick<User, 'roles' | 'inspectorId'>;

/** Whether a person may know of an inspection. For everybody else it answers like one that does not exist. */
export function maySee(user: Person, inspection: InspectionCase): boolean {
  if (mayAct(user.roles, readers)) return true;
  if (user.roles.includes('legalReviewer') && inspection.handOver?.to === 'penalty') return true;
  return isOfTeam(user, inspection);
}

export function isOfTeam(user: Person, inspection: InspectionCase): boolean {
  return user.roles.includes('inspector') && isMember(inspection, user.inspectorId);
}

/** An application for recusal may name families and debts: only those who act on it read its text. */
export function readsRecusals(user: Pick<User, 'roles'>): boolean {
  return mayAct(user.roles, confidentialReaders);
}
