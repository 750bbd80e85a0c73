import type { VNode } from 'preact';
import { usePage } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { RELEASE } from './paths.ts';
import { say } from './words.ts';

export interface PauseProps {
  /**
   * Why somebody is asked to wait: too many from one network, or at one time. That they are about one agency is not
   * said: the form tells nobody whether others file about it.
   */
  readonly reason: 'network' | 'load' | 'mails';
  readonly seconds: number;
  /** Whether a mailed link lets the person send without waiting. */
  readonly byMail?: boolean;
  readonly publicityUrl: string;
  /** Where it goes on. */
  readonly back: string;
}

/** Asks to wait: for how long, that nothing is lost, and the way back. */
export function PausePage(props: PauseProps): VNode {
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
      {props.byMail === true ? (
        <p class="govuk-body">
          <a class="govuk-link" href={RELEASE}>
            {say(lang, 'intake.pause.byMail')}
          </a>
        </p>
      ) : null}
      <p class="govuk-body">{say(lang, 'intake.pause.kept')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={props.back}>
          {say(lang, 'intake.pause.back')}
        </a>
      </p>
    </PublicPage>
  );
}
