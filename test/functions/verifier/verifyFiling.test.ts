import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFilingPage } from '../../../functions/verifier/buildPage.ts';
import { verifyFile } from '../../../functions/verifier/verifyFile.ts';
import { filingProofBytes, makeFilingProof, receiptKeyOf } from '../../../shared/complaint/filingProof.ts';
import { publishedReceiptKeys } from '../../../shared/complaint/receiptKey.ts';
import { axeOf } from '../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../browser/chromium.ts';
import { builtVerifierPage } from '../../fixtures/webAssets.ts';

const seed = new Uint8Array(32).fill(4);
const at = '2026-11-02T01:00:00Z';
const text = '我投诉某代理机构。\n随机行 9f3a\n';
const proof = makeFilingProof({ office: '北京市知识产权局', at, text }, seed);
const whole = new TextDecoder().decode(filingProofBytes(proof));
const keys = JSON.stringify(publishedReceiptKeys([receiptKeyOf(seed, at)]), undefined, 2);
const otherKeys = JSON.stringify(publishedReceiptKeys([receiptKeyOf(new Uint8Array(32), at)]));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filing-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(contents: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    contents.map(async (content, i) => {
      const path = join(folder, `${i}`);
      await writeFile(path, content);
      return path;
    }),
  );
}

async function verify(...contents: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const [path, ...more] = await written(contents);
  const lines: string[] = [];
  const code = await verifyFile(path, (line) => lines.push(line), more);
  return { code, lines };
}

describe('the command', () => {
  test('with text and keys: every line ok in words, 一致, exit 0', async () => {
    const { code, lines } = await verify(whole, text, keys);
    expect(code).toBe(0);
    expect(lines.slice(0, -1).every((line) => line.startsWith('ok '))).toBe(true);
    expect(lines).toHaveLength(6);
    expect(lines.join('\n')).not.toContain('filing.');
    expect(lines.at(-1)).toBe('一致 consistent: 北京市知识产权局，2026-11-02 09:00:00 +08:00 收到');
  });

  test('alone: names what is open, and does not say 一致 outright', async () => {
    const { code, lines } = await verify(whole);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('open '))).toEqual([
      expect.stringContaining(proof.textSha256),
      expect.stringContaining(proof.publicKey),
    ]);
    expect(lines.at(-1)).toContain('还没有确认签名的是本机关');
  });

  test.each([
    ['another text', [whole, `${text} `, keys], '一字不差'],
    ['a changed time', [whole.replace('09:00:00', '08:00:00'), text, keys], '签名有效'],
    ['the keys of somebody else', [whole, text, otherKeys], '公布的公钥'],
  ])('%s: 不一致, exit 1, and the line says what', async (_name, contents, said) => {
    const { code, lines } = await verify(...contents);
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain('不一致');
    expect(lines.filter((line) => line.startsWith('differs ')).join('\n')).toContain(said);
  });

  test.each([
    ['a field too many', [whole.replace('{', '{"x":1,')], '未知字段'],
    ['two texts', [whole, text, 'y'], '一个文字文件'],
    ['no proof among several', [text, keys], '没有提交证明'],
    ['something else alone', ['{"v":"ledger/9"}'], '也不是提交证明'],
  ])('%s: exit 2 with a sentence', async (_name, contents, said) => {
    const { code, lines } = await verify(...contents);
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain(said);
  });
});

describe('the offline page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
    await writeFile(join(folder, 'filing.html'), await buildFilingPage());
    await writeFile(join(folder, 'draws.html'), await builtVerifierPage());
  }, 60_000);
  afterAll(() => leaveChromium(browser));

  async function shown(file: string, contents: readonly string[]) {
    const page = await browser.newPage();
    await page.goto(`file://${join(folder, file)}`);
    await page.setInputFiles('#record', [...(await written(contents))]);
    await page.locator('#verdict .verdict').waitFor();
    const { violations } = await axeOf(page).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const verdict = (await page.locator('#verdict').textContent()) ?? '';
    const states = await page
      .locator('.checks > li')
      .evaluateAll((items) => items.map((item) => item.className));
    await page.close();
    return { verdict, states };
  }

  test('says the same as the command', async () => {
    const good = await shown('filing.html', [whole, text, keys]);
    expect(good.verdict).toMatch(/^一致/);
    expect(good.verdict).toContain('北京市知识产权局');
    expect(good.states).toEqual(['good', 'good', 'good', 'good', 'good']);
    const alone = await shown('filing.html', [whole]);
    expect(alone.verdict).toContain('还没有确认');
    expect(alone.states).toEqual(['good', 'good', 'good', 'open', 'open']);
    const bad = await shown('filing.html', [whole, 'y', keys]);
    expect(bad.verdict).toMatch(/^不一致/);
    expect(bad.states).toContain('bad');
    expect((await shown('filing.html', [text])).verdict).toContain('没有提交证明');
  }, 60_000);

  test('of draws sends a proof to the right page', async () => {
    expect((await shown('draws.html', [whole])).verdict).toContain('filing-verifier.html');
    expect((await shown('draws.html', ['{"v":"x"}'])).verdict).not.toContain('filing-verifier.html');
  }, 60_000);
});
