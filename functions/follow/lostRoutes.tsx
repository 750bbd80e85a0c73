import type { VNode } from 'preact';
import * as z from 'zod';
import { lostRequest } from '../../shared/complaint/lostCode.ts';
import { normalisedMail } from '../../shared/complaint/mailAddress.ts';
import { ok, type Problem, problem, type Result } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { TextInput } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { page, tooMany } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { firstValue } from '../web/kit/links.ts';
import { ENTER_PATH } from './casePaths.ts';
import type { FollowDeps } from './followDeps.ts';
import type { FollowRequest } from './opened.ts';
import { say } from './words.ts';

const LOST_PATH = '/follow/lost';
const address = z.email().max(254);

function LostPage(props: { publicityUrl: string; values?: Values; problems?: readonly Problem[] }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage
      title={say(lang, 'follow.lost.title')}
      lead={say(lang, 'follow.lost.lead')}
      home={props.publicityUrl}
      back={{ href: ENTER_PATH }}
      problems={props.problems ?? []}
    >
      <Form action={LOST_PATH} values={props.values ?? {}}>
        <TextInput
          name="mail"
          type="email"
          autocomplete="email"
          spellcheck={false}
          label={say(lang, 'follow.lost.mail')}
          hint={say(lang, 'follow.lost.what')}
        />
        <Button>{say(lang, 'follow.lost.send')}</Button>
      </Form>
      <Inset>{say(lang, 'follow.lost.anonymous')}</Inset>
    </PublicPage>
  );
}

/** The answer to every well-formed address. */
function LostSentPage({ contact, publicityUrl }: { contact: string; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'follow.lost.sent.title')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'follow.lost.sent.text')}</p>
      <SummaryList
        rows={[{ label: say(lang, 'follow.contact'), value: <span lang="zh-CN">{contact}</span> }]}
      />
      <Inset>{say(lang, 'follow.lost.sent.why')}</Inset>
      <p class="govuk-body">
        <a class="govuk-link" href={ENTER_PATH}>
          {say(lang, 'follow.again')}
        </a>
      </p>
    </PublicPage>
  );
}

function readAddress(typed: string): Result<string> {
  const mail = normalisedMail(typed.slice(0, 1_000));
  if (mail === '') return problem('follow.lost.mail.missing', undefined, 'mail');
  return address.safeParse(mail).success ? ok(mail) : problem('follow.lost.mail.wrong', undefined, 'mail');
}

/** Takes the same steps for every well-formed address: nothing is looked up here. */
async function ask({ deps, form, lang, now, sourceIp }: FollowRequest): Promise<WebResponse> {
  const { publicityUrl, contact } = deps;
  const mail = readAddress(firstValue(form, 'mail'));
  if (!mail.ok)
    return page(<LostPage publicityUrl={publicityUrl} values={form} problems={mail.problems} />, {
      status: 422,
    });
  const wait = await deps.overLimit('recover', sourceIp, now);
  if (wait !== undefined) return tooMany(wait);
  const { mailDigestKey } = await deps.keys();
  await deps.askLost(lostRequest({ address: mail.value, lang }, mailDigestKey, now));
  return page(<LostSentPage contact={contact} publicityUrl={publicityUrl} />);
}

/** The new code goes to the address that the vault holds, never to the one that was typed. */
export const lostRoutes: readonly Route<FollowDeps>[] = [
  publicRoute({
    method: 'GET',
    path: LOST_PATH,
    handle: ({ deps }) => page(<LostPage publicityUrl={deps.publicityUrl} />),
  }),
  publicRoute({ method: 'POST', path: LOST_PATH, handle: ask }),
];
