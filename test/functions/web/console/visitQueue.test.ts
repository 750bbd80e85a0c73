import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  Kept,
  KeptAnswer,
  KeptFile,
  KeptQueue,
} from '../../../../functions/web/console/visit/offline/kept.ts';
import { officeByFetch } from '../../../../functions/web/console/visit/offline/officeByFetch.ts';
import { layeredQueue, textQueue } from '../../../../functions/web/console/visit/offline/phoneQueue.ts';
import { usccIn } from '../../../../functions/web/console/visit/offline/scan.ts';
import {
  type Office,
  pauseAfter,
  type Sent,
  sendQueue,
} from '../../../../functions/web/console/visit/offline/sendQueue.ts';

const answer = (n: number, over: Partial<KeptAnswer> = {}): KeptAnswer => ({
  type: 'answer',
  id: `a-${n}`,
  key: `ZL-01@1/${n}`,
  value: 'consistent',
  note: '',
  at: `2026-11-23T01:00:${String(n).padStart(2, '0')}.000Z`,
  ...over,
});

const photo: KeptFile = {
  type: 'file',
  id: 'f-1',
  question: 'ZL-01@1/1',
  purpose: 'photo',
  name: 'a.jpg',
  file: new Blob(['x']),
  at: '2026-11-23T01:01:00.000Z',
};

/** The phone's memory, which outlives the page; `dies` is called before each step of it. */
function phone(entries: readonly Kept[] = [], dies: () => void = () => undefined) {
  const kept = new Map(entries.map((one) => [one.id, one]));
  const queue: KeptQueue = {
    all: async () => [...kept.values()],
    async put(entry) {
      dies();
      kept.set(entry.id, entry);
    },
    async remove(id) {
      dies();
      kept.delete(id);
    },
  };
  return { kept, queue };
}

/** A server that stores each id once; `dies` is called after it has stored and before the phone hears of it. */
function server(dies: () => void = () => undefined) {
  const answers = new Map<string, number>();
  const uploads = new Map<string, boolean>();
  const record: string[] = [];
  const asked: string[][] = [];
  const office: Office = {
    async answers(batch) {
      asked.push(batch.map(({ id }) => id));
      for (const { id } of batch) answers.set(id, (answers.get(id) ?? 0) + (answers.has(id) ? 0 : 1));
      dies();
      return { type: 'taken', stored: batch.map(({ id }) => ({ id })), refused: [] };
    },
    async form() {
      const id = `u-${uploads.size + 1}`;
      uploads.set(id, false);
      dies();
      return { type: 'form', id, url: 'https://files.example', fields: {} };
    },
    async upload({ id }) {
      uploads.set(id, true);
      dies();
      return true;
    },
    async take(_, upload) {
      if (uploads.get(upload) !== true) return { type: 'missing' };
      if (!record.includes(upload)) record.push(upload);
      dies();
      return { type: 'stored' };
    },
  };
  return { answers, uploads, record, asked, office };
}

const ignore = () => undefined;

describe('the queue of a phone', () => {
  test('sends all in order, ten at a time, and tells what was confirmed', async () => {
    const { kept, queue } = phone([
      answer(12),
      ...Array.from({ length: 11 }, (_, i) => answer(i + 1)),
      photo,
    ]);
    const { asked, record, office } = server();
    const told: Sent[] = [];
    expect(await sendQueue(queue, office, (sent) => told.push(sent))).toBe('done');
    expect(asked.map((batch) => batch.length)).toEqual([10, 2]);
    expect(asked.flat()).toEqual(Array.from({ length: 12 }, (_, i) => `a-${i + 1}`));
    expect(record).toEqual(['u-1']);
    expect(told).toHaveLength(13);
    expect(kept.size).toBe(0);
  });

  test('killed at any point and opened again, loses nothing and has nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }), async (lives) => {
        const script = [...lives];
        let left = script.shift() ?? Number.POSITIVE_INFINITY;
        const dies = () => {
          left -= 1;
          if (left <= 0) throw new Error('killed');
        };
        const { kept, queue } = phone([answer(1), answer(2), photo], dies);
        const { answers, record, office } = server(dies);
        for (let life = 0; life < 8; life += 1) {
          const end = await sendQueue(queue, office, ignore).catch(() => 'killed');
          // Nothing is gone from the phone that the server does not have.
          for (const id of ['a-1', 'a-2']) expect(kept.has(id) || answers.get(id) === 1).toBe(true);
          expect(kept.has(photo.id) || record.length === 1).toBe(true);
          if (end === 'done') break;
          left = script.shift() ?? Number.POSITIVE_INFINITY;
        }
        expect(kept.size).toBe(0);
        expect([...answers.values()]).toEqual([1, 1]);
        expect(record).toHaveLength(1);
      }),
    );
  });

  test('two tabs that send at once store each answer once', async () => {
    const { kept, queue } = phone([answer(1), answer(2)]);
    const { answers, office } = server();
    const ends = await Promise.all([sendQueue(queue, office, ignore), sendQueue(queue, office, ignore)]);
    expect(ends).toEqual(['done', 'done']);
    expect([...answers.values()]).toEqual([1, 1]);
    expect(kept.size).toBe(0);
  });

  test('what the server refuses stays with the reason and is not sent again', async () => {
    const { kept, queue } = phone([answer(1), answer(2)]);
    const { office, asked } = server();
    const refusing: Office = {
      ...office,
      async answers(batch) {
        await office.answers(batch);
        return { type: 'taken', stored: [{ id: 'a-2' }], refused: [{ id: 'a-1', why: '没有这个问题' }] };
      },
    };
    expect(await sendQueue(queue, refusing, ignore)).toBe('done');
    expect([...kept.values()]).toEqual([answer(1, { refused: '没有这个问题' })]);
    await sendQueue(queue, refusing, ignore);
    expect(asked).toHaveLength(1);
  });

  test.each(['later', 'signed-out', 'other-person', 'gone'] as const)('%s keeps everything', async (type) => {
    const { kept, queue } = phone([answer(1), photo]);
    const { office } = server();
    const stopped: Office = { ...office, answers: async () => ({ type }) };
    expect(await sendQueue(queue, stopped, ignore)).toBe(type);
    expect(kept.size).toBe(2);
  });

  test('an answer that the server says nothing of stays', async () => {
    const { kept, queue } = phone([answer(1), answer(2)]);
    const silent: Office = {
      ...server().office,
      answers: async () => ({ type: 'taken', stored: [{ id: 'a-1' }], refused: [] }),
    };
    expect(await sendQueue(queue, silent, ignore)).toBe('later');
    expect([...kept.keys()]).toEqual(['a-2']);
  });

  test('waits longer after every failure, but never for long', () => {
    expect([1, 2, 3, 20].map(pauseAfter)).toEqual([5_000, 10_000, 20_000, 300_000]);
  });
});

