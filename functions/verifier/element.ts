import type { Bilingual } from './wording.ts';

/** Building blocks of the page's lists; text only ever becomes text nodes. */

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** zh-CN first, English beside it. */
export function bilingual({ zh, en }: Bilingual): Node[] {
  return [document.createTextNode(`${zh} `), element('span', { lang: 'en' }, en)];
}

/** Puts these children in place of whatever an element of the page holds. Throws if there is none. */
export function fill(id: string, ...children: readonly (Node | string)[]): void {
  const place = document.getElementById(id);
  if (place === null) throw new Error(`no element ${id}`);
  place.replaceChildren(...children);
}
