import type { Column } from '../../../../shared/register/column.ts';
import type { RegisterKind, RegisterRows } from '../../../../shared/register/registerStore.ts';
import { type Fields, toFields } from '../../../../shared/register/rowFields.ts';
import { type Sort, sortFrom } from '../../kit/components/dataTable.tsx';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import type { ListContext, RegisterView } from './registerView.ts';

/** Rows on one page of a list. */
const PAGE = 50;

export interface ListedRow<Row> {
  readonly row: Row;
  readonly fields: Fields;
}

export interface RowList<Row> {
  readonly rows: readonly ListedRow<Row>[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly sort: Sort;
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The place of a value: words in the order of their list, figures as figures, text as a dictionary has it. */
function rank(column: Column, value: unknown): string | number {
  const { vocabulary } = column.codec;
  if (vocabulary !== undefined) {
    const first = Array.isArray(value) ? value[0] : value;
    return vocabulary.findIndex((term) => term.code === first);
  }
  return typeof value === 'number' ? value : String(value ?? '');
}

function compare(column: Column, a: Fields, b: Fields): number {
  const [left, right] = [rank(column, a.get(column.key)), rank(column, b.get(column.key))];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

function holds(value: unknown, wanted: string): boolean {
  return Array.isArray(value) ? value.map(String).includes(wanted) : String(value) === wanted;
}

/** The rows that the address asks for, in its order: what the list shows a page of and the export writes whole. */
export function matchingRows<K extends RegisterKind>(
  view: RegisterView<K>,
  rows: readonly RegisterRows[K][],
  query: Values,
  context: ListContext,
): { readonly rows: readonly ListedRow<RegisterRows[K]>[]; readonly sort: Sort } {
  const { columns } = view.register;
  const text = firstValue(query, 'text').normalize('NFKC').trim().toLowerCase();
  const wanted = view.filterKeys
    .map((key) => [key, firstValue(query, key)] as const)
    .filter(([, value]) => value !== '');
  const added = (view.addedFilters ?? [])
    .map((filter) => [filter, firstValue(query, filter.name)] as const)
    .filter(([filter, value]) => filter.choices.some((choice) => choice.value === value));
  const found = rows
    .map((row) => ({ row, fields: toFields(row, columns) }))
    .filter(
      ({ row, fields }) =>
        wanted.every(([key, value]) => holds(fields.get(key), value)) &&
        added.every(([filter, value]) => filter.keep(row, value, context)) &&
        (text === '' || mentions(view, row, fields, text, context)),
    );
  const sort = sortFrom(query, view.listKeys, { by: view.listKeys[0] ?? '', descending: false });
  const column = columns.find(({ key }) => key === sort.by);
  if (column !== undefined) {
    const sign = sort.descending ? -1 : 1;
    found.sort((a, b) => sign * compare(column, a.fields, b.fields));
  }
  return { rows: found, sort };
}

function mentions<K extends RegisterKind>(
  view: RegisterView<K>,
  row: RegisterRows[K],
  fields: Fields,
  text: string,
  context: ListContext,
): boolean {
  return (
    view.searchKeys.some((key) =>
      String(fields.get(key) ?? '')
        .normalize('NFKC')
        .toLowerCase()
        .includes(text),
    ) ||
    (view.added ?? []).some((column) =>
      column.text(row, context).normalize('NFKC').toLowerCase().includes(text),
    )
  );
}

/** One page of them; a page number beyond the end shows the last page. */
export function listRows<K extends RegisterKind>(
  view: RegisterView<K>,
  rows: readonly RegisterRows[K][],
  query: Values,
  context: ListContext,
): RowList<RegisterRows[K]> {
  const { rows: found, sort } = matchingRows(view, rows, query, context);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const asked = Number.parseInt(firstValue(query, 'page'), 10);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  return { rows: found.slice((page - 1) * PAGE, page * PAGE), total: found.length, page, pages, sort };
}
