import { fill, type MessageParams } from '../../../../../shared/messages/message.ts';
import type { ScriptText } from '../visitPage.tsx';

/** The page as the script finds it: what the server wrote into `data-…`. */
export interface VisitRoot {
  readonly element: HTMLElement;
  readonly visit: string;
  readonly person: string;
  readonly open: boolean;
  readonly token: string;
  readonly checklists: readonly string[];
  /** Largest file that is taken, in bytes, and what is said of a larger one. */
  readonly mostBytes: number;
  readonly tooLarge: string;
  text(code: ScriptText, params?: MessageParams): string;
}

export function visitRoot(): VisitRoot | undefined {
  const element = document.querySelector<HTMLElement>('[data-visit]');
  if (element === null) return undefined;
  const data = (name: string) => element.dataset[name] ?? '';
  const texts: Partial<Record<string, string>> = JSON.parse(data('texts'));
  return {
    element,
    visit: data('visit'),
    person: data('person'),
    open: data('open') === 'true',
    token: data('token'),
    checklists: data('checklists').split(','),
    mostBytes: Number(data('mostBytes')),
    tooLarge: data('tooLarge'),
    text: (code, params) => fill(texts[code] ?? code, params),
  };
}

/** A marked part of the page. */
export function part<E extends HTMLElement = HTMLElement>(root: ParentNode, name: string): E | null {
  return root.querySelector<E>(`[data-part="${name}"]`);
}

/** An element with text, the only way in which this script writes. */
export function textElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: string,
  className = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

/** Puts other contents in place; the same text is left alone, or a screen reader would say it again. */
export function replaceContents(element: Element, ...contents: readonly (Node | string)[]): void {
  const text = contents.map((one) => (typeof one === 'string' ? one : (one.textContent ?? ''))).join('');
  if (element.textContent !== text) element.replaceChildren(...contents);
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const element = textElement('button', text, 'dr-link-button');
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}
