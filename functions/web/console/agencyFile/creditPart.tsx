import type { VNode } from 'preact';
import { type CreditItem, inOrder } from '../../../../shared/credit/creditItem.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { ledgerPath } from '../credit/creditPaths.ts';
import { say } from '../credit/creditWords.ts';
import { EntryName, StatusTag } from '../credit/entryLine.tsx';
import { momentText } from '../moment.ts';
import type { FilePart } from './filePart.ts';

/** What the credit system was told, when, and how it answered; the newest first. */
export const creditPart: FilePart<'credit'> = async ({ credit }, { uscc }) => (
  <Credit uscc={uscc} items={inOrder(await credit.desk.items(uscc)).toReversed()} />
);

function Credit({ uscc, items }: { uscc: string; items: readonly CreditItem[] }): VNode {
  const { lang } = usePage();
  return (
    <section>
      <DataTable
        caption={text(lang, 'agencyFile.credit')}
        rows={items}
        rowKey={({ entry }) => `${entry.key}@${entry.version}`}
        empty={text(lang, 'agencyFile.credit.none')}
        columns={[
          {
            key: 'said',
            label: text(lang, 'agencyFile.credit.said'),
            rowHeader: true,
            cell: (item) => <EntryName item={item} />,
          },
          {
            key: 'at',
            label: text(lang, 'agencyFile.credit.at'),
            cell: ({ entry }) => momentText(lang, entry.at),
          },
          {
            key: 'status',
            label: text(lang, 'agencyFile.status'),
            cell: ({ status }) => <StatusTag status={status} />,
          },
          {
            key: 'acknowledged',
            label: text(lang, 'agencyFile.credit.acknowledged'),
            cell: ({ acknowledged }) =>
              acknowledged === undefined ? (
                '—'
              ) : (
                <>
                  {momentText(lang, acknowledged.at)}
                  <br />
                  {say(lang, `credit.outcome.${acknowledged.outcome}`)}
                </>
              ),
          },
        ]}
      />
      {items.length === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={ledgerPath(uscc)}>
            {text(lang, 'agencyFile.credit.ledger')}
          </a>
        </p>
      )}
    </section>
  );
}
