import type { VNode } from 'preact';

/**
 * Splits a hash into groups of four characters for reading aloud and comparing.
 */
export function groupsOfFour(value: string): readonly string[] {
  return value.match(/.{1,4}/gu) ?? [];
}

/**
 * A hash in monospace, in groups of four. The gaps are margins, not characters: what is copied is the value.
 */
export function Hash(props: { value: string; short?: boolean }): VNode {
  const shown = props.short === true ? props.value.slice(0, 16) : props.value;
  return (
    <code class="dr-hash" title={props.short === true ? props.value : undefined}>
      {groupsOfFour(shown).map((group, index) => (
        <span key={`${index} ${group}`}>{group}</span>
      ))}
      {props.short === true && props.value.length > 16 ? <span aria-hidden="true">…</span> : null}
    </code>
  );
}
