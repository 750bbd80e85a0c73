import type { VNode } from 'preact';
import { receiveEvidence } from '../../../shared/evidence/receiveEvidence.ts';
import { giveInspection } from '../../../shared/inspection/command.ts';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../shared/inspection/inspectionRows.ts';
import { attachRectification, roundEvidence } from '../../../shared/inspection/rectifying.ts';
import { ok, type Problem, problem, type Result } from '../../../shared/problem.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { conflict, page, redirect } from '../../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../../web/kit/http/route.ts';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { type LinkDeps, openRecipientLink } from '../linkDeps.ts';
import type { LinkRequest } from '../linked.ts';
import { RefusedFile } from '../refusedFile.tsx';
import { grantedCase, rememberedLink } from '../uploadGrant.ts';
import { agencyActor } from './linkActor.ts';
import { ownInspection } from './ownInspections.ts';
import { inspectionPath, uploadedPath } from './paths.ts';
import { say } from './words.ts';

interface Arrived {
  readonly grant: string;
  readonly id: string;
  readonly number: string;
  /** The page of the report, when this browser still holds the link. */
  readonly report: string | undefined;
}

/** What a grant and the browser's own link are about; undefined when the grant is not good any more. */
async function arrivedAt(request: LinkRequest): Promise<Arrived | undefined> {
  const { deps, params, now } = request;
  const [grant = '', id = ''] = [params['grant'], params['id']];
  const number = await grantedCase(deps.signed, 'rectification-upload', grant, now);
  if (number === undefined) return undefined;
  const token = rememberedLink(request);
  const link = await openRecipientLink(deps, token, now);
  const own = link?.recipient.type === 'agency' ? await ownInspection(deps, link, number) : undefined;
  const report = own === undefined ? undefined : `${inspectionPath(token, number)}/rectification`;
  return { grant, id, number, report };
}

function UploadedPage(props: {
  arrived: Arrived;
  publicityUrl: string;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { arrived, problems = [] } = props;
  const failed = problems.length > 0;
  return (
    <PublicPage
      title={say(lang, failed ? 'linkRectify.uploaded.refused' : 'linkRectify.uploaded.title')}
      home={props.publicityUrl}
      problems={problems}
    >
      {failed ? (
        <RefusedFile problems={problems} />
      ) : (
        <>
          <p class="govuk-body">{say(lang, 'linkRectify.uploaded.text')}</p>
          <Form action={uploadedPath(arrived.grant, arrived.id)}>
            <Button>{say(lang, 'linkRectify.uploaded.submit')}</Button>
          </Form>
        </>
      )}
      {failed ? <WayBack report={arrived.report} /> : null}
    </PublicPage>
  );
}

function WayBack({ report }: { report: string | undefined }): VNode {
  const { lang } = usePage();
  return report === undefined ? (
    <p class="govuk-body">{say(lang, 'linkRectify.uploaded.reopen')}</p>
  ) : (
    <p class="govuk-body">
      <a class="govuk-link" href={report}>
        {say(lang, 'linkRectify.uploaded.back')}
      </a>
    </p>
  );
}

/** The file is in; the link is in the agency's mail only. */
function TakenPage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'linkRectify.uploaded.taken')} home={publicityUrl}>
      <WayBack report={undefined} />
    </PublicPage>
  );
}

/** A grant that has ended and one that never was get the same answer. */
function EndedPage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'linkRectify.uploaded.refused')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'linkRectify.uploaded.ended')}</p>
    </PublicPage>
  );
}

function ended({ deps }: LinkRequest): WebResponse {
  return page(<EndedPage publicityUrl={deps.publicityUrl} />, { status: 404 });
}

async function show(request: LinkRequest): Promise<WebResponse> {
  const arrived = await arrivedAt(request);
  if (arrived === undefined) return ended(request);
  return page(<UploadedPage arrived={arrived} publicityUrl={request.deps.publicityUrl} />);
}

/** Checks the file, keeps it and puts it to the report. The same upload again changes nothing. */
async function takeIn({ deps, now }: LinkRequest, { number, id }: Arrived): Promise<Result<undefined>> {
  const stored = await deps.cases.load<InspectionCase>(inspectionCaseId(number));
  if (stored === undefined) return problem('inspection.unknown');
  const inspection = stored.state;
  // Before anything is kept: a report that was handed in takes no more.
  if (stored.status !== 'rectifying') return problem('inspection.status', { status: stored.status });
  const received = await receiveEvidence(deps.evidence, {
    caseNumber: number,
    id,
    purpose: 'rectification',
    by: inspection.agency.uscc,
    at: now,
    already: roundEvidence(inspection),
  });
  if (!received.ok) return received;
  const given = await giveInspection(
    deps.inspections,
    number,
    'attach-rectification',
    attachRectification,
    { evidence: received.value },
    agencyActor(inspection),
  );
  return given.ok ? ok(undefined) : given;
}

async function take(request: LinkRequest): Promise<WebResponse> {
  const arrived = await arrivedAt(request);
  if (arrived === undefined) return ended(request);
  const { publicityUrl } = request.deps;
  const taken = await takeIn(request, arrived);
  if (taken.ok) {
    return arrived.report === undefined
      ? page(<TakenPage publicityUrl={publicityUrl} />)
      : redirect(arrived.report, { code: 'linkRectify.uploaded.taken' });
  }
  if (taken.problems.some(({ code }) => code === 'inspection.status')) return conflict(arrived.report);
  return page(<UploadedPage arrived={arrived} publicityUrl={publicityUrl} problems={taken.problems} />, {
    status: 422,
  });
}

/** Where the file store sends the browser back to. Here too only the POST acts. */
export const uploadedRoutes: readonly Route<LinkDeps>[] = [
  publicRoute({ method: 'GET', path: uploadedPath('{grant}', '{id}'), handle: show }),
  publicRoute({ method: 'POST', path: uploadedPath('{grant}', '{id}'), handle: take }),
];
