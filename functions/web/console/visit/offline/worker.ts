import { CACHE_PREFIX, KEPT_PAGE, SIGNED_IN_PATH, UNKNOWN_PERSON } from './workerPlace.ts';

// Serves the kept pages of open visits when there is no signal, and erases them at the sign-out. What is kept, and
// for whom, the page decides (keepPage.ts). A session that has ended by itself leaves the page where it is: the team
// is perhaps in a cellar, and sends when it has signed in again. Whoever signs in may be somebody else: nothing is
// served until a page from the server has said who it is (keepPage.ts erases what is not theirs).

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
// The library of the compiler knows this file as a page's script.
const worker = self as unknown as WorkerScope;

/** How long a weak signal is waited for while a kept page is at hand. Milliseconds. */
const PATIENCE = 6_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname === '/sign-out') event.waitUntil(forget());
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate' && pathname === SIGNED_IN_PATH) {
    event.respondWith(
      caches
        .open(UNKNOWN_PERSON)
        .catch(forget)
        .then(() => fetch(request)),
    );
  } else if (request.mode === 'navigate' && KEPT_PAGE.test(pathname)) {
    const fresh = fetch(request);
    event.waitUntil(fresh.then((response) => renew(pathname, response.clone())).catch(() => undefined));
    event.respondWith(freshOrKept(fresh, pathname));
  } else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFresh(request, pathname));
});

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));

async function forget(): Promise<void> {
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
}

async function freshOrKept(fresh: Promise<Response>, path: string): Promise<Response> {
  const kept = (await caches.has(UNKNOWN_PERSON)) ? undefined : await caches.match(path);
  if (kept === undefined) return fresh;
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([fresh.catch(() => kept), patience]);
}

/** The newest state of a page that is kept; one that this person may no longer see is erased. */
async function renew(path: string, response: Response): Promise<void> {
  const [name, ...more] = await ourCaches();
  if (name === undefined || more.length > 0) return;
  const cache = await caches.open(name);
  if (response.status === 404 || response.status === 403) await cache.delete(path);
  else if (response.status === 200 && (await cache.match(path)) !== undefined)
    await cache.put(path, response);
}

async function keptOrFresh(request: Request, path: string): Promise<Response> {
  return (await caches.match(path)) ?? fetch(request);
}
