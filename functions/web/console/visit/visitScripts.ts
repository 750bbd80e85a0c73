import type { ServedAsset } from '../../kit/assets.ts';
import { type PublicRoute, publicRoute } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { WORKER_PATH } from './offline/workerPlace.ts';

/** What runs in the browser of a team: on the page, and in the background while there is no signal. */
export interface VisitScripts {
  readonly page: ServedAsset;
  readonly worker: ServedAsset;
}

/** The worker under its one name: a browser that looks for a newer one has to find it there. It holds no data. */
export function workerRoute({ contentType, text }: ServedAsset): PublicRoute<ConsoleDeps> {
  return publicRoute({
    method: 'GET',
    path: WORKER_PATH,
    handle: () => ({ kind: 'bytes', status: 200, contentType, body: text }),
  });
}
