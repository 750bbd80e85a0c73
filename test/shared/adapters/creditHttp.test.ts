import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreditFault } from '../../../infra/local/credit/faults.ts';
import { type CreditSimulator, creditSimulator } from '../../../infra/local/credit/simulator.ts';
import { type Handler, type LocalServer, listen } from '../../../infra/local/http/server.ts';
import { creditHttp } from '../../../shared/adapters/creditHttp.ts';
import { creditEndpoint } from '../../../shared/credit/endpoint.ts';
import type { CreditTransport, Reply } from '../../../shared/credit/ports.ts';
import { type WireRecord, wireRecord } from '../../../shared/credit/wireRecord.ts';
import { creditEntry, creditOffice, listingRecord, withdrawalOf } from '../../fixtures/creditRecords.ts';

/** The transport against a real server: every way in which an answer can be none has a name. */

const key = { keyId: 'office', key: 'secret-of-the-office' };
const now = () => new Date('2026-12-15T03:00:00Z');
let server: LocalServer;
let transport: CreditTransport;
let simulator: CreditSimulator;
let instead: Handler | undefined;

beforeAll(async () => {
  server = await listen(0);
  server.handle((request, response) => (instead ?? simulator.handle)(request, response));
  transport = creditHttp({ url: server.address, secret: key, now, timeoutMs: 500 });
  simulator = creditSimulator({ now: () => now().getTime(), key, slowMs: 3_000 });
});
afterAll(() => server.close());

function record(over: Parameters<typeof creditEntry>[0] = {}): WireRecord {
  const made = wireRecord({ entry: creditEntry(over), amendment: 0 }, creditOffice);
  if (!made.ok) throw new Error('no record');
  return made.value;
}

const named = (name: string) => record({ key: `listing/${name}`, record: listingRecord });
const outcomes = (reply: Reply) =>
  'failed' in reply ? reply.failed.outcome : [...reply.answered.values()].map(({ outcome }) => outcome);
const asked = ({ id, digest }: WireRecord) => ({ id, digest, sentAt: '2026-12-15T02:00:00Z' });

/** What a request meets, and its outcome. */
async function met(fault: CreditFault, sent = named(`F${fault.kind}`)) {
  instead = undefined;
  simulator.fault({ ...fault, times: 1 });
  return outcomes(await transport.send([sent]));
}

async function answered(status: number, headers: Record<string, string>, body: string | Buffer) {
  instead = (_, response) => {
    response.writeHead(status, headers).end(body);
  };
  const reply = await transport.send([named('X')]);
  instead = undefined;
  return reply;
}
const json = { 'content-type': 'application/json' };

describe('an answer that is one', () => {
  it('names what became of each record', async () => {
    const one = named('A');
    const reply = await transport.send([one, named('B')]);
    expect(outcomes(reply)).toEqual(['accepted', 'accepted']);
    expect('answered' in reply && reply.answered.get(one.id)).toMatchObject({ receipt: 'XY00000001' });
    expect(outcomes(await transport.send([one]))).toEqual(['same']);
    expect(outcomes(await transport.send([{ ...one, digest: 'f'.repeat(64) }]))).toEqual(['other-content']);
  });

  it('says that a newer version is there, or that nothing is', async () => {
    await transport.send([record({ key: 'listing/V', version: 3, record: listingRecord })]);
    expect(outcomes(await transport.send([record({ key: 'listing/V', record: listingRecord })]))).toEqual([
      'newer-there',
    ]);
    const gone = wireRecord(
      { entry: withdrawalOf(creditEntry({ key: 'listing/W' }), '2026-12-15T02:00:00Z'), amendment: 0 },
      creditOffice,
    );
    if (!gone.ok) throw new Error('no record');
    expect(outcomes(await transport.send([gone.value]))).toEqual(['nothing-there']);
  });

  it('carries the words of a refusal', async () => {
    simulator.fault({ kind: 'rejects', times: 1 });
    const sent = named('R');
    const reply = await transport.send([sent]);
    expect('answered' in reply && reply.answered.get(sent.id)).toEqual({
      outcome: 'refused',
      answer: 'refused 主体名称与登记信息不一致',
    });
  });

  it('tells by id and digest what is held', async () => {
    const one = named('Q');
    await transport.send([one]);
    const other = named('unsent');
    expect(outcomes(await transport.ask([asked(one), asked(other)]))).toEqual(['same', 'not-there']);
    expect(outcomes(await transport.ask([{ ...asked(one), digest: 'e'.repeat(64) }]))).toEqual([
      'other-content',
    ]);
  });

  it('lists what is held page by page', async () => {
    const page = await transport.list(undefined);
    if (!('records' in page)) throw new Error('no list');
    expect(page.records.find((one) => one.key === 'listing/A')).toMatchObject({
      version: 1,
      state: 'published',
    });
    const second = await fetch(`${server.address}/records?limit=1`).then((one) => one.status);
    // Unsigned, nobody is told anything.
    expect(second).toBe(401);
  });
});

