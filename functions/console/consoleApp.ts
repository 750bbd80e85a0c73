import type { SessionStore } from '../../shared/access/session.ts';
import type { ConsoleDeps } from '../web/console/consoleDeps.ts';
import { consoleScript } from '../web/console/consoleScript.tsx';
import { consoleSite } from '../web/console/consoleSite.ts';
import { dueFor } from '../web/console/due.ts';
import { WORKER_POLICY } from '../web/console/visit/offline/workerPlace.ts';
import { type VisitScripts, workerRoute } from '../web/console/visit/visitScripts.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import type { RequestLog } from '../web/kit/http/requestLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import { consoleRoutes } from './routes.ts';

export interface ConsoleParts {
  readonly deps: ConsoleDeps;
  readonly sessions: SessionStore;
  readonly assets: readonly ServedAsset[];
  readonly visitScripts: VisitScripts;
  readonly log: RequestLog;
  /** Origin of the file store: the only place besides this site that a form or a script of ours sends to. */
  readonly uploadOrigin: string;
}

/** The console: every page of the office behind one handler. */
export function consoleApp(parts: ConsoleParts): WebApp<ConsoleDeps> {
  const { deps, sessions, assets, visitScripts, log, uploadOrigin } = parts;
  return {
    routes: [...consoleRoutes, workerRoute(visitScripts.worker)],
    deps,
    site: {
      ...consoleSite(deps.office, [...assets, consoleScript, visitScripts.page]),
      formActions: [uploadOrigin],
      connectSources: [uploadOrigin],
      trustedTypes: [WORKER_POLICY],
    },
    people: { users: deps.users, sessions },
    clock: { now: deps.draws.now },
    log,
    due: dueFor,
    // The form of a plan with sixty rate lines is some 20 KB; nothing here is larger.
    maxBodyBytes: 128 * 1024,
  };
}
