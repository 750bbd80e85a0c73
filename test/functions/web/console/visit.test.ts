import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checklistFile } from '../../../../shared/inspection/checklist.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { checklist, openVisit, prepareVisits, team, visitOf } from '../../../fixtures/visitWorld.ts';
import {
  agency,
  type ConsoleWorld,
  errorBeside,
  type Form,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';
import { headerOf } from '../kit/gateway.ts';

let world: ConsoleWorld;
let leader: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  world = await openConsole();
  await prepareVisits(world);
  leader = await world.signIn(team.leader);
  second = await world.signIn(team.second);
});
afterAll(() => world.close());

const { digest } = checklistFile(checklist);
const ID = 'answer-0000000000000001';

const send = (number: string, form: string, who: SignedIn, fields: Form = {}) =>
  world.post(`/inspections/${number}/visit/${form}`, who, fields);

const answerForm = (key: string, value: string, over: Form = {}): Form => ({
  key,
  answerId: ID,
  checklists: digest,
  [key]: value,
  [`note.${key}`]: '',
  ...over,
});

describe('the visit page', () => {
  test('shows the team whom it visits and what is asked, and says nothing to anybody else', async () => {
    const number = await openVisit(world, 1);
    const { status, body } = await world.get(`/inspections/${number}/visit`, leader);
    expect(status).toBe(200);
    const words = wordsOf(body);
    for (const text of [agency(1).name, agency(1).address, '110001', '问题1', '许可证照片（必附）', '未核实'])
      expect(words).toContain(text);
    expect(body).toContain('https://agency.example/visit-check/');
    // Only the items of this visit are asked.
    expect(body).not.toContain('ZL-02@1/1');
    const unknown = await world.get('/inspections/BJIPO-2026-0001-999/visit', leader);
    for (const user of [team.stranger, staff.supervisor, staff.administrator]) {
      const answer = await world.get(`/inspections/${number}/visit`, await world.signIn(user));
      expect(answer.status, user.name).toBe(404);
      expect(answer.body).not.toContain(agency(1).name);
    }
    expect(unknown.status).toBe(404);
  });

  test('logs the arrival by the code of the licence, and refuses another agency’s beside the field', async () => {
    const number = await openVisit(world, 2);
    const wrong = await send(number, 'arrive', leader, { uscc: fictionalUscc(2), how: 'typed' });
    expect(wrong.status).toBe(422);
    expect(errorBeside(wrong.body, 'uscc')).toContain(fictionalUscc(2));
    const short = await send(number, 'arrive', leader, { uscc: '123', how: 'typed' });
    expect(errorBeside(short.body, 'uscc')).toContain('18');
    // Typed small and with spaces it is the same code.
    const typed = ` ${agency(1).uscc.toLowerCase()} `;
    expect((await send(number, 'arrive', leader, { uscc: typed, how: 'typed' })).status).toBe(303);
    expect((await visitOf(world, number)).state.arrivals).toMatchObject([{ by: 'u-leader', how: 'typed' }]);
  });

  test('keeps an answer, and refuses one to another checklist or outside of the vocabulary', async () => {
    const number = await openVisit(world, 3);
    const key = 'ZL-01@1/1';
    expect((await send(number, 'answer', leader, answerForm(key, 'consistent'))).status).toBe(303);
    expect((await send(number, 'answer', leader, answerForm(key, 'consistent'))).status).toBe(303);
    expect((await visitOf(world, number)).state.answers[key]).toMatchObject({ id: ID, value: 'consistent' });
    expect(await world.deps.inspectionLists.answers(number)).toHaveLength(1);
    const other = answerForm(key, 'consistent', { checklists: 'f'.repeat(64), answerId: `${ID}x` });
    const version = await send(number, 'answer', leader, other);
    expect(version.status).toBe(422);
    expect(wordsOf(version.body)).toContain('检查表的版本与本次抽签封存的不一致');
    const foreign = await send(number, 'answer', leader, answerForm(key, 'found', { answerId: `${ID}y` }));
    expect(errorBeside(foreign.body, key)).toContain('请从给出的答案中选择');
    const long = answerForm(key, 'consistent', { [`note.${key}`]: '字'.repeat(1001) });
    expect(errorBeside((await send(number, 'answer', leader, long)).body, `note.${key}`)).toContain('1000');
    expect(await world.deps.inspectionLists.answers(number)).toHaveLength(1);
  });

  test('takes results by their rules, each refused beside its field', async () => {
    const number = await openVisit(world, 4);
    const item = 'ZL-01@1';
    const results = (codes: readonly string[], over: Form = {}) =>
      send(number, 'results', leader, { item, [`results.${item}`]: codes, ...over });
    expect(errorBeside((await results([])).body, `results.${item}`)).not.toBe('');
    const both = await results(['no_problem', 'pending']);
    expect(errorBeside(both.body, `results.${item}`)).toContain('未发现问题');
    expect(errorBeside((await results(['obstruction'])).body, `obstruction.${item}`)).not.toBe('');
    expect(errorBeside((await results(['unreachable'])).body, `unreachable.${item}`)).not.toBe('');
    const letters = await results(['unreachable'], { [`unreachable.${item}`]: 'two-letters' });
    expect(errorBeside(letters.body, `unreachable.${item}`)).toContain('现有 0 封');
    expect((await send(number, 'statement', leader, { statement: '没有意见' })).status).toBe(303);
    expect((await results(['no_problem'])).status).toBe(303);
    const { state } = await visitOf(world, number);
    expect(state.results[item]?.results).toEqual(['no_problem']);
    expect(state.statement).toBe('没有意见');
    const long = await send(number, 'statement', leader, { statement: '字'.repeat(2001) });
    expect(errorBeside(long.body, 'statement')).toContain('2000');
  });

  test('keeps letters until two of them show that nobody is there', async () => {
    const number = await openVisit(world, 5);
    const letter = (no: number, over: Record<string, string>) =>
      send(number, 'letter', leader, {
        no: String(no),
        ...Object.fromEntries(
          Object.entries(over).map(([name, value]) => [name.replace('#', `${no}`), value]),
        ),
      });
    const day = (name: string, date: string) => {
      const [year = '', month = '', of = ''] = date.split('-');
      return { [`${name}.#.year`]: year, [`${name}.#.month`]: month, [`${name}.#.day`]: of };
    };
    const bad = await letter(0, { ...day('sentOn', '2026-13-01'), 'outcome.#': 'under-way' });
    expect(errorBeside(bad.body, 'sentOn.0')).not.toBe('');
    const future = await letter(0, {
      ...day('sentOn', '2027-01-01'),
      'tracking.#': 'EY100001CN',
      'outcome.#': 'under-way',
    });
    expect(errorBeside(future.body, 'sentOn.0')).toContain('不晚于今天');
    for (const [tracking, sent] of [
      ['EY100001CN', '2026-10-20'],
      ['EY100002CN', '2026-11-10'],
    ] as const) {
      const entered = await letter(0, {
        ...day('sentOn', sent),
        'tracking.#': tracking,
        'outcome.#': 'under-way',
      });
      expect(entered.status).toBe(303);
    }
    for (const no of [1, 2]) {
      const settled = await letter(no, { ...day('outcomeOn', '2026-11-20'), 'outcome.#': 'unsigned' });
      expect(settled.status).toBe(303);
    }
    const item = 'ZL-01@1';
    const found = await send(number, 'results', leader, {
      item,
      [`results.${item}`]: ['unreachable'],
      [`unreachable.${item}`]: 'two-letters',
    });
    expect(found.status).toBe(303);
  });

  test('lists what is missing, is signed by two and handed in by the leader', async () => {
    const number = await openVisit(world, 6);
    const early = await send(number, 'submit', leader);
    expect(early.status).toBe(422);
    expect(early.body).toContain('href="#f-ZL-01-1-1"');
    expect(early.body).toContain('href="#f-uscc"');
    expect(wordsOf(early.body)).toContain('还没有回答');

    const item = 'ZL-01@1';
    const obstructed = { [`results.${item}`]: ['obstruction'], [`obstruction.${item}`]: 'refused_entry' };
    await send(number, 'results', leader, { item, ...obstructed });
    const none = await send(number, 'agency-signature', leader, { signature: 'none', reason: '' });
    expect(errorBeside(none.body, 'reason')).not.toBe('');
    const nobody = await send(number, 'agency-signature', leader, {});
    expect(errorBeside(nobody.body, 'signature')).not.toBe('');
    const unsigned = await send(number, 'agency-signature', leader, {
      signature: 'signed',
      signer: '李四',
      capacity: '经理',
      evidence: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    });
    expect(errorBeside(unsigned.body, 'evidence')).toContain('请先上传');
    const refusedToSign = { signature: 'none', reason: 'refused', witness: '社区王主任' };
    expect((await send(number, 'agency-signature', leader, refusedToSign)).status).toBe(303);
    expect((await send(number, 'sign', leader)).status).toBe(303);
    const alone = await send(number, 'submit', leader);
    expect(wordsOf(alone.body)).toContain('须有至少 2 名检查人员');
    expect((await send(number, 'sign', second)).status).toBe(303);
    expect(wordsOf((await send(number, 'submit', second)).body)).toContain('由组长 检查员1 提交');
    expect((await send(number, 'submit', leader)).status).toBe(303);
    expect((await visitOf(world, number)).status).toBe('visited');

    // Nothing is entered any more, and the page says so.
    expect((await send(number, 'statement', leader, { statement: '晚了' })).status).toBe(409);
    const { body } = await world.get(`/inspections/${number}/visit`, leader);
    expect(wordsOf(body)).toContain('只能查看');
    expect(body).not.toContain('/visit/submit');
    const paper = await world.get(`/inspections/${number}/record`, await world.signIn(staff.auditor));
    expect(wordsOf(paper.body)).toContain('拒绝签字');
    expect(paper.body).toContain('检查员2');
    expect((await world.get(`/inspections/${number}/record`, await world.signIn(team.stranger))).status).toBe(
      404,
    );
  });

  test('an inspector whose certificate has run out can neither arrive nor sign', async () => {
    const number = await openVisit(world, 7);
    world.clock.now += 4 * 365 * 86_400_000;
    const late = await world.signIn(team.leader);
    const answer = await send(number, 'arrive', late, { uscc: agency(1).uscc, how: 'typed' });
    world.clock.now -= 4 * 365 * 86_400_000;
    expect(wordsOf(answer.body)).toContain('执法证今天已不在有效期内');
  });

  test('a visit that was merged leads to the one that it is recorded with', async () => {
    const number = await openVisit(world, 9, { lead: 'BJIPO-2026-0001-001' }, 'merged');
    const { body } = await world.get(`/inspections/${number}/visit`, leader);
    expect(body).toContain('href="/inspections/BJIPO-2026-0001-001/visit"');
    expect(body).not.toContain('visit-check');
  });

  test('has a worker at the root that everybody gets, and a policy that lets the page name it', async () => {
    const { status, wire } = await world.get('/visit-worker.js');
    expect(status).toBe(200);
    const policy = headerOf(wire, 'content-security-policy');
    expect(policy).toContain('trusted-types visit-worker');
    expect(headerOf(wire, 'content-type')).toContain('javascript');
  });

  test('says so when the sealed checklist is not the one of the draw', async () => {
    const number = await openVisit(world, 8, {
      parts: [
        {
          inspection: 'BJIPO-2026-0001-008',
          draw: 'BJIPO-2026-0001',
          origin: 'drawn',
          items: ['ZL-01@1'],
          checklist: { file: 'draws/checklist.json', digest: '0'.repeat(64) },
        },
      ],
    });
    const { body } = await world.get(`/inspections/${number}/visit`, leader);
    expect(wordsOf(body)).toContain('不能记录');
  });
});
