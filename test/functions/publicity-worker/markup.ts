const voids = new Set(['meta', 'link', 'br', 'input', 'hr', 'img']);

/** What is wrong with the nesting of a page's tags; empty when every tag is closed where it belongs. */
export function nestingFaults(html: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/gi)) {
    if (voids.has(name) && slash === '') continue;
    if (slash === '') {
      if (!rest.endsWith('/')) open.push(name);
      continue;
    }
    const last = open.pop();
    if (last !== name && !voids.has(name)) faults.push(`</${name}> closes <${last}>`);
  }
  return [...faults, ...open.map((name) => `<${name}> is not closed`)];
}

/** The words a reader sees, without code and without what is marked as another language. */
export function readableText(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<(code|pre|script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<a\b[^>]*\blang="en"[^>]*>.*?<\/a>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/&[a-z]+;/g, ' ');
}

/** Every address that the page loads or links to. */
export function addresses(html: string): readonly string[] {
  return [...html.matchAll(/\b(?:src|href|action|srcset|data|poster)="([^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );
}
