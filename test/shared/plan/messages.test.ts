import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { planMessages } from '../../../shared/plan/messages.ts';
import { registerCommandMessages } from '../../../shared/register/commands/messages.ts';
import { registerMessages } from '../../../shared/register/messages.ts';

const catalogue = createCatalogue(planMessages, registerMessages, registerCommandMessages);
const shared = resolve(import.meta.dirname, '../../../shared');

/** Every code that a source of the folder names as a text of its own. */
function codesIn(folder: string): string[] {
  return readdirSync(join(shared, folder))
    .filter((name) => name.endsWith('.ts') && name !== 'messages.ts')
    .flatMap((name) => [
      ...readFileSync(join(shared, folder, name), 'utf8').matchAll(/'((?:plan|register|import)\.[\w.]+)'/g),
    ])
    .map(([, code]) => code ?? '')
    .filter((code) => !code.endsWith('.'));
}

it.each(['plan', 'register/commands'])(
  'every refusal of shared/%s has a text in both languages',
  (folder) => {
    const codes = [...new Set(codesIn(folder))];
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !catalogue.has(code))).toEqual([]);
  },
);

it('no text promises a value that the other language does not have', () => {
  const places = (text: string) =>
    new Set([...text.matchAll(/\{([A-Za-z]\w*)\}/g)].map(([, name]) => name?.replace(/(?:Zh|En)$/, '')));
  for (const [, { zh, en }] of catalogue.entries()) expect(places(en)).toEqual(places(zh));
});
