import type { VNode } from 'preact';
import { linkMessages } from '../../shared/messages/links.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { usePage } from '../web/kit/context.tsx';
import { page } from '../web/kit/http/respond.ts';
import { publicRoute, type Route } from '../web/kit/http/route.ts';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import type { LinkDeps } from './linkDeps.ts';

const say = createCatalogue(linkMessages).text;

/** What anybody can do here without an account: where the address leads when nothing follows it. */
function FrontPage({ publicityUrl }: { publicityUrl: string }): VNode {
  const { lang } = usePage();
  const ways = [
    ['/complain', 'front.complain'],
    ['/follow', 'front.follow'],
    ['/visit-check', 'front.visit'],
    ['/own-row', 'front.ownRow'],
    [publicityUrl, 'front.publicity'],
  ] as const;
  return (
    <PublicPage title={say(lang, 'front.title')} home={publicityUrl}>
      <ul class="govuk-list govuk-list--spaced">
        {ways.map(([href, text]) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {say(lang, text)}
            </a>
            <br />
            <span class="govuk-hint">{say(lang, `${text}.hint`)}</span>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

export const frontRoutes: readonly Route<LinkDeps>[] = [
  publicRoute({
    method: 'GET',
    path: '/',
    handle: async ({ deps }) => page(<FrontPage publicityUrl={deps.publicityUrl} />),
  }),
];
