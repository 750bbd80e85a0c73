import type { VNode } from 'preact';
import {
  confirmable,
  confirmFilerMail,
  mailConfirmationPath,
} from '../../shared/complaint/mailConfirmation.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset, Panel } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { page } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { ENTER_PATH } from './casePaths.ts';
import type { FollowDeps } from './followDeps.ts';
import type { FollowRequest } from './opened.ts';
import { say } from './words.ts';

/** The link of the first mail. Mail scanners follow links: only the POST confirms. */

function ConfirmPage({ token, publicityUrl }: { token: string; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'follow.confirm.title')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'follow.confirm.text')}</p>
      <Form action={mailConfirmationPath(token)}>
        <Button>{say(lang, 'follow.confirm.button')}</Button>
      </Form>
      <Inset>{say(lang, 'follow.confirm.not')}</Inset>
    </PublicPage>
  );
}

function ConfirmedPage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'follow.confirm.done')} titleHidden home={publicityUrl}>
      <Panel title={say(lang, 'follow.confirm.done')} />
      <p class="govuk-body">{say(lang, 'follow.confirm.done.text')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={ENTER_PATH}>
          {say(lang, 'follow.title')}
        </a>
      </p>
    </PublicPage>
  );
}

/** Wrong, ended, of another purpose, of a case that is gone: one answer. */
function InvalidPage({ contact, publicityUrl }: { contact: string; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'follow.confirm.invalid')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'follow.confirm.invalid.text')}</p>
      <SummaryList
        rows={[{ label: say(lang, 'follow.contact'), value: <span lang="zh-CN">{contact}</span> }]}
      />
    </PublicPage>
  );
}

function invalid({ deps: { contact, publicityUrl } }: FollowRequest): WebResponse {
  return page(<InvalidPage {...{ contact, publicityUrl }} />, { status: 404 });
}

async function show(request: FollowRequest): Promise<WebResponse> {
  const { deps, params, now } = request;
  const token = params['token'] ?? '';
  const id = await deps.confirmation(token, now);
  if (!id.ok || !(await confirmable(deps.complaints, id.value))) return invalid(request);
  return page(<ConfirmPage token={token} publicityUrl={deps.publicityUrl} />);
}

async function confirm(request: FollowRequest): Promise<WebResponse> {
  const { deps, params, now } = request;
  const id = await deps.confirmation(params['token'] ?? '', now);
  if (!id.ok) return invalid(request);
  const confirmed = await confirmFilerMail(deps.complaints, id.value);
  return confirmed.ok ? page(<ConfirmedPage publicityUrl={deps.publicityUrl} />) : invalid(request);
}

export const confirmRoutes: readonly Route<FollowDeps>[] = [
  publicRoute({ method: 'GET', path: mailConfirmationPath('{token}'), handle: show }),
  publicRoute({ method: 'POST', path: mailConfirmationPath('{token}'), handle: confirm }),
];
