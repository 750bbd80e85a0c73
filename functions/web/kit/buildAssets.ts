import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileAsync } from 'sass';

/** One file that pages link to. The first characters of its SHA-256 stand in its name: it never changes. */
export interface WebAsset {
  /** Such as `/assets/screen-0123456789abcdef.css`. */
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const styleRoots = [fileURLToPath(new URL('../../../node_modules/govuk-frontend/dist', import.meta.url))];

async function stylesheet(name: string): Promise<string> {
  const { css } = await compileAsync(`${here}styles/${name}.scss`, {
    loadPaths: styleRoots,
    style: 'compressed',
    quietDeps: true,
  });
  return css;
}

async function script(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles.map((file) => file.text).join('');
}

function asset(name: string, extension: string, contentType: string, text: string): WebAsset {
  const bytes = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { path: `/assets/${name}-${hash.slice(0, 16)}.${extension}`, contentType, bytes, hash };
}

/**
 * Compiles the two stylesheets and the script that all pages share, the console's and the public site's, and
 * the script of the one page that cannot do without: where a witness makes a secret.
 */
export async function buildWebAssets(): Promise<{ files: readonly WebAsset[] }> {
  const [screen, print, comfort, witness] = await Promise.all([
    stylesheet('screen'),
    stylesheet('print'),
    script('script.ts'),
    script('../console/draws/witnessScript.ts'),
  ]);
  return {
    files: [
      asset('screen', 'css', 'text/css; charset=utf-8', screen),
      asset('print', 'css', 'text/css; charset=utf-8', print),
      asset('script', 'js', 'text/javascript; charset=utf-8', comfort),
      asset('witness', 'js', 'text/javascript; charset=utf-8', witness),
    ],
  };
}

/** The scripts of the visit page: the page's own, and the worker that keeps the page without a signal. */
export async function buildVisitScripts(): Promise<{ page: WebAsset; worker: WebAsset }> {
  const [page, worker] = await Promise.all([
    script('../console/visit/offline/visitScript.ts'),
    script('../console/visit/offline/worker.ts'),
  ]);
  return {
    page: asset('visit', 'js', 'text/javascript; charset=utf-8', page),
    worker: asset('visit-worker', 'js', 'text/javascript; charset=utf-8', worker),
  };
}

/** The script of the public form that does its proof of work; no other page carries it. */
export async function buildIntakeScript(): Promise<WebAsset> {
  return asset(
    'proof-of-work',
    'js',
    'text/javascript; charset=utf-8',
    await script('../../intake/solveScript.ts'),
  );
}
