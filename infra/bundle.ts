import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type OutputFile } from 'esbuild';
import { bundlePlugins } from './bundlePlugins.ts';

const root = resolve(import.meta.dirname, '..');

/** Where the handler of a function is written. */
export function handlerPath(name: string): string {
  return join(root, 'functions', name, 'handler.ts');
}

/**
 * Bundles the handlers into `<outdir>/<name>/index.mjs`, all in ONE esbuild call, and their source maps into
 * `<outdir>/maps/<name>.map`, outside what is shipped.
 *
 * The SDK travels inside (a bundled SDK loads faster than the one of the runtime). The output depends on the
 * sources only: equal sources give equal asset hashes.
 *
 * @param entryOf finds a handler's source; the tests hand in a small one
 * @throws Error naming every function whose handler does not exist
 */
export async function bundleFunctions(
  outdir: string,
  names: readonly string[],
  entryOf: (name: string) => string = handlerPath,
): Promise<void> {
  const missing = names.filter((name) => !existsSync(entryOf(name)));
  if (missing.length > 0) {
    throw new Error(`No handler: ${missing.map((name) => relative(root, entryOf(name))).join(', ')}`);
  }
  const result = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: entryOf(name), out: `${name}/index` })),
    outdir,
    write: false,
    bundle: true,
    minify: true,
    sourcemap: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: {
      '.html': 'text',
      '.css': 'text',
      '.svg': 'text',
      '.txt': 'text',
      '.md': 'text',
      '.csv': 'text',
      '.png': 'binary',
      '.ico': 'binary',
      '.ttf': 'binary',
      '.woff2': 'binary',
    },
    // Some dependencies (nodemailer, qrcode) are CommonJS and call require at run time.
    banner: {
      js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    },
    plugins: [...bundlePlugins],
    logLevel: 'warning',
  });
  await rm(outdir, { recursive: true, force: true });
  await Promise.all(result.outputFiles.map((file) => place(file, outdir)));
}

async function place(file: OutputFile, outdir: string): Promise<void> {
  const name = relative(outdir, dirname(file.path));
  const path = file.path.endsWith('.map') ? join(outdir, 'maps', `${name}.map`) : file.path;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file.contents);
}
