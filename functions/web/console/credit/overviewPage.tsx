import type { VNode } from 'preact';
import type { Breaker } from '../../../../shared/credit/breaker.ts';
import { type CreditItem, inOrder } from '../../../../shared/credit/creditItem.ts';
import type { CreditConnection } from '../../../../shared/credit/desk.ts';
import type { CreditDifference } from '../../../../shared/credit/differences.ts';
import { orderOf } from '../../../../shared/credit/order.ts';
import type { WaitingEntries } from '../../../../shared/credit/ports.ts';
import type { CreditReport } from '../../../../shared/credit/reconciling.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText, momentText } from '../moment.ts';
import { ledgerPath, REPORTS_PATH, reportPath } from './creditPaths.ts';
import { ageText, say } from './creditWords.ts';
import { DueText, EntryName, lastText, StatusTag } from './entryLine.tsx';

export interface OverviewProps {
  readonly connection: CreditConnection;
  readonly breaker: Breaker;
  readonly waiting: WaitingEntries;
  /** The agencies that are held back, each with all of its entries. */
  readonly held: readonly { readonly since: string; readonly items: readonly CreditItem[] }[];
  readonly differences: readonly CreditDifference[];
  readonly reports: readonly CreditReport[];
  /** What a search found; undefined when nobody searched. */
  readonly found: readonly Agency[] | undefined;
  readonly now: Date;
}

/** What waits and how old it is, whether the other side works, and what waits for a person. */
export function OverviewPage(props: OverviewProps): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage title={say(lang, 'creditPage.title')} lead={say(lang, 'creditPage.lead')}>
      <Standing {...props} />
      <HeldTable {...props} />
      <DifferenceTable {...props} />
      <WaitingTable {...props} />
      <Find {...props} />
      <Reports {...props} />
    </ConsolePage>
  );
}

/** The breaker in words. */
export function breakerText(lang: Lang, { state, since, outcome }: Breaker): string {
  if (state === 'closed') return say(lang, 'creditPage.breaker.closed');
  return say(lang, `creditPage.breaker.${state}`, {
    since: since === undefined ? '' : momentText(lang, since),
    outcome: outcome === undefined ? '' : say(lang, `credit.outcome.${outcome}`),
  });
}

function Standing({ connection, breaker, waiting, now }: OverviewProps): VNode {
  const { lang } = usePage();
  const oldest = inOrder(waiting.shown)[0];
  const counts = { count: waiting.count, agencies: waiting.agencies };
  return (
    <SummaryList
      rows={[
        {
          label: say(lang, 'creditPage.connection'),
          value: say(lang, `creditPage.connection.${connection}`),
        },
        connection === 'none'
          ? undefined
          : {
              label: say(lang, 'creditPage.breaker'),
              value: (
                <>
                  {breaker.state === 'closed' ? null : <Tag tone="overdue">!</Tag>}{' '}
                  {breakerText(lang, breaker)}
                </>
              ),
            },
        {
          label: say(lang, 'creditPage.waiting'),
          value:
            waiting.count === 0
              ? say(lang, 'creditPage.waiting.none')
              : say(lang, 'creditPage.waiting.count', counts),
        },
        oldest === undefined
          ? undefined
          : {
              label: say(lang, 'creditPage.oldest'),
              value: `${ageText(lang, oldest.entry.at, now)} · ${oldest.entry.agency}`,
            },
      ]}
    />
  );
}

function AgencyLink({ uscc, name }: { uscc: string; name: string }): VNode {
  return (
    <a class="govuk-link" href={ledgerPath(uscc)}>
      {name}
    </a>
  );
}

function HeldTable({ held, now }: OverviewProps): VNode {
  const { lang } = usePage();
  const rows = held.flatMap(({ since, items }) => {
    const { next } = orderOf(items);
    return next === undefined ? [] : [{ since, item: next }];
  });
  return (
    <section>
      <DataTable
        caption={say(lang, 'creditPage.held')}
        rows={rows}
        rowKey={({ item }) => item.entry.uscc}
        empty={say(lang, 'creditPage.held.none')}
        columns={[
          {
            key: 'agency',
            label: say(lang, 'creditPage.agency'),
            rowHeader: true,
            cell: ({ item }) => <AgencyLink uscc={item.entry.uscc} name={item.entry.agency} />,
          },
          {
            key: 'record',
            label: say(lang, 'creditPage.record'),
            cell: ({ item }) => <EntryName item={item} />,
          },
          {
            key: 'last',
            label: say(lang, 'creditPage.last'),
            cell: ({ item }) => lastText(lang, item),
          },
          {
            key: 'since',
            label: say(lang, 'creditPage.age'),
            cell: ({ since }) => ageText(lang, since, now),
          },
          {
            key: 'due',
            label: say(lang, 'creditPage.due.day'),
            cell: ({ item }) => <DueText item={item} now={now} />,
          },
        ]}
      />
      {rows.length === 0 ? null : <p class="govuk-body">{say(lang, 'creditPage.held.lead')}</p>}
    </section>
  );
}

