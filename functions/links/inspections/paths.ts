/** Addresses of the inspection pages. */

export const inspectionPath = (token: string, number: string) => `/l/${token}/inspection/${number}`;

/** Where the browser comes back to from the file store: it carries a grant for uploads, never the link. */
export const uploadedPath = (grant: string, id: string) => `/uploaded/${grant}/${id}`;

/** The inspection in the console, where its team works; below the console's origin. */
export const consoleInspectionPath = (number: string) => `/inspections/${number}`;
