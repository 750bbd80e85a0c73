import type { VNode } from 'preact';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { FILER } from '../../../../shared/complaint/sendFiling.ts';
import { Button } from '../../kit/components/button.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { CaseHistory } from '../caseHistory.tsx';
import { fieldOf } from '../commandFields.ts';
import { momentText } from '../moment.ts';
import { Act, offeredTo } from './actForm.tsx';
import type { CasePageProps } from './casePage.tsx';
import { commandText, words } from './complaintWords.ts';

/** Notes stand on this page and nowhere else: no paper, no mail and no page of the filer has them. */
export function Notes(props: CasePageProps): VNode {
  const { lang, stored } = props;
  const { notes } = stored.state;
  return (
    <section aria-labelledby="notes">
      <h2 class="govuk-heading-m" id="notes">
        {words(lang, 'complaintPage.notes')}
      </h2>
      <p class="govuk-body">{words(lang, 'complaintPage.notes.lead')}</p>
      {notes.length === 0 ? null : (
        <ol class="dr-messages">
          {notes.map(({ name, at, text }) => (
            <li key={`${at} ${text}`} class="dr-messages__one dr-messages__one--note">
              <div class="dr-messages__head">
                <strong>{name}</strong> {momentText(lang, at)}
              </div>
              <div class="dr-told">{text}</div>
            </li>
          ))}
        </ol>
      )}
      {offeredTo(props).includes('note') ? (
        <Act {...props} command="note" title={words(lang, 'complaintPage.note.title')}>
          <Textarea
            name={fieldOf('note')('note')}
            label={words(lang, 'complaintPage.note.text')}
            rows={3}
            maxLength={textLimits.message}
          />
          <Button look="secondary">{words(lang, 'complaintPage.note.send')}</Button>
        </Act>
      ) : null}
    </section>
  );
}

/** Who did what, when. */
export function History({ lang, chain, names }: CasePageProps): VNode {
  const who = (actor: string) => {
    if (actor === 'system') return words(lang, 'complaintPage.system');
    if (actor === FILER.userId) return words(lang, 'complaintPage.messages.filer');
    return names.get(actor) ?? actor;
  };
  return (
    <CaseHistory
      chain={chain}
      what={(command) => commandText(lang, command)}
      who={who}
      labels={{
        title: words(lang, 'complaintPage.history', { count: chain.length }),
        at: words(lang, 'complaintPage.at'),
        what: words(lang, 'complaintPage.what'),
        who: words(lang, 'complaintPage.by'),
      }}
    />
  );
}
