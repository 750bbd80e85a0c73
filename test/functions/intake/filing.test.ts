import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseStore } from '../../../shared/case/caseStore.ts';
import { readFilingProof, verifyFilingProof } from '../../../shared/complaint/filingProof.ts';
import { newReceiptCode, receiptHash } from '../../../shared/complaint/receiptCode.ts';
import { plantedIdentity } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { headerOf } from '../web/kit/gateway.ts';
import { fillIn, type IntakeWorld, intakeWorld, mixedAnswers, Visitor } from './intakeWorld.ts';

let tables: Tables;
let world: IntakeWorld;
beforeEach(async () => {
  tables = await openTables();
  world = intakeWorld(tables);
});
afterEach(() => tables.close());

const codeOf = ({ body }: Visitor) => /(?:\d{3} ){5}\d{3}/.exec(body)?.[0] ?? '';
const hashOf = (code: string) => receiptHash(new Uint8Array(32).fill(3), code.replaceAll(' ', ''));
const casesOf = async (code: string) => (await world.lists.ofReceipt(hashOf(code))) ?? [];

async function rows(table: string): Promise<readonly Record<string, unknown>[]> {
  const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: table }));
  return Items;
}
const textOf = async (table: string) =>
  JSON.stringify(await rows(table), (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );

describe('a mixed filing without script', () => {
  it('becomes two linked cases, with a receipt that opens both', async () => {
    const visitor = await fillIn(new Visitor(world));
    expect(visitor.location).toBe('/complain/check');
    await visitor.send();
    expect([visitor.status, visitor.location]).toEqual([303, '/complain/receipt']);
    await visitor.follow();
    const code = codeOf(visitor);
    const ids = await casesOf(code);
    expect(ids).toHaveLength(2);
    const [complaint, report] = await Promise.all(ids.map(world.caseOf));
    expect(complaint?.state).toMatchObject({
      kind: 'complaint',
      channel: 'web',
      matter: {
        amountFen: 300050,
        knownSince: '2026-08-01',
        facts: '代理机构错过了缴费期限。\n专利申请视为撤回。',
        request: '退还代理费',
      },
      filer: { anonymous: false, mail: 'unconfirmed', lang: 'zh' },
      links: [{ id: report?.state.id, as: 'sibling' }],
    });
    expect(report?.state.matter).not.toHaveProperty('request');
    for (const due of [complaint, report].map((one) => one?.state.deadlines[0]?.deadline)) {
      const [year, month, day] = (due?.dueLegal ?? '').split('-').map(Number);
      expect(visitor.body).toContain(`${year}年${month}月${day}日`);
      expect(visitor.body).toContain(due?.citation.text);
    }
  });

  it('leaves who files in the vault alone', async () => {
    const visitor = await fillIn(new Visitor(world));
    const before = await textOf('core');
    expect(before).not.toContain('缴费期限');
    await visitor.send();
    const texts = [await textOf('core'), await textOf('audit'), world.lines.join('\n')];
    for (const text of texts) {
      for (const planted of Object.values(plantedIdentity)) expect(text).not.toContain(planted);
      expect(text).not.toContain('192.0.2.7');
    }
    expect((await rows('vault')).map(({ sk }) => sk)).toEqual(['IDENTITY', 'IDENTITY']);
    await visitor.get('/complain/receipt');
    for (const planted of Object.values(plantedIdentity)) expect(visitor.body).not.toContain(planted);
  });

  it('names its files by the day in Shanghai, on which it was received', async () => {
    world.at('2026-11-25T20:46:41Z');
    const visitor = await fillIn(new Visitor(world));
    await visitor.send();
    await visitor.get('/complain/receipt/proof');
    expect(headerOf(visitor.last, 'content-disposition')).toContain('filing-2026-11-26-proof.json');
  });

  it('hands out a text and a proof that verify together, and destroys both when they are saved', async () => {
    const visitor = await fillIn(new Visitor(world));
    await visitor.send();
    await visitor.get('/complain/receipt/text');
    const text = Buffer.from(visitor.body, 'base64');
    expect(text.toString()).toContain('专利申请视为撤回');
    expect(text.toString()).toMatch(/\n[0-9a-f]{64}\n$/);
    expect(text.toString()).not.toContain(plantedIdentity.name);
    expect(headerOf(visitor.last, 'content-disposition')).toMatch(/^attachment/);
    await visitor.get('/complain/receipt/proof');
    const proof = readFilingProof(Buffer.from(visitor.body, 'base64'));
    if (!proof.ok) throw new Error(JSON.stringify(proof.problems));
    expect(verifyFilingProof(proof.value, { text: new Uint8Array(text) }).consistent).toBe(true);
    expect(verifyFilingProof(proof.value, { text: `${text}x` }).consistent).toBe(false);
    await visitor.get('/complain/receipt/code');
    const [code] = /(?:\d{3} ){5}\d{3}/.exec(visitor.body) ?? [''];
    expect(await casesOf(code)).toHaveLength(2);

    await visitor.fill('/complain/receipt', {}, { action: '/complain/done' });
    expect(visitor.location).toBe('/complain/done');
    expect((await rows('core')).filter(({ pk }) => String(pk).startsWith('DF#'))).toEqual([]);
    await visitor.get('/complain/receipt');
    expect(visitor.location).toBe('/complain');
    expect(await casesOf(code)).toHaveLength(2);
  });
});

describe('an anonymous report', () => {
  it('has no identity, not even one that was entered before', async () => {
    const visitor = await fillIn(new Visitor(world));
    await visitor.fill('/complain/standing', { standing: 'none' });
    expect(visitor.location).toBe('/complain/kind');
    await visitor.fill('/complain/kind', {});
    await visitor.fill('/complain/name', { naming: 'anonymous' });
    expect(visitor.location).toBe('/complain/check');
    await visitor.follow();
    expect(visitor.body).not.toContain(plantedIdentity.name);
    await visitor.send();
    await visitor.follow();
    const ids = await casesOf(codeOf(visitor));
    expect(ids).toHaveLength(1);
    const { state } = await world.caseOf(ids[0] ?? '');
    expect(state).toMatchObject({ kind: 'report', filer: { anonymous: true, mail: 'none' } });
    expect(await rows('vault')).toEqual([]);
    expect(visitor.body).toContain('丢失后无法在网上找回');
  });
});

describe('sending again', () => {
  it('shows the same receipt and makes nothing new', async () => {
    const visitor = await fillIn(new Visitor(world));
    await visitor.get('/complain/check');
    const second = visitor.window();
    await second.get('/complain/check');
    await visitor.send();
    await visitor.follow();
    await second.send({ open: false });
    expect(second.location).toBe('/complain/receipt');
    await second.follow();
    expect(codeOf(second)).toBe(codeOf(visitor));
    expect(
      (await rows('core')).filter(({ pk, sk }) => /^CP#/.test(String(pk)) && sk === 'META'),
    ).toHaveLength(2);
  });

  it('cannot throw the receipt away by beginning again before it is saved', async () => {
    const visitor = await fillIn(new Visitor(world));
    const other = visitor.window();
    await other.get('/complain');
    await visitor.send();
    await other.fill('/complain', { again: 'yes' }, { open: false });
    expect(other.location).toBe('/complain/receipt');
    await visitor.get('/complain');
    expect(visitor.body).toContain('查看回执');
    expect(visitor.body).not.toContain('重新开始</button>');
  });

  it('says so when the store is busy, and the next press works', async () => {
    let busy = true;
    const cases: CaseStore = {
      load: (id) => tables.store.load(id),
      chain: (id) => tables.store.chain(id),
      commit: async (commit) => (busy ? { ok: false, reason: 'stale' } : tables.store.commit(commit)),
    };
    const crowded = intakeWorld(tables, { sending: { ...world.deps.sending, cases } });
    const visitor = await fillIn(new Visitor(crowded));
    await visitor.send();
    expect([visitor.status, visitor.body.includes('暂时未能提交，内容已保存')]).toEqual([503, true]);
    busy = false;
    await visitor.send();
    expect(visitor.location).toBe('/complain/receipt');
  });

  it('finds its receipt when the process died after the transaction and before the answer', async () => {
    const dying: CaseStore = {
      load: (id) => tables.store.load(id),
      chain: (id) => tables.store.chain(id),
      async commit(commit) {
        await tables.store.commit(commit);
        throw new Error('killed');
      },
    };
    const killed = intakeWorld(tables, { sending: { ...world.deps.sending, cases: dying } });
    const visitor = await fillIn(new Visitor(killed));
    await visitor.send();
    expect(visitor.status).toBe(500);
    await visitor.get('/complain/check');
    expect(visitor.location).toBe('/complain/receipt');
    await visitor.follow();
    expect(await casesOf(codeOf(visitor))).toHaveLength(2);
  });

  it('keeps the draft when the process died before the transaction, and has shown no receipt', async () => {
    let dead = true;
    const dying: CaseStore = {
      load: (id) => tables.store.load(id),
      chain: (id) => tables.store.chain(id),
      commit: (commit) => {
        if (dead) throw new Error('killed');
        return tables.store.commit(commit);
      },
    };
    const killed = intakeWorld(tables, { sending: { ...world.deps.sending, cases: dying } });
    const visitor = await fillIn(new Visitor(killed));
    await visitor.send();
    expect(visitor.status).toBe(500);
    await visitor.get('/complain/receipt');
    expect(visitor.location).toBe('/complain');
    dead = false;
    await visitor.send();
    await visitor.follow();
    expect(await casesOf(codeOf(visitor))).toHaveLength(2);
  });

  it('loses nothing that was entered when saving fails, before the write or after it', async () => {
    let failing = 0;
    const { drafts } = world.deps;
    const shaky = intakeWorld(tables, {
      drafts: {
        ...drafts,
        async save(...given) {
          failing += 1;
          // Every other write dies: once before it reached the table, once after.
          if (failing % 4 === 1) throw new Error('killed before');
          const done = await drafts.save(...given);
          if (failing % 4 === 3) throw new Error('killed after');
          return done;
        },
      },
    });
    const visitor = new Visitor(shaky);
    for (const [path, form] of mixedAnswers) {
      await visitor.fill(path, form);
      if (visitor.status === 500) await visitor.fill(path, form);
      expect([path, visitor.status]).toEqual([path, 303]);
    }
    await visitor.send();
    await visitor.follow();
    expect(await casesOf(codeOf(visitor))).toHaveLength(2);
  });

  it('asks to check again when another window changed an answer meanwhile', async () => {
    const visitor = await fillIn(new Visitor(world));
    await visitor.get('/complain/check');
    const second = visitor.window();
    const slow = intakeWorld(tables, {
      limits: {
        // Between reading the draft and sending it, the other window saves.
        take: async (...given) => {
          if (given[0].startsWith('filing#')) await second.fill('/complain/request', { request: '另一请求' });
          return world.deps.limits.take(...given);
        },
      },
    });
    const racing = new Visitor(slow);
    for (const [name, value] of visitor.cookies) racing.cookies.set(name, value);
    await racing.send();
    expect(racing.status).toBe(409);
    expect(racing.body).toContain('您在另一个窗口改过答案');
    expect(racing.body).toContain('另一请求');
  });
});

describe('two windows', () => {
  it('lose nothing of each other on different pages', async () => {
    const one = await fillIn(new Visitor(world));
    const two = one.window();
    await one.get('/complain/facts');
    await two.fill('/complain/request', { request: '第二个窗口' });
    await one.fill('/complain/facts', { facts: '第一个窗口' }, { open: false });
    await one.get('/complain/check');
    expect(one.body).toContain('第一个窗口');
    expect(one.body).toContain('第二个窗口');
  });

  it('overwrite the same answer only when the person says so', async () => {
    const one = await fillIn(new Visitor(world));
    const two = one.window();
    await one.get('/complain/request');
    await two.fill('/complain/request', { request: '第二个窗口' });
    await one.fill('/complain/request', { request: '第一个窗口' }, { open: false });
    expect(one.status).toBe(409);
    expect(one.body).toContain('第一个窗口');
    await one.fill('/complain/request', { request: '第一个窗口' }, { open: false });
    expect(one.location).toBe('/complain/check');
  });
});

describe('a draft', () => {
  it('opens for its own browser only, and for nobody after a day', async () => {
    const visitor = await fillIn(new Visitor(world));
    const stranger = new Visitor(world);
    await stranger.get('/complain/facts');
    expect(stranger.location).toBe('/complain');
    const cookie = visitor.cookies.get('__Host-draft') ?? '';
    stranger.cookies.set('__Host-draft', `${cookie.slice(0, 22)}${'A'.repeat(42)}`);
    await stranger.get('/complain/facts');
    expect(stranger.location).toBe('/complain');
    world.at('2026-09-19T02:00:01Z');
    await visitor.get('/complain/facts');
    expect(visitor.location).toBe('/complain');
    await visitor.follow();
    expect(visitor.body).toContain('没有找到您未提交的内容');
  });

  it('is left alone by a second start unless the person wants to begin again', async () => {
    const visitor = await fillIn(new Visitor(world));
    const window = visitor.window();
    await visitor.get('/complain');
    expect(visitor.body).toContain('接着填写');
    await window.fill('/complain', {}, { open: false });
    await visitor.fill('/complain', {});
    expect(visitor.location).toBe('/complain/before');
  });
});

describe('an earlier receipt', () => {
  it('links the new case to the earlier ones and tells nothing else', async () => {
    const first = await fillIn(new Visitor(world));
    await first.send();
    await first.follow();
    const code = codeOf(first);
    const second = new Visitor(world);
    await second.fill('/complain', {});
    await second.fill('/complain/before', { told: 'yes', code: '482 913 550 172 904 418' });
    expect(second.status).toBe(422);
    await second.fill('/complain/before', { told: 'yes', code });
    expect(second.location).toBe('/complain/agency');
    await fillIn(second, mixedAnswers.slice(2));
    await second.send();
    await second.follow();
    const earlier = await casesOf(code);
    const [id = ''] = await casesOf(codeOf(second));
    const { state } = await world.caseOf(id);
    expect(state.links.filter(({ as }) => as === 'first').map((one) => one.id)).toEqual(earlier);
  });

  it('can be tried ten times in ten minutes', async () => {
    const visitor = new Visitor(world);
    await visitor.fill('/complain', {});
    const guess = () => newReceiptCode(world.deps.random);
    for (let i = 0; i < 10; i++) {
      await visitor.fill('/complain/before', { told: 'yes', code: guess() });
      expect(visitor.status).toBe(422);
    }
    await visitor.fill('/complain/before', { told: 'yes', code: guess() });
    expect([visitor.status, Number(headerOf(visitor.last, 'retry-after')) > 0]).toEqual([429, true]);
  });
});
