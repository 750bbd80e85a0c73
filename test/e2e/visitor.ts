import { setTimeout as pause } from 'node:timers/promises';
import type { Addresses } from '../../infra/local/settings.ts';

/** Where the whole-system tests go: a local office, or a deployed one given by BASE_URL. */
export type Site = Pick<Addresses, 'console' | 'oidc'>;

/** What came back: status, address after redirects, text. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly location: string | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

const HIDDEN = /<input type="hidden" name="([^"]*)" value="([^"]*)"/g;

/** The visible words of a page, tags and scripts taken away. */
export function wordsOf(html: string): string {
  return decoded(
    html
      .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );
}

/** The message beside a field, as the page shows it. */
export function messageAt(html: string, field: string): string | undefined {
  const found = new RegExp(`<p[^>]*id="[^"]*${field}[^"]*-error"[^>]*>([\\s\\S]*?)</p>`).exec(html);
  return found === null ? undefined : wordsOf(found[1] ?? '').trim();
}

/** The hidden entries of the form that goes to `action`. */
function hiddenEntries(html: string, action: string): Record<string, string> | undefined {
  for (const [form, attributes = ''] of html.matchAll(/<form\b([^>]*)>[\s\S]*?<\/form>/g)) {
    if (decoded(/\baction="([^"]*)"/.exec(attributes)?.[1] ?? '') !== action) continue;
    return Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, decoded(value)],
      ),
    );
  }
  return undefined;
}

/** One person at one browser without script: cookies, redirects, forms. */
export class Visitor {
  readonly #site: Site;
  readonly #jars = new Map<string, Map<string, string>>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** Signs in by choosing an account of the local issuer. */
  async signIn(account: string): Promise<this> {
    const shown = await this.get('/sign-in');
    if (!shown.url.startsWith(this.#site.oidc)) throw new Error(`no sign-in page but ${shown.url}`);
    const back = await this.#follow(shown.url, {
      method: 'POST',
      body: new URLSearchParams({ account }),
    });
    if (back.status !== 200)
      throw new Error(`${account} cannot sign in: ${back.status} ${wordsOf(back.text)}`);
    return this;
  }

  /** What the browser sends to an origin as its `cookie` header. */
  cookies(origin: string): string {
    return [...(this.#jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Opens a page of the console and follows redirects. */
  get(path: string): Promise<Answer> {
    return this.#follow(new URL(path, this.#site.console).href, {});
  }

  /** A file as bytes. */
  async bytes(address: string): Promise<Uint8Array> {
    const response = await this.#fetch(new URL(address, this.#site.console).href, {});
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Opens `page`, fills in the form that goes to `action` and sends it, as a browser does. */
  async submit(page: string, action: string, entries: Entries = {}): Promise<Answer> {
    return this.send(action, { ...(await this.form(page, action)), ...entries });
  }

  /** What the form on `page` that goes to `action` carries hidden; throws when there is no such form. */
  async form(page: string, action: string): Promise<Record<string, string>> {
    const shown = await this.get(page);
    const hidden = hiddenEntries(shown.text, action);
    if (hidden === undefined) {
      throw new Error(
        `${page} (${shown.status}) has no form to ${action}: ${wordsOf(shown.text).slice(0, 600)}`,
      );
    }
    return hidden;
  }

  /** Uploads a file by the form of an import page, as a browser does: to the file store, and back from there. */
  async upload(page: string, name: string, bytes: Uint8Array): Promise<Answer> {
    const { action, body } = await this.#uploadForm(page);
    body.set('file', new Blob([bytes.slice()]), name);
    return this.#follow(action, { method: 'POST', body });
  }

  /** Whether the file store refuses a file of so many bytes, by an answer or by ending the connection. */
  async uploadRefused(page: string, size: number): Promise<boolean> {
    const { action, body } = await this.#uploadForm(page);
    body.set('file', new Blob([new Uint8Array(size)]), 'large.xlsx');
    try {
      const response = await fetch(action, { method: 'POST', body, redirect: 'manual' });
      await response.body?.cancel();
      return response.status >= 400;
    } catch {
      return true;
    }
  }

  async #uploadForm(page: string): Promise<{ action: string; body: FormData }> {
    const { text } = await this.get(page);
    const form = /<form\b[^>]*action="([^"]*)"[^>]*enctype="multipart\/form-data"[^>]*>[\s\S]*?<\/form>/.exec(
      text,
    );
    if (form === null) throw new Error(`${page} has no upload form`);
    const body = new FormData();
    for (const [, name = '', value = ''] of form[0].matchAll(HIDDEN)) body.set(name, decoded(value));
    return { action: decoded(form[1] ?? ''), body };
  }

  /** Sends a form without looking at a page first; the redirect of a success is followed once. */
  async send(action: string, entries: Entries): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(entries)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    return this.#follow(new URL(action, this.#site.console).href, { method: 'POST', body });
  }

  async #follow(address: string, init: RequestInit): Promise<Answer> {
    let response = await this.#fetch(address, init);
    let url = address;
    let location: string | undefined;
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 12; hops++) {
      location = new URL(response.headers.get('location') ?? '', url).href;
      await response.body?.cancel();
      url = location;
      response = await this.#fetch(url, {});
    }
    return { status: response.status, url, text: await response.text(), location };
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    const origin = new URL(address).origin;
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    const cookie = this.cookies(origin);
    const headers = cookie === '' ? undefined : { cookie };
    let response = await fetch(address, { ...init, redirect: 'manual', ...(headers ? { headers } : {}) });
    // All functions are busy: the answer says so and when to come again.
    for (let times = 0; response.status === 429 && times < 60; times++) {
      await response.body?.cancel();
      await pause(250);
      response = await fetch(address, { ...init, redirect: 'manual', ...(headers ? { headers } : {}) });
    }
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (value === '' || /max-age=0/i.test(one)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
}

export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** Everybody who takes part in a draw, each signed in at a browser of their own. */
export async function signedIn<const Name extends string>(
  site: Site,
  ...accounts: readonly Name[]
): Promise<Readonly<Record<Name, Visitor>>> {
  const entries = await Promise.all(
    accounts.map(async (account) => [account, await new Visitor(site).signIn(account)] as const),
  );
  return Object.fromEntries(entries) as Record<Name, Visitor>;
}
