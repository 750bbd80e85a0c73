import type { VNode } from 'preact';
import type { EvidenceForm } from '../../../../shared/evidence/evidenceStore.ts';
import type { InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button } from '../../kit/components/button.tsx';
import { EvidenceUpload } from '../../kit/components/evidenceUpload.tsx';
import { Form } from '../../kit/components/form.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { ConsoleScript } from '../consoleScript.tsx';
import { evidenceRow } from './evidenceSection.tsx';
import type { UploadTarget } from './uploadState.ts';
import { visitPath } from './visitCase.ts';
import { words } from './visitWords.ts';

function titleOf(lang: Lang, { purpose, question }: UploadTarget): string {
  if (purpose === 'signature') return words(lang, 'visitPage.file.signature');
  if (question === undefined) return words(lang, 'visitPage.file.case');
  return words(lang, 'visitPage.file.question', { key: question });
}

/** The form that takes one file to the file store, for a question or for the whole visit. */
export function UploadPage(props: {
  lang: Lang;
  inspection: InspectionCase;
  names: ReadonlyMap<string, string>;
  target: UploadTarget;
  form: EvidenceForm;
  problems?: readonly Problem[];
}): VNode {
  const { lang, inspection, target, form } = props;
  const files = inspection.evidence.filter(({ removed }) => removed === undefined);
  return (
    <ConsolePage
      title={titleOf(lang, target)}
      lead={inspection.number}
      back={{ href: visitPath(inspection.number), label: words(lang, 'visitPage.title') }}
      problems={props.problems ?? []}
    >
      <EvidenceUpload
        label={words(lang, 'visitPage.file')}
        files={files.map((file) => evidenceRow(lang, inspection, props.names, file))}
        form={form}
        capture={target.purpose === 'signature'}
      />
      <ConsoleScript />
    </ConsolePage>
  );
}

/** Where a browser lands whose upload cannot be shown to come from a page of this session: one press goes on. */
export function UploadedPage(props: { lang: Lang; number: string; target: UploadTarget; id: string }): VNode {
  const { lang, number, target, id } = props;
  return (
    <ConsolePage title={titleOf(lang, target)} back={{ href: visitPath(number) }}>
      <p class="govuk-body">{words(lang, 'visitPage.uploaded')}</p>
      <Form
        action={`/inspections/${number}/evidence/uploaded`}
        hidden={{ id, purpose: target.purpose, question: target.question ?? '' }}
      >
        <Button>{words(lang, 'visitPage.uploaded.button')}</Button>
      </Form>
    </ConsolePage>
  );
}
