import type { VNode } from 'preact';
import { giveComplaint } from '../../shared/complaint/command.ts';
import { addFile } from '../../shared/complaint/filerFiles.ts';
import { FILER } from '../../shared/complaint/sendFiling.ts';
import { checkEvidence, tooLarge } from '../../shared/evidence/checkEvidence.ts';
import { evidenceUploadKey, isEvidenceId } from '../../shared/evidence/evidenceKeys.ts';
import { evidenceLimits } from '../../shared/evidence/evidenceLimits.ts';
import { EVIDENCE_FIELD } from '../../shared/evidence/receiveEvidence.ts';
import { type Problem, problem, type Result } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { fieldId } from '../web/kit/components/field.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { usePage } from '../web/kit/context.tsx';
import { conflict, page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { casePath } from './casePaths.ts';
import { takesFiles } from './doable.ts';
import type { FollowDeps } from './followDeps.ts';
import { type OpenedCase, openedCase } from './opened.ts';
import { say } from './words.ts';

/** Where the file store sends the browser back to. Only the POST acts. */
const filePath = (id: string, file: string) => casePath(id, `/files/${file}`);

function ArrivedPage(props: {
  id: string;
  file: string;
  publicityUrl: string;
  problems: readonly Problem[];
}): VNode {
  const { lang, problemText } = usePage();
  const failed = props.problems.length > 0;
  return (
    <PublicPage
      title={say(lang, failed ? 'followCase.arrived.refused' : 'followCase.arrived.title')}
      home={props.publicityUrl}
      problems={props.problems}
    >
      {failed ? (
        <div id={fieldId(EVIDENCE_FIELD)} tabIndex={-1}>
          {props.problems.map((one) => (
            <p class="govuk-error-message" key={one.code}>
              {problemText(one)}
            </p>
          ))}
        </div>
      ) : (
        <>
          <p class="govuk-body">{say(lang, 'followCase.arrived.text')}</p>
          <Form action={filePath(props.id, props.file)}>
            <Button>{say(lang, 'followCase.arrived.send')}</Button>
          </Form>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={casePath(props.id)}>
          {say(lang, 'followCase.back')}
        </a>
      </p>
    </PublicPage>
  );
}

function arrivedPage({ request, followed }: OpenedCase, problems: readonly Problem[] = []): WebResponse {
  const { id } = followed.complaint;
  const file = request.params['file'] ?? '';
  const { publicityUrl } = request.deps;
  return page(<ArrivedPage {...{ id, file, publicityUrl, problems }} />, {
    status: problems.length === 0 ? 200 : 422,
  });
}

/**
 * Looks at the bytes where they lie and enters the file into the case: it stays in the quarantine until the file
 * worker has kept it.
 */
async function takeIn({ request, followed }: OpenedCase): Promise<Result<unknown>> {
  const { deps, params } = request;
  const caseId = followed.complaint.id;
  const id = params['file'] ?? '';
  if (!isEvidenceId(id)) return problem('evidence.missing', {}, EVIDENCE_FIELD);
  const taken = await deps.evidence.take(evidenceUploadKey(caseId, id), evidenceLimits.bytes);
  if (taken === undefined) return problem('evidence.missing', {}, EVIDENCE_FIELD);
  if (taken === 'too_large') return tooLarge(EVIDENCE_FIELD);
  const facts = checkEvidence(taken.bytes, taken.fileName, EVIDENCE_FIELD);
  if (!facts.ok) return facts;
  const file = { id, uploadedFor: caseId, ...facts.value };
  const added = await giveComplaint(deps.complaints, caseId, 'add-file', addFile, { file }, FILER);
  if (added.ok) await deps.complaints.kick.files([caseId]);
  return added;
}

async function take(one: OpenedCase): Promise<WebResponse> {
  const { id } = one.followed.complaint;
  if (!takesFiles(one.followed)) return conflict(casePath(id));
  const taken = await takeIn(one);
  return taken.ok
    ? redirect(casePath(id), { code: 'followCase.arrived.done' })
    : arrivedPage(one, taken.problems);
}

export const fileRoutes: readonly Route<FollowDeps>[] = [
  publicRoute({
    method: 'GET',
    path: filePath('{id}', '{file}'),
    handle: openedCase((one) => arrivedPage(one)),
  }),
  publicRoute({ method: 'POST', path: filePath('{id}', '{file}'), handle: openedCase(take) }),
];
