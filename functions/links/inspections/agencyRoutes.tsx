import { giveInspection } from '../../../shared/inspection/command.ts';
import { openCorrection, raiseCorrection } from '../../../shared/inspection/correcting.ts';
import { applyRecusal } from '../../../shared/inspection/staffing.ts';
import type { Problem } from '../../../shared/problem.ts';
import { readForm } from '../../web/kit/http/readForm.ts';
import { page, redirect } from '../../web/kit/http/respond.ts';
import type { WebResponse } from '../../web/kit/http/route.ts';
import { AgencyInspectionPage } from './agencyPage.tsx';
import { correctionForm, recusalForm } from './forms.ts';
import { agencyActor } from './linkActor.ts';
import { factsOf, type InspectionRequest, refused } from './ownInspectionRoute.ts';
import { inspectionPath } from './paths.ts';

/** The inspection's page, or the page with the form that was refused. */
export async function showAgencyInspection(
  { request, token, own }: InspectionRequest,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const facts = await factsOf(request.deps, request.now);
  return problems.length === 0
    ? page(<AgencyInspectionPage {...facts} token={token} own={own} />)
    : page(
        <AgencyInspectionPage {...facts} token={token} own={own} values={request.form} problems={problems} />,
        { status: 422 },
      );
}

/** An application that a member steps back; the same form twice is one application. */
export async function recusal(opened: InspectionRequest): Promise<WebResponse> {
  const { request, token, own } = opened;
  const { deps, form } = request;
  const { number } = own.state;
  const see = inspectionPath(token, number);
  const done = () => redirect(see, { code: 'linkInspection.recusal.done' });
  const read = readForm(recusalForm, form);
  if (!read.ok) return showAgencyInspection(opened, read.problems);
  const { idempotencyKey: id, tid, text } = read.value;
  if (own.state.recusals.some((one) => one.id === id)) return done();
  const actor = agencyActor(own.state);
  const input = { id, tid, text };
  const given = await giveInspection(deps.inspections, number, 'apply-recusal', applyRecusal, input, actor);
  return given.ok ? done() : refused(given.problems, see, () => showAgencyInspection(opened, given.problems));
}

/** The agency says that the published result is wrong. */
export async function correction(opened: InspectionRequest): Promise<WebResponse> {
  const { request, token, own } = opened;
  const { number } = own.state;
  const see = inspectionPath(token, number);
  const done = () => redirect(see, { code: 'linkInspection.correction.done' });
  const read = readForm(correctionForm, request.form);
  if (!read.ok) return showAgencyInspection(opened, read.problems);
  const { text } = read.value;
  const actor = agencyActor(own.state);
  const open = openCorrection(own.state);
  // The same form twice: the request stands.
  if (open !== undefined && open.text === text && open.raised.by === actor.userId) return done();
  const given = await giveInspection(
    request.deps.inspections,
    number,
    'raise-correction',
    raiseCorrection,
    { text },
    actor,
  );
  return given.ok ? done() : refused(given.problems, see, () => showAgencyInspection(opened, given.problems));
}
