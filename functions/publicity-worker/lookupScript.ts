/**
 * Runs in the reader's browser: asks only for the shard that the code's hash names, so that the server does not
 * learn which agency was looked up. A row says its lines itself in both languages, or is one of a draw's pool.
 * Written without imports, because its text is the file.
 */
export function lookUpInPage(): void {
  const form = document.getElementById('lookup');
  const answer = document.getElementById('answer');
  if (!(form instanceof HTMLFormElement) || answer === null) return;
  const { rows = '', none = '', failed = '', labels = '[]', outcomes = '{}' } = form.dataset;
  const names: string[] = JSON.parse(labels);
  const outcomeTexts: Record<string, string> = JSON.parse(outcomes);
  form.hidden = false;
  const anchor = (href: string, text: string) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    return link;
  };
  const line = (term: string, value: Node | string) => {
    const row = document.createElement('p');
    row.append(`${term}: `, value);
    answer.append(row);
  };
  const find = async (code: string) => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
    const shard = (hash[0] ?? 0).toString(16).padStart(2, '0');
    const response = await fetch(`${rows}${shard}.json`);
    if (response.status === 403 || response.status === 404) return undefined;
    if (!response.ok) throw new Error(String(response.status));
    const found = await response.json();
    return Object.hasOwn(found, code) ? found[code] : undefined;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    answer.replaceChildren();
    const typed = new FormData(form).get('code');
    const code = String(typed).normalize('NFKC').toUpperCase().replace(/\s/g, '');
    try {
      const row = await find(code);
      if (row === undefined) {
        answer.append(none);
        return;
      }
      const said = row.lines?.[document.documentElement.lang.startsWith('en') ? 'en' : 'zh'];
      if (said !== undefined) {
        for (const { term, text, href } of said) line(term, href === undefined ? text : anchor(href, text));
        return;
      }
      line(names[0] ?? '', row.cell);
      line(names[1] ?? '', `${row.ppm / 10_000}%`);
      line(names[2] ?? '', outcomeTexts[row.standing ?? 'pending'] ?? '');
      if (row.proof !== null) {
        const proof = new Blob([JSON.stringify(row.proof)], { type: 'application/json' });
        const link = anchor(URL.createObjectURL(proof), `proof-${code}.json`);
        link.download = `proof-${code}.json`;
        line(names[3] ?? '', link);
      }
    } catch {
      answer.append(failed);
    }
  });
}
