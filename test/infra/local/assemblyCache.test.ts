import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cachedAssembly } from '../../../infra/local/assemblyCache.ts';

const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Asks for the assembly in a process of its own, which then lives until it is ended. */
async function user(root: string): Promise<{ folder: string; end: () => Promise<unknown> }> {
  const cache = resolve(import.meta.dirname, '../../../infra/local/assemblyCache.ts');
  const script = `
    import { mkdirSync } from 'node:fs';
    import { cachedAssembly } from ${JSON.stringify(cache)};
    const make = async (folder) => void mkdirSync(folder, { recursive: true });
    process.stdout.write(await cachedAssembly(${JSON.stringify(root)}, 'cn-north-1', make));
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [folder] = await once(child.stdout, 'data');
  const end = () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    return ended;
  };
  return { folder: String(folder), end };
}

const assemblies = (root: string) => readdirSync(join(root, 'node_modules/.cache/double-random'));

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'));
  for (const folder of ['infra/local', 'functions/a', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'infra/stack.ts'), 'one');
  writeFileSync(join(root, 'functions/a/handler.ts'), 'one');
  return root;
}

test('an assembly is made once for the same sources, and anew when one changes', async () => {
  const root = project();
  let made = 0;
  const make = async (folder: string) => {
    made += 1;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'made'), String(made));
  };
  const first = await cachedAssembly(root, 'cn-north-1', make);
  expect(await cachedAssembly(root, 'cn-north-1', make)).toBe(first);
  expect(made).toBe(1);
  // The runtime itself is no part of the template.
  writeFileSync(join(root, 'infra/local/runtime.ts'), 'two');
  expect(await cachedAssembly(root, 'cn-north-1', make)).toBe(first);
  expect(await cachedAssembly(root, 'us-east-1', make)).not.toBe(first);
  writeFileSync(join(root, 'functions/a/handler.ts'), 'two');
  expect(await cachedAssembly(root, 'cn-north-1', make)).not.toBe(first);
  expect(made).toBe(3);
});

test('an assembly stays while a process that asked for it lives, and three stay of those nobody uses', async () => {
  const root = project();
  const change = (text: string) => writeFileSync(join(root, 'functions/a/handler.ts'), text);
  const maker = await user(root);
  // Another one that found it made.
  const finder = await user(root);
  expect(finder.folder).toBe(maker.folder);
  await maker.end();
  for (let n = 0; n < 5; n += 1) {
    change(`change ${n}`);
    const { end } = await user(root);
    await end();
  }
  expect(existsSync(finder.folder)).toBe(true);
  expect(assemblies(root).length).toBeLessThanOrEqual(4);
  await finder.end();
  change('last');
  const last = await user(root);
  await last.end();
  expect(existsSync(finder.folder)).toBe(false);
  expect(existsSync(last.folder)).toBe(true);
  expect(assemblies(root)).toHaveLength(3);
});

test('starts that make the same assembly at the same time all get it', async () => {
  const root = project();
  const users = await Promise.all([user(root), user(root), user(root)]);
  expect(new Set(users.map(({ folder }) => folder)).size).toBe(1);
  await Promise.all(users.map(({ end }) => end()));
  expect(assemblies(root)).toHaveLength(1);
});

test('a failed synthesis leaves nothing that could be taken for an assembly', async () => {
  const root = project();
  const failing = cachedAssembly(root, 'cn-north-1', async (folder) => {
    mkdirSync(folder, { recursive: true });
    throw new Error('no handler');
  });
  await expect(failing).rejects.toThrow('no handler');
  expect(readdirSync(join(root, 'node_modules/.cache/double-random'))).toEqual([]);
});
