import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { PlanListing } from '../../../../shared/plan/planStore.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { momentText, monthText } from '../moment.ts';

/** The months with a plan, the newest first, and the months to come that have none. */
export function PlansPage(props: {
  plans: readonly PlanListing[];
  coming: readonly string[];
  edits: boolean;
}): VNode {
  const { lang } = usePage();
  const planned = new Set(props.plans.map(({ month }) => month));
  const free = props.coming.filter((month) => !planned.has(month));
  const [next] = free;
  return (
    <ConsolePage
      title={text(lang, 'plans.title')}
      {...(props.edits && next !== undefined
        ? {
            action: (
              <ButtonLink href={`/plans/${next}`}>
                {text(lang, 'plans.begin', { month: monthText(lang, next) })}
              </ButtonLink>
            ),
          }
        : {})}
    >
      <DataTable
        caption={text(lang, 'plans.title')}
        captionHidden
        columns={[
          {
            key: 'month',
            label: text(lang, 'plans.month'),
            rowHeader: true,
            cell: ({ month }: PlanListing) => (
              <a class="govuk-link" href={`/plans/${month}`}>
                {monthText(lang, month)}
              </a>
            ),
          },
          { key: 'title', label: text(lang, 'plans.name'), cell: ({ title }: PlanListing) => title },
          {
            key: 'version',
            label: text(lang, 'plans.versions.number'),
            numeric: true,
            cell: ({ version }: PlanListing) => String(version),
          },
          {
            key: 'status',
            label: text(lang, 'plans.status'),
            cell: ({ status }: PlanListing) => (
              <Tag tone={status === 'published' ? 'done' : 'active'}>
                {text(lang, `plans.status.${status}`)}
              </Tag>
            ),
          },
          {
            key: 'at',
            label: text(lang, 'plans.versions.at'),
            cell: ({ publishedAt }: PlanListing) =>
              publishedAt === undefined ? '—' : momentText(lang, publishedAt),
          },
        ]}
        rows={props.plans}
        rowKey={({ month }) => month}
        empty={text(lang, 'plans.none')}
      />
      {props.edits && free.length > 1 ? (
        <section>
          <h2 class="govuk-heading-s">{text(lang, 'plans.coming')}</h2>
          <ul class="govuk-list">
            {free.map((month) => (
              <li key={month}>
                <a class="govuk-link" href={`/plans/${month}`}>
                  {monthText(lang, month)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </ConsolePage>
  );
}
