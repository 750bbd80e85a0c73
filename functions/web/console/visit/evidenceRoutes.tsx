import { sessionCookie } from '../../../../shared/access/session.ts';
import { downloadName, evidenceKey, isEvidenceId } from '../../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../../shared/evidence/evidenceStore.ts';
import { newEvidenceUpload } from '../../../../shared/evidence/receiveEvidence.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { catalogue } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, json, notFound, page, redirect, redirectAbroad } from '../../kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue, hrefWith } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { takeEvidence } from './takeEvidence.ts';
import { UploadedPage, UploadPage } from './uploadPages.tsx';
import { readTarget, sameState, type UploadTarget, uploadState } from './uploadState.ts';
import {
  anybody,
  evidenceReaders,
  isRecorded,
  readableCase,
  teamCase,
  type VisitRequest,
  visitPath,
} from './visitCase.ts';

interface Upload {
  readonly found: StoredInspection;
  readonly target: UploadTarget;
}

/** The inspection and what the file is for; undefined where there is no such thing for this person. */
async function uploadOf(request: VisitRequest, values: Values): Promise<Upload | undefined> {
  const found = await teamCase(request);
  const target = readTarget(values);
  return found === undefined || target === undefined ? undefined : { found, target };
}

const stateOf = ({ cookies }: VisitRequest, { found, target }: Upload) =>
  uploadState(cookies[sessionCookie] ?? '', found.state.number, target);

async function form(
  request: VisitRequest,
  upload: Upload,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, lang, now } = request;
  const { found, target } = upload;
  const { number } = found.state;
  if (!isRecorded(found.status)) return conflict(visitPath(number));
  const back = hrefWith(
    `${deps.consoleUrl}/inspections/${number}/evidence/uploaded`,
    {},
    { purpose: target.purpose, question: target.question, state: stateOf(request, upload) },
  );
  const signed = await newEvidenceUpload(deps.evidence, {
    caseNumber: number,
    now,
    redirect: `${back}&id={id}`,
  });
  return page(
    <UploadPage
      lang={lang}
      inspection={found.state}
      names={await namesOfPeople(deps)}
      target={target}
      form={signed.form}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

async function take(request: VisitRequest, upload: Upload, id: string): Promise<WebResponse> {
  const { number } = upload.found.state;
  const taken = await takeEvidence(request, upload.found, id, upload.target);
  if (taken.ok) return redirect(visitPath(number), { code: 'visitPage.done.file' });
  if (taken.problems.some(({ code }) => code === 'inspection.status')) return conflict(visitPath(number));
  return form(
    request,
    upload,
    taken.problems.map((one) => ({ ...one, field: 'file' })),
  );
}

const GONE: WebResponse = json({ type: 'gone' }, 404);

/** A signed form for the script of the visit page, which sends the file itself. */
async function scriptForm(request: VisitRequest): Promise<WebResponse> {
  const { deps, form, now, lang } = request;
  const upload = await uploadOf(request, form);
  if (upload === undefined) return GONE;
  const { state, status } = upload.found;
  if (!isRecorded(status)) {
    const why = catalogue.problemText(lang, { code: 'inspection.status', params: { status } });
    return json({ type: 'refused', why });
  }
  const signed = await newEvidenceUpload(deps.evidence, { caseNumber: state.number, now });
  return json({ type: 'form', id: signed.id, url: signed.form.url, fields: signed.form.fields });
}

/** Takes in what the script has uploaded. `missing` asks it to send the file again. */
async function scriptTake(request: VisitRequest): Promise<WebResponse> {
  const upload = await uploadOf(request, request.form);
  if (upload === undefined) return GONE;
  const id = firstValue(request.form, 'id');
  const taken = await takeEvidence(request, upload.found, id, upload.target);
  if (taken.ok) return json({ type: 'stored', id });
  const codes = taken.problems.map(({ code }) => code);
  if (codes.includes('inspection.busy')) return json({ type: 'later' });
  if (codes.includes('evidence.missing')) return json({ type: 'missing' });
  const why = taken.problems.map((one) => catalogue.problemText(request.lang, one)).join(' ');
  return json({ type: 'refused', why });
}

/** Leads to the file for a minute, always as something to save: what agencies sent is never shown as a page. */
async function download(request: VisitRequest): Promise<WebResponse> {
  const found = await readableCase(request, evidenceReaders);
  const file = found?.state.evidence.find(({ id }) => id === request.params['id']);
  if (found === undefined || file === undefined) return notFound();
  const { number } = found.state;
  const link = await request.deps.evidence.link(
    evidenceKey(number, file.sha256),
    downloadName(number, file),
    EVIDENCE_LINK_SECONDS,
  );
  return redirectAbroad(new URL(link));
}

const base = '/inspections/{number}/evidence';

/** Files of a visit: sent, taken in, downloaded. */
export const evidenceRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${base}/new`,
    access: anybody,
    handle: async (request) => {
      const upload = await uploadOf(request, request.query);
      return upload === undefined ? notFound() : form(request, upload);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${base}/uploaded`,
    access: anybody,
    handle: async (request) => {
      const upload = await uploadOf(request, request.query);
      const id = firstValue(request.query, 'id');
      if (upload === undefined || !isEvidenceId(id)) return notFound();
      if (sameState(firstValue(request.query, 'state'), stateOf(request, upload))) {
        return take(request, upload, id);
      }
      const { number } = upload.found.state;
      return page(<UploadedPage lang={request.lang} number={number} target={upload.target} id={id} />);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `${base}/uploaded`,
    access: anybody,
    handle: async (request) => {
      const upload = await uploadOf(request, request.form);
      const id = firstValue(request.form, 'id');
      return upload === undefined || !isEvidenceId(id) ? notFound() : take(request, upload, id);
    },
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: `${base}/form`, access: anybody, handle: scriptForm }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: base, access: anybody, handle: scriptTake }),
  // After the two pages above: an id is no word.
  staffRoute<ConsoleDeps>({ method: 'GET', path: `${base}/{id}`, access: anybody, handle: download }),
];
