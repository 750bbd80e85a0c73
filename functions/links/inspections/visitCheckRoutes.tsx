import { shanghaiDate } from '../../../shared/calendar/localDate.ts';
import type { InspectionCase, InspectionStatus } from '../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../shared/inspection/inspectionRows.ts';
import { MINIMUM_TEAM, mayActOn } from '../../../shared/inspection/teamRules.ts';
import {
  readVisitCheck,
  VISIT_CHECK_PURPOSE,
  type VisitCheck,
  visitCheckPath,
} from '../../../shared/inspection/visitCheck.ts';
import { page } from '../../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../../web/kit/http/route.ts';
import type { LinkDeps } from '../linkDeps.ts';
import type { LinkRequest } from '../linked.ts';
import { itemsOf } from './ownInspections.ts';
import { shownTeam } from './teamAndItems.tsx';
import { type Checked, VisitCheckHelpPage, VisitCheckPage, type VisitWarning } from './visitCheckPages.tsx';

/** Statuses in which nobody should stand at the door with this code. */
const WARNED: Partial<Readonly<Record<InspectionStatus, VisitWarning>>> = {
  cancelled: 'cancelled',
  merged: 'merged',
  joining: 'merged',
  staffing: 'few',
};

async function checked({ deps, params, now }: LinkRequest): Promise<Checked> {
  const opened = await deps.signed.open(params['code'] ?? '', VISIT_CHECK_PURPOSE, now);
  if (!opened.ok) {
    const ended = opened.problems.some(({ code }) => code === 'access.link.expired');
    return { warning: ended ? 'otherDay' : 'wrong' };
  }
  const visit = readVisitCheck(opened.value.subject);
  if (visit === undefined) return { warning: 'wrong' };
  // Made on an earlier day for a later one, it is genuine and not for today.
  if (visit.day !== shanghaiDate(now)) return { warning: 'otherDay' };
  return checkedCase(deps, visit);
}

async function checkedCase(deps: LinkDeps, { inspection: number, day }: VisitCheck): Promise<Checked> {
  const [stored, items, inspectors] = await Promise.all([
    deps.cases.load<InspectionCase>(inspectionCaseId(number)),
    deps.rows.items(),
    deps.inspectors(),
  ]);
  if (stored === undefined) return { warning: 'wrong' };
  const warning = WARNED[stored.status as InspectionStatus];
  if (warning !== undefined) return { warning };
  const inspection = stored.state;
  const team = shownTeam(inspection, inspectors);
  const valid = team.filter(({ inspector }) => mayActOn(inspector, day));
  if (valid.length < MINIMUM_TEAM) return { warning: 'few' };
  return {
    visit: {
      number,
      day,
      agency: inspection.agency.name,
      team,
      valid: new Set(valid.map(({ tid }) => tid)),
      items: itemsOf(inspection.parts, items),
    },
  };
}

async function check(request: LinkRequest): Promise<WebResponse> {
  const { office, publicityUrl } = request.deps;
  return page(
    <VisitCheckPage checked={await checked(request)} office={office} publicityUrl={publicityUrl} />,
  );
}

function help({ deps }: LinkRequest): WebResponse {
  const { office, publicUrl, publicityUrl } = deps;
  return page(<VisitCheckHelpPage office={office} origin={publicUrl} publicityUrl={publicityUrl} />);
}

/** For whoever opens the door: no link, no sign-in, nothing to enter. */
export const visitCheckRoutes: readonly Route<LinkDeps>[] = [
  publicRoute({ method: 'GET', path: '/visit-check', handle: help }),
  publicRoute({ method: 'GET', path: visitCheckPath('{code}'), handle: check }),
];
