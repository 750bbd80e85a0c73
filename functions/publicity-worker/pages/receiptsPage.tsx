import type { VNode } from 'preact';
import { RECEIPT_KEYS_PATH, type ReceiptKey } from '../../../shared/complaint/receiptKey.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { say, timeText } from '../words.ts';
import { SitePage, useLink } from './sitePage.tsx';

/** The offline page that checks proofs of filing. */
export const FILING_VERIFIER = 'filing-verifier.html';

/** How a proof of filing is checked, and the keys that it may be signed with. */
export function ReceiptsPage({ keys }: { keys: readonly ReceiptKey[] }): VNode {
  const { lang } = usePage();
  const file = useLink();
  return (
    <SitePage
      title={say(lang, 'site.receipts.title')}
      lead={say(lang, 'site.receipts.lead')}
      back="verify.html"
    >
      <h2 class="govuk-heading-m">{say(lang, 'site.receipts.page')}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          {say(lang, 'site.receipts.page1')}
          <br />
          <a class="govuk-link" href={file(FILING_VERIFIER)} download>
            {say(lang, 'site.receipts.pageLink')}
          </a>
          <br />
          <a class="govuk-link" href={file(RECEIPT_KEYS_PATH)} download>
            {say(lang, 'site.receipts.keysLink')}
          </a>
        </li>
        <li>{say(lang, 'site.receipts.page2')}</li>
        <li>{say(lang, 'site.receipts.page3')}</li>
      </ol>
      <h2 class="govuk-heading-m">{say(lang, 'site.receipts.command')}</h2>
      <p class="govuk-body">{say(lang, 'site.receipts.command1')}</p>
      <p class="govuk-body">
        <code class="dr-code">npm run verify -- proof.json text.txt receipts.json</code>
      </p>
      <p class="govuk-body">{say(lang, 'site.receipts.keep')}</p>
      <h2 class="govuk-heading-m">{say(lang, 'site.receipts.keys')}</h2>
      <p class="govuk-body">{say(lang, 'site.receipts.keysText')}</p>
      {keys.length === 0 ? (
        <p class="govuk-body">{say(lang, 'site.receipts.noKeys')}</p>
      ) : (
        <DataTable
          caption={say(lang, 'site.receipts.keys')}
          rows={keys}
          rowKey={({ keyId }) => keyId}
          columns={[
            {
              key: 'keyId',
              label: say(lang, 'site.receipts.keyId'),
              rowHeader: true,
              cell: ({ keyId }) => <code>{keyId}</code>,
            },
            {
              key: 'publicKey',
              label: say(lang, 'site.receipts.publicKey'),
              cell: ({ publicKey }) => <code class="dr-code">{publicKey}</code>,
            },
            {
              key: 'since',
              label: say(lang, 'site.receipts.since'),
              cell: ({ since }) => timeText(lang, since),
            },
          ]}
        />
      )}
    </SitePage>
  );
}
