import type { ComponentChildren } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Register } from '../../../../shared/register/register.ts';
import type { RegisterKind, RegisterRows, RegisterStore } from '../../../../shared/register/registerStore.ts';

/** What a list shows beside its own rows. */
export interface ListContext {
  readonly lang: Lang;
  readonly today: LocalDate;
  /** Names by key, for registers whose rows refer to others; empty when the view does not ask for them. */
  readonly agencyNames: ReadonlyMap<string, string>;
  readonly inspectorNames: ReadonlyMap<string, string>;
}

export type ListKind = 'agency' | 'practitioner' | 'inspector' | 'relation' | 'item';

/** A column that is not one of the register's own. */
export interface AddedColumn<Row> {
  readonly key: string;
  readonly label: (lang: Lang) => string;
  readonly text: (row: Row, context: ListContext) => string;
}

/** A filter that no single column answers. */
export interface AddedFilter<Row> {
  readonly name: string;
  readonly label: (lang: Lang) => string;
  readonly choices: readonly { readonly value: string; readonly label: (lang: Lang) => string }[];
  readonly keep: (row: Row, value: string, context: ListContext) => boolean;
}

/** How one register is listed, filtered, exported and reached. Everything else comes from its columns. */
export interface RegisterView<K extends RegisterKind> {
  readonly register: Register<K>;
  /** Its part of the address: `/registers/<slug>`. */
  readonly slug: string;
  /** Keys of the register's columns that the list shows; the first names the row. */
  readonly listKeys: readonly string[];
  /** Keys of columns with a closed list of words. */
  readonly filterKeys: readonly string[];
  /** Keys of columns in which the text filter looks. */
  readonly searchKeys: readonly string[];
  readonly namesOfOthers: boolean;
  readonly added?: readonly AddedColumn<RegisterRows[K]>[];
  readonly addedFilters?: readonly AddedFilter<RegisterRows[K]>[];
  /** How a cell is shown where its text alone does not say enough. */
  readonly cells?: Readonly<
    Record<string, (row: RegisterRows[K], context: ListContext) => ComponentChildren>
  >;
  readonly load: (store: RegisterStore) => Promise<readonly RegisterRows[K][]>;
  /** The page of a row; none where rows have no page of their own. */
  readonly path: (row: RegisterRows[K]) => string;
  /** Who may list it, and who may take it away as a file. */
  readonly readers: readonly Role[];
  readonly exporters: readonly Role[];
  /** Whether rows are entered one by one as well as imported. */
  readonly entered: boolean;
}

export function listPath(view: { readonly slug: string }): string {
  return `/registers/${view.slug}`;
}
