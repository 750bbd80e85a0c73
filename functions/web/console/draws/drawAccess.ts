import type { Role } from '../../../../shared/access/roles.ts';

/** Who may look at draws: everybody who has a part in one, and the auditor. */
export const drawReaders: readonly Role[] = [
  'supervisor',
  'approver',
  'official',
  'notary',
  'legalReviewer',
  'auditor',
];
