import { shanghaiDate } from '../../../shared/calendar/localDate.ts';
import type { Problem } from '../../../shared/problem.ts';
import { conflict, notFound } from '../../web/kit/http/respond.ts';
import type { WebResponse } from '../../web/kit/http/route.ts';
import type { LinkDeps, OpenedLink } from '../linkDeps.ts';
import { type LinkRequest, linked } from '../linked.ts';
import type { InspectionFacts } from './agencyPage.tsx';
import { type OwnInspection, ownInspection } from './ownInspections.ts';

/** A request for one inspection of a link's holder. */
export interface InspectionRequest {
  readonly request: LinkRequest;
  readonly token: string;
  readonly link: OpenedLink;
  readonly own: OwnInspection;
}

/**
 * Opens link and inspection first, for this type of recipient only. What the holder may not see looks like an
 * address that does not exist, whether it is there or not.
 */
export function onInspection(
  type: 'agency' | 'inspector' | 'any',
  handle: (opened: InspectionRequest) => Promise<WebResponse>,
) {
  return linked(async (request, token, link) => {
    if (type !== 'any' && link.recipient.type !== type) return notFound();
    const own = await ownInspection(request.deps, link, request.params['number']);
    return own === undefined ? notFound() : handle({ request, token, link, own });
  });
}

/** Registers, calendar and office as the pages need them. */
export async function factsOf(deps: LinkDeps, now: Date): Promise<InspectionFacts> {
  const [items, inspectors, calendar] = await Promise.all([
    deps.rows.items(),
    deps.inspectors(),
    deps.inspections.calendar(),
  ]);
  const { office, publicUrl, publicityUrl } = deps;
  return { items, inspectors, calendar, today: shanghaiDate(now), office, publicUrl, publicityUrl };
}

/** Refusals that no entry of the form can mend: the case has moved on since the page was shown. */
const MOVED_ON: ReadonlySet<string> = new Set([
  'inspection.unknown',
  'inspection.status',
  'inspection.role',
  'inspection.rectify.none',
  'inspection.correction.unpublished',
]);

/** A refused command: back to the current state, or to the form with what is wrong with it. */
export function refused(
  problems: readonly Problem[],
  see: string,
  again: () => Promise<WebResponse>,
): Promise<WebResponse> | WebResponse {
  return problems.some(({ code }) => MOVED_ON.has(code)) ? conflict(see) : again();
}
