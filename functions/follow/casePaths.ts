/** Addresses of the pages of a receipt. */
export const ENTER_PATH = '/follow';
export const CASES_PATH = '/follow/cases';

/** Give `{id}` for the pattern of a route. */
export const casePath = (id: string, rest = ''): string => `${CASES_PATH}/${id}${rest}`;
