import type { VNode } from 'preact';
import { usePage } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { say } from './words.ts';

/** Why somebody is asked to wait: too many from one network, about one agency, or at one time. */
export type PauseReason = 'network' | 'agency' | 'load' | 'mails';

/** Asks to wait: for how long, that nothing is lost, and the way back. */
export function PausePage(props: {
  readonly reason: PauseReason;
  readonly seconds: number;
  readonly publicityUrl: string;
  /** Where it goes on. */
  readonly back: string;
}): VNode {
  const { lang } = usePage();
  const minutes = Math.ceil(props.seconds / 60);
  return (
    <PublicPage title={say(lang, 'intake.pause.title')} home={props.publicityUrl}>
      <p class="govuk-body">{say(lang, `intake.pause.${props.reason}`)}</p>
      <p class="govuk-body">
        {props.seconds < 60
          ? say(lang, 'intake.pause.seconds', { seconds: props.seconds })
          : say(lang, 'intake.pause.minutes', { minutes })}
      </p>
      <p class="govuk-body">{say(lang, 'intake.pause.kept')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={props.back}>
          {say(lang, 'intake.pause.back')}
        </a>
      </p>
    </PublicPage>
  );
}
