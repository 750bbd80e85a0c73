import type { VNode } from 'preact';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { formatReceiptCode } from '../../../../shared/complaint/receiptCode.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { Warning } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText } from '../moment.ts';
import { CaseLink } from './caseLine.tsx';
import { words } from './complaintWords.ts';

/** The code for whoever told it: shown this once, to be printed or read out. The office keeps only its hash. */
export function ReceiptPage(props: {
  code: string;
  cases: readonly StoredComplaint[];
  /** Where the person looks up what happens. */
  followUrl: string;
}): VNode {
  const { lang, office } = usePage();
  const [first] = props.cases;
  return (
    <ConsolePage
      title={words(lang, 'complaintEntry.receipt.title')}
      back={{ href: '/complaints', label: words(lang, 'complaintPage.board.title') }}
    >
      <Warning>{words(lang, 'complaintEntry.receipt.once')}</Warning>
      <p class="dr-receipt-code">{formatReceiptCode(props.code)}</p>
      <SummaryList
        rows={[
          { label: words(lang, 'complaintEntry.receipt.office'), value: office[lang] },
          first === undefined
            ? undefined
            : {
                label: words(lang, 'complaintPage.received'),
                value: dayText(lang, first.state.received.on),
              },
          {
            label: words(lang, 'complaintEntry.receipt.cases'),
            value: (
              <ul class="govuk-list">
                {props.cases.map((stored) => (
                  <li key={stored.caseId}>
                    {words(lang, `complaint.kind.${stored.state.kind}`)} · <CaseLink stored={stored} />
                    {stored.state.deadlines.map(({ kind, deadline }) => (
                      <div key={kind}>
                        {words(lang, `complaint.deadline.${kind}`)}：{dayText(lang, deadline.dueLegal)}
                      </div>
                    ))}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: words(lang, 'complaintEntry.receipt.follow'), value: props.followUrl },
        ]}
      />
      <p class="govuk-body">{words(lang, 'complaintEntry.receipt.print')}</p>
      <ButtonLink href="/complaints" look="secondary">
        {words(lang, 'complaintEntry.receipt.done')}
      </ButtonLink>
    </ConsolePage>
  );
}
