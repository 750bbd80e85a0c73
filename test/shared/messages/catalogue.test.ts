import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, text } from '../../../shared/messages/catalogue.ts';
import { linkMessages } from '../../../shared/messages/links.ts';
import { createCatalogue, defineMessages, fill } from '../../../shared/messages/message.ts';

const root = resolve(import.meta.dirname, '../../..');

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A place may be filled per language: `{kindZh}` in Chinese where English has `{kind}` or `{kindEn}`. */
const placesOf = (template: string) =>
  [
    ...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name.replace(/(Zh|En)$/, ''))),
  ].sort();

test('every text stands in both languages with the same places, Chinese in Chinese', () => {
  for (const [code, { zh, en }] of catalogue.entries()) {
    expect(zh.trim(), code).not.toBe('');
    expect(en.trim(), code).not.toBe('');
    expect(placesOf(en), code).toEqual(placesOf(zh));
  }
});

test('every code that a refusal names literally has a text', () => {
  const missing = new Set<string>();
  for (const file of [...sources('shared'), ...sources('functions')]) {
    const source = readFileSync(file, 'utf8');
    const named = [
      ...source.matchAll(/\bproblem\(\s*'([\w.-]+)'/g),
      ...source.matchAll(/\brefuse\(\s*\{\s*code:\s*'([\w.-]+)'/g),
    ];
    for (const [, code = ''] of named)
      if (!catalogue.has(code) && !Object.hasOwn(linkMessages, code)) missing.add(code);
  }
  expect([...missing].sort()).toEqual([]);
});

test('places are filled literally, once, and only from own properties', () => {
  expect(fill('{a} 和 {b} 和 {a}', { a: '{b}', b: '$&' })).toBe('{b} 和 $& 和 {b}');
  expect(fill('{constructor} {toString}', {})).toBe('{constructor} {toString}');
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(fill('〔{n}〕', { n: value })).toBe(`〔${value}〕`);
    }),
  );
});

test('a code defined twice is refused, an unknown one says its name', () => {
  const one = defineMessages({ 'a.b': { zh: '甲', en: 'A' } });
  expect(() => createCatalogue(one, one)).toThrow('a.b');
  expect(catalogue.problemText('zh', { code: 'no.such.code' })).toContain('no.such.code');
  expect(catalogue.problemText('en', { code: 'kit.due.overdue', params: { count: 3 } })).toBe('3 overdue');
  expect(text('zh', 'kit.pages.page', { page: 2 })).toBe('第 2 页');
});

test('the compiler asks for known codes and for exactly the places of a text', () => {
  const { text: own } = createCatalogue(defineMessages({ 'a.b': { zh: '第 {n} 号', en: 'No. {n}' } }));
  expect(own('zh', 'a.b', { n: 1 })).toBe('第 1 号');
  // @ts-expect-error the place is not filled
  expect(own('zh', 'a.b', {})).toBe('第 {n} 号');
  // @ts-expect-error no such code
  expect(() => own('zh', 'a.c')).toThrow();
});
