import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFilingPage, buildVerifierPage } from '../../../functions/verifier/buildPage.ts';

const pages = [
  { name: 'of draws', build: buildVerifierPage, title: '双随机抽签核验' },
  { name: 'of proofs of filing', build: buildFilingPage, title: '投诉举报提交证明核验' },
];

describe.each(pages)('the page $name', ({ build, title }) => {
  let page = '';
  beforeAll(async () => {
    page = await build();
  });

  test('the page is one file of at most 60 KB gzip', () => {
    expect(gzipSync(page).length).toBeLessThanOrEqual(60 * 1024);
  });

  test('it asks for nothing: no address, no import, a policy that forbids every request', () => {
    expect(page).not.toMatch(/(?:src|href)\s*=/i);
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(/);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('unsafe');
  });

  test('its policy allows exactly the script and the style inside', () => {
    for (const tag of ['script', 'style']) {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      const hash = createHash('sha256').update(content).digest('base64');
      expect(page).toContain(`'sha256-${hash}'`);
      expect(content.length).toBeGreaterThan(100);
    }
  });

  test('Chinese comes first, English beside it; every input has its label', () => {
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain(`<h1>${title} <span lang="en">`);
    for (const [, id] of page.matchAll(/<input [^>]*id="(\w+)"/g))
      expect(page).toContain(`<label for="${id}">`);
  });

  test('the same source gives the same page, so that its hash can be published', async () => {
    expect(await build()).toBe(page);
  });
});
