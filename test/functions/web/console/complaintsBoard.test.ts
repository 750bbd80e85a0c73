import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { plantedIdentity } from '../../../fixtures/complaintWorld.ts';
import { type ComplaintOffice, complaintOffice } from '../../../fixtures/consoleComplaints.ts';
import { agency, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';
import { headerOf } from '../kit/gateway.ts';

let office: ComplaintOffice;
let late: string;
let mine: string;
let fresh: { readonly complaint: string; readonly report: string };

const NOTE = '内部研判：线索来自竞争对手';
const formula = '=HYPERLINK("http://evil.example","点我")';

/** The registered agency of a number as a filing names it. */
function filed(n: number, name = agency(n).name) {
  const { uscc, district } = agency(n);
  return { listed: true as const, uscc, name, kinds: ['patent' as const], district };
}
const matter = (n: number, name?: string) => ({
  agency: filed(n, name),
  service: 'patent' as const,
  conducts: ['mismanagement' as const],
  facts: '错过缴费期限',
});

beforeAll(async () => {
  office = await complaintOffice();
  const { file, must, other, assigned } = office;
  late = (
    await file({ wish: 'settle', matter: matter(1), receivedOn: localDate('2026-08-20'), channel: 'post' })
  ).complaint;
  mine = await assigned('settle', { matter: { ...matter(2), rightsLostOn: localDate('2026-09-25') } });
  fresh = await file({ wish: 'both', matter: matter(3, formula) });
  await must(fresh.report, other, 'assign', { handler: staff.other.userId });
  await must(fresh.report, other, 'note', { note: NOTE });
}, 60_000);
afterAll(() => office.world.close());

const ids = (body: string) =>
  [...body.matchAll(/<th scope="row"[^>]*><a class="govuk-link dr-code" href="\/complaints\/(\w+)"/g)].map(
    ([, id]) => id,
  );
const board = async (query = '', who = office.supervisor) =>
  (await office.world.get(`/complaints${query}`, who)).body;

describe('the board', () => {
  test('has what is overdue on top, then what presses first, and says why', async () => {
    const body = await board();
    expect(ids(body)).toEqual([late, mine, fresh.complaint, fresh.report]);
    const words = wordsOf(body);
    expect(words).toContain('在办 4 件 · 逾期 1 件');
    expect(words).toContain('已超过 18 日');
    expect(words).toContain('2026年9月25日起丧失权利');
    expect(words).toContain('2 待分派 逾期 1');
    expect(words).toContain('从次日起算，共 7 个工作日');
    expect(words).toMatch(/BJIPO-2026-JB\d{5}/);
    expect(body).toMatch(/href="\/complaints"[^>]*aria-current="page"/);
  });

  test('filters by the address: mine, nobody, kind, state, channel, step, overdue, text', async () => {
    const of = async (query: string, who?: SignedIn) => ids(await board(query, who));
    // What nobody has is everybody's.
    expect(await of('?handler=mine')).toEqual([late, mine, fresh.complaint]);
    expect(await of('?handler=none')).toEqual([late, fresh.complaint]);
    expect(await of(`?handler=${staff.other.userId}`)).toEqual([fresh.report]);
    expect(await of('?kind=report')).toEqual([fresh.report]);
    expect(await of('?status=mediating')).toEqual([]);
    expect(await of('?channel=post')).toEqual([late]);
    expect(await of('?wait=accept')).toEqual([mine]);
    expect(await of('?overdue=yes')).toEqual([late]);
    expect(await of(`?text=${agency(2).uscc.toLowerCase()}`)).toEqual([mine]);
    expect(await of('?text=JB00001')).toEqual([fresh.report]);
    expect(await of('?handler=mine', office.approver)).toEqual([]);
    // However it is filtered, what is overdue is counted on top.
    expect(wordsOf(await board('?kind=report'))).toContain('逾期 1 件');
  });

  test('is exported as it is filtered, formulas inert, and without a word of who filed or of notes', async () => {
    const { world, supervisor } = office;
    const { wire } = await world.get('/complaints/export?format=csv&kind=report', supervisor);
    const csv = wire.isBase64Encoded ? Buffer.from(wire.body ?? '', 'base64').toString() : (wire.body ?? '');
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http`);
    expect(lines[1]).not.toMatch(/(^|,)"?=/);
    for (const secret of [...secrets(), NOTE]) expect(csv).not.toContain(secret);
    const excel = await world.get('/complaints/export?format=xlsx', supervisor);
    expect(excel.status).toBe(200);
    expect(headerOf(excel.wire, 'content-disposition')).toContain('.xlsx');
  });

  test('ended ones are found by the month in which they were received', async () => {
    const { must, assigned, supervisor, world } = office;
    const id = await assigned('settle', { matter: matter(2) });
    await must(id, supervisor, 'refuse', { ground: 'material', reason: '材料不全' });
    const { body } = await world.get('/complaints/months/2026-09', supervisor);
    expect(ids(body)).toEqual([id]);
    expect(wordsOf(body)).toContain('未提供规定的材料');
    expect(body).toContain('href="/complaints/months/2026-08"');
    expect(body).not.toContain('href="/complaints/months/2026-10"');
    for (const month of ['2026-10', '2026-13', 'x'])
      expect((await world.get(`/complaints/months/${month}`, supervisor)).status).toBe(404);
  });

  test('what waits for the person stands on the first page and on top of every page', async () => {
    const { world, supervisor, other } = office;
    const home = wordsOf((await world.get('/', supervisor)).body);
    expect(home).toContain('等我办理的投诉举报');
    expect(home.indexOf('待分派 ')).toBeLessThan(home.indexOf('待决定是否受理 '));
    const due = (await world.get('/complaints', other)).body;
    expect(due).toContain('href="/complaints?handler=mine&amp;wait=begin"');
  });
});

const secrets = () => [
  plantedIdentity.name,
  plantedIdentity.phone,
  plantedIdentity.address,
  plantedIdentity.mail ?? '',
];

describe('who may know', () => {
  test('for everybody who does not work on complaints a case answers as if there were none', async () => {
    const { world, path } = office;
    const nobody = '01K99999999999999999999999';
    for (const role of [
      'inspector',
      'official',
      'notary',
      'legalReviewer',
      'auditor',
      'administrator',
    ] as const) {
      const who = await world.signIn(staff[role]);
      const hidden = await world.get(path(fresh.report), who);
      const unknown = await world.get(path(nobody), who);
      expect([hidden.status, unknown.status], role).toEqual([404, 404]);
      expect(hidden.body.replaceAll(fresh.report, ''), role).toBe(unknown.body.replaceAll(nobody, ''));
      const acted = await office.act(fresh.report, who, 'note', { note: 'x' });
      expect(acted.status, role).toBe(404);
      expect((await world.get('/complaints', who)).status, role).toBe(403);
      expect((await world.get('/complaints/export', who)).status, role).toBe(403);
      expect((await world.get('/', who)).body, role).not.toContain('"/complaints');
    }
    for (const wrong of [nobody, 'x', 'CP~1', `${fresh.report}x`])
      expect((await world.get(path(wrong), office.supervisor)).status, wrong).toBe(404);
  });

  test('the auditor reads the chain of a report and nothing of what it says', async () => {
    const { world } = office;
    const auditor = await world.signIn(staff.auditor);
    const { status, body } = await world.get(`/audit/CP~${fresh.report}`, auditor);
    expect(status).toBe(200);
    for (const secret of [NOTE, '错过缴费期限', ...secrets()]) expect(body).not.toContain(secret);
  });

  test('no page of the desk shows who filed, and a note stands on the page of its case alone', async () => {
    const { world, supervisor, path } = office;
    const pages = [
      '/',
      '/complaints',
      '/complaints/months/2026-09',
      '/complaints/new',
      path(late),
      path(mine),
      path(fresh.complaint),
      path(fresh.report),
    ];
    for (const one of pages) {
      const { body } = await world.get(one, supervisor);
      for (const secret of secrets()) expect(body, one).not.toContain(secret);
      expect(body.includes(NOTE), one).toBe(one === path(fresh.report));
    }
    // Nothing that is to be written to anybody carries it.
    const papers = await world.deps.complaintLists.papers('9999', 100);
    expect(papers.length).toBeGreaterThan(0);
    expect(JSON.stringify(papers)).not.toContain(NOTE);
  });
});
