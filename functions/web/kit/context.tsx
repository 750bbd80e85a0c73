import type { ComponentChildren, VNode } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../../shared/access/roles.ts';
import type { Lang, Message } from '../../../shared/messages/message.ts';
import type { Problem } from '../../../shared/problem.ts';

/** Query or form values as they arrived: a repeated name is a list. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** One entry of the console's navigation; shown to people with one of `access`. */
export interface NavItem {
  readonly href: string;
  readonly label: Message;
  readonly access: readonly Role[];
}

/** One kind of thing that is waiting, as shown in the due box. */
export interface DueItem {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  readonly overdue: number;
}

/** Addresses of the stylesheets and the script, with their content hash in the name. */
export interface AssetLinks {
  readonly screenCss: string;
  readonly printCss: string;
  readonly script: string;
  /** Makes a witness's secret in the browser. */
  readonly witness: string;
}

/**
 * What every component may need to know about the page it stands on. The web handler fills it for a request,
 * a static page fills it by hand (`staticPage`).
 */
export interface PageContext {
  readonly lang: Lang;
  readonly method: string;
  readonly path: string;
  readonly query: Values;
  readonly office: Message;
  readonly assets: AssetLinks;
  readonly navigation: readonly NavItem[];
  readonly due?: readonly DueItem[] | undefined;
  readonly user?: { readonly name: string; readonly roles: readonly Role[] } | undefined;
  /** The confirmation carried over a redirect, already in the reader's language. */
  readonly notice?: string | undefined;
  /** Address of the same page in the other language; computed from `path` and `query` when left out. */
  readonly otherLanguage?: string | undefined;
  problemText(problem: Problem): string;
  /** Called by the form that needs it, so that a page without forms sets no cookie. */
  csrfToken(): string;
  /** A fresh idempotency key for one rendering of a form. */
  newKey(): string;
}

interface FormState {
  readonly values: Values;
  readonly problems: readonly Problem[];
}

const Page = createContext<PageContext | undefined>(undefined);
const Problems = createContext<readonly Problem[]>([]);
const FormValues = createContext<Values>({});

/** The page that the component stands on. */
export function usePage(): PageContext {
  const page = useContext(Page);
  if (page === undefined) throw new Error('A page component was rendered outside of a page');
  return page;
}

export function useFormState(): FormState {
  return { values: useContext(FormValues), problems: useContext(Problems) };
}

export function PageProvider(props: { page: PageContext; children: ComponentChildren }): VNode {
  return <Page.Provider value={props.page}>{props.children}</Page.Provider>;
}

export function ProblemsProvider(props: {
  problems: readonly Problem[];
  children: ComponentChildren;
}): VNode {
  return <Problems.Provider value={props.problems}>{props.children}</Problems.Provider>;
}

export function ValuesProvider(props: { values: Values; children: ComponentChildren }): VNode {
  return <FormValues.Provider value={props.values}>{props.children}</FormValues.Provider>;
}
