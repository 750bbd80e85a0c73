import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { confirmLink } from '../../../../functions/filer-mail-worker/dependencies.ts';
import { work } from '../../../../functions/filer-mail-worker/work.ts';
import { DynamoDrawDesk } from '../../../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoMailQueue } from '../../../../shared/adapters/dynamoOutbox.ts';
import { accept } from '../../../../shared/complaint/accepting.ts';
import { paperRow } from '../../../../shared/complaint/complaintRows.ts';
import { confirmMail, write } from '../../../../shared/complaint/messaging.ts';
import { takeFilerOrders } from '../../../../shared/complaint/papers/deliverFilerMails.ts';
import {
  type AskedMail,
  answerAsked,
  lostCodeAnswer,
  releaseAnswer,
} from '../../../../shared/complaint/papers/plainFilerMails.ts';
import { tellOtherwise } from '../../../../shared/complaint/papers/tellOtherwise.ts';
import { FILER } from '../../../../shared/complaint/sendFiling.ts';
import type { DeliveryLimits } from '../../../../shared/notice/deliver.ts';
import type { MailMessage } from '../../../../shared/notice/mailPort.ts';
import { type ComplaintPaperWorld, complaintPaperWorld } from '../../../fixtures/complaintPaperWorld.ts';
import { plantedIdentity } from '../../../fixtures/complaintWorld.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const limits: DeliveryLimits = { most: 600, width: 2, leaseMs: 180_000, goOn: () => true };
let world: ComplaintPaperWorld;
const run = (over: Partial<ComplaintPaperWorld['mails']> = {}) =>
  work({ mails: { ...world.mails, ...over }, answers: {} }, limits);
/** Leaves nothing behind for the next test. */
afterEach(async () => {
  world.server.answer = { type: 'accepted' };
  world.later(60 * 24 * 60);
  await world.issue();
  await run();
});

function opened(start = '2026-09-18T02:00:00Z'): ComplaintPaperWorld {
  world = complaintPaperWorld(tables, start);
  return world;
}

const bodies = ({ subject, text, html, messageId }: MailMessage) =>
  `${subject}\n${text}\n${html}\n${messageId}`;

describe('the mail after a filing', () => {
  it('is one for both halves of a mixed filing, says nothing of the matter, and asks to confirm the address', async () => {
    const { complaint } = await opened().file();
    expect(await run()).toMatchObject({ taken: 1, report: { sent: 1 } });
    const [mail] = world.sent;
    expect(world.sent).toHaveLength(1);
    expect(mail).toMatchObject({
      to: { name: '', address: plantedIdentity.mail },
      subject: '北京市知识产权局：您提交的事项有新进展',
    });
    expect(mail?.text).toContain(`https://public.example.cn/follow/confirm/${complaint}.`);
    expect(mail?.text).toContain('https://public.example.cn/follow');
    const words = mail === undefined ? '' : bodies(mail);
    for (const told of ['投诉', '举报', '专利', '事务所', '退还', '错过']) expect(words).not.toContain(told);
  });

  it('speaks English to whoever filed in English', async () => {
    await opened().file({ lang: 'en', wish: 'settle' });
    await run();
    const [mail] = world.sent;
    expect(mail?.subject).toMatch(/: news on what you have submitted$/);
    expect(mail?.html).toContain('<html lang="en">');
    expect(mail?.text).not.toMatch(/complaint|report|patent|\p{Script=Han}/u);
  });

  it('asks nobody to confirm what is confirmed', async () => {
    const { complaint } = await opened().file({ wish: 'settle' });
    await world.give(complaint, 'confirm-mail', confirmMail, undefined, FILER);
    await run();
    expect(world.sent[0]?.text).not.toContain('/follow/confirm/');
  });

  it('is not written for who gave no address', async () => {
    const { mail: _, ...identity } = plantedIdentity;
    await opened().file({ identity, wish: 'settle' });
    expect(await run()).toMatchObject({ taken: 0, report: { sent: 0 } });
  });
});

