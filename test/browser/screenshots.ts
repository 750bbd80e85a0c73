import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const folder = resolve(import.meta.dirname, '../screenshots');
const TALLEST = 3_000;

/** Pictures prove nothing by themselves and take their time: they are for people, who ask for them. */
const wanted = (process.env['SCREENSHOTS'] ?? '') !== '';

/** Keeps what the page looks like when SCREENSHOTS is set: the whole page from its top, but not metres of it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!wanted) return;
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const path = join(folder, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) };
  await page.screenshot({ path, fullPage: true, clip });
}
