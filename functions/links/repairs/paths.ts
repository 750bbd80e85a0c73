/** Addresses of the pages on credit repair, below the first page behind a link. */

export const recordsPath = (home: string) => `${home}/repairs`;
export const repairPath = (home: string, id: string) => `${home}/repair/${id}`;

/** Where the browser comes back to from the file store: it carries a grant for one paper, never the link. */
export const repairUploadedPath = (grant: string, id: string) => `/repair-uploaded/${grant}/${id}`;
