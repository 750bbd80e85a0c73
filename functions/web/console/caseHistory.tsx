import type { VNode } from 'preact';
import type { AuditEntry } from '../../../shared/audit/entry.ts';
import { DataTable } from '../kit/components/dataTable.tsx';
import { Details } from '../kit/components/notices.tsx';
import { usePage } from '../kit/context.tsx';
import { preciseText } from './moment.ts';

/** Every command as the audit chain has it: who did what, when. What was decided stands elsewhere on the page. */
export function CaseHistory(props: {
  readonly chain: readonly AuditEntry[];
  /** The words of the section: its title and the three columns. */
  readonly labels: {
    readonly title: string;
    readonly at: string;
    readonly what: string;
    readonly who: string;
  };
  readonly what: (command: string) => string;
  readonly who: (actor: string) => string;
}): VNode {
  const { lang } = usePage();
  const { chain, labels } = props;
  return (
    <Details summary={labels.title}>
      <DataTable
        caption={labels.title}
        captionHidden
        rows={chain}
        rowKey={({ seq }) => String(seq)}
        columns={[
          { key: 'at', label: labels.at, rowHeader: true, cell: ({ at }) => preciseText(lang, at) },
          { key: 'what', label: labels.what, cell: ({ command }) => props.what(command) },
          { key: 'who', label: labels.who, cell: ({ actor }) => props.who(actor) },
        ]}
      />
    </Details>
  );
}
