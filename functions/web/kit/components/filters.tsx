import type { ComponentChildren, VNode } from 'preact';
import { usePage, ValuesProvider } from '../context.tsx';
import { firstValue } from '../links.ts';
import { words } from '../words.ts';

/**
 * Filters of a list as a GET form: the address is the filter, so it can be kept and sent on.
 * Fields inside show the values of the address; the order of the list is kept, the page starts anew.
 */
export function Filters(props: {
  /** What the button and the link beside it say, where the form looks one thing up instead of filtering a list. */
  apply?: string;
  clear?: string;
  children: ComponentChildren;
}): VNode {
  const page = usePage();
  const sort = firstValue(page.query, 'sort');
  const title = props.apply ?? words(page.lang, 'kit.filters.title');
  return (
    <search aria-label={title}>
      <form method="get" action={page.path} class="dr-filters">
        {sort === '' ? null : <input type="hidden" name="sort" value={sort} />}
        <ValuesProvider values={page.query}>{props.children}</ValuesProvider>
        <div class="dr-filters__actions">
          <button type="submit" class="govuk-button govuk-button--secondary">
            {props.apply ?? words(page.lang, 'kit.filters.apply')}
          </button>
          <a class="govuk-link" href={page.path}>
            {props.clear ?? words(page.lang, 'kit.filters.clear')}
          </a>
        </div>
      </form>
    </search>
  );
}
