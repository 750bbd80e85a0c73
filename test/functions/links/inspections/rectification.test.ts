import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmRecheck, recheck } from '../../../../shared/inspection/rectifying.ts';
import { exe, pdf } from '../../../fixtures/evidenceFiles.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { eventOf, lambdaContext } from '../../web/kit/gateway.ts';
import { firstVisit, type LinkOffice, linkOffice } from './linkOffice.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

/** An inspection whose agency was ordered to put something right. */
async function ordered() {
  const office = await linkOffice(tables);
  const first = firstVisit(office);
  await office.published(first.number);
  office.world.clock.now = '2026-12-08T01:30:00Z';
  return { office, ...first, report: `${first.page}/rectification` };
}

const fieldOf = (body: string | undefined, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
const cookiesOf = ({ cookies }: Awaited<ReturnType<LinkOffice['get']>>) =>
  (cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');

/** Uploads a file as a browser does: to the store, then where the store sends it. */
async function upload(office: LinkOffice, report: string, fileName: string, bytes: Uint8Array) {
  const opened = await office.get(report);
  office.evidence.quarantine.set(fieldOf(opened.body, 'key'), { bytes, fileName });
  const back = new URL(fieldOf(opened.body, 'success_action_redirect'));
  const kept = cookiesOf(opened).find((cookie) => cookie.startsWith('__Host-link=')) ?? '';
  return { back, kept };
}

describe('the report of an agency', () => {
  it('takes files and a text, is checked once more, and is handed in once', async () => {
    const { office, number, page, report } = await ordered();
    const shown = (await office.get(page)).body ?? '';
    expect(shown).toContain('补正登记信息');
    expect(shown).toContain('15 日，至 2026年12月23日');
    const form = (await office.get(report)).body ?? '';
    expect(form).toContain('20 MB');
    expect(form).toContain('JPEG');

    const { back, kept } = await upload(office, report, '整改.pdf', pdf());
    expect(back.origin).toBe('https://links.example.cn');
    const arrived = await office.get(back.pathname, [kept]);
    expect(arrived.body).toContain('加入改正材料');
    // Opening the address has taken nothing in.
    expect((await office.load(number)).state.evidence).toEqual([]);
    const taken = await postWith(office, back.pathname, kept);
    expect(taken.statusCode).toBe(303);
    expect(taken.headers?.['Location']).toBe(report);
    expect((await postWith(office, back.pathname, kept)).statusCode).toBe(303);
    const [file, ...more] = (await office.load(number)).state.evidence;
    expect(more).toEqual([]);
    expect(file).toMatchObject({ purpose: 'rectification', fileName: '整改.pdf' });
    expect(office.evidence.kept.size).toBe(1);
    expect((await office.get(`${page}/file/${file?.id}`)).statusCode).toBe(303);

    const text = '已于12月8日补正\n并公示';
    const checked = await office.post(report, `${report}/check`, { text });
    expect(checked.statusCode).toBe(200);
    expect(checked.body).toContain('提交后不能修改');
    expect((await office.load(number)).status).toBe('rectifying');
    const changed = await office.post(report, `${report}/change`, { text });
    expect(changed.body).toContain('并公示</textarea>');
    const [first, again] = [
      await office.post(report, report, { text }),
      await office.post(page, report, { text: '另一份' }),
    ];
    for (const answer of [first, again]) {
      expect(answer.statusCode).toBe(303);
      expect(answer.headers?.['Location']).toBe(`${report}/done`);
    }
    const { status, state } = await office.load(number);
    expect(status).toBe('rechecking');
    expect(state.rectification[0]?.answer).toMatchObject({ text, evidence: [file?.id] });
    const done = (await office.get(`${report}/done`)).body ?? '';
    expect(done).toContain('改正报告已提交');
    expect(done).toContain('整改.pdf');
    expect((await office.get(report)).headers?.['Location']).toBe(`${report}/done`);
    expect(office.counts.resume).toBeGreaterThan(0);
  });

  it('shows what the check has found only when a second member has confirmed it', async () => {
    const { office, number, page, report } = await ordered();
    await office.post(report, report, { text: '已改正' });
    const { state } = await office.load(number);
    const found = { outcome: 'insufficient', note: '公示内容仍不全' };
    await office.give(number, 'recheck', recheck, found, office.member(state, 0));
    expect((await office.get(page)).body).not.toContain('公示内容仍不全');
    await office.give(number, 'confirm-recheck', confirmRecheck, { days: 5 }, office.member(state, 1));
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain('改正不到位，限期继续改正');
    expect(body).toContain('第 2 次责令改正');
    // The second round begins without the files of the first.
    expect((await office.get(report)).statusCode).toBe(200);
  });

  it.each([
    ['', '请说明改正情况'],
    ['长'.repeat(2001), '不超过 2000 字'],
  ])('comes back with what is wrong with its text', async (text, message) => {
    const { office, number, report } = await ordered();
    for (const end of ['', '/check']) {
      const answer = await office.post(report, `${report}${end}`, { text });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('id="f-text-error"');
      expect(answer.body).toContain(message);
    }
    expect((await office.load(number)).status).toBe('rectifying');
  });

  it('is not asked for when nothing was ordered', async () => {
    const office = await linkOffice(tables);
    const { number, page } = firstVisit(office);
    expect((await office.get(`${page}/rectification`)).statusCode).toBe(409);
    expect((await office.post(page, `${page}/rectification`, { text: '已改正' })).statusCode).toBe(409);
    await office.published(number, 'no_problem');
    expect((await office.load(number)).status).toBe('closed');
    expect((await office.post(page, `${page}/rectification`, { text: '已改正' })).statusCode).toBe(409);
    expect((await office.get(`${page}/rectification/done`)).statusCode).toBe(404);
  });
});

/** Presses the button of the page that the store led to. */
async function postWith(office: LinkOffice, path: string, kept: string) {
  const opened = await office.get(path, [kept]);
  const csrfToken = fieldOf(opened.body, 'csrfToken');
  const form = { csrfToken, idempotencyKey: 'one-press-of-a-button' };
  return office.handler(eventOf({ path, cookies: [kept, ...cookiesOf(opened)], form }), lambdaContext);
}

describe('a file', () => {
  const large = new Uint8Array(30 * 1024 * 1024);
  it.each([
    ['of 30 MB', '照片.jpg', large, '文件超过 20 MB'],
    ['that is a program', '照片.jpg', exe(), '不是 JPEG、PNG 图片或者 PDF'],
    ['whose name says something else', '整改.png', pdf(), '与扩展名不一致'],
    ['that is empty', '整改.pdf', new Uint8Array(), '是空文件'],
  ])('%s is refused in words, and the way back is shown', async (_what, name, bytes, message) => {
    const { office, number, report } = await ordered();
    const { back, kept } = await upload(office, report, name, bytes);
    const answer = await postWith(office, back.pathname, kept);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(message);
    expect(answer.body).toContain(`href="${report}"`);
    expect((await office.load(number)).state.evidence).toEqual([]);
    expect(office.evidence.kept.size).toBe(0);
    expect(office.lines.join('\n')).not.toContain(name);
  });

  it('comes back by an address that does not hold the link and opens nothing else', async () => {
    const { office, number, link, report } = await ordered();
    const token = link.slice('/l/'.length);
    const opened = await office.get(report);
    const form = /<form[^>]*multipart[\s\S]*?<\/form>/.exec(opened.body ?? '')?.[0] ?? '';
    expect(form).toContain('success_action_redirect');
    expect(form).not.toContain(token);
    const { back } = await upload(office, report, '整改.pdf', pdf());
    expect(back.search).toBe('');
    const [, , grant = ''] = back.pathname.split('/');
    expect((await office.get(`/l/${grant}`)).statusCode).toBe(404);
    // Another browser takes the file in, and is led nowhere.
    const taken = await postWith(office, back.pathname, '');
    expect(taken.statusCode).toBe(200);
    expect(taken.body).toContain('请重新打开邮件中的链接');
    expect(taken.body).not.toContain(token);
    expect((await office.load(number)).state.evidence).toHaveLength(1);
  });

  it('is not taken by a grant that has ended, was changed or is a link', async () => {
    const { office, number, link, report } = await ordered();
    const { back, kept } = await upload(office, report, '整改.pdf', pdf());
    const [, , grant = '', id = ''] = back.pathname.split('/');
    const wrong = [`/uploaded/${grant.slice(0, -2)}xx/${id}`, `/uploaded/${link.slice(3)}/${id}`];
    for (const path of wrong) expect((await office.get(path, [kept])).statusCode).toBe(404);
    office.world.clock.now = '2026-12-08T02:30:00Z';
    const late = await office.get(back.pathname, [kept]);
    expect(late.statusCode).toBe(404);
    expect(late.body).toContain('已经失效');
    expect((await office.load(number)).state.evidence).toEqual([]);
  });

  it('is not taken after the report was handed in', async () => {
    const { office, number, report } = await ordered();
    const { back, kept } = await upload(office, report, '整改.pdf', pdf());
    await office.post(report, report, { text: '已改正' });
    expect((await postWith(office, back.pathname, kept)).statusCode).toBe(409);
    expect((await office.load(number)).state.evidence).toEqual([]);
    expect(office.evidence.kept.size).toBe(0);
  });

  it('that nobody has sent is missed', async () => {
    const { office, report } = await ordered();
    const { back, kept } = await upload(office, report, '整改.pdf', pdf());
    office.evidence.quarantine.clear();
    const answer = await postWith(office, back.pathname, kept);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('没有收到文件');
  });
});
