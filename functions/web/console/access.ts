import type { Role } from '../../../shared/access/roles.ts';

/** Who sees the registers, plans and notices of the whole office. */
export const readers: readonly Role[] = ['supervisor', 'approver', 'auditor'];

/** Who changes them; what each command asks for stands in the transition tables of the domains. */
export const editors: readonly Role[] = ['supervisor'];

/** Who confirms what a supervisor has entered: the second pair of eyes. */
export const confirmers: readonly Role[] = ['approver'];

/** Readers of single rows: an inspector sees their own, the page itself decides which that is. */
export const readersAndInspectors: readonly Role[] = [...readers, 'inspector'];

/** Who may read why an inspector steps back. The auditor sees that they do, not why. */
export const confidentialReaders: readonly Role[] = ['supervisor', 'approver'];

export const auditors: readonly Role[] = ['auditor'];

export const administrators: readonly Role[] = ['administrator'];

/** The administrator changes the people of the office, the auditor may look at who holds which right. */
export const peopleReaders: readonly Role[] = ['administrator', 'auditor'];

/** Who reads the papers of penalty cases: whoever acts in one, and the auditor. */
export const penaltyReaders: readonly Role[] = ['supervisor', 'approver', 'legalReviewer', 'auditor'];
