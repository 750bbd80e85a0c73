import type { VNode } from 'preact';
import type { OpenDraft } from '../../shared/complaint/form/draft.ts';
import { previousStep } from '../../shared/complaint/form/steps.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Challenge } from '../../shared/proofOfWork/challenge.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset, Warning } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { CheckRows } from './checkRows.tsx';
import { pathOf, RELEASE, SEND } from './paths.ts';
import { ProofOfWork } from './proofOfWork.tsx';
import { say } from './words.ts';

/** Every answer once more, and the button that sends. */
export function CheckPage(props: {
  readonly draft: OpenDraft;
  readonly publicityUrl: string;
  readonly problems: readonly Problem[];
  /** Absent when the draft was released by mail: then nothing is calculated. */
  readonly challenge?: Challenge;
  readonly script: string;
}): VNode {
  const { lang } = usePage();
  const { draft, challenge } = props;
  const before = previousStep(undefined, draft.answers);
  return (
    <PublicPage
      title={say(lang, 'intake.check.title')}
      lead={say(lang, 'intake.check.lead')}
      home={props.publicityUrl}
      problems={props.problems}
      {...(before === undefined ? {} : { back: { href: pathOf(before) } })}
    >
      <CheckRows draft={draft} />
      <h2 class="govuk-heading-m">{say(lang, 'intake.check.send')}</h2>
      <Warning>{say(lang, 'intake.check.truth')}</Warning>
      <Form action={SEND}>
        {challenge === undefined ? (
          <Inset>{say(lang, 'intake.check.released')}</Inset>
        ) : (
          <ProofOfWork challenge={challenge} script={props.script}>
            <p class="govuk-body">
              {say(lang, 'intake.check.noScript')}{' '}
              <a class="govuk-link" href={RELEASE}>
                {say(lang, 'intake.check.noScriptLink')}
              </a>
            </p>
          </ProofOfWork>
        )}
        <Button>{say(lang, 'intake.check.button')}</Button>
      </Form>
    </PublicPage>
  );
}
