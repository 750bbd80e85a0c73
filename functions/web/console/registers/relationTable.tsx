import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Relation } from '../../../../shared/register/relation.ts';
import { relationSources } from '../../../../shared/register/vocabulary.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { vocabularyText } from '../vocabularyText.ts';
import { relationPath } from './views.tsx';

/** The relations of one agency or one inspector; `other` names the other side of the pair. Never the reason. */
export function RelationTable(props: {
  caption: string;
  empty: string;
  relations: readonly Relation[];
  other: { readonly label: string; readonly name: (relation: Relation) => string };
}): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={props.caption}
      columns={[
        {
          key: 'other',
          label: props.other.label,
          rowHeader: true,
          cell: (row: Relation) => (
            <a class="govuk-link" href={relationPath(row)}>
              {props.other.name(row)}
            </a>
          ),
        },
        {
          key: 'declaredOn',
          label: text(lang, 'registers.relation.declaredOn'),
          cell: (row: Relation) => row.declaredOn,
        },
        {
          key: 'source',
          label: text(lang, 'registers.relation.source'),
          cell: (row: Relation) => vocabularyText(lang, relationSources, row.source),
        },
      ]}
      rows={props.relations}
      rowKey={(row) => `${row.inspectorId} ${row.agencyUscc}`}
      empty={props.empty}
    />
  );
}
