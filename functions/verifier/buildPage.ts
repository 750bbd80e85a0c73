import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { PAGE } from './pageText.ts';
import type { Bilingual } from './wording.ts';

/**
 * The verifier as one HTML file that works offline from anywhere (DR-1 §1.8, §5): script and style are
 * inside, its own policy forbids every request. Its hash is published with the draw.
 */
export async function buildVerifierPage(): Promise<string> {
  const [script, style] = await Promise.all([bundledScript(), minifiedStyle()]);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${contentHash(script)}'; style-src '${contentHash(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${PAGE.title.zh} · ${PAGE.title.en}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${text(PAGE.title)}</h1></header>
<main>
<p>${text(PAGE.intro)}</p>
<form>
<label for="record">${text(PAGE.choose)}</label>
<p class="hint" id="record-hint">${text(PAGE.chooseHint)}</p>
<input type="file" id="record" multiple aria-describedby="record-hint">
</form>
<h2>${text(PAGE.result)}</h2>
<div id="verdict" role="status"></div>
<ol class="checks" id="checks"></ol>
<section id="why" hidden aria-labelledby="why-title">
<h2 id="why-title">${text(PAGE.whyTitle)}</h2>
<form id="lookup">
<label for="tid">${text(PAGE.tid)}</label>
<input type="text" id="tid" autocomplete="off" maxlength="40">
<button type="submit">${text(PAGE.look)}</button>
</form>
<div id="answer" role="status"></div>
</section>
</main>
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

async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pathOf('./page.ts')],
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
