import type { Page } from 'playwright-core';
import type { ReceivedMail } from '../../infra/local/mail/inbox.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import type { CaseKind, Identity } from '../../shared/complaint/filing.ts';
import type { ComplaintLists } from '../../shared/complaint/ports.ts';
import { leads, press, unfold } from './forms.ts';
import type { Walk } from './walk.ts';

/** The complaint desk at its browsers: people sign in anew on every day to which the clock is moved. */
export class ComplaintOffice {
  readonly #runtime: LocalRuntime;
  readonly #walk: Walk;
  readonly #lists: Pick<ComplaintLists, 'ofMonth'>;
  readonly #signedIn = new Map<string, string>();
  #day = '';

  constructor(runtime: LocalRuntime, walk: Walk, lists: Pick<ComplaintLists, 'ofMonth'>) {
    this.#runtime = runtime;
    this.#walk = walk;
    this.#lists = lists;
  }

  /** Moves the clock on to ten o'clock of a day in Shanghai, once what was begun is done. */
  async on(day: string): Promise<void> {
    await this.#runtime.lambda.idle();
    this.#day = day;
    this.#runtime.clock.set(`${day}T02:00:00Z`);
  }

  as(account: string, path: string): Promise<Page> {
    const again = this.#signedIn.get(account) !== this.#day;
    this.#signedIn.set(account, this.#day);
    return this.#walk.as(account, path, again);
  }

  case(account: string, id: string): Promise<Page> {
    return this.as(account, `/complaints/${id}`);
  }

  /** Sends a form of the page of a case after its fields were filled; the page that comes back. */
  async act(
    account: string,
    id: string,
    command: string,
    fill: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<Page> {
    const page = await this.case(account, id);
    await unfold(page, `${id}/${command}`);
    await fill(page);
    await press(page, `${id}/${command}`);
    return page;
  }

  /** Presses one of the two buttons of a second person. */
  async decide(id: string, command: string, field: string, value: string): Promise<Page> {
    const page = await this.case('approver', id);
    await leads(page, `form[action$="${id}/${command}"] button[name$="${field}"][value="${value}"]`);
    return page;
  }

  /** Runs functions as their schedules would. */
  async run(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const answer = await this.#runtime.invoke(name, {});
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    }
    await this.#runtime.lambda.idle();
  }

  /** The mails to an address, newest first, once everything that is due was sent. */
  async mails(to: string): Promise<readonly ReceivedMail[]> {
    await this.#runtime.lambda.idle();
    await this.run('mail-worker', 'filer-mail-worker');
    return this.#runtime.inbox.list().filter((mail) => mail.to.some((one) => one.includes(to)));
  }

  /** The case of a kind that was received on a day. */
  async receivedOn(on: string, kind: CaseKind): Promise<string> {
    const found = (await this.#lists.ofMonth(on.slice(0, 7))).find(
      ({ state }) => state.received.on === on && state.kind === kind,
    );
    if (found === undefined) throw new Error(`no ${kind} of ${on}`);
    return found.state.id;
  }

  /**
   * Enters what somebody has told at the counter, today, up to the receipt.
   *
   * @returns the page with the receipt, and the ids of the cases, the complaint's first
   */
  async enter(told: {
    readonly uscc: string;
    readonly wish: 'settle' | 'both';
    readonly who: Identity;
    readonly look?: (page: Page) => Promise<void>;
  }): Promise<{ readonly page: Page; readonly ids: readonly string[] }> {
    const page = await this.as('supervisor', '/complaints/new');
    for (const [name, value] of [
      ['channel', 'counter'],
      ['standing', 'consumer'],
      ['wish', told.wish],
      ['service', 'patent'],
    ])
      await page.check(`input[name="${name}"][value="${value}"]`);
    await page.check('input[name="conducts"][value="mismanagement"]');
    await page.fill('input[name="agency"]', told.uscc);
    await page.fill('textarea[name="facts"]', '代理机构错过了答复期限，专利申请视为撤回。');
    await page.fill('textarea[name="request"]', '退还代理费');
    const { name, phone, address, mail } = told.who;
    for (const [field, value] of Object.entries({ name, phone, address, mail }))
      if (value !== undefined) await page.fill(`input[name="${field}"]`, value);
    await told.look?.(page);
    await leads(page, 'form[action="/complaints/new"] button:not([name]):not([tabindex])');
    const links = await page.locator('main a[href^="/complaints/0"]').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    return { page, ids: addresses.map((address) => address?.split('/').at(-1) ?? '') };
  }
}
