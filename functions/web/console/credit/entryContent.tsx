import type { VNode } from 'preact';
import type { CreditItem } from '../../../../shared/credit/creditItem.ts';
import type { MappingContext } from '../../../../shared/credit/mapping/fieldRow.ts';
import { fieldsOf, wireTables, wireTypeOf } from '../../../../shared/credit/mapping/wireTypes.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { say } from './creditWords.ts';

/** What is sent of an entry, field by field, with the names of the other side. */
export function EntryContent(props: { item: CreditItem; office: MappingContext['office'] }): VNode | null {
  const { lang } = usePage();
  const { item, office } = props;
  const { entry, amended } = item;
  if (entry.record === undefined) return null;
  const table = wireTables[wireTypeOf(entry.record)];
  const { fields, details = [] } = fieldsOf(entry.record, { entry, office });
  const shown = { ...fields, ...amended?.fields };
  const rows = table.rows.flatMap((row) => {
    const value = shown[row.field];
    return value === undefined ? [] : [{ row, value }];
  });
  const lines = details.map((line) => (table.lines ?? []).map(({ field }) => line[field] ?? '').join(' · '));
  return (
    <Details summary={say(lang, 'creditPage.ledger.content')}>
      {amended === undefined ? null : (
        <p class="govuk-body">{say(lang, 'creditPage.ledger.amended', { name: amended.by.name })}</p>
      )}
      <DataTable
        caption={say(lang, 'creditPage.ledger.content')}
        captionHidden
        rows={rows}
        rowKey={({ row }) => row.field}
        columns={[
          {
            key: 'field',
            label: say(lang, 'creditPage.record'),
            rowHeader: true,
            cell: ({ row }) => (
              <>
                {row[lang]} <code>{row.field}</code>
              </>
            ),
          },
          { key: 'value', label: say(lang, 'creditPage.ledger.content'), cell: ({ value }) => value },
        ]}
      />
      {lines.length === 0 ? null : (
        <ol class="govuk-list govuk-list--number">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <p class="govuk-body">
        <Tag tone="waiting">{say(lang, 'creditPage.ledger.unverified')}</Tag>
      </p>
    </Details>
  );
}

/** Every attempt that is kept, with what came of it. */
export function EntryAttempts({ item }: { item: CreditItem }): VNode | null {
  const { lang } = usePage();
  if (item.said.length === 0) return null;
  return (
    <Details summary={say(lang, 'creditPage.ledger.tried')}>
      <ol class="govuk-list">
        {item.said.map(({ at, outcome, answer }, i) => (
          <li key={`${at} ${i}`}>
            <time dateTime={at}>{momentText(lang, at)}</time> {say(lang, `credit.outcome.${outcome}`)}
            {answer === undefined ? '' : ` (${answer})`}
          </li>
        ))}
      </ol>
    </Details>
  );
}
