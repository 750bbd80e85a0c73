import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_FORM_BYTES } from '../../../functions/intake/dependencies.ts';
import type { Identity } from '../../../shared/complaint/filing.ts';
import { overAgencyLimit } from '../../../shared/complaint/form/sendingLimits.ts';
import { newReceiptCode, receiptHash } from '../../../shared/complaint/receiptCode.ts';
import type { SendDeps } from '../../../shared/complaint/sendFiling.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { headerOf } from '../web/kit/gateway.ts';
import { fillIn, type IntakeWorld, intakeWorld, mixedAnswers, Visitor } from './intakeWorld.ts';

let tables: Tables;
let world: IntakeWorld;
let identities: Identity[];
beforeEach(async () => {
  tables = await openTables();
  identities = [];
  const plain = intakeWorld(tables);
  const sending: SendDeps = {
    ...plain.deps.sending,
    sealer: {
      async seal(id, identity) {
        identities.push(identity);
        return plain.deps.sending.sealer.seal(id, identity);
      },
    },
  };
  world = intakeWorld(tables, { sending });
});
afterEach(() => tables.close());

type Fields = Readonly<Record<string, string>>;

/** The mixed filing with other entries in some fields, whichever page they are on; the unlisted way for the agency. */
function answersWith(fields: Fields): typeof mixedAnswers {
  const own = (form: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(form, name)));
  return mixedAnswers.flatMap(([path, form]) => {
    if (path === '/complain/agency/choose') {
      const described = {
        name: fields['agencyName'] ?? '某工作室',
        uscc: '',
        whereabouts: fields['whereabouts'] ?? '网店',
      };
      return [['/complain/agency/unlisted', described] as const];
    }
    return [[path, { ...form, ...own(form) }] as const];
  });
}

async function filed(fields: Fields) {
  const visitor = await fillIn(new Visitor(world), answersWith(fields));
  await visitor.get('/complain/check');
  const check = visitor.body;
  await visitor.send();
  expect(visitor.status).toBe(303);
  await visitor.get('/complain/receipt');
  const [code = ''] = /(?:\d{3} ){5}\d{3}/.exec(visitor.body) ?? [];
  const ids = await world.lists.ofReceipt(receiptHash(new Uint8Array(32).fill(3), code.replaceAll(' ', '')));
  const { state } = await world.caseOf(ids?.[0] ?? '');
  return { check, receipt: visitor.body, matter: state.matter, identity: identities[0], visitor };
}

const everywhere = (text: string): Fields => ({
  search: text,
  agencyName: text,
  whereabouts: text,
  facts: text,
  practitioner: text,
  applicationNumber: text,
  contract: text,
  request: text,
  name: text,
  address: text,
});

describe('markup in every field', () => {
  it.each([
    ['script', '"><script>alert(1)</script>'],
    ['handler', "' onmouseover='alert(1)"],
    ['end of a textarea', '</textarea><img src=x onerror=alert(1)>'],
    ['a link', '<a href="javascript:alert(1)">a</a>'],
  ])('%s is stored as it was meant and shown as text', async (_, text) => {
    const { check, receipt, matter, visitor } = await filed(everywhere(text));
    expect(matter.facts).toBe(text);
    for (const page of [check, receipt]) {
      expect(page).not.toMatch(
        /<script>alert|<img src=x|<a href="javascript|<[a-z]+[^>]* onmouseover='alert/,
      );
    }
    await visitor.get('/complain/receipt/text');
    expect(headerOf(visitor.last, 'content-type')).toBe('text/plain; charset=utf-8');
    expect(headerOf(visitor.last, 'x-content-type-options')).toBe('nosniff');
  });
});