describe('an answer that is none', () => {
  it.each([
    ['down', 'lost'],
    ['busy', 'busy'],
    ['slow', 'timeout'],
    ['error-body', 'error-body'],
    ['html', 'html'],
    ['empty', 'empty'],
    ['redirect', 'redirect'],
    ['lost', 'lost'],
    ['reordered', 'lost'],
  ] as const)('%s is %s', async (kind, outcome) => {
    expect(await met({ kind })).toBe(outcome);
  });

  it('may hide that the record was taken, which a question shows', async () => {
    expect(await met({ kind: 'lost' }, named('L'))).toBe('lost');
    expect(outcomes(await transport.ask([asked(named('L'))]))).toEqual(['same']);
    expect(await met({ kind: 'duplicates' }, named('D'))).toEqual(['same']);
  });

  it.each([
    ['a page under a wrong type', 200, { 'content-type': 'text/plain' }, '<!DOCTYPE html><p>登录', 'html'],
    ['plain text', 200, { 'content-type': 'text/plain' }, 'ok', 'wrong-type'],
    ['no type', 200, {}, '{}', 'wrong-type'],
    ['half of JSON', 200, json, '{"code":"0","resu', 'unreadable'],
    ['JSON of another shape', 200, json, '{"success":true}', 'unreadable'],
    ['success without results', 200, json, '{"code":"0"}', 'unreadable'],
    ['an error code', 200, json, '{"code":500,"message":"系统异常"}', 'error-body'],
    ['too much', 200, json, Buffer.alloc(1_200_000, 32), 'oversize'],
    ['a fault', 500, json, '{}', 'server-error'],
    ['a fault of a gateway', 502, {}, '', 'server-error'],
    ['a key that is not known', 401, json, '{}', 'unauthorised'],
    ['a right that is not there', 403, {}, '', 'unauthorised'],
    ['too often', 429, { 'retry-after': '120' }, '', 'busy'],
    ['a request that is wrong', 422, json, '{}', 'refused'],
    ['too large a request', 413, {}, '', 'refused'],
  ] as const)('%s', async (_what, status, headers, body, outcome) => {
    expect(outcomes(await answered(status, headers, body))).toBe(outcome);
  });

  it('keeps the pause that was asked for, six hours at most', async () => {
    expect(await answered(429, { 'retry-after': '120' }, '')).toEqual({
      failed: { outcome: 'busy', answer: '429', retryAt: '2026-12-15T03:02:00Z' },
    });
    expect(await answered(503, { 'retry-after': '999999999' }, '')).toMatchObject({
      failed: { retryAt: '2026-12-15T09:00:00Z' },
    });
    expect(await answered(503, { 'retry-after': 'soon' }, '')).toEqual({
      failed: { outcome: 'busy', answer: '503' },
    });
  });

  it('is a conflict told record by record also under 409', async () => {
    const sent = named('X');
    const body = JSON.stringify({ code: '0', results: [{ id: sent.id, code: 'conflict' }] });
    expect(outcomes(await answered(409, json, body))).toEqual(['other-content']);
  });

  it('is no answer of ours when nobody listens', async () => {
    const free = await listen(0);
    await free.close();
    const nowhere = creditHttp({ url: free.address, secret: key, now });
    expect(outcomes(await nowhere.send([named('X')]))).toBe('unreachable');
  });

  it('cuts what the other side writes', async () => {
    const sent = named('X');
    const message = `坏\u0000\u202e${'字'.repeat(500)}`;
    const body = JSON.stringify({ code: '0', results: [{ id: sent.id, code: 'E99', message }] });
    const reply = await answered(200, json, body);
    const one = 'answered' in reply ? reply.answered.get(sent.id) : undefined;
    expect(one?.outcome).toBe('refused');
    expect(one?.answer).toMatch(/^E99 坏 字+$/);
    expect(one?.answer?.length).toBeLessThanOrEqual(210);
  });
});

describe('the address', () => {
  it.each([
    'http://credit.example/',
    'ftp://127.0.0.1/',
    'https://user:pass@credit.example/',
    'https://credit.example/?to=x',
    'https://credit.example/#x',
    'credit.example',
    '',
    'http://127.0.0.1.example/',
  ])('%s is refused', (url) => {
    expect(() => creditEndpoint(url)).toThrow('no address');
  });

  it('keeps its path', () => {
    expect(creditEndpoint('https://credit.example/api/v1').href).toBe('https://credit.example/api/v1/');
    expect(creditEndpoint('http://127.0.0.1:8106').href).toBe('http://127.0.0.1:8106/');
  });

  it('gets a bearer key instead of a signature when that is what was entered', async () => {
    let seen: string | undefined;
    instead = (request, response) => {
      seen = request.headers.authorization;
      response.writeHead(500).end();
    };
    await creditHttp({ url: server.address, secret: { bearer: 'token-1' }, now }).send([named('X')]);
    instead = undefined;
    expect(seen).toBe('Bearer token-1');
  });
});
