import { giveInspection } from '../../../shared/inspection/command.ts';
import { requestStaffing } from '../../../shared/inspection/staffing.ts';
import type { Problem } from '../../../shared/problem.ts';
import { readForm } from '../../web/kit/http/readForm.ts';
import { page, redirect } from '../../web/kit/http/respond.ts';
import type { WebResponse } from '../../web/kit/http/route.ts';
import { staffingForm } from './forms.ts';
import { InspectorInspectionPage } from './inspectorPage.tsx';
import { inspectorActor } from './linkActor.ts';
import { factsOf, type InspectionRequest, refused } from './ownInspectionRoute.ts';
import { inspectionPath } from './paths.ts';

export async function showInspectorInspection(
  { request, token, link, own }: InspectionRequest,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, now, form } = request;
  const facts = await factsOf(deps, now);
  const shown = { ...facts, token, own, inspectorId: link.recipient.id, consoleUrl: deps.consoleUrl };
  return problems.length === 0
    ? page(<InspectorInspectionPage {...shown} />)
    : page(<InspectorInspectionPage {...shown} values={form} problems={problems} />, { status: 422 });
}

/** A conflict of interest or an absence, declared for the own seat; the same form twice is one request. */
export async function staffing(opened: InspectionRequest): Promise<WebResponse> {
  const { request, token, link, own } = opened;
  const { number } = own.state;
  const inspectorId = link.recipient.id;
  const see = inspectionPath(token, number);
  const done = () => redirect(see, { code: 'linkInspection.staffing.done' });
  const read = readForm(staffingForm, request.form);
  if (!read.ok) return showInspectorInspection(opened, read.problems);
  const { idempotencyKey: id, reason, text } = read.value;
  if (own.state.staffing.some((one) => one.id === id && one.inspectorId === inspectorId)) return done();
  const given = await giveInspection(
    request.deps.inspections,
    number,
    'request-staffing',
    requestStaffing,
    { id, inspectorId, reason, text },
    inspectorActor(own.state, inspectorId),
  );
  return given.ok
    ? done()
    : refused(given.problems, see, () => showInspectorInspection(opened, given.problems));
}
