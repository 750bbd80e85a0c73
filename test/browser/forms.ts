import type { Page } from 'playwright-core';

/** Forms of the console, of which a page holds several: each is known by the end of its address. */

const sends = (form: string) => `form[action$="${form}"]`;

/** Opens what is folded around a form. */
export async function unfold(page: Page, form: string): Promise<void> {
  const folded = page.locator('details:not([open])', { has: page.locator(sends(form)) });
  if ((await folded.count()) > 0) await folded.locator('summary').click();
}

/** Presses a button that leads to another page, and waits for it. */
export async function leads(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).click()]);
}

/** Sends a form that has one button. */
export function press(page: Page, form: string): Promise<void> {
  return leads(page, `${sends(form)} button[type="submit"]`);
}