function DifferenceTable({ differences }: OverviewProps): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={say(lang, 'creditPage.differences')}
      rows={differences}
      rowKey={({ uscc, key }) => `${uscc} ${key}`}
      empty={say(lang, 'creditPage.differences.none')}
      columns={[
        {
          key: 'agency',
          label: say(lang, 'creditPage.agency'),
          rowHeader: true,
          cell: ({ uscc, agency }) => <AgencyLink uscc={uscc} name={agency} />,
        },
        { key: 'record', label: say(lang, 'creditPage.record'), cell: ({ key }) => <code>{key}</code> },
        {
          key: 'kind',
          label: say(lang, 'creditPage.report.what'),
          cell: ({ kind }) => say(lang, `credit.difference.${kind}`),
        },
        {
          key: 'found',
          label: say(lang, 'creditPage.difference.found'),
          cell: ({ found }) => momentText(lang, found),
        },
      ]}
    />
  );
}

function WaitingTable({ waiting, now }: OverviewProps): VNode {
  const { lang } = usePage();
  const { shown, count } = waiting;
  return (
    <section>
      <DataTable
        caption={say(lang, 'creditPage.waiting')}
        rows={shown}
        rowKey={({ entry }) => `${entry.key}@${entry.version}`}
        empty={say(lang, 'creditPage.waiting.none')}
        columns={[
          {
            key: 'agency',
            label: say(lang, 'creditPage.agency'),
            rowHeader: true,
            cell: ({ entry }) => <AgencyLink uscc={entry.uscc} name={entry.agency} />,
          },
          { key: 'record', label: say(lang, 'creditPage.record'), cell: (item) => <EntryName item={item} /> },
          {
            key: 'status',
            label: say(lang, 'creditPage.status'),
            cell: ({ status }) => <StatusTag status={status} />,
          },
          {
            key: 'age',
            label: say(lang, 'creditPage.age'),
            cell: ({ entry }) => ageText(lang, entry.at, now),
          },
          {
            key: 'due',
            label: say(lang, 'creditPage.due.day'),
            cell: (item) => <DueText item={item} now={now} />,
          },
          {
            key: 'attempts',
            label: say(lang, 'creditPage.attempts'),
            numeric: true,
            cell: ({ attempts }) => attempts,
          },
          { key: 'last', label: say(lang, 'creditPage.last'), cell: (item) => lastText(lang, item) },
        ]}
      />
      {count > shown.length ? (
        <p class="govuk-body">{say(lang, 'creditPage.waiting.first', { shown: shown.length })}</p>
      ) : null}
    </section>
  );
}

function Find({ found }: OverviewProps): VNode {
  const { lang } = usePage();
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'creditPage.find')}</h2>
      <Filters apply={say(lang, 'creditPage.find')}>
        <TextInput
          name="agency"
          label={say(lang, 'creditPage.agency')}
          hint={say(lang, 'creditPage.find.hint')}
          width={30}
        />
      </Filters>
      {found === undefined ? null : (
        <ul class="govuk-list">
          {found.length === 0 ? <li>{say(lang, 'creditPage.find.none')}</li> : null}
          {found.map(({ uscc, name }) => (
            <li key={uscc}>
              <AgencyLink uscc={uscc} name={name} /> <code>{uscc}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Reports({ reports }: OverviewProps): VNode {
  const { lang } = usePage();
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'creditPage.reports')}</h2>
      <ul class="govuk-list">
        {reports.length === 0 ? <li>{say(lang, 'creditPage.reports.none')}</li> : null}
        {reports.map(({ day }) => (
          <li key={day}>
            <a class="govuk-link" href={reportPath(day)}>
              {dayText(lang, day)}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={REPORTS_PATH}>
          {say(lang, 'creditPage.reports.all')}
        </a>
      </p>
    </section>
  );
}
