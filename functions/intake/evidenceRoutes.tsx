import type { VNode } from 'preact';
import { overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { FILING_FILES } from '../../shared/complaint/filing.ts';
import type { DraftFile } from '../../shared/complaint/form/draft.ts';
import { nextStep, stepNamed, withAnswer } from '../../shared/complaint/form/steps.ts';
import { checkEvidence, tooLarge } from '../../shared/evidence/checkEvidence.ts';
import { evidenceUploadKey, isEvidenceId } from '../../shared/evidence/evidenceKeys.ts';
import { evidenceLimits, evidenceTypes } from '../../shared/evidence/evidenceLimits.ts';
import type { EvidenceForm } from '../../shared/evidence/evidenceStore.ts';
import { EVIDENCE_FIELD, newEvidenceUpload } from '../../shared/evidence/receiveEvidence.ts';
import { ok, type Problem, problem, type Result } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { FileInput } from '../web/kit/components/fileInput.tsx';
import { Form, UploadForm } from '../web/kit/components/form.tsx';
import { Hash } from '../web/kit/components/hash.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { sizeText } from '../web/kit/fileSize.ts';
import { page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { changeDraft, type OpenedDraft, onDraft } from './openDraft.ts';
import { pathOf } from './paths.ts';
import { Hint } from './seenBy.tsx';
import { type Shown, StepPage } from './stepPage.tsx';
import { elsewhere, entered, notSaved } from './stepRoutes.tsx';
import { say } from './words.ts';

const PATH = pathOf(stepNamed('evidence'));

interface EvidenceProps extends Shown {
  readonly files: readonly DraftFile[];
  /** Absent when no more files are taken; the seconds to wait when the network has been given too many forms. */
  readonly form: EvidenceForm | number | undefined;
}

function EvidencePage(props: EvidenceProps): VNode {
  const { lang } = usePage();
  const { files } = props;
  return (
    <StepPage
      {...props}
      name="evidence"
      title={say(lang, 'intake.evidence.title')}
      lead={say(lang, 'intake.evidence.lead')}
      action={PATH}
      hidden={{ seen: 'yes' }}
      button={say(lang, files.length === 0 ? 'intake.evidence.without' : 'intake.continue')}
      above={<EvidenceParts {...props} />}
    >
      {files.length === 0 ? null : (
        <p class="govuk-body">
          {say(lang, 'intake.evidence.have', { count: files.length, most: FILING_FILES })}
        </p>
      )}
    </StepPage>
  );
}

/** The files of the draft and the control for one more; stands before the form that goes on. */
function EvidenceParts({ answers, files, form }: EvidenceProps): VNode {
  const { lang, problemText } = usePage();
  const { megabytes, bytes, types } = evidenceLimits;
  const limits = say(lang, 'intake.evidence.limits', {
    types: types.map((type) => evidenceTypes[type].label).join(lang === 'zh' ? '、' : ', '),
    megabytes,
    most: FILING_FILES,
  });
  return (
    <>
      {files.map((file, index) => (
        <section class="dr-file" key={file.id}>
          <SummaryList
            title={say(lang, 'intake.evidence.number', { number: index + 1 })}
            rows={[
              { label: say(lang, 'intake.evidence.name'), value: <bdi>{file.fileName}</bdi> },
              {
                label: say(lang, 'intake.evidence.size'),
                value: `${evidenceTypes[file.type].label} · ${sizeText(lang, file.size)}`,
              },
              { label: 'SHA-256', value: <Hash value={file.sha256} /> },
            ]}
          />
          <Form action={`${PATH}/${file.id}/remove`}>
            <Button look="secondary">
              {say(lang, 'intake.evidence.remove')}
              <span class="govuk-visually-hidden"> {index + 1}</span>
            </Button>
          </Form>
        </section>
      ))}
      {form === undefined ? (
        <Inset>{say(lang, 'intake.evidence.full', { most: FILING_FILES })}</Inset>
      ) : typeof form === 'number' ? (
        <Inset>{say(lang, 'intake.evidence.paused', { minutes: Math.ceil(form / 60) })}</Inset>
      ) : (
        <div
          data-most-bytes={String(bytes)}
          data-too-large={problemText({ code: 'evidence.too_large', params: { limit: megabytes } })}
        >
          <UploadForm action={form.url} fields={form.fields}>
            <FileInput
              name={EVIDENCE_FIELD}
              control="file"
              label={say(lang, 'intake.evidence.choose')}
              types={types.flatMap((type) => evidenceTypes[type].extensions.map((one) => `.${one}`))}
              accept={types.map((type) => evidenceTypes[type].contentType).join(',')}
              megabytes={megabytes}
              limits={
                <Hint field="files" answers={answers}>
                  {limits}
                </Hint>
              }
            />
            <Button look="secondary">{say(lang, 'intake.evidence.upload')}</Button>
          </UploadForm>
        </div>
      )}
    </>
  );
}

/** A form for one more file. Each names a place of its own: without a limit anybody could fill the quarantine. */
async function uploadForm(
  { deps, now, sourceIp }: IntakeRequest,
  { draft }: OpenedDraft,
): Promise<EvidenceProps['form']> {
  if (draft.files.length >= FILING_FILES) return undefined;
  const { intakeKey } = await deps.secrets.get();
  const counted = { counter: deps.limits, hmac: deps.hmac, key: intakeKey };
  const wait = await overNetworkLimit(counted, 'upload', sourceIp, now);
  if (wait !== undefined) return wait;
  const upload = await newEvidenceUpload(deps.quarantine, {
    caseNumber: draft.ids.complaint,
    now,
    redirect: `${deps.publicUrl}${PATH}/{id}`,
  });
  return upload.form;
}

async function shown(
  request: IntakeRequest,
  opened: OpenedDraft,
  problems: readonly Problem[] = [],
  status = 422,
): Promise<WebResponse> {
  const { deps } = request;
  const { draft } = opened;
  const form = await uploadForm(request, opened);
  const props = {
    answers: draft.answers,
    publicityUrl: deps.publicityUrl,
    files: draft.files,
    form,
    problems,
  };
  return page(<EvidencePage {...props} />, problems.length === 0 ? {} : { status });
}

/** Takes a file that has arrived in the quarantine into the draft. It stays there until the form is sent. */
async function arrived(
  { deps, now }: IntakeRequest,
  { draft }: OpenedDraft,
  id: string,
): Promise<Result<DraftFile>> {
  const uploadedFor = draft.ids.complaint;
  if (draft.files.length >= FILING_FILES)
    return problem('intake.files.many', { limit: FILING_FILES }, EVIDENCE_FIELD);
  if (!isEvidenceId(id)) return problem('evidence.missing', {}, EVIDENCE_FIELD);
  const taken = await deps.quarantine.take(evidenceUploadKey(uploadedFor, id), evidenceLimits.bytes);
  if (taken === undefined) return problem('evidence.missing', {}, EVIDENCE_FIELD);
  if (taken === 'too_large') return tooLarge(EVIDENCE_FIELD);
  const facts = checkEvidence(taken.bytes, taken.fileName, EVIDENCE_FIELD);
  if (!facts.ok) return facts;
  if (draft.files.some(({ sha256 }) => sha256 === facts.value.sha256))
    return problem('intake.files.same', undefined, EVIDENCE_FIELD);
  return ok({ ...facts.value, id, at: now.toISOString(), uploadedFor });
}

/** The browser comes back from the file store. Coming twice changes nothing. */
async function arrive(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const id = request.params['id'] ?? '';
  if (opened.draft.files.some((file) => file.id === id)) return redirect(PATH);
  const file = await arrived(request, opened, id);
  if (!file.ok) return shown(request, opened, file.problems);
  const saved = await changeDraft(request, opened, (draft) => {
    if (draft.files.some((one) => one.id === id)) return draft;
    return draft.files.length >= FILING_FILES ? undefined : { ...draft, files: [...draft.files, file.value] };
  });
  return typeof saved === 'string' ? notKept(request, opened, saved) : redirect(PATH);
}

async function notKept(
  request: IntakeRequest,
  opened: OpenedDraft,
  outcome: 'gone' | 'busy' | 'refused',
): Promise<WebResponse> {
  const many = { code: 'intake.files.many', params: { limit: FILING_FILES }, field: EVIDENCE_FIELD };
  const page422 = await shown(request, opened, [outcome === 'refused' ? many : { code: 'intake.busy' }]);
  return notSaved(outcome, () => page422);
}

async function remove(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const saved = await changeDraft(request, opened, (draft) => ({
    ...draft,
    files: draft.files.filter(({ id }) => id !== request.params['id']),
  }));
  return typeof saved === 'string'
    ? notKept(request, opened, saved)
    : redirect(PATH, { code: 'intake.evidence.removed' });
}

async function goOn(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const saved = await changeDraft(request, opened, (draft) => ({
    ...draft,
    answers: withAnswer(draft.answers, 'evidence', { seen: 'yes' }),
  }));
  if (typeof saved === 'string') return notKept(request, opened, saved);
  return redirect(pathOf(nextStep('evidence', saved.draft.answers)));
}

type Handle = (request: IntakeRequest, opened: OpenedDraft) => WebResponse | Promise<WebResponse>;
const inTurn = (handle: Handle) =>
  onDraft((request, opened) =>
    entered(opened, 'evidence') === undefined ? elsewhere(opened, 'evidence') : handle(request, opened),
  );

export const evidenceRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({ method: 'GET', path: PATH, handle: inTurn((request, opened) => shown(request, opened)) }),
  publicRoute({ method: 'POST', path: PATH, handle: inTurn(goOn) }),
  publicRoute({ method: 'GET', path: `${PATH}/{id}`, handle: inTurn(arrive) }),
  publicRoute({ method: 'POST', path: `${PATH}/{id}/remove`, handle: inTurn(remove) }),
];
