import type { VNode } from 'preact';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import { Button } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { auditPath } from '../casePath.ts';
import { fieldOf } from '../commandFields.ts';
import { momentText, preciseText } from '../moment.ts';
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

/** Every command as the audit chain has it: who did what, when. What was decided stands in the sections above. */
export function History({ lang, chain, names, user, stored }: CasePageProps): VNode {
  const who = ({ actor }: AuditEntry) => {
    if (actor === 'system') return words(lang, 'penaltyPage.system');
    if (actor.startsWith('link:')) return words(lang, 'penaltyPage.party');
    return names.get(actor) ?? actor;
  };
  const title = words(lang, 'penaltyPage.history', { count: chain.length });
  return (
    <>
      <Details summary={title}>
        <DataTable
          caption={title}
          captionHidden
          rows={chain}
          rowKey={({ seq }) => String(seq)}
          columns={[
            {
              key: 'at',
              label: words(lang, 'penaltyPage.at'),
              rowHeader: true,
              cell: ({ at }) => preciseText(lang, at),
            },
            {
              key: 'what',
              label: words(lang, 'penaltyPage.what'),
              cell: ({ command }) => commandText(lang, command),
            },
            { key: 'who', label: words(lang, 'penaltyPage.by'), cell: who },
          ]}
        />
      </Details>
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
