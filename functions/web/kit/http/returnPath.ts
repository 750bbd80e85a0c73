/**
 * A path of this site, as it may be given back by a browser, or undefined. Whatever a browser might read as
 * another site (`//evil`, `/\evil`, `https:…`, the same in percent codes) is refused, not repaired.
 */
export function safeReturnPath(value: string | undefined): string | undefined {
  if (value === undefined || value.length > 2000 || !value.startsWith('/')) return undefined;
  let decoded = value;
  // Two rounds: a proxy or framework may decode once before the browser sees it.
  for (let round = 0; round < 3; round += 1) {
    if (!plainPath(decoded)) return undefined;
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      // A lone % after decoding is text; in the value itself it is a malformed address.
      if (round === 0) return undefined;
      break;
    }
  }
  const url = new URL(value, 'https://this.invalid');
  return url.origin === 'https://this.invalid' ? `${url.pathname}${url.search}` : undefined;
}

/** Whether `text` begins on this site in every browser's reading. */
export function plainPath(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters before they read an address
  return text.startsWith('/') && !/^[/\\]{2}|\\|[\u0000-\u001f\u007f]/.test(text);
}
