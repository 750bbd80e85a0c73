/**
 * Text in the metadata of an object. Headers carry ASCII only: the file store answers anything else as encoded words
 * (RFC 2047), other stores as the plain UTF-8 bytes, which arrive here as one character per byte.
 */

const WORD = /=\?utf-8\?([bq])\?([^?\s]*)\?=/gi;
/** White space between two encoded words belongs to the folding. */
const BETWEEN = /\?=\s+=\?/g;

const utf8 = new TextDecoder('utf-8');
const fromUtf8 = (bytes: Uint8Array) => utf8.decode(bytes);

function quoted(text: string): Uint8Array {
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function decodedWords(value: string): string {
  const parts: Uint8Array[] = [];
  let end = 0;
  const joined = value.replace(BETWEEN, '?==?');
  for (const match of joined.matchAll(WORD)) {
    const [whole, encoding = '', text = ''] = match;
    parts.push(Buffer.from(joined.slice(end, match.index), 'latin1'));
    parts.push(encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quoted(text));
    end = match.index + whole.length;
  }
  parts.push(Buffer.from(joined.slice(end), 'latin1'));
  // Decoded together: a long name may be cut in the middle of a character.
  return fromUtf8(Buffer.concat(parts));
}

/** The text that was given to the store. */
export function metadataText(value: string): string {
  const isWide = [...value].some((char) => char > 'ÿ');
  return isWide ? value : decodedWords(value);
}
