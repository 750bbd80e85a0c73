import type { Page } from 'playwright-core';

/**
 * What axe judges an element by, as a word: its own and its parent's tag and classes, its role, type, language and
 * state, which attributes it has and which of them are empty, whether it has words of its own.
 */
function wordsOf(rows: number | undefined): string[] {
  const own = (element: Element) => `${element.localName}.${[...element.classList].sort().join('.')}`;
  const VALUES = new Set(['lang', 'role', 'type', 'tabindex', 'autocomplete', 'scope', 'dir']);
  const attribute = ({ name, value }: Attr) =>
    VALUES.has(name) || (name.startsWith('aria-') && value.length < 6)
      ? `${name}=${value}`
      : `${name}${value.trim() === '' ? '=' : ''}`;
  const hasWords = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
  const words = new Set<string>();
  for (const element of document.querySelectorAll('*')) {
    if (rows !== undefined && element.closest(`tbody > tr:nth-child(n + ${rows})`) !== null) continue;
    const children = [...new Set([...element.children].map(({ localName }) => localName))].sort();
    words.add(
      [
        element.parentElement === null ? '' : own(element.parentElement),
        own(element),
        [...element.attributes].map(attribute).sort().join(' '),
        children.join(' '),
        hasWords(element) ? 'words' : '',
      ].join('|'),
    );
  }
  return [...words];
}

/**
 * Which elements have been seen on the pages of a walk. A page that is put together of nothing but what axe has looked
 * at before would only be found in order once more.
 */
export class Shapes {
  readonly #seen = new Set<string>();

  /**
   * Whether the page holds an element of a shape that none before it had; then all of its shapes are known from now on.
   *
   * @param rows rows of a table from this one on are left out
   */
  async isNew(page: Page, rows?: number): Promise<boolean> {
    const width = page.viewportSize()?.width ?? 0;
    const words = (await page.evaluate(wordsOf, rows)).map((word) => `${width} ${word}`);
    const fresh = words.filter((word) => !this.#seen.has(word));
    for (const word of fresh) this.#seen.add(word);
    return fresh.length > 0;
  }
}
