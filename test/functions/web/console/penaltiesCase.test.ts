import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formCommandNames, pagedCommands } from '../../../../functions/web/console/penalties/offers.ts';
import { evidenceUploadKey } from '../../../../shared/evidence/evidenceKeys.ts';
import { takeEffect } from '../../../../shared/penalty/effects.ts';
import { penaltyTransitions } from '../../../../shared/penalty/transitions.ts';
import { dayForm } from '../../../fixtures/consoleComplaints.ts';
import {
  chargeForm,
  type PenaltyOffice,
  penaltyOffice,
  wholeDraft,
} from '../../../fixtures/consolePenalties.ts';
import { jpeg } from '../../../fixtures/evidenceFiles.ts';
import { system, testCharge, testDraft } from '../../../fixtures/penaltyWorld.ts';
import { errorBeside, hiddenValue, staff, wordsOf } from '../../console/consoleWorld.ts';

let office: PenaltyOffice;
beforeAll(async () => {
  office = await penaltyOffice();
}, 60_000);
afterAll(() => office.world.close());

const filing = {
  outcome: 'filed',
  conditions: ['evidence', 'punishable', 'competent', 'in-time'],
  reason: '有初步证据',
  ...dayForm('actOn', '2026-06-01'),
};
const handed = (day: string) => ({ method: 'direct', note: 'signed', ...dayForm('on', day) });

test('every command that a person can give has its form', () => {
  const given = new Set<string>([...formCommandNames, ...pagedCommands]);
  const people = penaltyTransitions
    .filter(({ by }) => by.some((role) => role !== 'system' && role !== 'link'))
    .map(({ command }) => command);
  // The early end of publicity is given by a repair that was granted.
  expect(people.filter((command) => !given.has(command))).toEqual(['repair-publicity']);
});

describe('from the lead to the filing', () => {
  test('a number and a handler, officers with valid certificates, a proposal and a second person', async () => {
    await office.on('2026-07-06');
    const { supervisor, approver, auditor, must, act, says, cases, world, path } = office;
    const id = await cases.open();
    expect(await says(id, supervisor)).toContain('请先指定承办人');
    const nobody = await act(id, supervisor, 'assign', { handler: staff.approver.userId });
    expect(errorBeside(nobody.body, 'assign.handler')).toContain('请选择承办人');
    const assigned = await must(id, supervisor, 'assign', { handler: staff.supervisor.userId });
    expect(assigned.state.number).toMatch(/^BJIPO-2026-CF\d{5}$/);
    const { body } = await world.get(path(id), supervisor);
    expect(body).toContain('value="P001"');
    expect(body).not.toContain('value="P003"');
    const expired = await act(id, supervisor, 'name-officers', { officers: ['P001', 'P003'] });
    expect(errorBeside(expired.body, 'name-officers.officers')).toContain('检查员3的执法证已经失效');
    const one = await act(id, supervisor, 'name-officers', { officers: ['P001'] });
    expect(errorBeside(one.body, 'name-officers.officers')).toContain('不得少于两人');
    await must(id, supervisor, 'name-officers', { officers: ['P001', 'P002'] });
    const half = await act(id, supervisor, 'propose-filing', { ...filing, conditions: ['evidence'] });
    expect(errorBeside(half.body, 'propose-filing.conditions')).toContain('四项条件');
    const open = await act(id, supervisor, 'propose-filing', { outcome: 'not-filed', reason: '' });
    expect(errorBeside(open.body, 'propose-filing.reason')).toContain('请填写');
    await must(id, supervisor, 'propose-filing', filing);
    expect(await says(id, supervisor)).toContain('提出的立案建议等待另一人决定');
    expect((await act(id, supervisor, 'decide-filing', { agrees: 'yes' })).status).toBe(403);
    expect((await act(id, auditor, 'assign', { handler: staff.other.userId })).status).toBe(403);
    expect(await says(id, approver)).toContain('九十日办案期限自今天起算，不能撤回');
    const { version } = await office.caseOf(id);
    expect((await must(id, approver, 'decide-filing', { agrees: 'yes' })).status).toBe('investigating');
    // The same press again is no fault; somebody else's old page is.
    expect((await act(id, approver, 'decide-filing', { agrees: 'yes' }, version)).status).toBe(303);
    expect((await act(id, supervisor, 'propose-filing', filing, version)).status).toBe(409);
    expect((await office.caseOf(id)).status).toBe('investigating');
  });

  test('two roles in one person are still one person', async () => {
    const { everybody, act, cases, world, path } = office;
    const id = await cases.open();
    await office.must(id, everybody, 'assign', { handler: staff.other.userId });
    await office.must(id, everybody, 'name-officers', { officers: ['P001', 'P002'] });
    await office.must(id, everybody, 'propose-filing', filing);
    expect((await world.get(path(id), everybody)).body).not.toContain('/decide-filing"');
    const own = await act(id, everybody, 'decide-filing', { agrees: 'yes' });
    expect(own.status).toBe(422);
    expect(wordsOf(own.body)).toContain('同一');
  });

  test('the case rests for a listed reason, its period grows by a second person, a stale page is told', async () => {
    const { supervisor, approver, must, act, cases } = office;
    const id = await cases.file();
    const odd = await act(id, supervisor, 'suspend', {
      reason: 'hearing',
      ...dayForm('from', '2026-07-06'),
    });
    expect(errorBeside(odd.body, 'suspend.reason')).toContain('请选择一项');
    await must(id, supervisor, 'suspend', { reason: 'party-missing', ...dayForm('from', '2026-07-06') });
    await must(id, supervisor, 'resume', dayForm('to', '2026-07-06'));
    await must(id, supervisor, 'ask-extension', { reason: '案情复杂' });
    await must(id, approver, 'decide-extension', { outcome: 'approved' });
    const { version } = await office.caseOf(id);
    await must(id, supervisor, 'note', { text: '已联系' });
    const stale = await act(
      id,
      supervisor,
      'record-inquiry',
      { text: '询问', officers: ['P001', 'P002'], ...dayForm('on', '2026-07-06') },
      version,
    );
    expect(stale.status).toBe(422);
    expect(wordsOf(stale.body)).toContain('您打开页面以后案件有变化');
    expect((await act(id, supervisor, 'note', { text: '已联系' }, version)).status).toBe(303);
    expect((await office.caseOf(id)).state.notes).toHaveLength(1);
  });
});

