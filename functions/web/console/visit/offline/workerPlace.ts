/** Where the worker of the visit page lives: at the root, so that it also hears of the sign-out. */
export const WORKER_PATH = '/visit-worker.js';

/** Name of the Trusted Types policy that names it, the only one that a script of the console may make. */
export const WORKER_POLICY = 'visit-worker';

/** The caches of kept pages, one for each person: `visit-page <user>`. */
export const CACHE_PREFIX = 'visit-page ';

/** Pages that are kept. */
export const KEPT_PAGE = /^\/inspections\/[\w-]+\/visit$/;

/** Where the issuer sends back whoever has signed in. */
export const SIGNED_IN_PATH = '/sign-in/callback';

/** Stands among the kept pages from a sign-in until a visit page has said who it was: for so long none is served. */
export const UNKNOWN_PERSON = `${CACHE_PREFIX}?`;
