import type { VNode } from 'preact';

/**
 * What a state means to the reader. The word always stands there; the colour only repeats it.
 * neutral: nothing to do · active: being worked on · waiting: someone else is awaited · done · overdue (red).
 */
export type Tone = 'neutral' | 'active' | 'waiting' | 'done' | 'overdue';

/** A state as a word and a colour. */
export function Tag(props: { tone: Tone; children: string }): VNode {
  return <strong class={`govuk-tag dr-tag--${props.tone}`}>{props.children}</strong>;
}
