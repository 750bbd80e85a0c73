import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What may know what: the layout of the product as rules over its imports. */

const root = resolve(import.meta.dirname, '..');
const areas = ['infra', 'functions', 'shared', 'test'];

interface Source {
  readonly path: string;
  readonly text: string;
  /** Specifiers as written; those of files of this tree, relative to its root, come with `./`. */
  readonly imports: readonly string[];
}

const skipped = new Set(['node_modules', 'fixtures']);

function paths(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : paths(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const specifier =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(specifier)]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((written) =>
      written.startsWith('.') ? `./${relative(root, resolve(root, dirname(path), written))}` : written,
    );
}

const sources: readonly Source[] = areas
  .filter((area) => existsSync(join(root, area)))
  .flatMap(paths)
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

const byPath = new Map(sources.map((source) => [`./${source.path}`, source]));

/** `file → import` of every import that a rule forbids. */
function offences(of: (source: Source) => boolean, forbidden: (name: string, source: Source) => boolean) {
  return sources
    .filter(of)
    .flatMap((source) =>
      source.imports.filter((name) => forbidden(name, source)).map((name) => `${source.path} → ${name}`),
    );
}

const inShared = ({ path }: Source) => path.startsWith('shared/');
const inAdapters = ({ path }: Source) => path.startsWith('shared/adapters/');
const inDomain = (source: Source) => inShared(source) && !inAdapters(source);
const inFunctions = ({ path }: Source) => path.startsWith('functions/');
const inLocal = ({ path }: Source) => path.startsWith('infra/local/');
const inInfra = (source: Source) => source.path.startsWith('infra/') && !inLocal(source);
const inProduct = ({ path }: Source) => !path.startsWith('test/');
/** Draw engine and verifier; the ceremony around them runs on the server. */
const inEngine = ({ path }: Source) =>
  path.startsWith('shared/draw/') && !path.startsWith('shared/draw/ceremony/');

const aws = /^(@aws-sdk|@smithy|aws-sdk|aws-cdk-lib|@aws-lambda-powertools)(\/|$)/;

it('reads imports as they are written', () => {
  const text = [
    "import a from 'a';",
    "import type { B } from './b.ts';",
    "import {\n  c,\n} from '../c/d.ts';",
    "import './e.css';",
    "export { f } from 'f';",
    "const g = await import('./g.ts');",
    "const notOne = 'import x from y';",
  ].join('\n');
  expect(importsOf('shared/x/y.ts', text)).toEqual([
    'a',
    './shared/x/b.ts',
    './shared/c/d.ts',
    './shared/x/e.css',
    'f',
    './shared/x/g.ts',
  ]);
  expect(sources.length).toBeGreaterThan(20);
});

describe('the domain', () => {
  it('imports no AWS SDK', () => {
    expect(offences(inDomain, (name) => aws.test(name))).toEqual([]);
  });

  it('imports no adapter: it declares what it needs and is handed it', () => {
    expect(offences(inDomain, (name) => name.startsWith('./shared/adapters/'))).toEqual([]);
  });

  it('knows nothing of functions or infrastructure', () => {
    expect(offences(inShared, (name) => /^\.\/(functions|infra|test)\//.test(name))).toEqual([]);
  });
});

describe('the draw engine and its verifier', () => {
  /** Everything that comes along when a file of the engine is loaded. */
  function reached(from: Source): Set<Source> {
    const seen = new Set([from]);
    for (const source of seen) {
      for (const name of source.imports) {
        const next = byPath.get(name);
        if (next !== undefined) seen.add(next);
      }
    }
    return seen;
  }

  it('run in a browser: nothing of node, of AWS or of the server comes along', () => {
    const loaded = new Set(sources.filter(inEngine).flatMap((source) => [...reached(source)]));
    expect(
      offences(
        (source) => loaded.has(source),
        (name) => name.startsWith('node:') || aws.test(name),
      ),
    ).toEqual([]);
    expect([...loaded].filter((source) => source.path.startsWith('shared/draw/ceremony/'))).toEqual([]);
  });
});

describe('the functions', () => {
  it('know nothing of the infrastructure', () => {
    expect(
      offences(inFunctions, (name) => /^\.\/(infra|test)\//.test(name) || /^aws-cdk/.test(name)),
    ).toEqual([]);
  });
});

describe('the infrastructure', () => {
  it('imports nothing of the product but names and the build steps that live beside what they build', () => {
    const allowed = /^\.\/(functions\/.*\/bundlePlugin|shared\/adapters\/coreTable)\.ts$/;
    expect(
      offences(inInfra, (name) => /^\.\/(shared|functions|test)\//.test(name) && !allowed.test(name)),
    ).toEqual([]);
  });

  it('is deployed without the local runtime', () => {
    expect(offences(inInfra, (name) => name.startsWith('./infra/local/'))).toEqual([]);
  });
});

describe('every source', () => {
  it('takes zod as a whole: a named import drags in every locale', () => {
    const named = sources.filter(({ text }) =>
      /import\s*\{[^}]*\bz\b[^}]*\}\s*from\s*['"]zod['"]/.test(text),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('imports nothing from the tests', () => {
    expect(offences(inProduct, (name) => name.startsWith('./test/'))).toEqual([]);
  });

  it('is named after what it is about', () => {
    const nameless = /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.tsx?$)/i;
    expect(sources.filter(({ path }) => nameless.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('has at most 400 lines', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 400);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('stands in the layout: nothing else lies beside the named folders', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'cdk.out', 'coverage'].includes(name));
    expect(folders.filter((name) => ![...areas, 'statemachines'].includes(name))).toEqual([]);
  });
});
