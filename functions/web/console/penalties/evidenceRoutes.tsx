import { mayAct, roles } from '../../../../shared/access/roles.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { downloadName, evidenceKey, isEvidenceId } from '../../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../../shared/evidence/evidenceStore.ts';
import { newEvidenceUpload, receiveEvidence } from '../../../../shared/evidence/receiveEvidence.ts';
import { givePenalty } from '../../../../shared/penalty/command.ts';
import { addEvidence } from '../../../../shared/penalty/investigating.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { conflict, notFound, page, redirect, redirectAbroad } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue, hrefWith } from '../../kit/links.ts';
import { type ConsoleDeps, inspectionActorOf } from '../consoleDeps.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { sameState, uploadState } from '../visit/uploadState.ts';
import { visibleCase } from './caseView.ts';
import { UploadedPage, UploadPage } from './evidenceView.tsx';
import { isOpenTo } from './offers.ts';
import { penaltyEditors } from './penaltyAccess.ts';
import { statusOf } from './waiting.ts';

type Request = SignedInRequest<ConsoleDeps>;

const stateOf = ({ cookies }: Request, { state }: StoredPenalty) =>
  uploadState(cookies[sessionCookie] ?? '', state.id, { purpose: 'document', question: undefined });

/** The case, for those who put files to it. */
async function editableCase(request: Request): Promise<StoredPenalty | undefined> {
  return mayAct(request.user.roles, penaltyEditors) ? visibleCase(request) : undefined;
}

async function form(
  request: Request,
  stored: StoredPenalty,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, now } = request;
  const { id } = stored.state;
  if (!isOpenTo('add-evidence', statusOf(stored))) return conflict(penaltyPath(id));
  const back = hrefWith(
    `${deps.consoleUrl}${penaltyPath(id)}/evidence/uploaded`,
    {},
    {
      state: stateOf(request, stored),
    },
  );
  const signed = await newEvidenceUpload(deps.evidence, { caseNumber: id, now, redirect: `${back}&id={id}` });
  return page(
    <UploadPage
      penalty={stored.state}
      names={await namesOfPeople(deps)}
      form={signed.form}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** Takes the uploaded file out of the quarantine and puts it to the case. The same upload twice is one. */
async function take(request: Request, stored: StoredPenalty, upload: string): Promise<WebResponse> {
  const { deps, user, now } = request;
  const { id, evidence } = stored.state;
  const path = penaltyPath(id);
  if (!isOpenTo('add-evidence', statusOf(stored))) return conflict(path);
  const received = await receiveEvidence(deps.evidence, {
    caseNumber: id,
    id: upload,
    purpose: 'document',
    by: user.userId,
    at: now,
    already: evidence,
  });
  if (!received.ok) return form(request, stored, received.problems);
  const input = { evidence: received.value };
  const given = await givePenalty(
    deps.penalties,
    id,
    'add-evidence',
    addEvidence,
    input,
    inspectionActorOf(user),
  );
  if (given.ok) return redirect(path, { code: 'penaltyPage.done.add-evidence' });
  if (given.problems.some(({ code }) => code === 'penalty.status')) return conflict(path);
  return form(
    request,
    stored,
    given.problems.map((one) => ({ ...one, field: 'file' })),
  );
}

/** Leads to the file for a minute, always as something to save: what parties sent is never shown as a page. */
async function download(request: Request): Promise<WebResponse> {
  const stored = await visibleCase(request);
  const file = stored?.state.evidence.find(({ id }) => id === request.params['file']);
  if (stored === undefined || file === undefined) return notFound();
  const { id } = stored.state;
  const link = await request.deps.evidence.link(
    evidenceKey(id, file.sha256),
    downloadName(id, file),
    EVIDENCE_LINK_SECONDS,
  );
  return redirectAbroad(new URL(link));
}

const base = '/penalties/{id}/evidence';

/** Files of a penalty case: sent, taken in, downloaded. */
export const evidenceRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${base}/new`,
    access: roles,
    handle: async (request) => {
      const stored = await editableCase(request);
      return stored === undefined ? notFound() : form(request, stored);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${base}/uploaded`,
    access: roles,
    handle: async (request) => {
      const stored = await editableCase(request);
      const id = firstValue(request.query, 'id');
      if (stored === undefined || !isEvidenceId(id)) return notFound();
      return sameState(firstValue(request.query, 'state'), stateOf(request, stored))
        ? take(request, stored, id)
        : page(<UploadedPage penalty={stored.state} id={id} />);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `${base}/uploaded`,
    access: roles,
    handle: async (request) => {
      const stored = await editableCase(request);
      const id = firstValue(request.form, 'id');
      return stored === undefined || !isEvidenceId(id) ? notFound() : take(request, stored, id);
    },
  }),
  // After the two pages above: an id is no word.
  staffRoute<ConsoleDeps>({ method: 'GET', path: `${base}/{file}`, access: roles, handle: download }),
];
