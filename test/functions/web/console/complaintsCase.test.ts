import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { complaintCommit, giveComplaint } from '../../../../shared/complaint/command.ts';
import { write } from '../../../../shared/complaint/messaging.ts';
import { FILER } from '../../../../shared/complaint/sendFiling.ts';
import { SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { refusalGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { lawAt } from '../../../../shared/law/lawTable.ts';
import { otherWays } from '../../../../shared/law/otherWays.ts';
import { type ComplaintOffice, complaintOffice, dayForm } from '../../../fixtures/consoleComplaints.ts';
import { errorBeside, staff, testUser, wordsOf } from '../../console/consoleWorld.ts';

let office: ComplaintOffice;
beforeAll(async () => {
  office = await complaintOffice();
}, 60_000);
afterAll(() => office.world.close());

const title = (body: string, text: string) => wordsOf(body).includes(text);

describe('a complaint on its page', () => {
  test('gets its number and handler; before that nothing else is offered, and why is said', async () => {
    const { supervisor, world, file, path, must } = office;
    const { complaint } = await file({ wish: 'settle' });
    const before = (await world.get(path(complaint), supervisor)).body;
    expect(title(before, '先指定承办人')).toBe(true);
    expect(before).not.toContain(`${path(complaint)}/accept"`);
    const after = await must(complaint, supervisor, 'assign', { handler: staff.other.userId });
    expect(after.state.number).toMatch(/^BJIPO-2026-TS\d{5}$/);
    expect(after.state.handler?.name).toBe('other');
    const page = (await world.get(path(complaint), supervisor)).body;
    expect(page).toContain(`${path(complaint)}/accept"`);
    expect(title(page, '投诉受理决定书')).toBe(true);
    // Who is not a supervisor cannot be put in charge.
    const wrong = await office.act(complaint, supervisor, 'assign', { handler: staff.approver.userId });
    expect(wrong.status).toBe(422);
    expect(errorBeside(wrong.body, 'assign.handler')).toContain('请选择承办人');
  });

  test('is accepted, mediated with the consent of both, ended and told', async () => {
    const { supervisor, assigned, must, act, says } = office;
    const id = await assigned('settle');
    expect((await must(id, supervisor, 'accept')).status).toBe('mediating');
    const early = await act(id, supervisor, 'end-mediation', { ground: 'agreed', reason: '退还' });
    expect(errorBeside(early.body, 'end-mediation.ground')).toContain('没有双方同意调解的记录');
    await must(id, supervisor, 'record-sitting', {
      ...dayForm('on', '2026-09-18'),
      consent: 'both',
      text: '双方到场',
    });
    await must(id, supervisor, 'end-mediation', { ground: 'agreed', reason: '退还一半' });
    await must(id, supervisor, 'tell', { to: 'filer', how: 'mail' });
    expect((await must(id, supervisor, 'tell', { to: 'agency', how: 'post' })).status).toBe('closed');
    const words = await says(id, supervisor);
    expect(words).toContain('达成调解协议');
    // A date that was kept says when, not that it does not run.
    expect(words).toContain('2026年9月18日已办');
    expect(words).not.toContain('现在不计');
    expect(words).toContain('本件已办结');
  });

  test('is refused on one of seven grounds with the other ways beside it, the hints only as hints', async () => {
    const { supervisor, assigned, world, path, act, must } = office;
    const id = await assigned('settle', { standing: 'business' });
    const { body } = await world.get(path(id), supervisor);
    const words = wordsOf(body);
    const grounds = lawAt(refusalGrounds, localDate('2026-09-18'));
    expect(grounds).toHaveLength(7);
    for (const row of grounds) {
      expect(words).toContain(row.zh);
      expect(words).toContain(row.citation.text);
    }
    for (const way of otherWays) expect(words).toContain(way.zh);
    expect(words).toContain('以下情况供参考');
    expect(body).not.toMatch(/name="refuse\.ground"[^>]*checked/);
    const bare = await act(id, supervisor, 'refuse', { ground: '', reason: '' });
    expect(bare.status).toBe(422);
    expect(errorBeside(bare.body, 'refuse.ground')).toContain('请选择一项');
    const noReason = await act(id, supervisor, 'refuse', { ground: 'too-late', reason: ' ' });
    expect(errorBeside(noReason.body, 'refuse.reason')).toContain('请填写');
    expect((await must(id, supervisor, 'refuse', { ground: 'material', reason: '材料不全' })).status).toBe(
      'refused',
    );
    const again = await act(id, supervisor, 'accept');
    expect(again.status).toBe(409);
  });

  test('asks for identity and documents until a day, and takes note of what came', async () => {
    const { supervisor, assigned, must, act, says } = office;
    const id = await assigned('settle');
    const past = await act(id, supervisor, 'request-material', {
      what: 'identity',
      text: '身份证复印件',
      ...dayForm('until', '2026-09-18'),
    });
    expect(errorBeside(past.body, 'request-material.until')).toContain('今天之后');
    const none = await act(id, supervisor, 'request-material', { what: 'identity', text: '身份证复印件' });
    expect(errorBeside(none.body, 'request-material.until')).toContain('请填写日期');
    await must(id, supervisor, 'request-material', {
      what: 'identity',
      text: '身份证复印件',
      ...dayForm('until', '2026-09-28'),
    });
    const stored = await must(id, supervisor, 'receive-material', { no: '1' });
    expect(stored.state.requests[0]?.answered?.by).toBe('office');
    expect(await says(id, supervisor)).toContain('窗口等收到');
  });

  test('rests only for a listed reason, is shown as resting, and its period grows by the days', async () => {
    const { supervisor, assigned, must, act, world, path } = office;
    const id = await assigned('settle');
    const due = (stored: Awaited<ReturnType<typeof must>>) =>
      stored.state.deadlines.find(({ kind }) => kind === 'mediate')?.deadline.dueLegal;
    const accepted = await must(id, supervisor, 'accept');
    expect(due(accepted)).toBe('2026-11-17');
    const odd = await act(id, supervisor, 'suspend', {
      reason: 'holiday',
      note: '放假',
      ...dayForm('from', '2026-09-18'),
    });
    expect(errorBeside(odd.body, 'suspend.reason')).toContain('请选择一项');
    await must(id, supervisor, 'suspend', {
      reason: 'test',
      note: '委托鉴定',
      ...dayForm('from', '2026-09-18'),
    });
    const resting = (await world.get(path(id), supervisor)).body;
    expect(title(resting, '自2026年9月18日起中止')).toBe(true);
    // It stops while it rests, so there is nothing to end.
    expect(resting).not.toContain('/end-mediation"');
    const resumed = await must(id, supervisor, 'resume', dayForm('to', '2026-09-18'));
    expect(resumed.state.suspensions[0]?.to).toBe('2026-09-18');
  });

  test('is withdrawn on behalf of the complainant, and split by the function that may open the vault', async () => {
    const { supervisor, assigned, must, world, path } = office;
    const id = await assigned('settle');
    const { body } = await world.get(path(id), supervisor);
    expect(body).toContain(`action="${path(id)}/split"`);
    expect(body).toMatch(/name="newId" value="[0-9A-HJKMNP-TV-Z]{26}"/);
    expect(body).toContain('name="kind" value="report"');
    await must(id, supervisor, 'accept');
    expect((await world.get(path(id), supervisor)).body).toContain(`action="${path(id)}/breach"`);
    const withdrawn = await must(id, supervisor, 'withdraw', { reason: '本人来电撤回' });
    expect(withdrawn.status).toBe('telling');
    expect(withdrawn.state.mediationEnd?.ground).toBe('settled-or-withdrawn');
  });
});

describe('a report on its page', () => {
  test('is verified, its period made longer by a second person, decided by a second person', async () => {
    const { supervisor, approver, assigned, must, act, world, path, says } = office;
    const id = await assigned('check');
    await must(id, supervisor, 'verify');
    await must(id, supervisor, 'ask-extension', { reason: '需要调取档案' });
    expect(await says(id, supervisor)).toContain('延长期限正在等待另一人');
    const { body } = await world.get(path(id), approver);
    expect(body).toContain('需要调取档案');
    const longer = await must(id, approver, 'decide-extension', { outcome: 'approved' });
    const { dueLegal } = longer.state.deadlines.find(({ kind }) => kind === 'decide')?.deadline ?? {};
    // 30 working days from 18 September: 20 September and 10 October worked, Mid-Autumn and 1 to 7 October off.
    expect(dueLegal).toBe('2026-11-05');
    const half = await act(id, supervisor, 'propose-decision', { outcome: 'not-filed', reason: '查无实据' });
    expect(errorBeside(half.body, 'propose-decision.ground')).toContain('请从法定理由中选择');
    await must(id, supervisor, 'propose-decision', { outcome: 'filed', inspect: 'yes', reason: '属实' });
    expect(await says(id, approver)).toContain('下达定向检查命令');
    await must(id, approver, 'decide', { agrees: 'no' });
    await must(id, supervisor, 'propose-decision', {
      outcome: 'not-filed',
      ground: 'no-evidence',
      // Hidden with the other outcome: counts for nothing.
      inspect: 'yes',
      reason: '查无实据',
    });
    const decided = await must(id, approver, 'decide', { agrees: 'yes' });
    expect(decided.status).toBe('decided');
    expect(decided.state.decision).toMatchObject({ ground: 'no-evidence', inspect: false });
  });

  test('two roles in one person are still one person', async () => {
    const { assigned, must, act, world, path } = office;
    const both = await world.signIn(testUser('both', ['supervisor', 'approver']));
    const id = await assigned('check');
    await must(id, both, 'verify');
    await must(id, both, 'ask-extension', { reason: '需要时间' });
    await must(id, both, 'transfer', { kind: 'crime', to: '公安局', reason: '涉嫌诈骗' });
    await must(id, both, 'propose-decision', { outcome: 'filed', inspect: 'no', reason: '属实' });
    const { body } = await world.get(path(id), both);
    for (const command of ['decide-extension', 'confirm-transfer', 'decide'])
      expect(body).not.toContain(`${path(id)}/${command}"`);
    for (const [command, form] of [
      ['decide-extension', { outcome: 'approved' }],
      ['confirm-transfer', { agrees: 'yes' }],
      ['decide', { agrees: 'yes' }],
    ] as const) {
      const refused = await act(id, both, command, form);
      expect(refused.status, command).toBe(422);
      expect(wordsOf(refused.body)).toMatch(/另一(人|个人|名)/);
    }
  });

  test('is handed to the police by two people, or to another office, and comes back', async () => {
    const { supervisor, approver, assigned, must, world, path } = office;
    const crime = await assigned('check');
    const asked = await must(crime, supervisor, 'transfer', {
      kind: 'crime',
      to: '海淀公安分局',
      reason: '涉嫌诈骗',
    });
    expect(asked.status).toBe('received');
    expect((await must(crime, approver, 'confirm-transfer', { agrees: 'yes' })).status).toBe('transferred');
    const back = await must(crime, supervisor, 'return', { reason: '不构成犯罪' });
    expect(back.status).toBe('received');
    const passed = await assigned('check', { channel: 'forwarded' });
    const { body } = await world.get(path(passed), supervisor);
    expect(body).not.toContain('name="transfer.kind" type="radio" value="forwarded"');
    expect(wordsOf(body)).toContain('退回分送单位');
    const returned = await must(passed, supervisor, 'transfer', {
      kind: 'returned',
      to: '区市场监管局',
      reason: '无处理权限',
    });
    expect(returned.status).toBe('transferred');
  });

  test('whose competence another office disputes shows until when that is negotiated, and what it came to', async () => {
    const { supervisor, assigned, must, act, world, path } = office;
    const id = await assigned('check');
    const bare = await act(id, supervisor, 'dispute', { with: '', reason: '属其辖区' });
    expect(errorBeside(bare.body, 'dispute.with')).toContain('请填写');
    await must(id, supervisor, 'dispute', { with: '朝阳区市场监管局', reason: '属其辖区' });
    const open = wordsOf((await world.get(path(id), supervisor)).body);
    expect(open).toContain('协商管辖争议');
    expect(open).toContain('与朝阳区市场监管局协商');
    await must(id, supervisor, 'settle-dispute', { outcome: 'ours' });
    const { body } = await world.get(path(id), supervisor);
    expect(wordsOf(body)).toContain('由本机关管辖');
    expect(body).not.toContain('settle-dispute.outcome');
  });

  test('a repeat is attached to the case that came first; new facts restart its clock', async () => {
    const repeats = await complaintOffice();
    const { supervisor, assigned, must, act, on, world, path, caseOf } = repeats;
    const about = { applicationNumber: '202410999999.1' };
    const matterOf = (facts: string) => ({
      agency: {
        listed: true as const,
        uscc: '91110000710926094P',
        name: '北京测试专利代理事务所',
        kinds: ['patent' as const],
        district: 'haidian' as const,
      },
      service: 'patent' as const,
      conducts: ['conflict' as const],
      facts,
      ...about,
    });
    const first = await assigned('check', { matter: matterOf('为双方代理') });
    await must(first, supervisor, 'verify');
    on('2026-09-22');
    const again = await world.signIn(staff.supervisor);
    const { report: repeat } = await repeats.file({ wish: 'check', matter: matterOf('又发现新的合同') });
    // A case that nobody has in hand is attached to no other.
    expect((await world.get(path(repeat), again)).body).not.toContain(`value="${first}"`);
    await must(repeat, again, 'assign', { handler: 'u-supervisor' });
    const { body } = await world.get(path(repeat), again);
    expect(body).toContain(`value="${first}"`);
    expect(wordsOf(body)).toContain('同一机构、同一申请号或者同样问题');
    const stranger = await act(repeat, again, 'attach', { to: '01K00000000000000000000000', facts: 'new' });
    expect(errorBeside(stranger.body, 'attach.to')).toContain('请选择一项');
    expect((await must(repeat, again, 'attach', { to: first, facts: 'new' })).status).toBe('attached');
    expect((await caseOf(first)).state.countedFrom).toBe('2026-09-22');
    expect(wordsOf((await world.get(path(repeat), again)).body)).toContain('已并入在先件');
    await world.close();
  });
});

describe('who presses when', () => {
  test('an old page is refused with the entries kept, a second press is no fault', async () => {
    const { supervisor, other, assigned, act, must, caseOf, world, path } = office;
    const id = await assigned('settle');
    const { version } = await caseOf(id);
    await must(id, other, 'note', { note: '已电话联系' });
    const stale = await act(id, supervisor, 'refuse', { ground: 'material', reason: '材料不全' }, version);
    expect(stale.status).toBe(422);
    expect(wordsOf(stale.body)).toContain('本件有了新的情况');
    expect(stale.body).toContain('材料不全');
    const fresh = (await caseOf(id)).version;
    expect((await act(id, supervisor, 'accept', {}, fresh)).status).toBe(303);
    const twice = await act(id, supervisor, 'accept', {}, fresh);
    expect([twice.status, twice.location]).toEqual([303, path(id)]);
    // Somebody else's old form is not theirs to have done.
    expect((await act(id, other, 'accept', {}, fresh)).status).toBe(409);
    const before = (await caseOf(id)).version;
    await act(id, supervisor, 'write', { message: '请补充合同' }, before);
    await act(id, supervisor, 'write', { message: '请补充合同' }, before);
    expect((await caseOf(id)).state.messages.count).toBe(1);
    expect((await world.get(path(id), supervisor)).body).toContain('请补充合同');
  });

  test('the wrong role is told who may; the wrong state answers 409', async () => {
    const { supervisor, approver, assigned, act } = office;
    const id = await assigned('settle');
    expect((await act(id, approver, 'accept')).status).toBe(403);
    expect((await act(id, supervisor, 'decide', { agrees: 'yes' })).status).toBe(403);
    for (const command of ['end-mediation', 'tell', 'return', 'suspend', 'verify'])
      expect((await act(id, supervisor, command)).status, command).toBe(409);
    expect((await act(id, supervisor, 'tell', { to: 'filer', how: 'mail' })).status).toBe(409);
  });
});

describe('messages and notes', () => {
  test('a template fits the state and is in the language of who filed', async () => {
    const { supervisor, file, world, path, must } = office;
    const { complaint } = await file({ wish: 'settle', lang: 'en' });
    await must(complaint, supervisor, 'assign', { handler: staff.supervisor.userId });
    const { body } = await world.get(`${path(complaint)}?template=details`, supervisor);
    expect(body).toContain('To go on we need to know more');
    expect(wordsOf(body)).not.toContain('调解已结束');
    // A template of another state fills nothing in.
    expect((await world.get(`${path(complaint)}?template=ended`, supervisor)).body).not.toContain(
      'The mediation has ended',
    );
  });

  test('what the filer wrote is shown as text and marked as read', async () => {
    const { supervisor, assigned, world, path, must } = office;
    const id = await assigned('check');
    const text = '<script>alert(1)</script> =1+1';
    await giveComplaint(world.deps.complaints, id, 'write', write, { text }, FILER);
    const { body } = await world.get(path(id), supervisor);
    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(body).not.toContain('<script>alert');
    expect((await must(id, supervisor, 'read')).state.messages.unreadByOffice).toBe(0);
  });
});

describe('files', () => {
  test('are handed out only when they have left the quarantine, and then to be saved', async () => {
    const { supervisor, assigned, caseOf, world, path } = office;
    const id = await assigned('check');
    const file = {
      id: '01K00000000000000000000ZZZ',
      uploadedFor: id,
      at: '2026-09-17T02:00:00Z',
      sha256: 'b'.repeat(64),
      size: 2_000,
      type: 'jpeg' as const,
      fileName: '苏未名的合同.jpg',
      purpose: 'document' as const,
      by: 'filer',
    };
    const keep = async (checked: boolean) => {
      const stored = await caseOf(id);
      const state = { ...stored.state, files: [{ ...file, checked }] };
      const moment = { actor: SYSTEM, at: '2026-09-18T02:00:00Z' };
      const decision = { to: 'received' as const, state };
      await world.tables.store.commit(
        complaintCommit(stored, 'file-checked', decision, moment, await world.deps.complaints.auditKey()),
      );
      return (await world.get(path(id), supervisor)).body;
    };
    const download = `${path(id)}/files/${file.id}`;
    expect(wordsOf(await keep(false))).toContain('检查中');
    expect((await world.get(download, supervisor)).status).toBe(404);
    expect(await keep(true)).toContain(`href="${download}"`);
    const { status, location = '' } = await world.get(download, supervisor);
    expect(status).toBe(303);
    // Its own name may be a person's and stays out of the address.
    expect(decodeURIComponent(location)).not.toContain('苏未名');
    const inspector = await world.signIn(staff.inspector);
    expect((await world.get(download, inspector)).status).toBe(404);
  });
});
