import type { VNode } from 'preact';
import type { EvidenceForm } from '../../../shared/evidence/evidenceStore.ts';
import { evidenceMessages } from '../../../shared/evidence/messages.ts';
import { looseFiles } from '../../../shared/penalty/partyActs.ts';
import { partyPath } from '../../../shared/penalty/partyLink.ts';
import type { Problem } from '../../../shared/problem.ts';
import { timeText } from '../../publicity-worker/words.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Checkboxes } from '../../web/kit/components/choiceFields.tsx';
import { EvidenceUpload } from '../../web/kit/components/evidenceUpload.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Warning } from '../../web/kit/components/notices.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { STATEMENT_TEXT } from './forms.ts';
import type { OwnPenalty } from './partyLinked.ts';
import { statementPath, waivePath } from './paths.ts';
import { say } from './words.ts';

interface ActProps {
  readonly own: OwnPenalty;
  readonly publicityUrl: string;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** Files first, then the words: an upload loads the page anew. */
export function StatementPage(props: ActProps & { readonly form: EvidenceForm }): VNode {
  const { lang } = usePage();
  const { token, state } = props.own;
  return (
    <PublicPage
      title={say(lang, 'linkPenalty.state')}
      lead={say(lang, 'linkPenalty.state.hint')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: partyPath(token), label: say(lang, 'linkPenalty.back') }}
    >
      <EvidenceUpload
        label={say(lang, 'linkPenalty.files')}
        hint={say(lang, 'linkPenalty.files.hint')}
        files={looseFiles(state).map(({ id, fileName, type, size, sha256, at }) => ({
          id,
          fileName,
          type,
          size,
          sha256,
          purpose: evidenceMessages['evidence.purpose.statement'][lang],
          at: timeText(lang, at),
          by: say(lang, 'linkPenalty.files.by'),
          href: `${partyPath(token)}/file/${id}`,
        }))}
        form={props.form}
      />
      <Form action={statementPath(token)} values={props.values ?? {}}>
        <Textarea
          name="text"
          label={say(lang, 'linkPenalty.state.text')}
          maxLength={STATEMENT_TEXT}
          rows={12}
        />
        <Button>{say(lang, 'linkPenalty.state.send')}</Button>
      </Form>
    </PublicPage>
  );
}

/** A waiver cannot be taken back: it is asked for on a page of its own. */
export function WaivePage(props: ActProps): VNode {
  const { lang } = usePage();
  const { token } = props.own;
  return (
    <PublicPage
      title={say(lang, 'linkPenalty.waive')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: partyPath(token), label: say(lang, 'linkPenalty.back') }}
    >
      <Warning>{say(lang, 'linkPenalty.waive.warn')}</Warning>
      <Form action={waivePath(token)} values={props.values ?? {}}>
        <Checkboxes
          name="sure"
          label={say(lang, 'linkPenalty.waive')}
          choices={[{ value: 'yes', label: say(lang, 'linkPenalty.waive.sure') }]}
        />
        <Button look="irreversible">{say(lang, 'linkPenalty.waive.send')}</Button>
      </Form>
    </PublicPage>
  );
}
