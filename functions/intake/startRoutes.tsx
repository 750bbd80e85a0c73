import type { ComponentChildren, VNode } from 'preact';
import { overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { newDraft } from '../../shared/complaint/form/draft.ts';
import { draftKeyOf, newDraftCookie, sealDraft } from '../../shared/complaint/form/draftCipher.ts';
import { firstIncomplete } from '../../shared/complaint/form/steps.ts';
import { contactLine, type Office } from '../../shared/notice/office.ts';
import { Button, ButtonLink } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Details, Inset, NotificationBanner } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { firstValue } from '../web/kit/links.ts';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { keepDraftCookie, ownDraft, ttlFrom } from './openDraft.ts';
import { FOLLOW, pathOf, RECEIPT, START } from './paths.ts';
import { PausePage } from './pausePage.tsx';
import { say } from './words.ts';

/** What is there already for this browser. */
type Standing = 'none' | { readonly resume: string } | 'receipt';

function Bullets({ children }: { children: ComponentChildren }): VNode {
  return <ul class="govuk-list govuk-list--bullet">{children}</ul>;
}

function StartPage(props: { standing: Standing; office: Office; publicityUrl: string }): VNode {
  const { lang } = usePage();
  const { standing } = props;
  return (
    <PublicPage title={say(lang, 'intake.start.title')} home={props.publicityUrl}>
      {standing === 'receipt' ? (
        <NotificationBanner id="receipt-waits">
          <p class="govuk-body">{say(lang, 'intake.start.receiptWaits')}</p>
          <ButtonLink href={RECEIPT}>{say(lang, 'intake.start.toReceipt')}</ButtonLink>
        </NotificationBanner>
      ) : null}
      <p class="govuk-body-l">{say(lang, 'intake.start.lead')}</p>
      <Bullets>
        <li>
          <strong>{say(lang, 'complaint.kind.complaint')}</strong>
          {say(lang, 'intake.start.complaint')}
        </li>
        <li>
          <strong>{say(lang, 'complaint.kind.report')}</strong>
          {say(lang, 'intake.start.report')}
        </li>
      </Bullets>
      <p class="govuk-body">{say(lang, 'intake.start.unsure')}</p>
      <h2 class="govuk-heading-m">{say(lang, 'intake.start.need')}</h2>
      <Bullets>
        <li>{say(lang, 'intake.start.need.agency')}</li>
        <li>{say(lang, 'intake.start.need.facts')}</li>
        <li>{say(lang, 'intake.start.need.files')}</li>
        <li>{say(lang, 'intake.start.need.name')}</li>
      </Bullets>
      <p class="govuk-body">{say(lang, 'intake.start.time')}</p>
      {typeof standing === 'object' ? (
        <Inset>
          <p class="govuk-body">{say(lang, 'intake.start.draftWaits')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={standing.resume}>
              {say(lang, 'intake.start.resume')}
            </a>
          </p>
        </Inset>
      ) : null}
      {/* Beginning again would throw a receipt away: it is put away first, on its own page. */}
      {standing === 'receipt' ? null : (
        <Form action={START} hidden={standing === 'none' ? {} : { again: 'yes' }}>
          <Button {...(standing === 'none' ? {} : { look: 'secondary' as const })}>
            {say(lang, standing === 'none' ? 'intake.start.begin' : 'intake.start.beginAgain')}
          </Button>
        </Form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={FOLLOW}>
          {say(lang, 'intake.start.follow')}
        </a>
      </p>
      <Details summary={say(lang, 'intake.privacy.title')}>
        <Bullets>
          <li>{say(lang, 'intake.privacy.draft')}</li>
          <li>{say(lang, 'intake.privacy.ip')}</li>
          <li>{say(lang, 'intake.privacy.identity')}</li>
          <li>{say(lang, 'intake.privacy.use')}</li>
          <li>{say(lang, 'intake.privacy.files')}</li>
          <li>{say(lang, 'intake.privacy.kept')}</li>
        </Bullets>
        <p class="govuk-body" lang="zh-CN">
          {contactLine(props.office)}
        </p>
      </Details>
    </PublicPage>
  );
}

async function standingOf(request: IntakeRequest): Promise<Standing> {
  const opened = await ownDraft(request);
  if (opened === undefined) return 'none';
  if (opened.draft.type === 'sent') return 'receipt';
  return { resume: pathOf(firstIncomplete(opened.draft.answers)) };
}

async function show(request: IntakeRequest): Promise<WebResponse> {
  const { office, publicityUrl } = request.deps;
  return page(<StartPage standing={await standingOf(request)} office={office} publicityUrl={publicityUrl} />);
}

/** Begins a draft. What is there already is left alone unless the person asked to begin again. */
async function begin(request: IntakeRequest): Promise<WebResponse> {
  const { deps, now, sourceIp, form } = request;
  const standing = await standingOf(request);
  if (standing === 'receipt') return redirect(RECEIPT);
  if (standing !== 'none' && firstValue(form, 'again') !== 'yes') return redirect(START);
  const { intakeKey } = await deps.secrets.get();
  const counted = { counter: deps.limits, hmac: deps.hmac, key: intakeKey };
  const wait = await overNetworkLimit(counted, 'draft', sourceIp, now);
  if (wait !== undefined) {
    return page(<PausePage reason="network" seconds={wait} publicityUrl={deps.publicityUrl} back={START} />, {
      status: 429,
      retryAfter: wait,
    });
  }
  const cookie = newDraftCookie(deps.random);
  const key = draftKeyOf(cookie);
  if (key === undefined) throw new Error('a draft without a key');
  const draft = newDraft(deps.random, now);
  await deps.drafts.create(key.id, sealDraft(key, 1, draft, deps.random), ttlFrom(now));
  return redirect(pathOf(firstIncomplete(draft.answers)), undefined, [keepDraftCookie(cookie)]);
}

export const startRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({ method: 'GET', path: START, handle: show }),
  publicRoute({ method: 'POST', path: START, handle: begin }),
];
