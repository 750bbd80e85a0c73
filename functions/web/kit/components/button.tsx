import type { ComponentChildren, VNode } from 'preact';

type Look = 'primary' | 'secondary' | 'irreversible';

function classes(look: Look | undefined): string {
  const more =
    look === 'secondary'
      ? ' govuk-button--secondary'
      : look === 'irreversible'
        ? ' dr-button--irreversible'
        : '';
  return `govuk-button${more}`;
}

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** `irreversible` for what cannot be taken back: dark, with a second border, never red. */
  readonly look?: Look;
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
}

/** Sends the form it stands in. A second press within a second is ignored when the script runs. */
export function Button(props: ButtonProps): VNode {
  return (
    <button
      type="submit"
      class={classes(props.look)}
      data-module="govuk-button"
      data-prevent-double-click="true"
      name={props.name}
      value={props.value}
      disabled={props.disabled}
    >
      {props.children}
    </button>
  );
}

/** Leads to another page and looks like a button: the way to start something. */
export function ButtonLink(props: { href: string; look?: Look; children: ComponentChildren }): VNode {
  return (
    <a href={props.href} draggable={false} class={classes(props.look)} data-module="govuk-button">
      {props.children}
    </a>
  );
}

/** Buttons and links side by side, the primary one first. */
export function ButtonGroup(props: { children: ComponentChildren }): VNode {
  return <div class="govuk-button-group">{props.children}</div>;
}