describe('the places of the phone', () => {
  function memoryStorage(): Storage {
    const values = new Map<string, string>();
    return {
      get length() {
        return values.size;
      },
      key: (i) => [...values.keys()][i] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
      clear: () => values.clear(),
    };
  }

  test('keep one person’s answers apart from another’s', async () => {
    const storage = memoryStorage();
    await textQueue('v|u-1', storage).put(answer(1));
    expect(await textQueue('v|u-2', storage).all()).toEqual([]);
    expect(await textQueue('v|u-1', storage).all()).toEqual([answer(1)]);
  });

  test('where one is broken the next one takes over; memory says that it is none', async () => {
    const broken: KeptQueue = {
      all: () => Promise.reject(new Error('broken')),
      put: () => Promise.reject(new Error('full')),
      remove: () => Promise.reject(new Error('broken')),
    };
    const queue = layeredQueue([broken, textQueue('v|u-1', memoryStorage())]);
    await queue.put(answer(1));
    expect(queue.isDurable()).toBe(true);
    await queue.put(photo);
    expect(queue.isDurable()).toBe(false);
    expect((await queue.all()).map(({ id }) => id).sort()).toEqual(['a-1', 'f-1']);
    await queue.remove('f-1');
    await queue.remove('a-1');
    expect(await queue.all()).toEqual([]);
    expect(queue.isDurable()).toBe(true);
  });
});

describe('the server over fetch', () => {
  const session = () => ({ visit: 'N-1', person: 'u-1', checklists: ['c'], token: 'old' });
  const reply = (value: unknown, status = 200) => Response.json(value, { status });
  /** Plays the answers one after the other and notes what was asked. */
  function played(...answers: readonly (Response | Error)[]) {
    const asked: string[] = [];
    const rest = [...answers];
    const send: typeof fetch = async (input, init) => {
      const body = init?.body;
      asked.push(
        `${init?.method ?? 'GET'} ${input} ${body instanceof URLSearchParams ? body.get('csrfToken') : ''}`,
      );
      const next = rest.shift();
      if (next === undefined || next instanceof Error) throw next ?? new Error('asked too often');
      return next;
    };
    return { asked, send };
  }
  const taken = { type: 'taken', stored: [{ id: 'a-1' }], refused: [], later: [] };

  test('takes a new token after a new sign-in of the same person', async () => {
    const { asked, send } = played(
      new Response('', { status: 403 }),
      reply({ type: 'state', person: 'u-1', token: 'new' }),
      reply(taken),
    );
    expect(await officeByFetch(session(), send).answers([answer(1)])).toMatchObject({ type: 'taken' });
    expect(asked).toEqual([
      'POST /inspections/N-1/answers old',
      'GET /inspections/N-1/answers ',
      'POST /inspections/N-1/answers new',
    ]);
  });

  test('sends nothing in the name of somebody else', async () => {
    const { asked, send } = played(
      new Response('', { status: 403 }),
      reply({ type: 'state', person: 'u-2', token: 'theirs' }),
    );
    expect(await officeByFetch(session(), send).answers([answer(1)])).toEqual({ type: 'other-person' });
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['no signal', new TypeError('Failed to fetch'), 'later'],
    ['a fault', new Response('<h1>', { status: 503 }), 'later'],
    ['a page that is not ours, as hotels answer', new Response('<h1>welcome'), 'later'],
    ['not of the team any more', reply({ type: 'gone' }, 404), 'gone'],
    ['an unreadable batch', reply({ type: 'unreadable', why: 'x' }, 422), 'refused'],
  ])('%s is %s', async (_, answered, type) => {
    const office = officeByFetch(session(), played(answered).send);
    expect(await office.answers([answer(1)])).toMatchObject({ type });
  });
});

test('the code of a licence is found in what its picture says', () => {
  const uscc = '91110108MA01ABCD2X';
  for (const said of [uscc, `统一社会信用代码:${uscc};名称:某机构`, `https://gsxt.example/?c=${uscc}&x=1`]) {
    expect(usccIn(said)).toBe(uscc);
  }
  expect(usccIn('https://gsxt.example/9111010800000001XYZ1234')).toBeUndefined();
});
