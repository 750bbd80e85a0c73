import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesOfAddress, dynamoLostRequests } from '../../../shared/adapters/dynamoLostRequests.ts';
import { identitySealer } from '../../../shared/adapters/vaultIdentities.ts';
import { complaintCaseId } from '../../../shared/complaint/complaintRows.ts';
import {
  answerLostCode,
  type LostCodeDeps,
  lostRequest,
  renewedCode,
} from '../../../shared/complaint/lostCode.ts';
import { mailDigest, normalisedMail } from '../../../shared/complaint/mailAddress.ts';
import { confirmMail } from '../../../shared/complaint/messaging.ts';
import { newReceiptCode, readReceiptCode, receiptHash } from '../../../shared/complaint/receiptCode.ts';
import { FILER, sendFiling } from '../../../shared/complaint/sendFiling.ts';
import { SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import {
  type ComplaintWorld,
  complaintWorld,
  plantedIdentity,
  testFiling,
} from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

const pepper = new Uint8Array(32).fill(3);
const digestKey = new Uint8Array(32).fill(4);
const mailDigestKey = async () => digestKey;
const now = new Date('2026-09-18T02:00:00Z');
const kms = new KMSClient({ region: 'cn-north-1' });
const mocked = mockClient(kms);

let tables: Tables;
let world: ComplaintWorld;
let deps: LostCodeDeps;

beforeAll(async () => {
  tables = await openTables();
  world = complaintWorld(tables);
  deps = {
    ...world.deps,
    lists: world.lists,
    casesOf: casesOfAddress({ client: tables.client, vault: 'vault', mailDigestKey }),
    receiptPepper: async () => pepper,
  };
});
afterAll(() => tables.close());

beforeEach(() => {
  mocked.reset();
  // The context is bound in, as KMS does it; the plain text is not readable in what comes out.
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  mocked.on(EncryptCommand).callsFake(({ Plaintext, EncryptionContext }) => ({
    CiphertextBlob: turned(
      new TextEncoder().encode(JSON.stringify([EncryptionContext, new TextDecoder().decode(Plaintext)])),
    ),
  }));
  mocked.on(DecryptCommand).callsFake(({ CiphertextBlob, EncryptionContext }) => {
    const [context, text] = JSON.parse(new TextDecoder().decode(turned(CiphertextBlob)));
    if (JSON.stringify(context) !== JSON.stringify(EncryptionContext)) throw new Error('InvalidCiphertext');
    return { Plaintext: new TextEncoder().encode(text) };
  });
});

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Files something under an address; the old hash and the ids. */
async function filed(mail: string | undefined, confirmed = true) {
  const { mail: _mail, ...rest } = plantedIdentity;
  const filing = testFiling({ identity: mail === undefined ? rest : { ...rest, mail } });
  const hash = receiptHash(pepper, newReceiptCode(random));
  const sealer = identitySealer({ kms, keyId: 'vault', mailDigestKey });
  const sent = await sendFiling({ ...world.deps, sealer }, filing, hash, []);
  if (!sent.ok) throw new Error('not sent');
  for (const id of confirmed ? sent.value : [])
    await world.give(id, 'confirm-mail', confirmMail, undefined, FILER);
  return { hash, ids: sent.value };
}

const asked = (address: string, at = now) => lostRequest({ address, lang: 'zh' }, digestKey, at);

describe('the new code', () => {
  it('opens all cases of the filing, and the old one opens nothing', async () => {
    const { hash, ids } = await filed('one@example.org');
    const answered = await answerLostCode(deps, asked(' ONE@Example.org '));
    if (!answered.ok) throw new Error('refused');
    const [renewed] = answered.value;
    expect(answered.value).toHaveLength(1);
    expect(renewed?.cases.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const code = renewed?.code ?? '';
    expect(readReceiptCode(code)).toEqual({ ok: true, value: code });
    expect([...((await world.lists.ofReceipt(receiptHash(pepper, code))) ?? [])].sort()).toEqual(
      [...ids].sort(),
    );
    expect(await world.lists.ofReceipt(hash)).toEqual([]);
    const chain = await tables.store.chain(complaintCaseId(ids[0] ?? ''));
    expect(chain.at(-1)).toMatchObject({ command: 'new-receipt', ground: 'lost', actor: SYSTEM.userId });
    expect(JSON.stringify(chain)).not.toContain(code);
  });

  it('is the same when the worker comes again, and nothing more is written', async () => {
    const { ids } = await filed('two@example.org');
    const request = asked('two@example.org');
    const first = await answerLostCode(deps, request);
    const before = await world.caseOf(ids[0] ?? '');
    expect(await answerLostCode(deps, request)).toMatchObject({
      ok: true,
      value: first.ok ? first.value.map(({ code }) => ({ code })) : [],
    });
    expect((await world.caseOf(ids[0] ?? '')).version).toBe(before.version);
  });

  it('is another one in another hour and for another receipt', async () => {
    const codes = new Set([
      renewedCode(pepper, 'a', 'x'),
      renewedCode(pepper, 'b', 'x'),
      renewedCode(pepper, 'a', 'y'),
      renewedCode(digestKey, 'a', 'x'),
    ]);
    expect(codes.size).toBe(4);
    const later = new Date('2026-09-18T03:00:00Z');
    expect(asked('a@example.org').id).toBe(asked('A@EXAMPLE.ORG').id);
    expect(asked('a@example.org', later).id).not.toBe(asked('a@example.org').id);
  });

  it('gives each of several filings a code of its own', async () => {
    await filed('three@example.org');
    await filed('three@example.org');
    const answered = await answerLostCode(deps, asked('three@example.org'));
    expect(answered.ok && new Set(answered.value.map(({ code }) => code)).size).toBe(2);
  });

  it('goes to nobody whose address is unknown or unconfirmed', async () => {
    const { hash, ids } = await filed('four@example.org', false);
    for (const address of ['four@example.org', 'nobody@example.org'])
      expect(await answerLostCode(deps, asked(address))).toEqual({ ok: true, value: [] });
    expect(await world.lists.ofReceipt(hash)).toEqual(ids);
    expect(await deps.casesOf('')).toEqual([]);
  });

  it('loses neither code when somebody is faster', async () => {
    const { ids } = await filed('five@example.org');
    let interfered = false;
    const cases: LostCodeDeps['cases'] = {
      ...deps.cases,
      load: (id) => deps.cases.load(id),
      chain: (id) => deps.cases.chain(id),
      async commit(commit) {
        if (!interfered) {
          interfered = true;
          await world.assign(ids[0] ?? '');
        }
        return deps.cases.commit(commit);
      },
    };
    const answered = await answerLostCode({ ...deps, cases }, asked('five@example.org'));
    expect(answered.ok && answered.value).toHaveLength(1);
    expect((await world.caseOf(ids[0] ?? '')).state.handler).toBeDefined();
  });
});

describe('two requests', () => {
  const at = (hour: number) => new Date(`2026-09-18T0${hour}:00:00Z`);
  const codeOf = (answered: Awaited<ReturnType<typeof answerLostCode>>) =>
    answered.ok ? (answered.value[0]?.code ?? '') : '';
  const opens = (code: string) => world.lists.ofReceipt(receiptHash(pepper, code));

  it('of different hours that meet leave one code that opens', async () => {
    const { hash } = await filed('nine@example.org');
    let met = '';
    const cases: LostCodeDeps['cases'] = {
      load: (id) => deps.cases.load(id),
      chain: (id) => deps.cases.chain(id),
      async commit(commit) {
        if (met === '') met = codeOf(await answerLostCode(deps, asked('nine@example.org', at(4))));
        return deps.cases.commit(commit);
      },
    };
    const last = codeOf(await answerLostCode({ ...deps, cases }, asked('nine@example.org', at(3))));
    expect([await world.lists.ofReceipt(hash), await opens(met)]).toEqual([[], []]);
    expect(await opens(last)).toHaveLength(2);
  });

  it('answered out of turn: the older one gives no code, and does not wait for ever', async () => {
    await filed('ten@example.org');
    await answerLostCode(deps, asked('ten@example.org', at(3)));
    const newer = codeOf(await answerLostCode(deps, asked('ten@example.org', at(4))));
    expect(await answerLostCode(deps, asked('ten@example.org', at(3)))).toEqual({ ok: true, value: [] });
    expect(await opens(newer)).toHaveLength(2);
  });
});

describe('the request', () => {
  const requests = () =>
    dynamoLostRequests({ client: tables.client, kms, keyId: 'vault', core: 'core', vault: 'vault' });

  it('waits once in its hour, is read back, and is gone when it was answered', async () => {
    const request = asked('six@example.org');
    expect(await requests().put(request)).toBe(true);
    expect(await requests().put(request)).toBe(false);
    expect(await requests().waiting('2026-09-18T02:00:00Z', 10)).toEqual([request.id]);
    expect(await requests().read(request.id)).toEqual(request);
    await requests().answered(request.id);
    expect(await requests().waiting('2026-09-18T02:00:00Z', 10)).toEqual([]);
    expect(await requests().read(request.id)).toBeUndefined();
  });

  it('is not taken again in the hour in which it was answered: nobody’s mailbox is filled', async () => {
    const request = asked('eleven@example.org');
    await requests().put(request);
    await requests().answered(request.id);
    expect(await requests().put(asked('Eleven@example.org'))).toBe(false);
    expect(await requests().waiting('2026-09-18T02:00:00Z', 10)).not.toContain(request.id);
    const later = asked('eleven@example.org', new Date('2026-09-18T03:00:00Z'));
    expect(await requests().put(later)).toBe(true);
  });

  it('leaves no address in any table', async () => {
    await requests().put(asked('seven@example.org'));
    await filed('eight@example.org');
    for (const TableName of ['core', 'audit', 'vault']) {
      const { Items: items } = await tables.client.send(new ScanCommand({ TableName }));
      const text = Buffer.from(JSON.stringify(items)).toString('latin1');
      expect(items?.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/(seven|eight)@example/);
    }
  });
});

describe('an address', () => {
  it.each([
    ['Su.Weiming@Example.NET', 'su.weiming@example.net'],
    [' ｓｕ@ｅｘａｍｐｌｅ．ｎｅｔ\u200b', 'su@example.net'],
  ])('%s is compared as %s', (typed, normal) => {
    expect(normalisedMail(typed)).toBe(normal);
    expect(mailDigest(digestKey, typed)).toBe(mailDigest(digestKey, normal));
  });
  it('has another digest under another key', () => {
    expect(mailDigest(digestKey, 'a@example.org')).not.toBe(mailDigest(pepper, 'a@example.org'));
  });
});
