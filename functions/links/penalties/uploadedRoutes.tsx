import type { VNode } from 'preact';
import { receiveEvidence } from '../../../shared/evidence/receiveEvidence.ts';
import { givePenalty } from '../../../shared/penalty/command.ts';
import { addEvidence } from '../../../shared/penalty/investigating.ts';
import {
  looseFiles,
  PARTY_USER,
  partyActor,
  partyActs,
  partyFiles,
} from '../../../shared/penalty/partyActs.ts';
import type { PenaltyCase } from '../../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { ok, type Problem, problem, type Result } from '../../../shared/problem.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { conflict, page, redirect } from '../../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../../web/kit/http/route.ts';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import type { LinkDeps } from '../linkDeps.ts';
import { instant, type LinkRequest } from '../linked.ts';
import { RefusedFile } from '../refusedFile.tsx';
import { grantedCase, rememberedLink } from '../uploadGrant.ts';
import { openPartyLink } from './partyLinked.ts';
import { partyUploadedPath, statementPath } from './paths.ts';
import { say } from './words.ts';

interface Arrived {
  readonly grant: string;
  readonly id: string;
  /** Id of the case. */
  readonly penalty: string;
  /** The page of the statement, when this browser still holds the link of this case. */
  readonly statement: string | undefined;
}

/** What a grant and the browser's own link are about; undefined when the grant is not good any more. */
async function arrivedAt(request: LinkRequest): Promise<Arrived | undefined> {
  const { deps, params, now } = request;
  const [grant = '', id = ''] = [params['grant'], params['id']];
  const penalty = await grantedCase(deps.signed, 'penalty-upload', grant, now);
  if (penalty === undefined) return undefined;
  const token = rememberedLink(request);
  const own = await openPartyLink(deps, token, now);
  return { grant, id, penalty, statement: own?.state.id === penalty ? statementPath(token) : undefined };
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
      title={say(lang, failed ? 'linkPenalty.uploaded.refused' : 'linkPenalty.uploaded.title')}
      home={props.publicityUrl}
      problems={problems}
    >
      {failed ? (
        <>
          <RefusedFile problems={problems} />
          <WayBack statement={arrived.statement} />
        </>
      ) : (
        <>
          <p class="govuk-body">{say(lang, 'linkPenalty.uploaded.text')}</p>
          <Form action={partyUploadedPath(arrived.grant, arrived.id)}>
            <Button>{say(lang, 'linkPenalty.uploaded.submit')}</Button>
          </Form>
        </>
      )}
    </PublicPage>
  );
}

function WayBack({ statement }: { statement: string | undefined }): VNode {
  const { lang } = usePage();
  return statement === undefined ? (
    <p class="govuk-body">{say(lang, 'linkPenalty.uploaded.reopen')}</p>
  ) : (
    <p class="govuk-body">
      <a class="govuk-link" href={statement}>
        {say(lang, 'linkPenalty.uploaded.back')}
      </a>
    </p>
  );
}

/** The file is in; the link is on the party's paper only. */
function TakenPage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'linkPenalty.uploaded.taken')} home={publicityUrl}>
      <WayBack statement={undefined} />
    </PublicPage>
  );
}

/** A grant that has ended and one that never was get the same answer. */
function EndedPage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'linkPenalty.uploaded.refused')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'linkPenalty.uploaded.ended')}</p>
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

/** Checks the file, keeps it and puts it to the case. The same upload again changes nothing. */
async function takeIn(
  { deps, now }: LinkRequest,
  { penalty: caseNumber, id }: Arrived,
): Promise<Result<undefined>> {
  const stored = await deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(caseNumber));
  if (stored === undefined) return problem('penalty.unknown', { number: caseNumber });
  const penalty = stored.state;
  // A statement was sent with it in between: the file is there.
  if (partyFiles(penalty).some((one) => one.id === id)) return ok(undefined);
  // Before anything is kept: after its days the party's statement is closed.
  if (!partyActs(penalty, stored.status, instant(now)).state)
    return problem('penalty.status', { status: stored.status });
  const received = await receiveEvidence(deps.evidence, {
    caseNumber,
    id,
    purpose: 'statement',
    by: PARTY_USER,
    at: now,
    already: looseFiles(penalty),
  });
  if (!received.ok) return received;
  const given = await givePenalty(
    deps.penalties,
    caseNumber,
    'add-evidence',
    addEvidence,
    { evidence: received.value },
    partyActor(penalty),
  );
  return given.ok ? ok(undefined) : given;
}

async function take(request: LinkRequest): Promise<WebResponse> {
  const arrived = await arrivedAt(request);
  if (arrived === undefined) return ended(request);
  const { publicityUrl } = request.deps;
  const taken = await takeIn(request, arrived);
  if (taken.ok) {
    return arrived.statement === undefined
      ? page(<TakenPage publicityUrl={publicityUrl} />)
      : redirect(arrived.statement, { code: 'linkPenalty.uploaded.taken' });
  }
  if (taken.problems.some(({ code }) => code === 'penalty.status')) return conflict(arrived.statement);
  return page(<UploadedPage arrived={arrived} publicityUrl={publicityUrl} problems={taken.problems} />, {
    status: 422,
  });
}

/** Where the file store sends the browser back to. Here too only the POST acts. */
export const partyUploadedRoutes: readonly Route<LinkDeps>[] = [
  publicRoute({ method: 'GET', path: partyUploadedPath('{grant}', '{id}'), handle: show }),
  publicRoute({ method: 'POST', path: partyUploadedPath('{grant}', '{id}'), handle: take }),
];
