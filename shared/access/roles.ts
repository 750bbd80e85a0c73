import { accessMessages } from '../messages/access.ts';
import type { Message } from '../messages/message.ts';

/**
 * Who a signed-in person may be. A person can have several roles; what each may do is written on the routes
 * and in the transition tables of the domains, never inferred from a rank.
 */
export const roles = [
  'supervisor',
  'approver',
  'official',
  'notary',
  'inspector',
  'legalReviewer',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** The name of each role in both languages. */
export const roleLabels: Readonly<Record<Role, Message>> = {
  supervisor: accessMessages['access.role.supervisor'],
  approver: accessMessages['access.role.approver'],
  official: accessMessages['access.role.official'],
  notary: accessMessages['access.role.notary'],
  inspector: accessMessages['access.role.inspector'],
  legalReviewer: accessMessages['access.role.legalReviewer'],
  auditor: accessMessages['access.role.auditor'],
  administrator: accessMessages['access.role.administrator'],
};

/** True when one of the person's roles is among those allowed. */
export function mayAct(held: readonly Role[], allowed: readonly Role[]): boolean {
  return held.some((role) => allowed.includes(role));
}
