import type { VNode } from 'preact';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { preciseText } from '../moment.ts';
import type { CasePageProps } from './casePage.tsx';
import { commandText, words } from './inspectionWords.ts';

/** Every command as the audit chain has it: who did what, when. What was decided stands in the sections above. */
export function History({ lang, chain, names }: CasePageProps): VNode {
  const who = ({ actor }: AuditEntry) => {
    if (actor === 'system') return words(lang, 'inspectionPage.system');
    // Whoever acts by a signed link has no account: the chain has a pseudonym.
    if (actor.startsWith('link:')) return words(lang, 'inspectionPage.history.link');
    return names.get(actor) ?? actor;
  };
  return (
    <Details summary={words(lang, 'inspectionPage.history', { count: chain.length })}>
      <DataTable
        caption={words(lang, 'inspectionPage.history', { count: chain.length })}
        captionHidden
        rows={chain}
        rowKey={({ seq }) => String(seq)}
        columns={[
          {
            key: 'at',
            label: words(lang, 'inspectionPage.history.at'),
            rowHeader: true,
            cell: ({ at }) => preciseText(lang, at),
          },
          {
            key: 'what',
            label: words(lang, 'inspectionPage.history.what'),
            cell: ({ command }) => commandText(lang, command),
          },
          { key: 'who', label: words(lang, 'inspectionPage.by'), cell: who },
        ]}
      />
    </Details>
  );
}