describe('texts that other programs read as something else', () => {
  it('keeps formulas of spreadsheets as text, for whoever exports them to neutralise', async () => {
    const text = '=HYPERLINK("http://evil.example","x")';
    expect((await filed(everywhere(text))).matter.facts).toBe(text);
  });

  it('keeps no line end in a line: nothing becomes a header', async () => {
    const { identity, matter } = await filed({
      name: '苏\r\nBcc: all@example.net',
      address: '胡同七号\nX-Header: 1',
      practitioner: '李\r\n\r\n<html>',
      facts: '第一行\r\n第二行',
    });
    expect(identity?.name).toBe('苏 Bcc: all@example.net');
    expect(identity?.address).toBe('胡同七号 X-Header: 1');
    expect(matter.practitioner).toBe('李 <html>');
    expect(matter.facts).toBe('第一行\n第二行');
  });

  it.each([
    'su@example.net\r\nBcc: all@example.net',
    'su@example.net, b@example.net',
    '苏 <su@example.net>',
    'su@example.net%0aBcc:x@example.net',
    `${'a'.repeat(250)}@example.net`,
  ])('refuses the mail address %j', async (mail) => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 14));
    await visitor.fill('/complain/identity', { name: '苏', phone: '13900000000', address: '胡同', mail });
    expect(visitor.status).toBe(422);
    expect(visitor.body).toContain('请填写一个完整的电子邮箱');
  });
});

describe('text from strange keyboards', () => {
  it('takes reversing and hidden characters out and leaves the words', async () => {
    const { matter, check } = await filed({
      facts: '退款\u202e.exe\u2066 真\u0000相\ufeff',
      contract: 'A\u200eB',
    });
    expect(matter.facts).toBe('退款.exe 真相');
    expect(matter.contract).toBe('AB');
    expect(check).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('keeps emoji, and counts one as one', async () => {
    const text = '😀'.repeat(5000);
    expect((await filed({ facts: text })).matter.facts).toBe(text);
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 9));
    await visitor.fill('/complain/facts', { facts: `${text}😀` });
    expect(visitor.status).toBe(422);
    expect(visitor.body).toContain('内容过长');
  });

  it('reads full-width digits in numbers and dates', async () => {
    const { matter, identity } = await filed({
      amountFen: '￥１，２００．５０元',
      phone: '０１０－１２３４５６７８',
    });
    expect(matter.amountFen).toBe(120_050);
    expect(identity?.phone).toBe('010-12345678');
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 2));
    await visitor.fill('/complain/agency', { search: '９１１１００００' });
    expect(visitor.location).toBe('/complain/agency/choose');
  });

  it('makes broken UTF-8 and halves of surrogates into the replacement character', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 12));
    await visitor.get('/complain/request');
    const fixed = `csrfToken=${visitor.hidden('csrfToken')}&idempotencyKey=${'k'.repeat(20)}&shown=${visitor.hidden('shown')}`;
    await visitor.raw('/complain/request', `${fixed}&request=%E9%80%80%FF%ED%A0%80`);
    expect(visitor.status).toBe(303);
    await visitor.get('/complain/request');
    const shown = /<textarea[^>]*>\s*([^<]*)</.exec(visitor.body)?.[1] ?? '';
    expect(shown).toMatch(/^退\ufffd+$/);
    expect(shown.isWellFormed()).toBe(true);
  });
});

describe('too much', () => {
  it('refuses ten megabytes in words, and the draft stays', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 9));
    await visitor.raw('/complain/facts', `facts=${'a'.repeat(10 * 1024 * 1024)}`);
    expect(visitor.status).toBe(413);
    expect(visitor.body).toContain('</html>');
    await visitor.get('/complain/facts');
    expect(visitor.status).toBe(200);
  });

  it('refuses a field that fits the body and not its limit, and shows it again', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 9));
    await visitor.fill('/complain/facts', { facts: 'a'.repeat(MOST_FORM_BYTES - 4096) });
    expect(visitor.status).toBe(422);
    expect(visitor.body).toContain('内容过长');
  });

  it('takes no conduct, kind or step that is not in the lists', async () => {
    const visitor = await fillIn(new Visitor(world), mixedAnswers.slice(0, 8));
    await visitor.fill('/complain/conduct', { conducts: ['__proto__', 'trademark-forged'] });
    expect(visitor.status).toBe(422);
    await visitor.fill('/complain/conduct', { conducts: 'trademark-forged' });
    expect(visitor.location).toBe('/complain/facts');
    await visitor.get('/complain/facts');
    expect(visitor.location).toBe('/complain/conduct');
    await visitor.get('/complain/__proto__');
    expect(visitor.status).toBe(404);
  });
});

