import type { LocalDate } from '../../shared/calendar/localDate.ts';

/** Addresses of the catalogue of breaches (负面清单): one page for each time in which it is the same. */

export const CATALOGUE_PAGE = 'catalogue/index.html';

/** @param from first day of the time */
export const cataloguePath = (from: LocalDate) => `catalogue/${from}.html`;
