import type { VNode } from 'preact';
import { Button } from '../../kit/components/button.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { CaseHistory } from '../caseHistory.tsx';
import { auditPath } from '../casePath.ts';
import { fieldOf } from '../commandFields.ts';
import { momentText } from '../moment.ts';
import { Act, offeredTo } from './actForm.tsx';
import type { CasePageProps } from './casePage.tsx';
import { textLimit } from './formSchemas.ts';
import { commandText, words } from './penaltyWords.ts';

/** Notes stand on this page and nowhere else: no paper, no mail and no public page has them. */
export function Notes(props: CasePageProps): VNode {
  const { lang, stored } = props;
  const { notes } = stored.state;
  return (
    <section aria-labelledby="notes">
      <h2 class="govuk-heading-m" id="notes">
        {words(lang, 'penaltyPage.notes')}
      </h2>
      <p class="govuk-body">{words(lang, 'penaltyPage.notes.lead')}</p>
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
        <Act {...props} command="note" title={words(lang, 'penaltyPage.note.title')}>
          <Textarea
            name={fieldOf('note')('text')}
            label={words(lang, 'penaltyPage.note')}
            rows={3}
            maxLength={textLimit}
          />
          <Button look="secondary">{words(lang, 'penaltyPage.note.send')}</Button>
        </Act>
      ) : null}
    </section>
  );
}

/** Who did what, when; for the auditor the way to the chain itself. */
export function History({ lang, chain, names, user, stored }: CasePageProps): VNode {
  const who = (actor: string) => {
    if (actor === 'system') return words(lang, 'penaltyPage.system');
    if (actor.startsWith('link:')) return words(lang, 'penaltyPage.party');
    return names.get(actor) ?? actor;
  };
  return (
    <>
      <CaseHistory
        chain={chain}
        what={(command) => commandText(lang, command)}
        who={who}
        labels={{
          title: words(lang, 'penaltyPage.history', { count: chain.length }),
          at: words(lang, 'penaltyPage.at'),
          what: words(lang, 'penaltyPage.what'),
          who: words(lang, 'penaltyPage.by'),
        }}
      />
      {user.roles.includes('auditor') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={auditPath(stored.caseId)}>
            {words(lang, 'penaltyPage.audit')}
          </a>
        </p>
      ) : null}
    </>
  );
}
