/** Addresses of the pages of credit records. */
export const CREDIT_PATH = '/credit';
export const REPORTS_PATH = '/credit/reports';

export const ledgerPath = (uscc: string) => `${CREDIT_PATH}/agencies/${encodeURIComponent(uscc)}`;
export const reportPath = (day: string) => `${REPORTS_PATH}/${day}`;