describe('files', () => {
  test('come into the case through the quarantine and are handed out to be saved', async () => {
    const { supervisor, approver, auditor, cases, world, path, caseOf } = office;
    const id = await cases.file();
    expect((await world.get(`${path(id)}/evidence/new`, approver)).status).toBe(404);
    const form = await world.get(`${path(id)}/evidence/new`, supervisor);
    const back = new URL(hiddenValue(form.body, 'success_action_redirect').replaceAll('&amp;', '&'));
    const upload = back.searchParams.get('id') ?? '';
    world.evidence.quarantine.set(evidenceUploadKey(id, upload), { bytes: jpeg(), fileName: '合同.jpg' });
    const taken = await world.get(back.pathname + back.search, supervisor);
    expect(taken.location).toBe(path(id));
    expect((await world.get(back.pathname + back.search, supervisor)).status).toBe(303);
    const { evidence } = (await caseOf(id)).state;
    expect(evidence).toMatchObject([{ fileName: '合同.jpg', purpose: 'document' }]);
    const file = `${path(id)}/evidence/${upload}`;
    expect((await world.get(path(id), auditor)).body).toContain(file);
    expect((await world.get(file, auditor)).status).toBe(303);
    const inspector = await world.signIn(staff.inspector);
    expect((await world.get(file, inspector)).status).toBe(404);
    expect((await world.get(path(id), inspector)).status).toBe(404);
  });
});

