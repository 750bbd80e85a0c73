import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { catalogue } from '../../../../shared/messages/catalogue.ts';
import { toAgency } from '../../../../shared/notice/addressed.ts';
import { buildNotices } from '../../../../shared/notice/buildNotices.ts';
import { issuedNotice } from '../../../../shared/notice/issuedNotice.ts';
import {
  type Notice,
  type NoticeStatus,
  noticeKindCodes,
  noticeTitles,
} from '../../../../shared/notice/notice.ts';
import { noticeCommit } from '../../../../shared/notice/noticeCommit.ts';
import { agency, sources } from '../../../shared/notice/sources.ts';
import {
  type ConsoleWorld,
  errorBeside,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let notices: readonly Notice[];
const pathOf = (notice: Notice) => `/notices/${encodeURIComponent(notice.id.replaceAll('#', '~'))}`;
const at = '2026-11-20T02:00:00Z';

async function put(notice: Notice, status: NoticeStatus): Promise<void> {
  await world.tables.store.commit(
    noticeCommit({ before: undefined, command: 'queue', status, notice, actor: 'system', at }, () => '0'),
  );
}

beforeAll(async () => {
  world = await openConsole();
  supervisor = await world.signIn(staff.supervisor);
  notices = buildNotices(sources(), 1, localDate('2026-11-20'));
  for (const notice of notices) {
    await put({ ...notice, mail: { ...notice.mail, nextAt: at } }, 'queued');
  }
});
afterAll(() => world.close());

const agencyNotice = () => {
  const found = notices.find(({ recipient }) => recipient.type === 'agency');
  if (found === undefined) throw new Error('no notice to an agency');
  return found;
};

describe('notices', () => {
  test('what is still to be served stands in a list of its own and on top of every page', async () => {
    const page = await world.get('/notices?view=open', supervisor);
    expect(page.status).toBe(200);
    expect(wordsOf(page.body)).toContain(agencyNotice().number);
    const due = await world.get('/registers', supervisor);
    expect(due.body).toContain('href="/notices?view=open"');
  });

  test('the paper is printed from the stored words, the mail text stands beside it', async () => {
    const notice = agencyNotice();
    const page = await world.get(pathOf(notice), supervisor);
    expect(wordsOf(page.body)).toContain(notice.mail.address);
    const paper = await world.get(`${pathOf(notice)}/paper`, supervisor);
    expect(paper.status).toBe(200);
    expect(wordsOf(paper.body)).toContain(notice.paper.addressee);
    expect(wordsOf(paper.body)).toContain(notice.number);
  });

  test('a corrected address is checked, then queued, and the worker is woken', async () => {
    const path = pathOf(agencyNotice());
    const refused = await world.post(`${path}/requeue`, supervisor, { address: 'a@b.cn, c@d.cn' });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'address')).not.toBe('');
    for (let press = 0; press < 2; press++) {
      const done = await world.post(`${path}/requeue`, supervisor, { address: 'new@example.cn' });
      expect(done).toMatchObject({ status: 303, location: path });
    }
    expect(world.kicks.mail).toBe(1);
    const stored = await world.tables.store.load<Notice>(agencyNotice().id);
    expect(stored?.state.mail).toMatchObject({ address: 'new@example.cn', generation: 2 });
  });

  test('service by other means needs a day, a manner and a record, and is recorded once', async () => {
    const path = pathOf(agencyNotice());
    const empty = await world.post(`${path}/serve`, supervisor, {});
    expect(empty.status).toBe(422);
    expect(errorBeside(empty.body, 'on')).not.toBe('');
    const form = { 'on.year': '2026', 'on.month': '11', 'on.day': '22', method: 'direct', note: 'signed' };
    const future = await world.post(`${path}/serve`, supervisor, { ...form, 'on.day': '30' });
    expect(errorBeside(future.body, 'on')).not.toBe('');
    const unmarked = await world.post(`${path}/serve`, supervisor, { ...form, method: '' });
    expect(errorBeside(unmarked.body, 'method')).not.toBe('');
    for (let press = 0; press < 2; press++) {
      expect((await world.post(`${path}/serve`, supervisor, form)).status).toBe(303);
    }
    const page = await world.get(path, supervisor);
    expect(wordsOf(page.body)).toContain('直接送达');
    expect(wordsOf((await world.get('/notices?view=open', supervisor)).body)).not.toContain(
      agencyNotice().number,
    );
    const bounced = await world.post(`${path}/bounce`, supervisor, {});
    expect(bounced.status).toBe(409);
  });

  test('papers written in the course of an inspection are listed by kind, lead to their case and print', async () => {
    const [first] = notices;
    if (first === undefined) throw new Error('no notice');
    const { draw } = first;
    for (const [i, kind] of noticeKindCodes.entries()) {
      const to = {
        ...toAgency(agency(), 'a'.repeat(32)),
        blocks: [{ type: 'paragraph', text: `正文${kind}` }],
        summaryEn: 'A paper.',
      } as const;
      const draft = { kind, draw, visit: 1, inspection: `${draw}-001`, occasion: `${kind}-1`, to };
      const notice = issuedNotice(draft, sources().office, 100 + i, localDate('2026-11-20'));
      await put({ ...notice, mail: { ...notice.mail, nextAt: at } }, 'queued');
      const page = await world.get(pathOf(notice), supervisor);
      expect(page.body).toContain(`href="/inspections/${draw}-001"`);
      const paper = await world.get(`${pathOf(notice)}/paper`, supervisor);
      expect(wordsOf(paper.body)).toContain(noticeTitles[kind]);
      expect(wordsOf(paper.body)).toContain(`正文${kind}`);
      const list = await world.get(`/notices?view=open&kind=${kind}`, supervisor);
      expect(wordsOf(list.body)).toContain(notice.number);
      expect(list.body).toContain(`value="${kind}"`);
      expect(wordsOf(list.body)).toContain(catalogue.problemText('zh', { code: `notices.kind.${kind}` }));
    }
  });
});
