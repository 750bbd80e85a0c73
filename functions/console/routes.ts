import { agencyFileRoutes } from '../web/console/agencyFile/routes.tsx';
import { auditRoutes } from '../web/console/audit/routes.tsx';
import { calendarRoutes } from '../web/console/calendar/routes.tsx';
import { catalogueRoutes } from '../web/console/catalogue/routes.tsx';
import { complaintPaperRoutes } from '../web/console/complaintPapers/routes.tsx';
import { complaintRoutes } from '../web/console/complaints/routes.tsx';
import type { ConsoleDeps } from '../web/console/consoleDeps.ts';
import { creditRoutes } from '../web/console/credit/routes.tsx';
import { dossierRoutes } from '../web/console/dossier/routes.tsx';
import { drawRoutes } from '../web/console/draws/routes.tsx';
import { homeRoutes } from '../web/console/home/routes.tsx';
import { importRoutes } from '../web/console/imports/routes.tsx';
import { inspectionRoutes } from '../web/console/inspections/routes.tsx';
import { listingRoutes } from '../web/console/listings/routes.tsx';
import { noticeRoutes } from '../web/console/notices/routes.tsx';
import { penaltyRoutes } from '../web/console/penalties/routes.tsx';
import { penaltyDossierRoutes } from '../web/console/penaltyDossier/routes.tsx';
import { penaltyPaperRoutes } from '../web/console/penaltyPapers/routes.tsx';
import { planRoutes } from '../web/console/plans/routes.tsx';
import { registerRoutes } from '../web/console/registers/routes.tsx';
import { repairRoutes } from '../web/console/repairs/routes.tsx';
import { riskRoutes } from '../web/console/risk/routes.tsx';
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
  ...agencyFileRoutes,
  ...planRoutes,
  ...drawRoutes,
  ...targetedRoutes,
  ...riskRoutes,
  ...dossierRoutes,
  ...penaltyDossierRoutes,
  ...inspectionRoutes,
  ...complaintRoutes,
  ...listingRoutes,
  ...creditRoutes,
  ...penaltyRoutes,
  ...catalogueRoutes,
  ...repairRoutes,
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
