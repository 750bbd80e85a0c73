import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person without a mouse: Tab, arrows, space, Enter, and what is typed. */

const MOST_STOPS = 150;

/** Whether one of the elements has the focus. */
const isFocused = (target: Locator) =>
  target.evaluateAll((all) => all.some((one) => one === one.ownerDocument.activeElement));

/** Moves on with the Tab key until the focus is there, or on one of several. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

/** Fills a field in the place of what stands in it. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** One Tab stop leads into the group of radios, the arrows choose. */
export async function choose(page: Page, label: string): Promise<void> {
  const wanted = page.getByRole('radio', { name: label });
  await tabTo(page, page.locator('input[type="radio"]'));
  for (let i = 0; i < MOST_STOPS && !(await isFocused(wanted)); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await wanted.isChecked()).toBe(true);
}

export async function tick(page: Page, label: string): Promise<void> {
  await tabTo(page, page.getByRole('checkbox', { name: label }));
  await page.keyboard.press('Space');
}

async function enterAt(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Presses a button and waits for the page that answers. */
export const press = (page: Page, name: string): Promise<void> =>
  enterAt(page, page.getByRole('button', { name }).first());

export const follow = (page: Page, name: string): Promise<void> =>
  enterAt(page, page.getByRole('link', { name }));

/** Presses a button, and the page comes back: it says on top what is missing or wrong. */
export async function refused(page: Page, button: string): Promise<void> {
  await press(page, button);
  expect(await page.getByRole('alert').isVisible()).toBe(true);
}

/** Chooses a file with the button of the field. */
export async function attach(
  page: Page,
  label: string,
  file: { name: string; bytes: Uint8Array; type: string },
) {
  const chosen = page.waitForEvent('filechooser');
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press('Enter');
  await (await chosen).setFiles({
    name: file.name,
    mimeType: file.type,
    buffer: Buffer.from(file.bytes),
  });
}
