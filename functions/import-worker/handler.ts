import { dependencies } from './dependencies.ts';
import { work } from './work.ts';

/** Kicked with `{importId}` after an upload or a confirmation, swept by a schedule. */
export const handler = (event: unknown) => work(dependencies(), event);
