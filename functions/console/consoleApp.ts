import type { SessionStore } from '../../shared/access/session.ts';
import { catalogue } from '../../shared/messages/catalogue.ts';
import type { ConsoleDeps } from '../web/console/consoleDeps.ts';
import { consoleScript } from '../web/console/consoleScript.tsx';
import { dueFor } from '../web/console/due.ts';
import { navigation } from '../web/console/navigation.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import type { RequestLog } from '../web/kit/http/requestLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import { consoleRoutes } from './routes.ts';

export interface ConsoleParts {
  readonly deps: ConsoleDeps;
  readonly sessions: SessionStore;
  readonly assets: readonly ServedAsset[];
  readonly log: RequestLog;
  /** Origin of the file store: the only place besides this site that a form or a script of ours sends to. */
  readonly uploadOrigin: string;
}

/** The console: every page of the office behind one handler. */
export function consoleApp({ deps, sessions, assets, log, uploadOrigin }: ConsoleParts): WebApp<ConsoleDeps> {
  return {
    routes: consoleRoutes,
    deps,
    site: {
      office: { zh: deps.office.name, en: deps.office.nameEn },
      navigation,
      assets: [...assets, consoleScript],
      catalogue,
      formActions: [uploadOrigin],
      connectSources: [uploadOrigin],
    },
    people: { users: deps.users, sessions },
    clock: { now: deps.draws.now },
    log,
    due: dueFor,
    // The form of a plan with sixty rate lines is some 20 KB; nothing here is larger.
    maxBodyBytes: 128 * 1024,
  };
}
