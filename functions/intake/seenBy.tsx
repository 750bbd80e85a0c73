import type { ComponentChildren, VNode } from 'preact';
import type { Answers } from '../../shared/complaint/form/answers.ts';
import { audienceOf } from '../../shared/complaint/form/audience.ts';
import { usePage } from '../web/kit/context.tsx';
import { say } from './words.ts';

/** The hint of a field with who will see the answer. */
export function Hint(props: { field: string; answers: Answers; children?: ComponentChildren }): VNode {
  const { lang } = usePage();
  return (
    <>
      {props.children === undefined ? null : <span class="dr-hint-line">{props.children}</span>}
      <span class="dr-hint-line dr-seen-by">
        {say(lang, `intake.seen.${audienceOf(props.field, props.answers)}`)}
      </span>
    </>
  );
}
