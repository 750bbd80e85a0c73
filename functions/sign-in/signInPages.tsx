import type { VNode } from 'preact';
import { accessMessages } from '../../shared/messages/access.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { ButtonLink } from '../web/kit/components/button.tsx';
import { Hash } from '../web/kit/components/hash.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';

const { text } = createCatalogue(accessMessages);

type Outcome = 'unknown' | 'disabled' | 'failed' | 'unavailable' | 'signedOut';

/** Why nobody is signed in now, and whom to ask or what to do. */
export function SignInOutcome(props: { outcome: Outcome; identifier?: string }): VNode {
  const { lang } = usePage();
  const { outcome } = props;
  return (
    <PublicPage title={text(lang, `signIn.${outcome}.title`)}>
      <p class="govuk-body">{text(lang, `signIn.${outcome}.body`)}</p>
      {props.identifier === undefined ? null : (
        <SummaryList
          rows={[
            { label: text(lang, 'signIn.unknown.identifier'), value: <Hash value={props.identifier} /> },
          ]}
        />
      )}
      <ButtonLink href="/sign-in">{text(lang, 'signIn.again')}</ButtonLink>
    </PublicPage>
  );
}
