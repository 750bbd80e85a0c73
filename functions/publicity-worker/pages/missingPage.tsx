import type { VNode } from 'preact';
import { usePage } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { say } from '../words.ts';

/** Shown for an address that is not there. */
export function MissingPage({ home }: { home: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'site.missing.title')} home={home}>
      <p class="govuk-body">{say(lang, 'site.missing.text')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={home}>
          {say(lang, 'site.nav.home')}
        </a>
      </p>
    </PublicPage>
  );
}
