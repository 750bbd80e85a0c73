import type { Route } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { agencyRoutes } from './agencyRoutes.tsx';
import { assignmentRoutes } from './assignmentRoutes.tsx';
import { inspectorRoutes } from './inspectorRoutes.tsx';
import { itemRoutes } from './itemRoutes.tsx';
import { listRoutes } from './listRoutes.tsx';
import { overviewRoutes } from './overviewRoutes.tsx';
import { practitionerRoutes } from './practitionerRoutes.tsx';
import { relationRoutes } from './relationRoutes.tsx';
import { agencyView, inspectorView, itemView, practitionerView, relationView } from './views.tsx';

/** The registers: lists and files of all five, pages and forms of their rows. */
export const registerRoutes: readonly Route<ConsoleDeps>[] = [
  ...overviewRoutes,
  ...listRoutes(agencyView),
  ...listRoutes(practitionerView),
  ...listRoutes(inspectorView),
  ...listRoutes(relationView),
  ...listRoutes(itemView),
  ...agencyRoutes,
  ...practitionerRoutes,
  ...inspectorRoutes,
  ...relationRoutes,
  ...itemRoutes,
  ...assignmentRoutes,
];
