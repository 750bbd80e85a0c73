import type { VNode } from 'preact';
import type { Problem } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { TextInput } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { RECEIPT_MINUTES } from './receiptCookie.ts';
import { say } from './words.ts';

/** Asks for the receipt code: the one question of the page. */
export function EnterPage(props: {
  publicityUrl: string;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  return (
    <PublicPage
      title={say(lang, 'follow.title')}
      lead={say(lang, 'follow.lead')}
      home={props.publicityUrl}
      problems={props.problems ?? []}
    >
      <Form action="/follow" values={props.values ?? {}}>
        <TextInput
          name="code"
          label={say(lang, 'follow.code')}
          hint={say(lang, 'follow.code.hint')}
          inputMode="numeric"
          autocomplete="off"
          width={30}
          code
        />
        <Button>{say(lang, 'follow.open')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/follow/lost">
          {say(lang, 'follow.lost.link')}
        </a>
      </p>
      <Inset>{say(lang, 'follow.privacy', { minutes: RECEIPT_MINUTES })}</Inset>
    </PublicPage>
  );
}

/** The half hour is over, or there never was a receipt: one answer. */
function EndedPage({ publicityUrl, yours }: { publicityUrl: string; yours: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'follow.ended.title')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'follow.ended.text', { minutes: RECEIPT_MINUTES })}</p>
      {yours === '' ? null : (
        <>
          <p class="govuk-body">{say(lang, 'follow.ended.yours')}</p>
          <Inset>
            <span class="dr-lines" dir="auto">
              {yours}
            </span>
          </Inset>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/follow">
          {say(lang, 'follow.again')}
        </a>
      </p>
    </PublicPage>
  );
}

export const endedPage = (publicityUrl: string, yours: string): VNode => (
  <EndedPage publicityUrl={publicityUrl} yours={yours} />
);
