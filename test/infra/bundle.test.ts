import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleFunctions, handlerPath } from '../../infra/bundle.ts';
import { functions } from '../../infra/functions.ts';
import { envNames } from '../../infra/names.ts';
import { realAssembly } from '../e2e/office.ts';
import { fixtureHandler } from './synthesised.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = () => mkdtempSync(join(tmpdir(), 'bundle-'));

const page = `
import QRCode from 'qrcode';
import { renderToString } from 'preact-render-to-string';
import style from './style.css';
import picture from './picture.png';
import { Greeting } from './greeting.tsx';
export const handler = async () => ({
  style, bytes: [...picture], html: renderToString(Greeting({ name: '监管' })),
  qr: (await QRCode.toString('x', { type: 'svg' })).slice(0, 4),
});
`;

/** Sources beside which the dependencies are found, outside what is committed. */
function pageSources(): string {
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const at = mkdtempSync(join(cache, 'bundle-test-'));
  writeFileSync(join(at, 'handler.ts'), page);
  writeFileSync(join(at, 'style.css'), 'p { margin: 0 }');
  writeFileSync(join(at, 'picture.png'), Buffer.from([1, 2, 255]));
  writeFileSync(
    join(at, 'greeting.tsx'),
    'export const Greeting = (p: { name: string }) => <p>{p.name}</p>;',
  );
  return at;
}

describe('bundling', () => {
  it('names every function whose handler does not exist', async () => {
    const entryOf = (name: string) => (name === 'there' ? fixtureHandler : handlerPath(name));
    await expect(bundleFunctions(folder(), ['no-such', 'there', 'nor-this'], entryOf)).rejects.toThrow(
      'No handler: functions/no-such/handler.ts, functions/nor-this/handler.ts',
    );
  });

  it('ships one file a function, and no source map', async () => {
    const out = folder();
    await bundleFunctions(out, ['one', 'two'], () => fixtureHandler);
    expect(readdirSync(out).sort()).toEqual(['maps', 'one', 'two']);
    expect(readdirSync(join(out, 'one'))).toEqual(['index.mjs']);
    expect(readdirSync(join(out, 'maps')).sort()).toEqual(['one.map', 'two.map']);
    expect(readFileSync(join(out, 'one/index.mjs'), 'utf8')).not.toContain('sourceMappingURL');
  });

  it('makes the same bytes of the same sources, wherever it puts them', async () => {
    const [first, second] = [folder(), join(folder(), 'deep/er')];
    await bundleFunctions(first, ['one'], () => fixtureHandler);
    await bundleFunctions(second, ['one'], () => fixtureHandler);
    const bytes = (at: string) => readFileSync(join(at, 'one/index.mjs'), 'utf8');
    expect(bytes(second)).toBe(bytes(first));
    expect(bytes(first)).not.toContain(import.meta.dirname);
  });

  it('leaves nothing of an earlier run behind', async () => {
    const out = folder();
    await bundleFunctions(out, ['old'], () => fixtureHandler);
    await bundleFunctions(out, ['new'], () => fixtureHandler);
    expect(existsSync(join(out, 'old'))).toBe(false);
  });

  it('takes in pages, styles, pictures and dependencies that are not ESM', async () => {
    const [sources, out] = [pageSources(), folder()];
    try {
      await bundleFunctions(out, ['page'], () => join(sources, 'handler.ts'));
      const { handler } = (await import(pathToFileURL(join(out, 'page/index.mjs')).href)) as {
        handler: () => Promise<unknown>;
      };
      expect(await handler()).toEqual({
        style: 'p { margin: 0 }',
        bytes: [1, 2, 255],
        html: '<p>监管</p>',
        qr: '<svg',
      });
    } finally {
      rmSync(sources, { recursive: true });
    }
  });
});

/** Every setting that some source reads, declared here or not. */
const settings = new Set<string>(envNames);
for (const area of ['shared', 'functions']) {
  for (const entry of readdirSync(join(root, area), { withFileTypes: true, recursive: true })) {
    if (!/\.tsx?$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of text.matchAll(/(?:environment\(|process\.env\[)'([A-Z_]+)'/g))
      settings.add(name ?? '');
  }
}

/** Handlers that are written; synthesis refuses to go on until all of them are. */
const written = functions.filter((row) => existsSync(handlerPath(row.name)));

describe('the bundles of the product', () => {
  it('read the settings that their row hands over, and no other', async () => {
    const out = join(await realAssembly(), 'bundles');
    const asked = written.map((row) => {
      const text = readFileSync(join(out, row.name, 'index.mjs'), 'utf8');
      const named = [...settings].filter((name) => new RegExp(`["'\x60.]${name}\\b`).test(text));
      const declared: readonly string[] = row.env;
      return {
        name: row.name,
        undeclared: named.filter((name) => !declared.includes(name)),
        unread: declared.filter((name) => !named.includes(name)),
      };
    });
    expect(asked.filter((each) => each.undeclared.length + each.unread.length > 0)).toEqual([]);
    // What anybody may wake has to be awake at once: what it carries is what it waits for.
    for (const name of ['intake', 'follow'])
      expect(statSync(join(out, name, 'index.mjs')).size, name).toBeLessThanOrEqual(700_000);
    // The SDK's own chain of credentials is a third of it, and a function has no use for it.
    const chained = written.filter(({ name }) =>
      readFileSync(join(out, name, 'index.mjs'), 'utf8').includes('AssumeRoleWithWebIdentity'),
    );
    expect(chained.map(({ name }) => name)).toEqual([]);
  }, 60_000);
});
