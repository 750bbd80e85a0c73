import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { firstValue, hrefWith } from '../links.ts';
import { words } from '../words.ts';
import { TableFrame } from './tableFrame.tsx';

export interface Column<Row> {
  /** Name of the column in the address when the table can be sorted by it. */
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures: aligned right, tabular. */
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** The cell names its row (scope="row"); one column at most. */
  readonly rowHeader?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/**
 * The order asked for in the address: `?sort=name`, or `?sort=-name` for descending.
 * Anything that is not one of `allowed` gives the fallback.
 */
export function sortFrom(
  query: Parameters<typeof firstValue>[0],
  allowed: readonly string[],
  fallback: Sort,
): Sort {
  const asked = firstValue(query, 'sort');
  const descending = asked.startsWith('-');
  const by = descending ? asked.slice(1) : asked;
  return allowed.includes(by) ? { by, descending } : fallback;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort;
  /** What stands in place of the rows when there are none. */
  readonly empty?: ComponentChildren;
}

function HeadCell<Row>(props: { column: Column<Row>; sort: Sort | undefined }): VNode {
  const page = usePage();
  const { column, sort } = props;
  const sorted = sort?.by === column.key;
  const numeric = column.numeric === true ? ' govuk-table__header--numeric' : '';
  if (column.sortable !== true) {
    return (
      <th scope="col" class={`govuk-table__header${numeric}`}>
        {column.label}
      </th>
    );
  }
  const next = sorted && sort?.descending === false ? `-${column.key}` : column.key;
  const href = hrefWith(page.path, page.query, { sort: next, page: undefined, cursor: undefined });
  return (
    <th
      scope="col"
      class={`govuk-table__header${numeric}`}
      aria-sort={sorted ? (sort?.descending === true ? 'descending' : 'ascending') : 'none'}
    >
      <a class="dr-sort" href={href} title={words(page.lang, 'kit.table.sort', { column: column.label })}>
        {column.label}
        <span aria-hidden="true" class="dr-sort__mark">
          {sorted ? (sort?.descending === true ? '▼' : '▲') : '↕'}
        </span>
      </a>
    </th>
  );
}

/** A list of records. The head stays in sight, the order lives in the address, figures line up. */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  const { lang } = usePage();
  return (
    <TableFrame label={words(lang, 'kit.table.scroll', { caption: props.caption })}>
      <table class="govuk-table dr-table">
        <caption
          class={`govuk-table__caption${props.captionHidden === true ? ' govuk-visually-hidden' : ' govuk-table__caption--s'}`}
        >
          {props.caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {props.rows.length === 0 ? (
            <tr class="govuk-table__row">
              <td class="govuk-table__cell dr-table__empty" colSpan={props.columns.length}>
                {props.empty ?? words(lang, 'kit.table.empty')}
              </td>
            </tr>
          ) : (
            props.rows.map((row) => (
              <tr class="govuk-table__row" key={props.rowKey(row)}>
                {props.columns.map((column) =>
                  column.rowHeader === true ? (
                    <th key={column.key} scope="row" class="govuk-table__header">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      class={`govuk-table__cell${column.numeric === true ? ' govuk-table__cell--numeric' : ''}`}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </TableFrame>
  );
}
