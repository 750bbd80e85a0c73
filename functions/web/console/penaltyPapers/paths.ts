/** Everything still to be served, of all penalty cases. */
export const OPEN_PENALTY_PAPERS = '/penalty-papers';
