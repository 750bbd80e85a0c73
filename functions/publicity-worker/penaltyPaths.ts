/** Addresses of the pages of penalties. The page of a decision keeps its address when it was annulled. */

export const PENALTIES_PAGE = 'penalties/index.html';

/** @param key year and serial of the decision, such as `2026-0001` */
export const penaltyPath = (key: string) => `penalties/${key}/index.html`;

/** @param year of the decision */
export const penaltyYearPath = (year: string) => `penalties/${year}.html`;
