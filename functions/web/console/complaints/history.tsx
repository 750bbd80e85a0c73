import type { VNode } from 'preact';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { FILER } from '../../../../shared/complaint/sendFiling.ts';
import { Button } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { momentText, preciseText } from '../moment.ts';
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

/** Every command as the audit chain has it: who did what, when. What was decided stands in the sections above. */
export function History({ lang, chain, names }: CasePageProps): VNode {
  const who = ({ actor }: AuditEntry) => {
    if (actor === 'system') return words(lang, 'complaintPage.system');
    if (actor === FILER.userId) return words(lang, 'complaintPage.messages.filer');
    return names.get(actor) ?? actor;
  };
  const title = words(lang, 'complaintPage.history', { count: chain.length });
  return (
    <Details summary={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={chain}
        rowKey={({ seq }) => String(seq)}
        columns={[
          {
            key: 'at',
            label: words(lang, 'complaintPage.at'),
            rowHeader: true,
            cell: ({ at }) => preciseText(lang, at),
          },
          {
            key: 'what',
            label: words(lang, 'complaintPage.what'),
            cell: ({ command }) => commandText(lang, command),
          },
          { key: 'who', label: words(lang, 'complaintPage.by'), cell: who },
        ]}
      />
    </Details>
  );
}
