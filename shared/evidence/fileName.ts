/** Names of files, as they come from devices of strangers. */

/** Characters of a name, extension included. */
export const MOST_NAME_LENGTH = 100;

/** Controls, formats (bidi overrides, zero width), halves of surrogates, private use, line and page separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** What a file system or a shell reads as something else. */
const SPECIAL = /[<>:"|?*]/g;
const EDGES = /^[.\s]+|[.\s]+$/gu;
/** With a letter: the `.2026` of a date is no extension. */
const EXTENSION = /\.(?=[0-9]*[a-z])[a-z0-9]{1,8}$/i;

/** Extension in lower case without its dot, or undefined. */
export function extensionOf(name: string): string | undefined {
  return EXTENSION.exec(name)?.[0].slice(1).toLowerCase();
}

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= MOST_NAME_LENGTH) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  const stem = characters.slice(0, MOST_NAME_LENGTH - extension.length).join('');
  return `${stem.replace(EDGES, '')}${extension}`;
}

/**
 * A name without its path, without what cannot be seen, without leading dots, of at most 100 characters; the
 * extension stays. Empty when nothing is left.
 */
export function safeFileName(given: string): string {
  const own = given.split(/[/\\]/).at(-1) ?? '';
  const seen = own
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(SPECIAL, '_')
    .replace(/\s+/gu, ' ')
    .replace(EDGES, '');
  return shortened(seen);
}

/** The name with that extension, for a name that has none. */
export function withExtension(name: string, extension: string): string {
  return shortened(`${name === '' ? '未命名' : name}.${extension}`);
}
