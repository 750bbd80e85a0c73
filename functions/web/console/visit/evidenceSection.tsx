import type { VNode } from 'preact';
import type { EvidencePurpose } from '../../../../shared/evidence/evidence.ts';
import { evidenceLimits, evidenceTypes } from '../../../../shared/evidence/evidenceLimits.ts';
import { evidenceMessages } from '../../../../shared/evidence/messages.ts';
import type { CaseEvidence, InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { EvidenceList, type EvidenceRow } from '../../kit/components/evidenceUpload.tsx';
import { Form } from '../../kit/components/form.tsx';
import { hrefWith } from '../../kit/links.ts';
import { words as kitWords } from '../../kit/words.ts';
import { momentText } from '../moment.ts';
import { actionOf, filesFor, type VisitView } from './visitView.ts';
import { words } from './visitWords.ts';

/** What a new file is for: a purpose, and the question that it answers. */
export interface FileTarget {
  readonly purpose: EvidencePurpose;
  readonly question: string | undefined;
}

/** The page with the signed form: it is made when somebody wants to upload, because it is good for minutes only. */
export function newFilePath(number: string, { purpose, question }: FileTarget): string {
  return hrefWith(`/inspections/${number}/evidence/new`, {}, { purpose, question });
}

/** What is taken, said before anybody chooses a file. */
export function limitsText(lang: Lang, have: number): string {
  return kitWords(lang, 'kit.evidence.limits', {
    types: evidenceLimits.types.map((type) => evidenceTypes[type].label).join(lang === 'zh' ? '、' : ', '),
    megabytes: evidenceLimits.megabytes,
    count: evidenceLimits.files,
    have,
  });
}

/** The way to a new file: a link to the upload page; where the script runs, a button that keeps it on the phone first. */
export function AddFile(props: {
  view: VisitView;
  question?: string;
  purpose: EvidencePurpose;
  count: number;
}): VNode {
  const { view, question, purpose, count } = props;
  const { lang, inspection, open } = view;
  const id = `file-${purpose}-${(question ?? 'case').replaceAll(/[^\w-]/g, '-')}`;
  return (
    <div class="dr-add-file" data-file={purpose} data-file-question={question ?? ''}>
      {count === 0 ? null : <p class="dr-add-file__count">{words(lang, 'visitPage.files', { count })}</p>}
      {open ? (
        <>
          <a
            class="govuk-link dr-add-file__link"
            href={newFilePath(inspection.number, { purpose, question })}
          >
            {words(lang, 'visitPage.addFile')}
            <span class="govuk-visually-hidden"> {question ?? ''}</span>
          </a>
          <p hidden data-part="take" class="dr-add-file__take">
            <span class="govuk-hint" id={`${id}-hint`}>
              {limitsText(lang, inspection.evidence.filter(({ removed }) => removed === undefined).length)}
            </span>
            <label class="govuk-button govuk-button--secondary" for={id}>
              {words(lang, 'visitPage.takePhoto')}
            </label>
            <input
              class="govuk-visually-hidden"
              id={id}
              type="file"
              aria-describedby={`${id}-hint`}
              accept={evidenceLimits.types.map((type) => evidenceTypes[type].contentType).join(',')}
            />
          </p>
          <ul class="govuk-list" data-part="files" aria-live="polite" />
        </>
      ) : null}
    </div>
  );
}

/** Every file that stands, with its hash, and the buttons that take one out. */
export function EvidenceSection({ view }: { view: VisitView }): VNode {
  const { lang, inspection, open } = view;
  const standing = inspection.evidence.filter(({ removed }) => removed === undefined);
  return (
    <section aria-labelledby="visit-evidence">
      <h2 class="govuk-heading-m" id="visit-evidence">
        {words(lang, 'visitPage.caseFiles')}
      </h2>
      <AddFile view={view} purpose="document" count={filesFor(inspection, undefined).length} />
      <EvidenceList
        caption={words(lang, 'visitPage.caseFiles')}
        files={standing.map((file) => evidenceRow(lang, inspection, view.names, file))}
      />
      {open
        ? standing.map(({ id, fileName }) => (
            <Form key={id} action={actionOf(view, 'remove-file')} hidden={{ id }} class="dr-inline-form">
              <button type="submit" class="dr-link-button">
                {words(lang, 'visitPage.remove')} <bdi>{fileName}</bdi>
              </button>
            </Form>
          ))
        : null}
    </section>
  );
}

export function evidenceRow(
  lang: Lang,
  { number }: Pick<InspectionCase, 'number'>,
  names: ReadonlyMap<string, string>,
  file: CaseEvidence,
): EvidenceRow {
  const { id, fileName, type, size, sha256, purpose, question, at, by } = file;
  const about = evidenceMessages[`evidence.purpose.${purpose}`][lang];
  return {
    id,
    fileName,
    type,
    size,
    sha256,
    purpose: question === undefined ? about : `${about} ${question}`,
    at: momentText(lang, at),
    by: names.get(by) ?? by,
    href: `/inspections/${number}/evidence/${id}`,
  };
}