describe('news', () => {
  it('of a paper goes out once it is there, once for each order, and names no number', async () => {
    const { complaint } = await opened().file({ wish: 'settle' });
    await run();
    await world.assign(complaint);
    await world.give(complaint, 'accept', accept, undefined);
    // Nothing of it before the office's worker has written the papers.
    expect(await run()).toMatchObject({ report: { sent: 0 } });
    await world.issue();
    expect(world.kicked).toContain('filer-mail');
    expect(await run()).toMatchObject({ report: { sent: 2 } });
    const { state } = await world.caseOf(complaint);
    const news = world.sent.slice(1);
    expect(new Set(news.map(({ messageId }) => messageId)).size).toBe(2);
    for (const mail of news) expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain(state.number);
    // The register entry is for the file: nobody is told of it.
    expect((await world.papers.mailsOf(complaint)).map(({ state: { about } }) => about).sort()).toEqual([
      'form',
      'form',
      'received',
    ]);
  });

  it('of a message says that there is one and not what', async () => {
    const { complaint } = await opened().file({ wish: 'settle' });
    await run();
    await world.give(complaint, 'write', write, { text: '请于周三来电' }, people.supervisor);
    await run();
    expect(world.sent).toHaveLength(2);
    expect(bodies(world.sent[1] as MailMessage)).not.toContain('周三');
  });

  it('is not repeated when the order is carried out again', async () => {
    const { complaint } = await opened().file({ wish: 'settle' });
    await run();
    const { row } = paperRow(complaint, 'received', { type: 'received' }, '2026-09-18T02:00:00Z');
    await new DynamoDrawDesk(tables.client, 'core').writeRows([row]);
    expect(await takeFilerOrders(world.mails)).toBe(1);
    await run();
    expect(world.sent).toHaveLength(1);
  });
});

describe('when something fails', () => {
  it('waits longer after every attempt and then asks the desk, which can tell the filer otherwise', async () => {
    const { complaint } = await opened().file({ wish: 'settle' });
    world.server.answer = { type: 'temporary', code: '450' };
    expect(await run()).toMatchObject({ report: { deferred: 1 } });
    expect(await run()).toMatchObject({ report: { deferred: 0 } });
    world.server.answer = { type: 'permanent', code: '550' };
    world.later(2);
    expect(await run()).toMatchObject({ report: { failed: 1 } });
    world.later(24 * 60);
    world.server.answer = { type: 'accepted' };
    expect(await run()).toMatchObject({ report: { sent: 0 } });
    const [task] = await world.papers.toTell();
    expect(task?.state).toMatchObject({ complaint, mail: { failure: { class: 'permanent', code: '550' } } });
    const at = '2026-09-20T02:00:00Z';
    const deps = { cases: tables.store, digest: world.mails.digest, at };
    const id = task?.caseId ?? '';
    expect(await tellOtherwise(deps, id, people.supervisor)).toMatchObject({ ok: true });
    expect(await tellOtherwise(deps, id, people.supervisor)).toMatchObject({ ok: true });
    expect(await world.papers.toTell()).toEqual([]);
  });

  it('killed after the server took it, sends it once more with the same Message-ID and never a third time', async () => {
    await opened().file({ wish: 'settle' });
    const dying = {
      ...tables.store,
      load: tables.store.load.bind(tables.store),
      commit: async () => Promise.reject(new Error('killed')),
    };
    await takeFilerOrders(world.mails);
    for (const _ of [1, 2, 3]) {
      await expect(
        work(
          {
            mails: { ...world.mails, cases: { ...dying, chain: tables.store.chain.bind(tables.store) } },
            answers: {},
          },
          limits,
        ),
      ).rejects.toThrow('killed');
      world.later(4);
    }
    await run();
    expect(world.sent).toHaveLength(2);
    expect(world.sent[0]?.messageId).toBe(world.sent[1]?.messageId);
    const [task] = await world.papers.toTell();
    expect(task?.state.mail.failure?.code).toBe('outcome-unknown');
    await tellOtherwise(
      { cases: tables.store, digest: world.mails.digest, at: world.deps.now().toISOString() },
      task?.caseId ?? '',
      people.supervisor,
    );
  });

  it('a vault that does not answer puts the mail off; an identity that is gone ends it and waits for nobody', async () => {
    await opened().file({ wish: 'settle' });
    const silent = { read: async () => Promise.reject(new Error(plantedIdentity.mail)) };
    expect(await run({ identities: silent })).toMatchObject({ report: { deferred: 1 } });
    world.later(5);
    const gone = { read: async () => undefined };
    expect(await run({ identities: gone })).toMatchObject({ report: { failed: 1 } });
    expect(await world.papers.toTell()).toEqual([]);
  });

  it('an address that would be two recipients is refused', async () => {
    await opened().file({ wish: 'settle' });
    const identity = { ...plantedIdentity, mail: 'a@example.net, b@example.net' };
    expect(await run({ identities: { read: async () => identity } })).toMatchObject({
      report: { failed: 1 },
    });
    const [task] = await world.papers.toTell();
    expect(task?.state.mail.failure?.code).toBe('address-invalid');
    await tellOtherwise(
      { cases: tables.store, digest: world.mails.digest, at: world.deps.now().toISOString() },
      task?.caseId ?? '',
      people.supervisor,
    );
  });
});

