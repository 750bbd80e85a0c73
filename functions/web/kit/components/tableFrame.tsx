import type { ComponentChildren, VNode } from 'preact';

/** The frame around a wide table: the page stays where it is, the table scrolls inside it. */
export function TableFrame(props: { label: string; children: ComponentChildren }): VNode {
  return (
    <section
      class="dr-table-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a narrow screen, also by keyboard
      tabIndex={0}
      aria-label={props.label}
    >
      {props.children}
    </section>
  );
}
