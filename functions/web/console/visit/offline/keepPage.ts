import { CACHE_PREFIX, WORKER_PATH, WORKER_POLICY } from './workerPlace.ts';

/** Keeps the page of an open visit on the phone, so that it opens without a signal. */

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** The worker's address as browsers with Trusted Types want it; the others take the text. */
function workerAddress(): string {
  const factory: PolicyFactory | undefined = Reflect.get(window, 'trustedTypes');
  if (factory === undefined) return WORKER_PATH;
  return factory.createPolicy(WORKER_POLICY, { createScriptURL: () => WORKER_PATH }).createScriptURL('');
}

/** Forgets every kept page, or those of other people. */
export async function forgetPages(except?: string): Promise<void> {
  if (!('caches' in window)) return;
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== except);
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/**
 * Only pages of visits that are open, only of the person who is signed in: what somebody else left on this phone is
 * erased by the first page that is opened.
 */
export async function keepPage(person: string, open: boolean): Promise<void> {
  if (!('caches' in window) || !('serviceWorker' in navigator)) return;
  const name = CACHE_PREFIX + person;
  await forgetPages(name);
  const cache = await caches.open(name);
  const page = location.pathname;
  if (!open) {
    await cache.delete(page);
    return;
  }
  const controlled = navigator.serviceWorker.controller !== null;
  const assets = [...document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], script[src]')].map(
    (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
  );
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  // The worker renews the page on every visit; the first one it has not seen.
  const missing = [
    ...assets.filter((path) => !kept.has(path)),
    ...(controlled && kept.has(page) ? [] : [page]),
  ];
  await Promise.all(missing.map((path) => keep(cache, path)));
  const old = [...kept].filter((path) => path.startsWith('/assets/') && !assets.includes(path));
  await Promise.all(old.map((path) => cache.delete(path)));
  await navigator.serviceWorker.register(workerAddress(), { scope: '/', updateViaCache: 'none' });
}

async function keep(cache: Cache, path: string): Promise<void> {
  const response = await fetch(path, { redirect: 'error' });
  if (response.ok) await cache.put(path, response);
}
