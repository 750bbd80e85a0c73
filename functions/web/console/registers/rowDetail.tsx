import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Column } from '../../../../shared/register/column.ts';
import type { HistoryEntry } from '../../../../shared/register/registerStore.ts';
import type { Fields } from '../../../../shared/register/rowFields.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { SummaryList, type SummaryRow } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { fieldText } from './fieldText.ts';
import { FieldValue } from './fieldValue.tsx';

/** All fields of a row, in the order of its columns. */
export function RowSummary(props: {
  columns: readonly Column[];
  fields: Fields;
  shown?: Readonly<Record<string, SummaryRow['value']>>;
}): VNode {
  const { lang } = usePage();
  return (
    <SummaryList
      rows={props.columns.map((column) => ({
        label: column.header[lang],
        value: props.shown?.[column.key] ?? fieldText(lang, column, props.fields.get(column.key)),
      }))}
    />
  );
}

/** Every change of every field, newest first. Fields in `hidden` are named, their values are not. */
export function RowHistory(props: {
  columns: readonly Column[];
  history: readonly HistoryEntry[];
  /** Names of the people of the office by user id. */
  names: ReadonlyMap<string, string>;
  hidden?: ReadonlySet<string>;
}): VNode {
  const { lang } = usePage();
  const byKey = new Map(props.columns.map((column) => [column.key, column]));
  const shown = (entry: HistoryEntry, value: unknown) => {
    if (props.hidden?.has(entry.field) === true) return text(lang, 'registers.history.hidden');
    const column = byKey.get(entry.field);
    return column === undefined ? String(value ?? '—') : <FieldValue column={column} value={value} />;
  };
  return (
    <DataTable
      caption={text(lang, 'registers.history')}
      columns={[
        {
          key: 'at',
          label: text(lang, 'registers.history.at'),
          cell: ({ entry }) => momentText(lang, entry.at),
        },
        {
          key: 'field',
          label: text(lang, 'registers.history.field'),
          cell: ({ entry }) => byKey.get(entry.field)?.header[lang] ?? text(lang, 'registers.withdrawnOn'),
        },
        {
          key: 'old',
          label: text(lang, 'registers.history.old'),
          cell: ({ entry }) => shown(entry, entry.old),
        },
        {
          key: 'new',
          label: text(lang, 'registers.history.new'),
          cell: ({ entry }) => shown(entry, entry.new),
        },
        {
          key: 'by',
          label: text(lang, 'registers.history.by'),
          cell: ({ entry }) => props.names.get(entry.by) ?? entry.by,
        },
        {
          key: 'source',
          label: text(lang, 'registers.history.source'),
          cell: ({ entry }) =>
            entry.source.startsWith('IM#') ? (
              <a class="govuk-link" href={`/imports/${entry.source.slice(3)}`}>
                {text(lang, 'registers.history.import')}
              </a>
            ) : (
              text(lang, 'registers.history.form')
            ),
        },
      ]}
      rows={props.history.map((entry, index) => ({ entry, index }))}
      rowKey={({ index }) => String(index)}
      empty={text(lang, 'registers.history.none')}
    />
  );
}
