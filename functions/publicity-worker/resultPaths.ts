/** Addresses of the pages of results. The page of a result keeps its address when it is corrected or taken down. */

export const resultPath = (number: string) => `results/${number}/index.html`;

/** Where the tombstone of a version stands that another one has replaced. */
export const replacedPath = (number: string, version: number) => `results/${number}/v${version}.html`;

/** @param month of publication, such as `2027-01` */
export const resultMonthPath = (month: string) => `results/${month}.html`;

export const AGENCY_RESULTS = 'results/agencies.html';
