import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { axeOf } from './axe.ts';
import { keepPicture } from './screenshots.ts';
import { Shapes } from './shapes.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** Rows of a table from this one on are not looked at by axe. */
const ALIKE = 12;

/** People at browsers of their own who walk through a running office; the pages they look at are checked, and kept as pictures on request. */
export class Walk {
  readonly #browser: Browser;
  readonly #runtime: LocalRuntime;
  readonly #people = new Map<string, { readonly context: BrowserContext; readonly page: Page }>();
  readonly #faults: string[] = [];
  readonly #shapes = new Shapes();
  readonly #folder: string;
  #shots = 0;

  /** @param name of the folder for what the pages looked like */
  constructor(browser: Browser, runtime: LocalRuntime, name: string) {
    this.#browser = browser;
    this.#runtime = runtime;
    this.#folder = name;
  }

  /** What the browsers complained of: script errors, refused resources, policy violations. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** A browser of its own for somebody who is not signed in. */
  visitor(): Promise<Page> {
    return this.#open(DESKTOP);
  }

  /** The same in a window of the size of a telephone. */
  phone(): Promise<Page> {
    return this.#open(PHONE);
  }

  /** A telephone whose browser gets no script of any page; axe still has to run in it, so that scripting stays on. */
  async phoneWithoutScript(): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: PHONE, acceptDownloads: true });
    await context.route(/\.js$/, (route) => route.abort());
    return context.newPage();
  }

  async #open(viewport: typeof PHONE): Promise<Page> {
    return this.#pageOf(await this.#browser.newContext({ viewport, acceptDownloads: true }));
  }

  async #pageOf(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (line) => {
      if (line.type() === 'error') this.#faults.push(`${page.url()}: ${line.text()}`);
    });
    page.on('pageerror', (error) => this.#faults.push(`${page.url()}: ${error}`));
    return page;
  }

  /** The person's page, signed in by choosing the account; `again` after a session has ended. */
  async as(account: string, path: string, again = false): Promise<Page> {
    const known = this.#people.get(account);
    // A page that looks again by itself would go to the sign-in on its own meanwhile, into the middle of this one.
    if (known !== undefined && again) await known.page.close();
    const page =
      known === undefined ? await this.visitor() : again ? await this.#pageOf(known.context) : known.page;
    if (known === undefined || again) {
      this.#people.set(account, { context: page.context(), page });
      await page.goto(`${this.#runtime.addresses.console}/`);
      const button = page.locator(`button[name="account"][value="${account}"]`);
      if (!(await button.isVisible())) await page.click('summary');
      await button.click();
      await page.waitForURL(`${this.#runtime.addresses.console}/`);
    }
    await page.goto(`${this.#runtime.addresses.console}${path}`);
    return page;
  }

  /**
   * Holds the page to what every page has to be: nothing that axe finds, nothing wider than the screen; and keeps it
   * as it looks on a desk and on a telephone.
   */
  async shot(page: Page, name: string): Promise<void> {
    const prefix = this.#next(name);
    await this.#expectAccessible(page, name);
    await keepPicture(page, `${prefix}-desktop`);
    await page.setViewportSize(PHONE);
    await expectNarrow(page, name);
    await keepPicture(page, `${prefix}-phone`);
    await page.setViewportSize(DESKTOP);
  }

  /** The same for a page on a telephone, which stays there. */
  async look(page: Page, name: string): Promise<void> {
    await this.#expectAccessible(page, name);
    await expectNarrow(page, name);
    await keepPicture(page, `${this.#next(name)}-phone`);
  }

  /** Keeps a page of a kind that has been held to the rules before. */
  async keep(page: Page, name: string): Promise<void> {
    await keepPicture(page, `${this.#next(name)}-desktop`);
  }

  async #expectAccessible(page: Page, name: string): Promise<void> {
    if (!(await this.#shapes.isNew(page, ALIKE))) return;
    const { violations } = await axeOf(page)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      // Five hundred rows of an import are all alike.
      .exclude(`tbody > tr:nth-child(n + ${ALIKE})`)
      .analyze();
    const found = violations.map((one) => [one.id, one.nodes.map(({ html }) => html)]);
    expect.soft(found, `axe on ${name}`).toEqual([]);
  }

  #next(name: string): string {
    this.#shots += 1;
    return `${this.#folder}/${String(this.#shots).padStart(2, '0')}-${name}`;
  }
}

async function expectNarrow(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name} is wider than a telephone`).toBeLessThanOrEqual(0);
}
