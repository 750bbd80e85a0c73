import type { VNode } from 'preact';
import { overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { openLink, signLink } from '../../shared/access/signedLink.ts';
import { releaseAddress } from '../../shared/complaint/form/answers.ts';
import { addressDigest, MOST_RELEASES } from '../../shared/complaint/form/draft.ts';
import {
  RELEASE_PURPOSE,
  RELEASE_SECONDS,
  readReleaseSubject,
  releasePath,
  releaseSubject,
} from '../../shared/complaint/form/release.ts';
import type { Problem } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { TextInput } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { readForm } from '../web/kit/http/readForm.ts';
import { notFound, page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { changeDraft, type OpenedDraft, onDraft, ownDraft } from './openDraft.ts';
import { CHECK, RELEASE } from './paths.ts';
import { PausePage } from './pausePage.tsx';
import { Hint } from './seenBy.tsx';
import { notSaved } from './stepRoutes.tsx';
import { say } from './words.ts';

const SENT = `${RELEASE}/sent`;
const OPENED = `${RELEASE}/done`;

function AskPage(props: {
  opened: OpenedDraft;
  publicityUrl: string;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { answers } = props.opened.draft;
  return (
    <PublicPage
      title={say(lang, 'intake.release.title')}
      lead={say(lang, 'intake.release.lead')}
      back={{ href: CHECK }}
      home={props.publicityUrl}
      problems={props.problems ?? []}
    >
      <Form action={RELEASE} values={props.values ?? {}}>
        <TextInput
          name="releaseMail"
          label={say(lang, 'intake.field.mail')}
          type="email"
          inputMode="email"
          autocomplete="email"
          spellcheck={false}
          hint={<Hint field="releaseMail" answers={answers} />}
          value={answers.identity?.mail ?? ''}
        />
        <Button>{say(lang, 'intake.release.send')}</Button>
      </Form>
    </PublicPage>
  );
}

function TextPage(props: { title: string; text: string; next: string; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={props.title} home={props.publicityUrl}>
      <p class="govuk-body">{props.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={props.next}>
          {say(lang, 'intake.release.toCheck')}
        </a>
      </p>
    </PublicPage>
  );
}

/** What the mailed link opens: a scanner that follows links releases nothing. */
function OpenPage({ token, publicityUrl }: { token: string; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'intake.release.open')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'intake.release.open.text')}</p>
      <Form action={releasePath(token)}>
        <Button>{say(lang, 'intake.release.open.button')}</Button>
      </Form>
    </PublicPage>
  );
}

async function linkHmac(deps: IntakeDeps): Promise<(message: Uint8Array) => Uint8Array> {
  const { intakeKey } = await deps.secrets.get();
  return (message) => deps.hmac(intakeKey, message);
}

async function ask(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const { deps, form, lang, now, sourceIp } = request;
  if (opened.released > 0) return redirect(CHECK);
  const again = (problems: readonly Problem[], status = 422) =>
    page(<AskPage opened={opened} publicityUrl={deps.publicityUrl} values={form} problems={problems} />, {
      status,
    });
  const read = readForm(releaseAddress, form);
  if (!read.ok) return again(read.problems);
  const many: Problem = {
    code: 'intake.release.many',
    params: { most: MOST_RELEASES },
    field: 'releaseMail',
  };
  if (opened.draft.releases.length >= MOST_RELEASES) return again([many]);
  const { intakeKey } = await deps.secrets.get();
  const counted = { counter: deps.limits, hmac: deps.hmac, key: intakeKey };
  const wait = await overNetworkLimit(counted, 'recover', sourceIp, now);
  if (wait !== undefined) {
    return page(<PausePage reason="mails" seconds={wait} publicityUrl={deps.publicityUrl} back={CHECK} />, {
      status: 429,
      retryAfter: wait,
    });
  }
  const { releaseMail } = read.value;
  const saved = await changeDraft(request, opened, (draft) =>
    draft.releases.length >= MOST_RELEASES
      ? undefined
      : { ...draft, releases: [...draft.releases, addressDigest(releaseMail)] },
  );
  if (saved === 'refused') return again([many]);
  if (typeof saved === 'string') return notSaved(saved, (problem, status) => again([problem], status));
  const subject = releaseSubject(saved.key.id, saved.draft.releases.length);
  const expires = Math.floor(now.getTime() / 1000) + RELEASE_SECONDS;
  const token = signLink({ purpose: RELEASE_PURPOSE, subject, expires }, await linkHmac(deps));
  const link = `${deps.publicUrl}${releasePath(token)}`;
  await deps.releases.put(
    saved.key.id,
    { mail: releaseMail, link, lang },
    `${now.toISOString().slice(0, 19)}Z`,
  );
  await deps.kickReleases();
  return redirect(SENT);
}

/** The draft that a link is about; undefined for every link that is not good any more. */
async function linkedDraft({ deps, params, now }: IntakeRequest) {
  const opened = openLink(params['token'] ?? '', RELEASE_PURPOSE, now, await linkHmac(deps));
  return opened.ok ? readReleaseSubject(opened.value.subject) : undefined;
}

async function follow(request: IntakeRequest): Promise<WebResponse> {
  const { deps, params } = request;
  if ((await linkedDraft(request)) === undefined) return notFound();
  return page(<OpenPage token={params['token'] ?? ''} publicityUrl={deps.publicityUrl} />);
}

/** Releases the draft, from whichever browser; only the one that wrote it can go on and send it. */
async function release(request: IntakeRequest): Promise<WebResponse> {
  const { deps } = request;
  const linked = await linkedDraft(request);
  if (linked === undefined || !(await deps.drafts.release(linked.draft, linked.number))) return notFound();
  const own = await ownDraft(request);
  return redirect(own?.key.id === linked.draft ? CHECK : OPENED);
}

const text = (title: 'sent' | 'done') => (props: { publicityUrl: string }) => {
  const { lang } = usePage();
  return (
    <TextPage
      title={say(lang, `intake.release.${title}`)}
      text={say(lang, `intake.release.${title}.text`)}
      next={CHECK}
      publicityUrl={props.publicityUrl}
    />
  );
};
const SentPage = text('sent');
const OpenedPage = text('done');

export const releaseRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({
    method: 'GET',
    path: RELEASE,
    handle: onDraft(({ deps }, opened) =>
      opened.released > 0
        ? redirect(CHECK)
        : page(<AskPage opened={opened} publicityUrl={deps.publicityUrl} />),
    ),
  }),
  publicRoute({ method: 'POST', path: RELEASE, handle: onDraft(ask) }),
  publicRoute({
    method: 'GET',
    path: SENT,
    handle: ({ deps }) => page(<SentPage publicityUrl={deps.publicityUrl} />),
  }),
  publicRoute({
    method: 'GET',
    path: OPENED,
    handle: ({ deps }) => page(<OpenedPage publicityUrl={deps.publicityUrl} />),
  }),
  publicRoute({ method: 'GET', path: `${RELEASE}/{token}`, handle: follow }),
  publicRoute({ method: 'POST', path: `${RELEASE}/{token}`, handle: release }),
];
