import type { SessionStore } from '../../shared/access/session.ts';
import type { UserStore } from '../../shared/access/user.ts';
import type { Office } from '../../shared/notice/office.ts';
import { consoleSite } from '../web/console/consoleSite.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import type { RequestLog } from '../web/kit/http/requestLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import { besideRoutes } from './besideRoutes.tsx';
import { erasureRoutes } from './erasureRoutes.tsx';
import type { IdentityDeps } from './identityDeps.ts';
import { identityRoutes } from './identityRoutes.tsx';

export interface IdentityParts {
  readonly deps: IdentityDeps;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly office: Pick<Office, 'name' | 'nameEn'>;
  readonly assets: readonly ServedAsset[];
  readonly log: RequestLog;
}

/** The pages that reach the vault: part of the console for whoever sees them, a function of its own for its rights. */
export function identityApp(parts: IdentityParts): WebApp<IdentityDeps> {
  const { deps, users, sessions, office, assets, log } = parts;
  return {
    routes: [...erasureRoutes, ...identityRoutes, ...besideRoutes],
    deps,
    site: consoleSite(office, assets),
    people: { users, sessions },
    clock: { now: deps.complaints.now },
    log,
  };
}
