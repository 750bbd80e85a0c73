import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceUploadKey } from '../../../../shared/evidence/evidenceKeys.ts';
import { exe, jpeg } from '../../../fixtures/evidenceFiles.ts';
import { openVisit, prepareVisits, team, visitOf } from '../../../fixtures/visitWorld.ts';
import {
  type ConsoleWorld,
  errorBeside,
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
    for (const user of [team.leader, staff.supervisor, staff.approver, staff.legalReviewer]) {
      const { status, location } = await world.get(path, await world.signIn(user));
      expect(status, user.name).toBe(303);
      expect(location).toMatch(/^https:\/\/files\.example\//);
      expect(decodeURIComponent(location ?? '')).not.toContain('张三');
    }
    for (const user of [team.stranger, staff.auditor, staff.administrator]) {
      expect((await world.get(path, await world.signIn(user))).status, user.name).toBe(404);
    }
    const removed = await world.post(`/inspections/${number}/visit/remove-file`, leader, {
      id: file?.id ?? '',
    });
    expect(removed.status).toBe(303);
    expect((await visitOf(world, number)).state.evidence[0]?.removed).toMatchObject({ by: 'u-leader' });
  });

  test('a closed case takes no file', async () => {
    const number = await openVisit(world, 5, {}, 'visited');
    expect((await world.get(page(number), leader)).status).toBe(409);
  });
});
