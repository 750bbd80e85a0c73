import type { Route } from '../web/kit/http/route.ts';
import { agencyRoutes } from './agencyRoutes.tsx';
import { beforeRoutes } from './beforeRoutes.tsx';
import { evidenceRoutes } from './evidenceRoutes.tsx';
import type { IntakeDeps } from './intakeDeps.ts';
import { receiptRoutes } from './receiptRoutes.tsx';
import { releaseRoutes } from './releaseRoutes.tsx';
import { sendRoutes } from './sendRoutes.tsx';
import { startRoutes } from './startRoutes.tsx';
import { stepRoutes } from './stepRoutes.tsx';

/** The public form, in the order in which a person meets it. */
export const intakeRoutes: readonly Route<IntakeDeps>[] = [
  ...startRoutes,
  ...beforeRoutes,
  ...agencyRoutes,
  ...stepRoutes,
  ...evidenceRoutes,
  ...sendRoutes,
  ...releaseRoutes,
  ...receiptRoutes,
];
