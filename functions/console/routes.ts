import { auditRoutes } from '../web/console/audit/routes.tsx';
import { calendarRoutes } from '../web/console/calendar/routes.tsx';
import { complaintPaperRoutes } from '../web/console/complaintPapers/routes.tsx';
import { complaintRoutes } from '../web/console/complaints/routes.tsx';
import type { ConsoleDeps } from '../web/console/consoleDeps.ts';
import { dossierRoutes } from '../web/console/dossier/routes.tsx';
import { drawRoutes } from '../web/console/draws/routes.tsx';
import { homeRoutes } from '../web/console/home/routes.tsx';
import { importRoutes } from '../web/console/imports/routes.tsx';
import { inspectionRoutes } from '../web/console/inspections/routes.tsx';
import { noticeRoutes } from '../web/console/notices/routes.tsx';
import { penaltyPaperRoutes } from '../web/console/penaltyPapers/routes.tsx';
import { planRoutes } from '../web/console/plans/routes.tsx';
import { registerRoutes } from '../web/console/registers/routes.tsx';
import { statisticsRoutes } from '../web/console/statistics/routes.tsx';
import { targetedRoutes } from '../web/console/targeted/routes.tsx';
import { userRoutes } from '../web/console/users/routes.tsx';
import { answerRoutes } from '../web/console/visit/answerRoutes.ts';
import { evidenceRoutes } from '../web/console/visit/evidenceRoutes.tsx';
import { visitRoutes } from '../web/console/visit/visitRoutes.tsx';
import type { Route } from '../web/kit/http/route.ts';

/** Every address of the console with who may come to it. */
export const consoleRoutes: readonly Route<ConsoleDeps>[] = [
  ...homeRoutes,
  ...importRoutes,
  ...registerRoutes,
  ...planRoutes,
  ...drawRoutes,
  ...targetedRoutes,
  ...dossierRoutes,
  ...inspectionRoutes,
  ...complaintRoutes,
  ...statisticsRoutes,
  ...noticeRoutes,
  ...complaintPaperRoutes,
  ...penaltyPaperRoutes,
  ...calendarRoutes,
  ...visitRoutes,
  ...answerRoutes,
  ...evidenceRoutes,
  ...auditRoutes,
  ...userRoutes,
];
