import { createHash } from 'node:crypto';
import type { ComponentChildren, VNode } from 'preact';
import type { ServedAsset } from '../kit/assets.ts';

/**
 * Comfort of the console where a script runs: a waiting page looks again by itself, and a file that is too large
 * is refused before it travels. It is sent to the browser as the text of this function, so it may use
 * nothing from outside of it.
 */
function comfort(): void {
  const waiting = document.querySelector<HTMLElement>('[data-refresh-seconds]');
  if (waiting !== null) {
    setTimeout(() => location.reload(), Number(waiting.dataset['refreshSeconds']) * 1000);
  }
  const limited = document.querySelector<HTMLElement>('[data-most-bytes]');
  const form = limited?.querySelector('form');
  const input = limited?.querySelector<HTMLInputElement>('input[type=file]');
  if (limited === null || form === null || form === undefined || input === null || input === undefined) {
    return;
  }
  const refusal = document.createElement('p');
  refusal.className = 'govuk-error-message';
  refusal.setAttribute('role', 'alert');
  input.before(refusal);
  form.addEventListener('submit', (event) => {
    const file = input.files?.[0];
    const tooLarge = file !== undefined && file.size > Number(limited.dataset['mostBytes']);
    refusal.textContent = tooLarge ? (limited.dataset['tooLarge'] ?? '') : '';
    if (!tooLarge) return;
    event.preventDefault();
    input.focus();
  });
}

const source = `(${comfort.toString()})();\n`;
const hash = createHash('sha256').update(source).digest('hex');

/** The script under its hashed name, to be served with the other assets. */
export const consoleScript: ServedAsset = {
  path: `/assets/console-${hash.slice(0, 16)}.js`,
  contentType: 'text/javascript; charset=utf-8',
  hash,
  text: source,
};

export function ConsoleScript(): VNode {
  return <script type="module" src={consoleScript.path} />;
}

/** What waits and looks again by itself; where no script runs, the browser does it. */
export function LooksAgain(props: {
  seconds: number;
  /** Said only where no script runs. */
  withoutScript?: ComponentChildren;
  children?: ComponentChildren;
}): VNode {
  return (
    <div data-refresh-seconds={String(props.seconds)}>
      {props.children}
      <noscript>
        <meta http-equiv="refresh" content={String(props.seconds)} />
        {props.withoutScript}
      </noscript>
      <ConsoleScript />
    </div>
  );
}