describe('a flood', () => {
  it('is asked to wait with a page that says that nothing is lost', async () => {
    const busy = intakeWorld(tables, { cap: () => 5 });
    const visitor = await fillIn(new Visitor(busy));
    await visitor.send();
    expect([visitor.status, headerOf(visitor.last, 'retry-after')]).toEqual([429, '5']);
    expect(visitor.body).toContain('您填写的内容没有丢失');
    await visitor.get('/complain/check');
    expect(visitor.status).toBe(200);
  });

  it('from one network is stopped at its limit, and others go on', async () => {
    const { limits } = world.deps;
    const asked: number[] = [];
    const full = intakeWorld(tables, {
      limits: {
        take(counter, most, at) {
          if (!counter.startsWith('filing#')) return limits.take(counter, most, at);
          asked.push(most);
          return limits.take(counter, 1, at);
        },
      },
    });
    expect((await (await fillIn(new Visitor(full))).send()).status).toBe(303);
    const one = await fillIn(new Visitor(full));
    expect((await one.send()).status).toBe(429);
    one.sourceIp = '198.51.100.4';
    expect((await one.send()).status).toBe(303);
    expect(asked).toEqual([20, 20, 20]);
  });

  it('about one agency is asked to wait without being told why, and whoever was mailed a link goes on', async () => {
    const { limits } = world.deps;
    const full = intakeWorld(tables, {
      limits: {
        take: (counter, most, at) => limits.take(counter, counter.startsWith('filings#') ? 1 : most, at),
      },
    });
    expect((await (await fillIn(new Visitor(full))).send()).status).toBe(303);
    const second = await fillIn(new Visitor(full));
    await second.send();
    expect(second.status).toBe(429);
    expect(second.body).toContain('现在提交的人很多');
    expect(second.body).not.toContain('这家机构');
    expect(Number(headerOf(second.last, 'retry-after'))).toBeLessThanOrEqual(3600);
    expect(second.body).toContain('href="/complain/release"');
    await second.fill('/complain/release', { releaseMail: 'su@example.net' });
    await second.fill(new URL(full.mails.at(-1)?.mail.link ?? 'https://none.example').pathname, {});
    expect((await second.send()).status).toBe(303);
  });

  it('about one agency meets another limit in every hour, far above any real event', async () => {
    const asked: number[] = [];
    const counter = {
      take: async (_counter: string, most: number) => {
        asked.push(most);
        return true;
      },
    };
    const { hmac } = world.deps;
    const agency = { listed: false, name: '某机构', whereabouts: '北京' } as const;
    for (let hour = 0; hour < 24; hour++) {
      const at = new Date(Date.UTC(2026, 8, 18, hour));
      await overAgencyLimit({ counter, hmac, key: new Uint8Array(32).fill(3) }, agency, at);
    }
    expect(new Set(asked).size).toBeGreaterThan(10);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(150);
    expect(Math.max(...asked)).toBeLessThanOrEqual(250);
  });

  it('leaves neither an address nor an agency in the counters', async () => {
    await (await fillIn(new Visitor(world))).send();
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'core' }));
    const counters = Items.filter(({ pk }) => String(pk).startsWith('RL#'));
    expect(counters.length).toBeGreaterThanOrEqual(3);
    for (const counter of counters) {
      expect(JSON.stringify(counter)).not.toMatch(/192\.0\.2|91110000/);
      expect(Number(counter['ttl']) - world.deps.sending.now().getTime() / 1000).toBeLessThanOrEqual(3600);
    }
  });

  it('without a calculation is refused, and told of the other way', async () => {
    const visitor = await fillIn(new Visitor(world));
    await visitor.fill('/complain/check', { proofSolution: '' }, { action: '/complain/send' });
    expect(visitor.status).toBe(422);
    expect(visitor.body).toContain('href="/complain/release"');
  });
});

describe('somebody else’s things', () => {
  it('are out of reach: another draft’s calculation, a foreign form, a receipt that is not there', async () => {
    const one = await fillIn(new Visitor(world));
    const two = await fillIn(new Visitor(world));
    await one.get('/complain/check');
    const challenge = one.hidden('proofChallenge');
    await two.fill(
      '/complain/check',
      { proofChallenge: challenge, proofSolution: '1' },
      { action: '/complain/send' },
    );
    expect(two.body).toContain('防滥用计算不属于这份表单');
    await two.fill('/complain/facts', { facts: 'x', csrfToken: 'wrong' });
    expect(two.status).toBe(403);
    const fresh = new Visitor(world);
    await fresh.fill('/complain', {});
    await fresh.fill('/complain/before', { told: 'yes', code: newReceiptCode(world.deps.random) });
    expect(fresh.body).toContain('没有找到这个回执码');
  });
});