it('nothing of the identity is in a mail but the address in its To, nor in any row of core or audit', async () => {
  const { complaint } = await opened().file({ wish: 'settle' });
  await world.assign(complaint);
  await world.give(complaint, 'accept', accept, undefined);
  await world.issue();
  await run();
  expect(world.sent.length).toBeGreaterThan(2);
  const planted = Object.values(plantedIdentity).map(String);
  for (const mail of world.sent) {
    expect(mail.to).toEqual({ name: '', address: plantedIdentity.mail });
    for (const value of planted) expect(bodies(mail)).not.toContain(value);
  }
  for (const TableName of ['core', 'audit']) {
    const rows = JSON.stringify((await tables.client.send(new ScanCommand({ TableName }))).Items);
    for (const value of planted) expect(rows, TableName).not.toContain(value);
  }
});

it('the worker of the office never takes a mail to a filer', async () => {
  const { complaint } = await opened().file({ wish: 'settle' });
  await takeFilerOrders(world.mails);
  const office = new DynamoMailQueue(tables.client, 'core');
  expect((await office.due('2999-01-01T00:00:00Z', 100)).filter((one) => one.includes(complaint))).toEqual(
    [],
  );
  expect((await world.lists.papers('2999-01-01T00:00:00Z', 100)).map((one) => one.complaint)).not.toContain(
    complaint,
  );
});

it('the confirming link is the same in every attempt', () => {
  const link = () => confirmLink('https://p.example.cn', new Uint8Array(32))('X', '2026-09-18T02:00:00Z');
  expect(link()).toBe(link());
  expect(link()).toMatch(/^https:\/\/p\.example\.cn\/follow\/confirm\/[\w.-]+$/);
});

describe('what is asked for by mail', () => {
  function asked<Asked extends AskedMail>(waiting: Asked) {
    const left = new Map([[waiting.id, waiting]]);
    return {
      left,
      asked: {
        waiting: async () => [...left.keys()],
        read: async (id: string) => left.get(id),
        answered: async (id: string) => void left.delete(id),
      },
    };
  }

  it('a lost code is answered by the only mail that carries one, and then forgotten', async () => {
    opened();
    const { left, asked: list } = asked({ id: 'r1', address: 'su@example.net', lang: 'zh' as const });
    const renew = async () => ['482913550172904418'];
    const deps = {
      asked: list,
      mailer: world.mails.mailer,
      now: world.deps.now,
      answer: lostCodeAnswer(world.mails, renew),
    };
    world.server.answer = { type: 'temporary', code: '450' };
    expect(await answerAsked(deps)).toEqual({ answered: 0, left: 1 });
    world.server.answer = { type: 'accepted' };
    expect(await answerAsked(deps)).toEqual({ answered: 1, left: 0 });
    expect(left.size).toBe(0);
    expect(world.sent[0]?.text).toContain('482 913 550 172 904 418');
    expect(world.sent[0]?.subject).not.toContain('482');
  });

  it('an unknown address is answered by nothing', async () => {
    opened();
    const { left, asked: list } = asked({ id: 'r2', address: 'x@example.net', lang: 'en' as const });
    const deps = {
      asked: list,
      mailer: world.mails.mailer,
      now: world.deps.now,
      answer: lostCodeAnswer(world.mails, async () => []),
    };
    expect(await answerAsked(deps)).toEqual({ answered: 1, left: 0 });
    expect(left.size).toBe(0);
    expect(world.sent).toEqual([]);
  });

  it('a form that waits for its sender gets the link', async () => {
    opened();
    const release = {
      id: 'd1',
      address: 'su@example.net',
      lang: 'en' as const,
      link: 'https://p.example.cn/complain/release/x',
    };
    const { left, asked: list } = asked(release);
    const deps = {
      asked: list,
      mailer: world.mails.mailer,
      now: world.deps.now,
      answer: releaseAnswer(world.mails),
    };
    expect(await answerAsked(deps)).toEqual({ answered: 1, left: 0 });
    expect(left.size).toBe(0);
    expect(world.sent[0]?.text).toContain(release.link);
  });
});