describe('from the draft to the closed file', () => {
  test('draft, review, notice, statement, consideration, review, decision, service, payment, closing', async () => {
    await office.on('2026-07-06');
    const { supervisor, approver, reviewer, must, act, long, says, cases, caseOf, path } = office;
    const id = await cases.file();
    await must(id, supervisor, 'record-inquiry', {
      text: '询问笔录',
      officers: ['P001', 'P002'],
      ...dayForm('on', '2026-07-06'),
    });
    const { version } = await caseOf(id);
    const drafted = await long(id, supervisor, 'draft', wholeDraft);
    expect(drafted.location).toBe(path(id));
    expect((await long(id, supervisor, 'draft', wholeDraft, 'send', version)).status).toBe(303);
    expect((await caseOf(id)).state.draft?.charges[0]).toMatchObject({
      measures: { fine: 5_000_000, warning: true },
      discretion: 'ordinary',
    });
    expect(await says(id, reviewer)).toContain('不能审核本案的人员');
    const bare = await act(id, reviewer, 'review', { outcome: 'returned', note: '' });
    expect(errorBeside(bare.body, 'review.note')).toContain('退回时请写明意见');
    expect((await must(id, reviewer, 'review', { outcome: 'passed' })).status).toBe('noticing');
    const soon = await act(id, supervisor, 'serve-notice', handed('2026-07-06'));
    expect(wordsOf(soon.body)).toContain('文书正在生成');
    await cases.write(id, 'prior-notice-1');
    const told = await act(id, supervisor, 'serve-notice', { ...handed('2026-07-06'), method: 'told' });
    expect(errorBeside(told.body, 'serve-notice.method')).toContain('请选择一项');
    const mailed = await act(id, supervisor, 'serve-notice', {
      ...handed('2026-07-06'),
      method: 'electronic',
    });
    expect(errorBeside(mailed.body, 'serve-notice.method')).toContain('没有签署电子送达确认书');
    await must(id, supervisor, 'serve-notice', handed('2026-07-06'));
    await must(id, supervisor, 'state', { text: '请求从轻', ...dayForm('on', '2026-07-06') });
    expect((await office.world.get(path(id), supervisor)).body).not.toContain('/ask-hearing"');
    expect((await act(id, supervisor, 'end-window')).status).toBe(422);
    await office.on('2026-07-20');
    await must(id, supervisor, 'end-window');
    const page = (await office.world.get(`${path(id)}/consider`, supervisor)).body;
    expect(page).toContain('value="50000.00"');
    expect(wordsOf(page)).toContain('请求从轻');
    const consideration = { ...wholeDraft, text: '酌情从轻', adopted: 'part' };
    const heavier = await long(id, supervisor, 'consider', {
      ...consideration,
      ...chargeForm(1, { fine: '60000' }),
    });
    expect(errorBeside(heavier.body, 'charge.1.fine')).toContain('比告知的更重');
    const nothing = await long(id, supervisor, 'consider', { ...consideration, adopted: '' });
    expect(errorBeside(nothing.body, 'adopted')).toContain('请选择一项');
    const taken = await long(id, supervisor, 'consider', {
      ...consideration,
      ...chargeForm(1, { fine: '20000' }),
    });
    expect(taken.status).toBe(303);
    await must(id, reviewer, 'review', { outcome: 'passed' });
    expect(await says(id, approver)).toContain('不能撤回，只能依法撤销');
    const why = await act(id, approver, 'decide', { agrees: 'no' });
    expect(errorBeside(why.body, 'decide.reason')).toContain('请写明理由');
    const before = (await caseOf(id)).version;
    const decided = await must(id, approver, 'decide', { agrees: 'yes' });
    expect(decided.state.decision).toMatchObject({ number: '京知罚〔2026〕1号', fine: 2_000_000 });
    expect((await act(id, approver, 'decide', { agrees: 'yes' }, before)).status).toBe(303);
    await cases.write(id, 'decision');
    await must(id, supervisor, 'serve-decision', handed('2026-07-20'));
    await cases.give(id, 'take-effect', takeEffect(cases.deps), undefined, system);
    const amount = await act(id, supervisor, 'record-payment', {
      ...dayForm('on', '2026-07-20'),
      amount: 'viel',
      receipt: 'B1',
    });
    expect(errorBeside(amount.body, 'record-payment.amount')).toContain('请填写金额');
    await must(id, supervisor, 'record-payment', {
      ...dayForm('on', '2026-07-20'),
      amount: '¥5,000.00元',
      receipt: 'B1',
    });
    expect(await says(id, supervisor)).toContain('尚欠 15000.00 元');
    await office.on('2026-09-01');
    await must(id, supervisor, 'remind-payment');
    await must(id, supervisor, 'ask-court', dayForm('on', '2026-09-01'));
    await must(id, supervisor, 'record-correction', dayForm('on', '2026-09-01'));
    expect((await must(id, supervisor, 'close', { reason: '' })).status).toBe('closed');
    await must(id, supervisor, 'propose-annulment', {
      ground: 'court',
      reference: '（2026）京01行终1号',
      reason: '程序违法',
      ...dayForm('on', '2026-09-01'),
    });
    expect((await act(id, supervisor, 'annul', { agrees: 'yes' })).status).toBe(403);
    expect((await must(id, approver, 'annul', { agrees: 'yes' })).status).toBe('annulled');
    expect(await says(id, approver)).toContain('处罚决定已撤销');
  }, 60_000);

  test('a hearing has its chair, day, notice, course and report; who handled the case may not chair', async () => {
    await office.on('2026-07-06');
    const { supervisor, approver, reviewer, must, act, says, cases, world, path } = office;
    const heavy = testDraft([
      testCharge({ measures: { ...testCharge().measures, fine: 10_000_000 }, discretion: 'heavier' }),
    ]);
    const id = await cases.notice(heavy);
    await must(id, supervisor, 'ask-hearing', { text: '要求听证', ...dayForm('on', '2026-07-06') });
    expect(await says(id, approver)).toContain('不能主持听证的人员：supervisor');
    const own = await act(id, approver, 'name-chair', { chair: staff.supervisor.userId });
    expect(errorBeside(own.body, 'name-chair.chair')).toContain('不能主持听证');
    await must(id, approver, 'name-chair', { chair: staff.legalReviewer.userId });
    const short = await act(id, reviewer, 'fix-hearing', {
      place: '二楼',
      public: 'yes',
      ...dayForm('on', '2026-07-08'),
    });
    expect(errorBeside(short.body, 'fix-hearing.on')).toContain('七个工作日前');
    await must(id, reviewer, 'fix-hearing', { place: '二楼', public: 'yes', ...dayForm('on', '2026-07-28') });
    await cases.write(id, 'hearing-notice-2026-07-28');
    await must(id, supervisor, 'serve-hearing', handed('2026-07-06'));
    expect((await world.get(path(id), reviewer)).body).not.toContain('/hold-hearing"');
    await office.on('2026-07-28');
    await must(id, reviewer, 'hold-hearing', { attended: 'yes' });
    expect((await world.get(path(id), supervisor)).body).not.toContain('/withdraw-hearing"');
    expect((await must(id, reviewer, 'report-hearing', { text: '听证报告' })).status).toBe('considering');
    // A fine of this size needs the heads, and says so at its field.
    const group = await office.long(id, supervisor, 'consider', {
      ...wholeDraft,
      ...chargeForm(1, { fine: '100000' }),
      text: '不予采纳',
      adopted: 'none',
    });
    expect(errorBeside(group.body, 'group.on')).toContain('集体讨论');
    const few = await office.long(id, supervisor, 'consider', {
      ...wholeDraft,
      ...chargeForm(1, { fine: '100000' }),
      text: '不予采纳',
      adopted: 'none',
      ...dayForm('group.on', '2026-07-28'),
      'group.members': '甲、乙',
      'group.text': '同意',
    });
    expect(errorBeside(few.body, 'group.members')).toContain('至少三人');
    expect((await must(id, supervisor, 'reopen', { reason: '新事实' })).status).toBe('investigating');
  }, 60_000);

  test('the party takes its request back or waives; a waiver says before that it cannot be taken back', async () => {
    await office.on('2026-07-06');
    const { supervisor, must, says, cases } = office;
    const heavy = testDraft([
      testCharge({ measures: { ...testCharge().measures, fine: 10_000_000 }, discretion: 'heavier' }),
    ]);
    const id = await cases.notice(heavy);
    await must(id, supervisor, 'ask-hearing', { ...dayForm('on', '2026-07-06') });
    // What is left of its days it keeps.
    expect((await must(id, supervisor, 'withdraw-hearing', { reason: '当事人撤回' })).status).toBe(
      'defending',
    );
    const other = await cases.notice();
    expect(await says(other, supervisor)).toContain('陈述申辩期立即结束，不能撤回');
    const waived = await must(other, supervisor, 'waive', { text: '无意见', ...dayForm('on', '2026-07-06') });
    expect(waived.status).toBe('considering');
  });
});
