import type { ComponentChildren, VNode } from 'preact';
import type { Answers, StepName } from '../../shared/complaint/form/answers.ts';
import { previousStep } from '../../shared/complaint/form/steps.ts';
import type { Problem } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { pathOf, START } from './paths.ts';
import { say } from './words.ts';

export interface Shown {
  readonly answers: Answers;
  readonly publicityUrl: string;
  /** What was sent and refused. */
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** One page of the form: its question, its way back and its button. */
export function StepPage(
  props: Shown & {
    readonly name: StepName;
    readonly title: string;
    readonly action: string;
    /** The question is the heading of its control. */
    readonly titleHidden?: boolean;
    readonly lead?: ComponentChildren;
    readonly hidden?: Readonly<Record<string, string>>;
    readonly button?: string;
    /** Above the form: what is no part of it, such as forms of its own. */
    readonly above?: ComponentChildren;
    /** Below the form: what is no part of it. */
    readonly aside?: ComponentChildren;
    readonly back?: string;
    readonly children: ComponentChildren;
  },
): VNode {
  const { lang } = usePage();
  const before = previousStep(props.name, props.answers);
  const back = props.back ?? (before === undefined ? START : pathOf(before));
  return (
    <PublicPage
      title={props.title}
      titleHidden={props.titleHidden === true}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      back={{ href: back }}
      home={props.publicityUrl}
      problems={props.problems ?? []}
    >
      {props.above ?? null}
      <Form action={props.action} values={props.values ?? {}} hidden={props.hidden ?? {}}>
        {props.children}
        <Button>{props.button ?? say(lang, 'intake.continue')}</Button>
      </Form>
      {props.aside ?? null}
    </PublicPage>
  );
}
