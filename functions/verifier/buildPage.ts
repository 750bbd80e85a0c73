import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FILING_PAGE, PAGE } from './pageText.ts';
import type { Bilingual } from './wording.ts';

/** What one offline page has of its own. */
interface PageParts {
  readonly script: string;
  readonly words: Readonly<Record<'title' | 'intro' | 'choose' | 'chooseHint', Bilingual>>;
  /** HTML after the list of checks. */
  readonly more?: string;
}

/**
 * The verifier of draws as one HTML file that works offline from anywhere (DR-1 §1.8, §5): script and style are
 * inside, its own policy forbids every request. Its hash is published with the draw.
 */
export function buildVerifierPage(): Promise<string> {
  return offlinePage({
    script: './page.ts',
    words: PAGE,
    more: `<section id="why" hidden aria-labelledby="why-title">
<h2 id="why-title">${text(PAGE.whyTitle)}</h2>
<form id="lookup">
<label for="tid">${text(PAGE.tid)}</label>
<input type="text" id="tid" autocomplete="off" maxlength="40">
<button type="submit">${text(PAGE.look)}</button>
</form>
<div id="answer" role="status"></div>
</section>
`,
  });
}

/** The same for proofs of filing: a page of its own, because its readers and its cryptography are others. */
export function buildFilingPage(): Promise<string> {
  return offlinePage({ script: './filingPage.ts', words: FILING_PAGE });
}

async function offlinePage({ script: entry, words, more = '' }: PageParts): Promise<string> {
  const [script, style] = await Promise.all([bundledScript(entry), minifiedStyle()]);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${contentHash(script)}'; style-src '${contentHash(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title.zh} · ${words.title.en}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${text(words.title)}</h1></header>
<main>
<p>${text(words.intro)}</p>
<form>
<label for="record">${text(words.choose)}</label>
<p class="hint" id="record-hint">${text(words.chooseHint)}</p>
<input type="file" id="record" multiple aria-describedby="record-hint">
</form>
<h2>${text(PAGE.result)}</h2>
<div id="verdict" role="status"></div>
<ol class="checks" id="checks"></ol>
${more}</main>
<script>${script}</script>
</body>
</html>
`;
}

function text({ zh, en }: Bilingual): string {
  return `${zh} <span lang="en">${en}</span>`;
}

/** Source expression of a content security policy. */
function contentHash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

async function bundledScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]?.text.trim() ?? '';
}

async function minifiedStyle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: await readFile(pathOf('./page.css'), 'utf8'), loader: 'css' },
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text.trim() ?? '';
}
