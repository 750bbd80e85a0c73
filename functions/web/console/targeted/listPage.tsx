import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { listings } from '../../../../shared/register/vocabulary.ts';
import type { OrderStatus, StoredOrder } from '../../../../shared/targeted/targetedOrder.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { hrefWith } from '../../kit/links.ts';
import { dayText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { DrawForm } from './drawForm.tsx';
import { groundText, nextText, toneOfOrder } from './orderWords.ts';

export interface OrderListProps {
  readonly year: number;
  readonly thisYear: number;
  readonly orders: readonly StoredOrder[];
  /** Approved orders that await a draw, whatever their year. */
  readonly waiting: readonly StoredOrder[];
  readonly suggested: readonly Agency[];
  readonly edits: boolean;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** The orders of a year with what is to be done, what may be drawn for, and who ought to be visited. */
export function OrderListPage(props: OrderListProps): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'targetedPage.title')}
      lead={text(lang, 'targetedPage.lead')}
      {...(props.edits
        ? { action: <ButtonLink href="/targeted/new">{text(lang, 'targetedPage.new')}</ButtonLink> }
        : {})}
      problems={props.problems ?? []}
    >
      {props.edits ? (
        <DrawForm orders={props.waiting} {...(props.values === undefined ? {} : { values: props.values })} />
      ) : null}
      <OrderTable {...props} />
      <Years year={props.year} thisYear={props.thisYear} />
      <Suggestions {...props} />
    </ConsolePage>
  );
}

function OrderTable({ year, orders }: OrderListProps): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'targetedPage.list', { year })}
      rows={orders}
      rowKey={({ caseId }) => caseId}
      empty={text(lang, 'targetedPage.none')}
      columns={[
        {
          key: 'number',
          label: text(lang, 'targetedPage.number'),
          rowHeader: true,
          cell: ({ state }: StoredOrder) => (
            <a class="govuk-link" href={`/targeted/${state.number}`}>
              {state.number}
            </a>
          ),
        },
        { key: 'agency', label: text(lang, 'targetedPage.agency'), cell: ({ state }) => state.agencyName },
        {
          key: 'ground',
          label: text(lang, 'targetedPage.ground'),
          cell: ({ state }) => groundText(lang, state.ground),
        },
        {
          key: 'period',
          label: text(lang, 'targetedPage.period'),
          cell: ({ state: { terms } }) =>
            terms === undefined
              ? '—'
              : `${dayText(lang, terms.visits.from)} – ${dayText(lang, terms.visits.to)}`,
        },
        {
          key: 'status',
          label: text(lang, 'targetedPage.status'),
          cell: ({ status }) => (
            <Tag tone={toneOfOrder(status as OrderStatus)}>
              {text(lang, `targetedPage.status.${status as OrderStatus}`)}
            </Tag>
          ),
        },
        { key: 'next', label: text(lang, 'targetedPage.next'), cell: (order) => nextText(lang, order) },
      ]}
    />
  );
}

function Years({ year, thisYear }: { year: number; thisYear: number }): VNode {
  const { lang } = usePage();
  const link = (to: number) => hrefWith('/targeted', {}, { year: String(to) });
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={link(year - 1)}>
        {text(lang, 'targetedPage.year.before')}
      </a>
      {year >= thisYear ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={link(year + 1)}>
            {text(lang, 'targetedPage.year.after')}
          </a>
        </>
      )}
    </p>
  );
}

function Suggestions({ suggested, edits }: OrderListProps): VNode | null {
  const { lang } = usePage();
  if (suggested.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'targetedPage.suggestions')}</h2>
      <p class="govuk-body">{text(lang, 'targetedPage.suggestions.lead')}</p>
      <DataTable
        caption={text(lang, 'targetedPage.suggestions')}
        captionHidden
        rows={suggested}
        rowKey={({ uscc }) => uscc}
        columns={[
          {
            key: 'agency',
            label: text(lang, 'targetedPage.agency'),
            rowHeader: true,
            cell: ({ uscc, name }: Agency) => (
              <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(uscc)}`}>
                {name}
              </a>
            ),
          },
          {
            key: 'listing',
            label: text(lang, 'targetedPage.listing'),
            cell: ({ listing }) => vocabularyText(lang, listings, listing),
          },
          {
            key: 'since',
            label: text(lang, 'targetedPage.since'),
            cell: ({ listedSince }) => (listedSince === undefined ? '—' : dayText(lang, listedSince)),
          },
          ...(edits
            ? [
                {
                  key: 'order',
                  label: text(lang, 'targetedPage.next'),
                  cell: ({ uscc }: Agency) => (
                    <a class="govuk-link" href={hrefWith('/targeted/new', {}, { uscc, ground: 'listed' })}>
                      {text(lang, 'targetedPage.suggest.link')}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
