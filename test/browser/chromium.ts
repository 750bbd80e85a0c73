import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';
import { decompress } from 'wawoff2';

/**
 * A Chromium for tests, without downloads: CHROMIUM_PATH, else a system Chromium, else the binary that
 * @sparticuz/chromium ships for linux-x64. Chinese text renders on a machine without any CJK font.
 */

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/double-random');
const resolvePackage = createRequire(import.meta.url).resolve;

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// No first-run pages, no background traffic: the tests talk to the loopback only.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Builds `target` in a folder of its own and puts it in place in one step: parallel tests never see a half. */
async function onceInCache(target: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const place = join(cache, target);
  if (existsSync(place)) return place;
  const draft = `${place}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`;
  await mkdir(draft, { recursive: true });
  await fill(draft);
  try {
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** Sets variables of the process for the time of `act`; a package below reads them while it is loaded. */
async function withEnvironment<T>(
  values: Readonly<Record<string, string>>,
  act: () => Promise<T>,
): Promise<T> {
  const before = new Map<string, string | undefined>();
  for (const name of [...Object.keys(values), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
    before.set(name, process.env[name]);
  }
  Object.assign(process.env, values);
  try {
    return await act();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

async function shippedChromium(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found: set CHROMIUM_PATH to a Chromium or Chrome executable');
  }
  const version = await packageVersion('@sparticuz/chromium');
  const folder = await onceInCache(`chromium-${version}`, async (draft) => {
    // The package unpacks to the temporary folder, and its libraries only where it believes to be on Lambda.
    await withEnvironment({ TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, async () => {
      const { default: shipped } = await import('@sparticuz/chromium');
      await shipped.executablePath();
    });
  });
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].join(':') },
  };
}

async function packageVersion(name: string): Promise<string> {
  let folder = dirname(resolvePackage(name));
  while (!existsSync(join(folder, 'bin'))) folder = dirname(folder);
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return String(Object(manifest)['version']);
}

async function executable(): Promise<Executable> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { path: named, env: {} };
  const system = systemBrowsers.find((path) => existsSync(path));
  return system === undefined ? shippedChromium() : { path: system, env: {} };
}

const fontFiles = ['chinese-simplified', 'latin'].flatMap((subset) =>
  [400, 700].map((weight) => `noto-sans-sc-${subset}-${weight}-normal`),
);

/** A fontconfig file that adds Noto Sans SC to whatever fonts the machine has. */
async function fontConfiguration(): Promise<string> {
  const folder = await onceInCache('fonts-1', async (draft) => {
    const files = join(dirname(resolvePackage('@fontsource/noto-sans-sc/package.json')), 'files');
    for (const name of fontFiles) {
      const font = await decompress(await readFile(join(files, `${name}.woff2`)));
      await writeFile(join(draft, `${name}.ttf`), font);
    }
  });
  const file = join(folder, 'fonts.conf');
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, fontconfigXml(folder));
    await rename(draft, file);
  }
  return file;
}

function fontconfigXml(folder: string): string {
  const preferred = ['sans-serif', 'serif', 'system-ui']
    .map(
      (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
    )
    .join('\n  ');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  ${preferred}
</fontconfig>
`;
}

async function launch(): Promise<Browser> {
  const [{ path, env }, fonts] = await Promise.all([executable(), fontConfiguration()]);
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return playwright.launch({
    executablePath: path,
    args: quiet,
    env: { ...inherited, ...env, FONTCONFIG_FILE: fonts },
  });
}

let running: Promise<Browser> | undefined;

/**
 * The browser of this worker, started when the first of its test files asks for it; it ends with the worker. What a
 * file does in it stays in contexts of the file's own: hand them back with `leaveChromium`.
 */
export async function openChromium(): Promise<Browser> {
  const known = await running;
  if (known?.isConnected() === true) return known;
  running = launch();
  return running;
}

/** Closes every context that the file has left open, so that the next finds a browser as if it were new. */
export async function leaveChromium(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
