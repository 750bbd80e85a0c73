/** Settings and rights that many rows of the function tables share. */

export const core = ['CORE_TABLE'] as const;
/** The case store names both tables, though who only loads a case has no right on the audit table. */
export const cases = [...core, 'AUDIT_TABLE'] as const;
/** An audit entry carries keyed digests: who appends one needs the key. */
export const audited = [...cases, 'APP_SECRET_ARN'] as const;
export const appends = ['audit:append-and-read', 'app-secret:read'] as const;
/** How records go to the credit system, and as whose. */
export const credit = ['EVIDENCE_BUCKET', 'OFFICE', 'OFFICE_USCC', 'CREDIT_TRANSPORT', 'CREDIT_URL'] as const;
export const workers = ['MAIL_WORKER', 'PUBLICITY_WORKER'] as const;
