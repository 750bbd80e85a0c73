import type { VNode } from 'preact';
import type { EvidenceForm } from '../../../../shared/evidence/evidenceStore.ts';
import { evidenceMessages } from '../../../../shared/evidence/messages.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonLink } from '../../kit/components/button.tsx';
import { EvidenceList, type EvidenceRow, EvidenceUpload } from '../../kit/components/evidenceUpload.tsx';
import { Form } from '../../kit/components/form.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { ConsoleScript } from '../consoleScript.tsx';
import { momentText } from '../moment.ts';
import { penaltyName, penaltyPath } from '../penaltyPaths.ts';
import { offeredTo } from './actForm.tsx';
import type { CasePageProps } from './casePage.tsx';
import { words } from './penaltyWords.ts';

/** The files of a case, and the way to add one. */
export function Files(props: CasePageProps): VNode {
  const { lang, stored, names } = props;
  return (
    <>
      <EvidenceList caption={words(lang, 'penaltyPage.files')} files={rowsOf(lang, stored.state, names)} />
      {offeredTo(props).includes('add-evidence') ? (
        <p>
          <ButtonLink href={`${penaltyPath(stored.state.id)}/evidence/new`} look="secondary">
            {words(lang, 'penaltyPage.files.add')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}

function rowsOf(
  lang: Lang,
  { id, evidence }: Pick<PenaltyCase, 'id' | 'evidence'>,
  names: ReadonlyMap<string, string>,
): readonly EvidenceRow[] {
  return evidence.map((file) => ({
    id: file.id,
    fileName: file.fileName,
    type: file.type,
    size: file.size,
    sha256: file.sha256,
    purpose: evidenceMessages[`evidence.purpose.${file.purpose}`][lang],
    at: momentText(lang, file.at),
    by: names.get(file.by) ?? words(lang, 'penaltyPage.party'),
    href: `${penaltyPath(id)}/evidence/${encodeURIComponent(file.id)}`,
  }));
}

/** The form that takes one file to the file store. */
export function UploadPage(props: {
  penalty: PenaltyCase;
  names: ReadonlyMap<string, string>;
  form: EvidenceForm;
  problems: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { penalty } = props;
  return (
    <ConsolePage
      title={words(lang, 'penaltyPage.files.add')}
      lead={`${penaltyName(penalty)} · ${penalty.party.name}`}
      back={{ href: penaltyPath(penalty.id), label: words(lang, 'penaltyDraft.back') }}
      problems={props.problems}
    >
      <EvidenceUpload
        label={words(lang, 'penaltyPage.files')}
        files={rowsOf(lang, penalty, props.names)}
        form={props.form}
      />
      <ConsoleScript />
    </ConsolePage>
  );
}

/** Where a browser lands whose upload cannot be shown to come from a page of this session: one press goes on. */
export function UploadedPage({ penalty, id }: { penalty: PenaltyCase; id: string }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={words(lang, 'penaltyPage.files.add')}
      back={{ href: penaltyPath(penalty.id), label: words(lang, 'penaltyDraft.back') }}
    >
      <p class="govuk-body">{words(lang, 'penaltyPage.uploaded')}</p>
      <Form action={`${penaltyPath(penalty.id)}/evidence/uploaded`} hidden={{ id }}>
        <Button>{words(lang, 'penaltyPage.uploaded.send')}</Button>
      </Form>
    </ConsolePage>
  );
}
