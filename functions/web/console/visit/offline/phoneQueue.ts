import type { Kept, KeptQueue } from './kept.ts';

/**
 * Where the phone keeps entries: IndexedDB; where it cannot be used, answers in localStorage; what even that does not
 * take stays in memory for as long as the page is open. Rows are keyed by visit, person and id, so that two
 * people on one phone never send for each other.
 */

export interface PhoneQueue extends KeptQueue {
  /** False once something could not be kept for good. */
  isDurable(): boolean;
}

const DATABASE = 'visits';
const STORE = 'kept';

interface KeptRow {
  readonly place: string;
  readonly queue: string;
  readonly entry: Kept;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'place' }).createIndex('queue', 'queue');
  };
  return done(request);
}

/** Settles when the transaction is on the disk, not when its request is answered. */
async function write(database: IDBDatabase, change: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  const finished = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  change(transaction.objectStore(STORE));
  await finished;
}

async function databaseQueue(queue: string): Promise<KeptQueue> {
  const database = await openDatabase();
  const place = (id: string) => `${queue}|${id}`;
  return {
    async all() {
      const rows: KeptRow[] = await done(
        database.transaction(STORE).objectStore(STORE).index('queue').getAll(queue),
      );
      return rows.map(({ entry }) => entry);
    },
    put: (entry) =>
      write(database, (store) => {
        store.put({ place: place(entry.id), queue, entry } satisfies KeptRow);
      }),
    remove: (id) =>
      write(database, (store) => {
        store.delete(place(id));
      }),
  };
}

/** Only what is text: a photo does not fit. */
export function textQueue(queue: string, storage: Storage): KeptQueue {
  const prefix = `${DATABASE}|${queue}|`;
  return {
    async all() {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      const texts = keys.filter((key) => key.startsWith(prefix)).map((key) => storage.getItem(key));
      return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Kept]));
    },
    async put(entry) {
      if (entry.type === 'file') throw new Error('A file is no text');
      storage.setItem(prefix + entry.id, JSON.stringify(entry));
    },
    async remove(id) {
      storage.removeItem(prefix + id);
    },
  };
}

/** Tries the first place and then the next ones; an entry is read from and removed in all of them. */
export function layeredQueue(layers: readonly KeptQueue[]): PhoneQueue {
  const memory = new Map<string, Kept>();
  return {
    isDurable: () => memory.size === 0,
    async all() {
      const found = new Map<string, Kept>(memory);
      for (const layer of layers) {
        const entries = await layer.all().catch(() => []);
        for (const entry of entries) if (!found.has(entry.id)) found.set(entry.id, entry);
      }
      return [...found.values()];
    },
    async put(entry) {
      for (const layer of layers) {
        try {
          await layer.put(entry);
          memory.delete(entry.id);
          return;
        } catch {
          // Full, forbidden or broken: the next place.
        }
      }
      memory.set(entry.id, entry);
    },
    async remove(id) {
      memory.delete(id);
      await Promise.all(layers.map((layer) => layer.remove(id).catch(() => undefined)));
    },
  };
}

export async function phoneQueue(visit: string, person: string): Promise<PhoneQueue> {
  const queue = `${visit}|${person}`;
  const layers: KeptQueue[] = [];
  try {
    layers.push(await databaseQueue(queue));
  } catch {
    // Some browsers refuse it in private windows.
  }
  try {
    layers.push(textQueue(queue, localStorage));
  } catch {
    // Switched off.
  }
  return layeredQueue(layers);
}
