import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectionActorOf } from '../../../../functions/web/console/consoleDeps.ts';
import { evidenceUploadKey } from '../../../../shared/evidence/evidenceKeys.ts';
import { checklistFile } from '../../../../shared/inspection/checklist.ts';
import { giveInspection } from '../../../../shared/inspection/command.ts';
import { sendBack } from '../../../../shared/inspection/reviewing.ts';
import { exe, jpeg, png } from '../../../fixtures/evidenceFiles.ts';
import { photo } from '../../../fixtures/inspectionActs.ts';
import { checklist, openVisit, prepareVisits, team, visitOf } from '../../../fixtures/visitWorld.ts';
import {
  agency,
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let leader: SignedIn;

beforeAll(async () => {
  world = await openConsole();
  await prepareVisits(world);
  leader = await world.signIn(team.leader);
});
afterAll(() => world.close());

const KEY = 'ZL-01@1/1';
const page = (number: string) =>
  `/inspections/${number}/evidence/new?purpose=photo&question=${encodeURIComponent(KEY)}`;

/** Opens the form and puts a file where the browser would. */
async function upload(number: string, bytes: Uint8Array, fileName: string): Promise<string> {
  const { body } = await world.get(page(number), leader);
  const key = hiddenValue(body, 'key');
  world.evidence.quarantine.set(key, { bytes, fileName });
  const back = hiddenValue(body, 'success_action_redirect').replaceAll('&amp;', '&');
  return back.replace('https://console.example', '');
}

describe('evidence of a visit', () => {
  test('names its limits before the upload and comes into the record once', async () => {
    const number = await openVisit(world, 1);
    const { body } = await world.get(page(number), leader);
    expect(wordsOf(body)).toContain('20 MB');
    const back = await upload(number, jpeg(), '门头.jpg');
    expect(await world.get(back, leader)).toMatchObject({
      status: 303,
      location: `/inspections/${number}/visit`,
    });
    expect((await world.get(back, leader)).status).toBe(303);
    const { evidence } = (await visitOf(world, number)).state;
    expect(evidence).toMatchObject([
      { question: KEY, purpose: 'photo', by: 'u-leader', fileName: '门头.jpg' },
    ]);
    const shown = await world.get(`/inspections/${number}/visit`, leader);
    expect(shown.body).toContain(evidence[0]?.sha256.slice(0, 4));
  });

  test('a file without this session’s state needs a press', async () => {
    const number = await openVisit(world, 2);
    const back = await upload(number, jpeg(), 'a.jpg');
    const forged = back.replace(/state=[\w-]+/, 'state=x');
    const { status, body } = await world.get(forged, leader);
    expect(status).toBe(200);
    expect((await visitOf(world, number)).state.evidence).toEqual([]);
    const fields = { id: hiddenValue(body, 'id'), purpose: 'photo', question: KEY };
    expect((await world.post(`/inspections/${number}/evidence/uploaded`, leader, fields)).status).toBe(303);
    expect((await visitOf(world, number)).state.evidence).toHaveLength(1);
  });

  test.each([
    ['a photo of 30 MB', new Uint8Array(30 * 1024 * 1024), 'big.jpg', '20 MB'],
    ['a program named as a photo', exe(), 'photo.jpg', '不是 JPEG'],
    ['half a photo', jpeg().slice(0, 30), 'half.jpg', '不完整'],
  ])('%s is refused beside the field', async (_, bytes, name, words) => {
    const number = await openVisit(world, 10 + name.length);
    const refused = await world.get(await upload(number, bytes, name), leader);
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'file')).toContain(words);
    expect((await visitOf(world, number)).state.evidence).toEqual([]);
  });

  test('a script gets a form, sends the file and has it taken in once', async () => {
    const number = await openVisit(world, 3);
    const post = async (path: string, fields: Record<string, string>) =>
      JSON.parse((await world.post(`/inspections/${number}/evidence${path}`, leader, fields)).body);
    const target = { purpose: 'photo', question: KEY };
    const form = await post('/form', target);
    expect(form).toMatchObject({ type: 'form', url: 'https://files.example/uploads' });
    expect(form.fields).not.toHaveProperty('success_action_redirect');
    expect(await post('', { ...target, id: form.id })).toEqual({ type: 'missing' });
    world.evidence.quarantine.set(evidenceUploadKey(number, form.id), { bytes: jpeg(), fileName: 'a.jpg' });
    expect(await post('', { ...target, id: form.id })).toEqual({ type: 'stored', id: form.id });
    expect(await post('', { ...target, id: form.id })).toEqual({ type: 'stored', id: form.id });
    expect((await visitOf(world, number)).state.evidence).toHaveLength(1);
    const other = { purpose: 'photo', question: 'ZL-02@1/1', id: form.id };
    expect(await post('', other)).toMatchObject({ type: 'refused' });
    expect(await post('/form', { purpose: 'rectification' })).toEqual({ type: 'gone' });
  });

  test('is downloaded by the team and the reviewers, by a short link, and taken out with a trace', async () => {
    const number = await openVisit(world, 4);
    await world.get(await upload(number, jpeg(), '张三.jpg'), leader);
    const [file] = (await visitOf(world, number)).state.evidence;
    const path = `/inspections/${number}/evidence/${file?.id}`;
    for (const user of [team.leader, staff.supervisor, staff.approver]) {
      const { status, location } = await world.get(path, await world.signIn(user));
      expect(status, user.name).toBe(303);
      expect(location).toMatch(/^https:\/\/files\.example\//);
      expect(decodeURIComponent(location ?? '')).not.toContain('张三');
    }
    for (const user of [team.stranger, staff.auditor, staff.administrator, staff.legalReviewer]) {
      expect((await world.get(path, await world.signIn(user))).status, user.name).toBe(404);
    }
    const removed = await world.post(`/inspections/${number}/visit/remove-file`, leader, {
      id: file?.id ?? '',
    });
    expect(removed.status).toBe(303);
    expect((await visitOf(world, number)).state.evidence[0]?.removed).toMatchObject({ by: 'u-leader' });
  });

  test('and the record are for the legal reviewer when the case went to the penalty procedure', async () => {
    const reviewer = await world.signIn(staff.legalReviewer);
    const evidence = [photo('01JC0000000000000000000001', KEY, 'u-leader', '2026-11-23T02:00:00Z')];
    const by = { by: 'u-head', name: '处长', at: '2026-11-25T02:00:00Z' };
    const handOver = { ...by, findings: [], reason: '拒绝检查' };
    for (const [no, to, status] of [
      [30, 'penalty', [303, 200]],
      [31, 'listing', [404, 404]],
    ] as const) {
      const number = await openVisit(world, no, { evidence, handOver: { ...handOver, to } }, 'closed');
      const paths = [`/inspections/${number}/evidence/${evidence[0]?.id}`, `/inspections/${number}/record`];
      const answers = await Promise.all(paths.map((path) => world.get(path, reviewer)));
      expect(
        answers.map((one) => one.status),
        to,
      ).toEqual(status);
    }
  });

  test('a signed record binds the picture, is signed anew after a change, and comes back from the reviewer', async () => {
    const second = await world.signIn(team.second);
    const number = await openVisit(world, 6);
    const post = (form: string, fields: Form = {}, who = leader) =>
      world.post(`/inspections/${number}/visit/${form}`, who, fields);
    await post('arrive', { uscc: agency(1).uscc, how: 'scanned' });
    const checklists = checklistFile(checklist).digest;
    for (const [n, key, value] of [
      [1, KEY, 'consistent'],
      [2, 'ZL-01@1/2', 'none-found'],
    ] as const) {
      await post('answer', { key, answerId: `answer-of-the-page-${n}`, checklists, [key]: value });
    }
    await world.get(await upload(number, jpeg(), '许可证.jpg'), leader);
    await post('results', { item: 'ZL-01@1', 'results.ZL-01@1': 'no_problem' });
    const target = { purpose: 'signature' };
    const { id } = JSON.parse(
      (await world.post(`/inspections/${number}/evidence/form`, leader, target)).body,
    );
    world.evidence.quarantine.set(evidenceUploadKey(number, id), { bytes: png(), fileName: 'signature.png' });
    await world.post(`/inspections/${number}/evidence`, leader, { ...target, id });
    const signed = { signature: 'signed', signer: '李四', capacity: '负责人', evidence: id };
    expect((await post('agency-signature', signed)).status).toBe(303);
    for (const who of [leader, second]) expect((await post('sign', {}, who)).status).toBe(303);
    await post('statement', { statement: '没有意见' });
    const stale = await post('submit');
    expect(wordsOf(stale.body)).toContain('检查员2 签的是改动前的记录');
    expect(wordsOf(stale.body)).toContain('机构签字以后记录有改动');
    expect((await post('agency-signature', signed)).status).toBe(303);
    for (const who of [leader, second]) await post('sign', {}, who);
    expect((await post('submit')).status).toBe(303);

    const supervisor = await world.signIn(staff.supervisor);
    const paper = wordsOf((await world.get(`/inspections/${number}/record`, supervisor)).body);
    const { state } = await visitOf(world, number);
    for (const text of ['李四（负责人）', '一致', '没有意见', '未发现问题', '许可证.jpg']) {
      expect(paper).toContain(text);
    }
    const groups = (hash = '') => hash.match(/.{4}/g)?.join(' ') ?? '';
    for (const { sha256 } of state.evidence) expect(paper).toContain(groups(sha256));
    expect(paper).toContain(groups(state.signatures[0]?.record));

    const reviewer = inspectionActorOf(staff.supervisor);
    const back = { reason: '请补充说明' };
    await giveInspection(world.deps.inspections, number, 'return', sendBack, back, reviewer);
    const page = await world.get(`/inspections/${number}/visit`, leader);
    expect(wordsOf(page.body)).toContain('审核人退回：请补充说明');
    // What was sent back is signed anew.
    expect((await post('submit')).status).toBe(422);
    for (const who of [leader, second]) await post('sign', {}, who);
    expect((await post('submit')).status).toBe(303);
    expect((await visitOf(world, number)).status).toBe('visited');
  });

  test('a closed case takes no file', async () => {
    const number = await openVisit(world, 5, {}, 'visited');
    expect((await world.get(page(number), leader)).status).toBe(409);
  });
});
