import type { VNode } from 'preact';
import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { RegisterKind, RegisterRows } from '../../../../shared/register/registerStore.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Pagination } from '../../kit/components/pagination.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { hrefWith } from '../../kit/links.ts';
import { editors } from '../access.ts';
import { fieldText } from './fieldText.ts';
import { type ListContext, listPath, type RegisterView } from './registerView.ts';
import type { ListedRow, RowList } from './rowList.ts';

interface ListPageProps<K extends RegisterKind> {
  readonly view: RegisterView<K>;
  readonly list: RowList<RegisterRows[K]>;
  readonly context: ListContext;
  readonly roles: readonly Role[];
}

/** A register as a table: filters and order in the address, files of exactly what is shown. */
export function RegisterListPage<K extends RegisterKind>(props: ListPageProps<K>): VNode {
  const { view, list, roles } = props;
  const { lang } = usePage();
  const base = listPath(view);
  const edits = mayAct(roles, editors);
  return (
    <ConsolePage
      title={view.register.label[lang]}
      lead={text(lang, 'registers.list.total', { total: list.total })}
      back={{ href: '/registers', label: text(lang, 'registers.title') }}
      {...(edits && view.entered
        ? { action: <ButtonLink href={`${base}/new`}>{text(lang, 'registers.new')}</ButtonLink> }
        : edits
          ? { action: <ButtonLink href={`${base}/import`}>{text(lang, 'registers.import')}</ButtonLink> }
          : {})}
    >
      <ListFilters view={view} />
      <FileLinks view={view} roles={roles} />
      <DataTable
        caption={view.register.label[lang]}
        captionHidden
        columns={columnsOf(props, lang)}
        rows={list.rows}
        rowKey={({ fields }) => view.register.keyColumns.map((key) => String(fields.get(key))).join(' ')}
        sort={list.sort}
        empty={text(lang, 'registers.list.empty')}
      />
      <Pagination page={list.page} pages={list.pages} />
    </ConsolePage>
  );
}

function columnsOf<K extends RegisterKind>(
  { view, context }: ListPageProps<K>,
  lang: 'zh' | 'en',
): Column<ListedRow<RegisterRows[K]>>[] {
  const own = view.listKeys.flatMap((key, index): Column<ListedRow<RegisterRows[K]>>[] => {
    const column = view.register.columns.find((one) => one.key === key);
    if (column === undefined) return [];
    const special = view.cells?.[key];
    return [
      {
        key,
        label: column.header[lang],
        sortable: true,
        ...(index === 0 ? { rowHeader: true } : {}),
        cell: ({ row, fields }) => {
          const shown = special?.(row, context) ?? fieldText(lang, column, fields.get(key));
          return index === 0 ? (
            <a class="govuk-link" href={view.path(row)}>
              {shown}
            </a>
          ) : (
            shown
          );
        },
      },
    ];
  });
  const added = (view.added ?? []).map((column) => ({
    key: column.key,
    label: column.label(lang),
    cell: ({ row }: ListedRow<RegisterRows[K]>) => column.text(row, context),
  }));
  return [...own.slice(0, 2), ...added, ...own.slice(2)];
}

function ListFilters<K extends RegisterKind>({ view }: { view: RegisterView<K> }): VNode {
  const { lang } = usePage();
  const all = text(lang, 'registers.filter.all');
  return (
    <Filters>
      <TextInput name="text" label={text(lang, 'registers.filter.text')} type="search" width={20} />
      {view.filterKeys.map((key) => {
        const column = view.register.columns.find((one) => one.key === key);
        return column === undefined ? null : (
          <Select
            key={key}
            name={key}
            label={column.header[lang]}
            empty={all}
            choices={(column.codec.vocabulary ?? []).map((term) => ({ value: term.code, label: term[lang] }))}
          />
        );
      })}
      {(view.addedFilters ?? []).map((filter) => (
        <Select
          key={filter.name}
          name={filter.name}
          label={filter.label(lang)}
          empty={all}
          choices={filter.choices.map(({ value, label }) => ({ value, label: label(lang) }))}
        />
      ))}
    </Filters>
  );
}

function FileLinks<K extends RegisterKind>(props: {
  view: RegisterView<K>;
  roles: readonly Role[];
}): VNode | null {
  const { lang, query } = usePage();
  const { view, roles } = props;
  const base = listPath(view);
  const exports = mayAct(roles, view.exporters);
  const imports = mayAct(roles, editors);
  if (!exports && !imports) return null;
  const file = (format: string) => hrefWith(`${base}/export.${format}`, query, { page: undefined });
  return (
    <p class="govuk-body">
      {exports ? (
        <>
          {text(lang, 'registers.export')}{' '}
          <a class="govuk-link" href={file('xlsx')}>
            {text(lang, 'registers.export.xlsx')}
          </a>{' '}
          <a class="govuk-link" href={file('csv')}>
            {text(lang, 'registers.export.csv')}
          </a>{' '}
        </>
      ) : null}
      {imports ? (
        <a class="govuk-link" href={`${base}/import`}>
          {text(lang, 'registers.import')}
        </a>
      ) : null}
    </p>
  );
}
