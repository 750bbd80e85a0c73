import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cachedAssembly } from '../../../infra/local/assemblyCache.ts';

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
  for (let n = 0; n < 5; n += 1) {
    writeFileSync(join(root, 'functions/a/handler.ts'), `change ${n}`);
    expect(await cachedAssembly(root, 'cn-north-1', make)).not.toBe(first);
  }
  expect(made).toBe(7);
  expect(readdirSync(join(root, 'node_modules/.cache/double-random')).length).toBeLessThanOrEqual(3);
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
