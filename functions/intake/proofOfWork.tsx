import type { ComponentChildren, VNode } from 'preact';
import { createCatalogue } from '../../shared/messages/message.ts';
import { receiptMessages } from '../../shared/messages/receipt.ts';
import { type Challenge, challengeText } from '../../shared/proofOfWork/challenge.ts';
import { usePage, type Values } from '../web/kit/context.tsx';
import { firstValue } from '../web/kit/links.ts';

const say = createCatalogue(receiptMessages).text;

const FIELDS = { challenge: 'proofChallenge', solution: 'proofSolution' } as const;

/** What the part of a form below sent, for `checkSolution`. */
export function sentProof(form: Values): { readonly challenge: string; readonly solution: string } {
  return { challenge: firstValue(form, FIELDS.challenge), solution: firstValue(form, FIELDS.solution) };
}

/**
 * The proof of work of a form; stands inside it, before its button. The button stays as it is: pressed too early, the
 * form waits and is sent when the solution is there. Every rendering takes a new challenge.
 *
 * @param script address of the built script (`double-random:intake-script`)
 * @param children the other way to file, shown to whoever runs no script
 */
export function ProofOfWork(props: {
  readonly challenge: Challenge;
  readonly script: string;
  readonly children: ComponentChildren;
}): VNode {
  const { lang } = usePage();
  const challenge = challengeText(props.challenge);
  return (
    <section
      data-proof-of-work={challenge}
      data-working={say(lang, 'proofOfWork.working', { percent: '{percent}' })}
      data-waiting={say(lang, 'proofOfWork.waiting', { percent: '{percent}' })}
      data-done={say(lang, 'proofOfWork.done')}
    >
      <h2 class="govuk-heading-s">{say(lang, 'proofOfWork.title')}</h2>
      <p class="govuk-body">{say(lang, 'proofOfWork.why')}</p>
      <input type="hidden" name={FIELDS.challenge} value={challenge} />
      <input type="hidden" name={FIELDS.solution} value="" autocomplete="off" data-proof-solution />
      <p class="govuk-body" role="status" aria-live="polite" data-proof-status>
        {say(lang, 'proofOfWork.notStarted')}
      </p>
      {props.children}
      <script type="module" src={props.script} />
    </section>
  );
}
