import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';

export interface SummaryRow {
  readonly label: string;
  readonly value: ComponentChildren;
  /** Where the answer is changed; check-your-answers pages give one per row. */
  readonly changeHref?: string;
  /** Another action instead of Change. */
  readonly action?: { readonly href: string; readonly label: string };
}

/** Facts as label and value; with `changeHref` the check-your-answers list. */
export function SummaryList(props: { title?: string; rows: readonly (SummaryRow | undefined)[] }): VNode {
  const { lang } = usePage();
  const rows = props.rows.filter((row) => row !== undefined);
  const anyAction = rows.some((row) => row.changeHref !== undefined || row.action !== undefined);
  return (
    <>
      {props.title === undefined ? null : <h2 class="govuk-heading-m">{props.title}</h2>}
      <dl class="govuk-summary-list">
        {rows.map((row) => {
          const action =
            row.action ??
            (row.changeHref === undefined
              ? undefined
              : { href: row.changeHref, label: words(lang, 'kit.change') });
          return (
            <div
              key={row.label}
              class={`govuk-summary-list__row${anyAction && action === undefined ? ' govuk-summary-list__row--no-actions' : ''}`}
            >
              <dt class="govuk-summary-list__key">{row.label}</dt>
              <dd class="govuk-summary-list__value">{row.value}</dd>
              {action === undefined ? null : (
                <dd class="govuk-summary-list__actions">
                  <a class="govuk-link" href={action.href}>
                    {action.label}
                    <span class="govuk-visually-hidden"> {row.label}</span>
                  </a>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </>
  );
}
