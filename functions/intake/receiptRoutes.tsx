import type { VNode } from 'preact';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { deadlineKindRow } from '../../shared/complaint/deadlineKinds.ts';
import { filingProofBytes, makeFilingProof } from '../../shared/complaint/filingProof.ts';
import type { ReceiptCase, SentDraft } from '../../shared/complaint/form/draft.ts';
import { formatReceiptCode } from '../../shared/complaint/receiptCode.ts';
import { citedText } from '../../shared/law/lawTable.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Panel, Warning } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { download, page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { dateText, timeText } from './dates.ts';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { forgetDraftCookie, type Opened, onReceipt } from './openDraft.ts';
import { DONE, FOLLOW, RECEIPT, START } from './paths.ts';
import { intakeCatalogue, say } from './words.ts';

type Sent = Opened<SentDraft>;

function ReceiptPage(props: { sent: SentDraft; publicityUrl: string; publicUrl: string }): VNode {
  const { sent, publicityUrl, publicUrl } = props;
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'intake.receipt.title')} titleHidden home={publicityUrl}>
      <Panel title={say(lang, 'intake.receipt.title')}>
        {say(lang, 'intake.receipt.code')}
        <strong class="dr-receipt-code">{formatReceiptCode(sent.code)}</strong>
      </Panel>
      <p class="govuk-body">{say(lang, 'intake.receipt.at', { at: timeText(lang, sent.at) })}</p>
      <Warning>{say(lang, sent.mail ? 'intake.receipt.keep' : 'intake.receipt.keepOnly')}</Warning>
      <h2 class="govuk-heading-m">{say(lang, 'intake.receipt.save')}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`${RECEIPT}/code`}>
            {say(lang, 'intake.receipt.saveCode')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${RECEIPT}/text`}>
            {say(lang, 'intake.receipt.saveText')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${RECEIPT}/proof`}>
            {say(lang, 'intake.receipt.saveProof')}
          </a>
        </li>
      </ul>
      <p class="govuk-body">{say(lang, 'intake.receipt.proofMeans')}</p>
      <p class="govuk-body">
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>
          {say(lang, 'intake.receipt.print')}
        </button>
      </p>
      <h2 class="govuk-heading-m">{say(lang, 'intake.receipt.next')}</h2>
      {sent.cases.map((one) => (
        <CaseDates key={one.kind} one={one} />
      ))}
      <p class="govuk-body">{say(lang, 'intake.receipt.follow', { address: `${publicUrl}${FOLLOW}` })}</p>
      <Form action={DONE}>
        <Button>{say(lang, 'intake.receipt.saved')}</Button>
      </Form>
      <p class="govuk-body-s">{say(lang, 'intake.receipt.savedMeans')}</p>
    </PublicPage>
  );
}

/** What the office owes in one case, until when, and by which rule. */
function CaseDates({ one }: { one: ReceiptCase }): VNode {
  const { lang } = usePage();
  return (
    <SummaryList
      title={say(lang, `complaint.kind.${one.kind}`)}
      rows={one.deadlines.map(({ kind, deadline }) => ({
        label: intakeCatalogue.problemText(lang, {
          code: `complaint.deadline.${deadlineKindRow(kind).kind}`,
        }),
        value: (
          <>
            <strong>
              {say(lang, 'intake.receipt.until', { date: dateText(lang, deadline.dueLegal) })}
              {deadline.provisional ? say(lang, 'intake.receipt.provisional') : ''}
            </strong>
            <br />
            <span lang="zh-CN">{citedText(deadline.citation)}</span>
          </>
        ),
      }))}
    />
  );
}

function DonePage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'intake.done.title')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'intake.done.text')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={FOLLOW}>
          {say(lang, 'intake.done.follow')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={START}>
          {say(lang, 'intake.done.again')}
        </a>
      </p>
    </PublicPage>
  );
}

/** The day of filing names the files, never the code or the agency: file names are seen over shoulders. */
/** The day is that of the receipt, in Shanghai. */
const fileName = ({ at }: SentDraft, what: string) => `filing-${shanghaiDate(at)}-${what}`;

function codeFile({ deps, lang }: IntakeRequest, { draft }: Sent): WebResponse {
  const lines = [
    deps.office.name,
    timeText(lang, draft.at),
    `${say(lang, 'intake.receipt.code')} ${formatReceiptCode(draft.code)}`,
    `${deps.publicUrl}${FOLLOW}`,
    '',
  ];
  return download({
    name: fileName(draft, 'receipt.txt'),
    contentType: 'text/plain; charset=utf-8',
    body: lines.join('\n'),
  });
}

const textFile = (_: IntakeRequest, { draft }: Sent): WebResponse =>
  download({
    name: fileName(draft, 'text.txt'),
    contentType: 'text/plain; charset=utf-8',
    body: new TextEncoder().encode(draft.text),
  });

/** The proof is signed when it is asked for: equal text and time give equal bytes. */
async function proofFile({ deps }: IntakeRequest, { draft }: Sent): Promise<WebResponse> {
  const { receiptSigningSeed } = await deps.secrets.get();
  await deps.publishKey();
  const proof = makeFilingProof(
    { office: deps.office.name, at: draft.at, text: draft.text },
    receiptSigningSeed,
  );
  return download({
    name: fileName(draft, 'proof.json'),
    contentType: 'application/json; charset=utf-8',
    body: filingProofBytes(proof),
  });
}

/** The person has the receipt: what was kept for this page is destroyed. */
async function saved({ deps }: IntakeRequest, { key }: Sent): Promise<WebResponse> {
  await deps.drafts.remove(key.id);
  return redirect(DONE, undefined, [forgetDraftCookie()]);
}

export const receiptRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({
    method: 'GET',
    path: RECEIPT,
    handle: onReceipt(({ deps }, { draft }) =>
      page(<ReceiptPage sent={draft} publicityUrl={deps.publicityUrl} publicUrl={deps.publicUrl} />),
    ),
  }),
  publicRoute({ method: 'GET', path: `${RECEIPT}/code`, handle: onReceipt(codeFile) }),
  publicRoute({ method: 'GET', path: `${RECEIPT}/text`, handle: onReceipt(textFile) }),
  publicRoute({ method: 'GET', path: `${RECEIPT}/proof`, handle: onReceipt(proofFile) }),
  publicRoute({ method: 'POST', path: DONE, handle: onReceipt(saved) }),
  publicRoute({
    method: 'GET',
    path: DONE,
    handle: ({ deps }) => page(<DonePage publicityUrl={deps.publicityUrl} />),
  }),
];
