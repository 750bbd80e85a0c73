import { downloadName, evidenceKey } from '../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../shared/evidence/evidenceStore.ts';
import { newEvidenceUpload } from '../../../shared/evidence/receiveEvidence.ts';
import { giveInspection } from '../../../shared/inspection/command.ts';
import { currentRound } from '../../../shared/inspection/inspectionCase.ts';
import { answerRectification } from '../../../shared/inspection/rectifying.ts';
import type { Problem } from '../../../shared/problem.ts';
import { readForm } from '../../web/kit/http/readForm.ts';
import { conflict, notFound, page, redirect, redirectAbroad } from '../../web/kit/http/respond.ts';
import type { WebResponse } from '../../web/kit/http/route.ts';
import { forgetLink, rememberLink, uploadGrant } from '../uploadGrant.ts';
import { rectificationForm } from './forms.ts';
import { agencyActor } from './linkActor.ts';
import { type InspectionRequest, refused } from './ownInspectionRoute.ts';
import { inspectionPath, uploadedPath } from './paths.ts';
import { CheckReportPage, ReportDonePage, ReportPage } from './rectificationPages.tsx';

function pathsOf({ token, own }: InspectionRequest) {
  const inspection = inspectionPath(token, own.state.number);
  return { inspection, report: `${inspection}/rectification`, done: `${inspection}/rectification/done` };
}

/** The report as far as it has come, with a signed form for one more file. */
async function reportPage(
  { request, token, own }: InspectionRequest,
  refusal: { readonly problems?: readonly Problem[]; readonly status?: number } = {},
): Promise<WebResponse> {
  const { deps, now, form: values } = request;
  const { number } = own.state;
  const grant = await uploadGrant(deps.signed, 'rectification-upload', number, now);
  const { form } = await newEvidenceUpload(deps.evidence, {
    caseNumber: number,
    now,
    redirect: `${deps.publicUrl}${uploadedPath(grant, '{id}')}`,
  });
  const { problems = [], status = 200 } = refusal;
  const { publicityUrl } = deps;
  return page(<ReportPage {...{ token, own, publicityUrl, form, values, problems }} />, {
    status,
    cookies: [rememberLink(token)],
  });
}

/** The page of the report; after it was handed in, its receipt. */
export async function showReport(opened: InspectionRequest): Promise<WebResponse> {
  const { inspection, done } = pathsOf(opened);
  const { status, state } = opened.own;
  if (status === 'rectifying') return reportPage(opened);
  return currentRound(state)?.answer === undefined ? conflict(inspection) : redirect(done);
}

/** Shows what will be handed in; nothing is kept yet. */
export async function checkReport(opened: InspectionRequest): Promise<WebResponse> {
  const { request, token, own } = opened;
  if (own.status !== 'rectifying') return showReport(opened);
  const read = readForm(rectificationForm, request.form);
  if (!read.ok) return reportPage(opened, { problems: read.problems, status: 422 });
  const { publicityUrl } = request.deps;
  return page(
    <CheckReportPage {...{ token, own, publicityUrl }} text={read.value.text} form={request.form} />,
  );
}

/** Back from the check to the form, with the text that was there. */
export async function changeReport(opened: InspectionRequest): Promise<WebResponse> {
  return opened.own.status === 'rectifying' ? reportPage(opened) : showReport(opened);
}

/** Hands the report in, once: a second press leads to the receipt of the first. */
export async function submitReport(opened: InspectionRequest): Promise<WebResponse> {
  const { request, own } = opened;
  const { inspection, done } = pathsOf(opened);
  if (own.status !== 'rectifying') return showReport(opened);
  const read = readForm(rectificationForm, request.form);
  if (!read.ok) return reportPage(opened, { problems: read.problems, status: 422 });
  const given = await giveInspection(
    request.deps.inspections,
    own.state.number,
    'answer-rectification',
    answerRectification,
    { text: read.value.text },
    agencyActor(own.state),
  );
  return given.ok
    ? redirect(done, undefined, [forgetLink()])
    : refused(given.problems, inspection, () =>
        reportPage(opened, { problems: given.problems, status: 422 }),
      );
}

export async function reportDone(opened: InspectionRequest): Promise<WebResponse> {
  const { request, token, own } = opened;
  const answer = currentRound(own.state)?.answer;
  if (answer === undefined) return notFound();
  const until = own.state.deadlines.find(({ kind }) => kind === 'recheck')?.deadline.dueLegal;
  const { publicityUrl } = request.deps;
  return page(
    <ReportDonePage
      {...{ token, own, publicityUrl }}
      at={answer.at}
      {...(until === undefined ? {} : { until })}
    />,
  );
}

/** A file that the agency itself has sent; what the inspectors gathered is not behind this link. */
export async function ownFile({ request, own }: InspectionRequest): Promise<WebResponse> {
  const { number, evidence } = own.state;
  const file = evidence.find(
    ({ id, purpose, removed }) =>
      id === request.params['id'] && purpose === 'rectification' && removed === undefined,
  );
  if (file === undefined) return notFound();
  const address = await request.deps.evidence.link(
    evidenceKey(number, file.sha256),
    downloadName(number, file),
    EVIDENCE_LINK_SECONDS,
  );
  return redirectAbroad(new URL(address));
}
