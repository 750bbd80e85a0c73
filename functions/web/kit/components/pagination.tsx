import type { VNode } from 'preact';
import { usePage } from '../context.tsx';
import { hrefWith } from '../links.ts';
import { words } from '../words.ts';

export type PaginationProps =
  | { readonly page: number; readonly pages: number }
  /** Lists read page by page from the database know only the way on and the way back. */
  | { readonly next?: string | undefined; readonly previous?: string | undefined };

/** First, last and the neighbours of the current page; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): readonly number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((n, index) => {
    const before = shown[index - 1];
    return before === undefined || n === before + 1 ? [n] : [0, n];
  });
}

function Step(props: { href: string | undefined; kind: 'prev' | 'next' }): VNode | null {
  const { lang } = usePage();
  if (props.href === undefined) return null;
  const label = words(lang, props.kind === 'prev' ? 'kit.pages.previous' : 'kit.pages.next');
  return (
    <div class={`govuk-pagination__${props.kind}`}>
      <a class="govuk-link govuk-pagination__link" href={props.href} rel={props.kind}>
        {props.kind === 'prev' ? <span aria-hidden="true">← </span> : null}
        <span class="govuk-pagination__link-title">{label}</span>
        {props.kind === 'next' ? <span aria-hidden="true"> →</span> : null}
      </a>
    </div>
  );
}

/** Pages of a list, in the address as `?page=` or `?cursor=`. Nothing when there is only one page. */
export function Pagination(props: PaginationProps): VNode | null {
  const { lang, path, query } = usePage();
  const numbered = 'page' in props;
  if (numbered && props.pages <= 1) return null;
  if (!numbered && props.next === undefined && props.previous === undefined) return null;
  const toPage = (n: number) => hrefWith(path, query, { page: String(n) });
  const toCursor = (cursor: string | undefined) =>
    cursor === undefined ? undefined : hrefWith(path, query, { cursor });
  const previous = numbered
    ? props.page > 1
      ? toPage(props.page - 1)
      : undefined
    : toCursor(props.previous);
  const next = numbered
    ? props.page < props.pages
      ? toPage(props.page + 1)
      : undefined
    : toCursor(props.next);
  return (
    <nav class="govuk-pagination" aria-label={words(lang, 'kit.pages.label')}>
      <Step href={previous} kind="prev" />
      {numbered ? (
        <ul class="govuk-pagination__list">
          {pageNumbers(props.page, props.pages).map((n, index, all) =>
            n === 0 ? (
              <li
                key={`gap after ${all[index - 1]}`}
                class="govuk-pagination__item govuk-pagination__item--ellipsis"
              >
                ⋯
              </li>
            ) : (
              <li
                key={n}
                class={`govuk-pagination__item${n === props.page ? ' govuk-pagination__item--current' : ''}`}
              >
                <a
                  class="govuk-link govuk-pagination__link"
                  href={toPage(n)}
                  aria-label={words(lang, 'kit.pages.page', { page: n })}
                  aria-current={n === props.page ? 'page' : undefined}
                >
                  {n}
                </a>
              </li>
            ),
          )}
        </ul>
      ) : null}
      <Step href={next} kind="next" />
    </nav>
  );
}
