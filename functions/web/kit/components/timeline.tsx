import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';
import { Hash } from './hash.tsx';
import { Tag, type Tone } from './tag.tsx';

export interface TimelineStep {
  readonly title: string;
  readonly state: 'done' | 'current' | 'awaited' | 'overdue';
  /** Who did it. */
  readonly by?: string;
  /** When, already in the reader's notation. */
  readonly at?: string;
  readonly hash?: string;
  /** What or whom the step is waiting for, with its due date. */
  readonly awaits?: string;
  readonly body?: ComponentChildren;
}

const tones: Readonly<Record<TimelineStep['state'], Tone>> = {
  done: 'done',
  current: 'active',
  awaited: 'neutral',
  overdue: 'overdue',
};

/** The steps of a case in order: what has happened, by whom, with which hash, and what is awaited now. */
export function Timeline(props: { label: string; steps: readonly TimelineStep[] }): VNode {
  const { lang } = usePage();
  return (
    <ol class="dr-timeline" aria-label={props.label}>
      {props.steps.map((step) => (
        <li
          key={`${step.title} ${step.at ?? ''}`}
          class={`dr-timeline__step dr-timeline__step--${step.state}`}
          aria-current={step.state === 'current' || step.state === 'overdue' ? 'step' : undefined}
        >
          <div class="dr-timeline__head">
            <span class="dr-timeline__title">{step.title}</span>
            <Tag tone={tones[step.state]}>{words(lang, `kit.timeline.${step.state}`)}</Tag>
          </div>
          <dl class="dr-timeline__facts">
            {step.by === undefined ? null : <Fact label={words(lang, 'kit.timeline.by')}>{step.by}</Fact>}
            {step.at === undefined ? null : <Fact label={words(lang, 'kit.timeline.at')}>{step.at}</Fact>}
            {step.awaits === undefined ? null : (
              <Fact label={words(lang, 'kit.timeline.awaits')}>{step.awaits}</Fact>
            )}
            {step.hash === undefined ? null : (
              <Fact label={words(lang, 'kit.timeline.hash')}>
                <Hash value={step.hash} />
              </Fact>
            )}
          </dl>
          {step.body === undefined ? null : <div class="dr-timeline__body">{step.body}</div>}
        </li>
      ))}
    </ol>
  );
}

function Fact(props: { label: string; children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
